internal import LuaSyntax

/// A difference between what was expected and what came out.
public struct TestMismatch: Sendable, Hashable {
  /// `points`, `proposals`, …
  public var what: String
  /// The record it is about: an enterprise, a complaint's number, a place in a list.
  public var record: String
  /// The value's name in the record; empty for the record itself.
  public var field: String
  /// `nil`: nothing was expected.
  public var expected: String?
  /// `nil`: nothing came out.
  public var actual: String?
}

extension Expectation {
  /// What differs; nothing when all is as expected.
  func mismatches(with actual: [ActualRecord]) -> [TestMismatch] {
    var open = Array(actual.indices)
    var pairs: [(ExpectedRecord, Int?)] = []
    if kind.isOrdered {
      for (index, record) in records.enumerated() { pairs.append((record, actual.indices.contains(index) ? index : nil)) }
      open.removeAll { $0 < records.count }
    } else {
      // First those that agree, then whatever is left over, side by side.
      var waiting: [Int] = []
      var chosen: [Int: Int] = [:]
      for (index, record) in records.enumerated() {
        if let found = open.first(where: { isFor(record, actual[$0]) && differences(record, actual[$0], 0).isEmpty }) {
          chosen[index] = found
          open.removeAll { $0 == found }
        } else {
          waiting.append(index)
        }
      }
      for index in waiting {
        if let found = open.first(where: { isFor(records[index], actual[$0]) }) {
          chosen[index] = found
          open.removeAll { $0 == found }
        }
      }
      for (index, record) in records.enumerated() { pairs.append((record, chosen[index])) }
    }
    var result: [TestMismatch] = []
    for (index, (record, at)) in pairs.enumerated() {
      if let at {
        result += differences(record, actual[at], index)
      } else {
        result.append(mismatch(record.label ?? "#\(index + 1)", "", record.shown, nil))
      }
    }
    for at in open { result.append(mismatch(actual[at].label.first ?? "", "", nil, actual[at].shown)) }
    return result
  }

  private func isFor(_ record: ExpectedRecord, _ actual: ActualRecord) -> Bool { record.label.map(actual.label.contains) ?? true }

  private func differences(_ record: ExpectedRecord, _ actual: ActualRecord, _ index: Int) -> [TestMismatch] {
    let name = record.label ?? (kind == .unknown || kind == .problem ? "" : "#\(index + 1)")
    var result: [TestMismatch] = []
    // A list that is named must be whole for steps; a row's first columns are enough.
    let isWhole = kind == .steps || kind == .ranking || kind == .points
    if record.list.count > actual.list.count || isWhole && record.list.count != actual.list.count
      || zip(record.list, actual.list).contains(where: { !$1.contains($0) })
    {
      result.append(
        mismatch(name, "", record.list.joined(separator: ", "), actual.list.prefix(isWhole ? .max : max(1, record.list.count)).map { $0.first ?? "" }.joined(separator: ", ")))
    }
    for (field, text) in record.named {
      let texts = actual.texts(field)
      if !(texts?.contains(text) ?? false) { result.append(mismatch(name, field, text, texts?.first)) }
    }
    return result
  }

  private func mismatch(_ record: String, _ field: String, _ expected: String?, _ actual: String?) -> TestMismatch {
    TestMismatch(what: kind.rawValue, record: record, field: field, expected: expected, actual: actual)
  }
}

extension ExpectedRecord {
  var shown: String { (list + named.map { "\($0.name) = \($0.text)" }).joined(separator: ", ") }
}

extension ActualRecord {
  var shown: String { (list.map { $0.first ?? "" } + named.filter { $0.texts.first?.isEmpty == false }.map { "\($0.name) = \($0.texts.first ?? "")" }).joined(separator: ", ") }
}
