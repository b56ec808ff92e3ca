/// The form of a message of the Lua library, `{}` standing for what changes: `attempt to compare {} with {}`.
package struct MessageTemplate: Sendable {
  private let pieces: [[UInt8]]

  package init(_ template: String) {
    pieces = template.split(separator: "{}", omittingEmptySubsequences: false).map { Array($0.utf8) }
  }

  /// What stands for each `{}`, the shortest from the left; `nil` when the message has another form.
  package func captures(in message: String) -> [String]? {
    let bytes = Array(message.utf8)
    guard let first = pieces.first, bytes.starts(with: first) else { return nil }
    var captures: [String] = []
    var offset = first.count
    for (index, piece) in pieces.enumerated().dropFirst() {
      let isLast = index == pieces.count - 1
      guard let end = Self.find(piece, in: bytes, from: offset, atEnd: isLast) else { return nil }
      captures.append(String(decoding: bytes[offset..<end], as: UTF8.self))
      offset = end + piece.count
    }
    return offset == bytes.count ? captures : nil
  }

  private static func find(_ piece: [UInt8], in bytes: [UInt8], from offset: Int, atEnd: Bool) -> Int? {
    guard bytes.count - piece.count >= offset else { return nil }
    let candidates =
      atEnd ? (bytes.count - piece.count)...(bytes.count - piece.count) : offset...(bytes.count - piece.count)
    return candidates.first { bytes[$0..<$0 + piece.count].elementsEqual(piece) }
  }
}
