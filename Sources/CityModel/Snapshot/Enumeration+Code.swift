internal import Columns

extension Enumeration {
  /// The column code of a word; one that no row holds when there is no such word.
  func code(_ word: String) -> UInt32 { index(of: word).map { UInt32(truncatingIfNeeded: $0) } ?? Missing.code &- 1 }
}
