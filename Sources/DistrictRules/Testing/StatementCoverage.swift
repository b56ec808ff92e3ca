internal import LuaSyntax

/// Notes which statements of a script's functions are run: a call is put before each of them, on the same line.
final class StatementCoverage {
  /// The name of the call; nothing of the vocabulary begins so.
  static let name = "xize_seen_"

  private(set) var lines: [Int: Int] = [:]
  private(set) var seen: Set<Int> = []

  func note(_ number: Int) { seen.insert(number) }

  /// The source with its calls; the lines keep their numbers.
  func instrumented(_ source: SourceText, _ chunk: Chunk) -> SourceText {
    var places: [(offset: Int, number: Int)] = []
    lines = [:]
    chunk.block.walk { node in
      guard case .function(let body) = node else { return .into }
      body.block.walk { inner in
        if case .statement(let statement) = inner {
          if case .label = statement.kind { return .into }
          places.append((statement.span.start, places.count + 1))
        }
        return .into
      }
      return .past
    }
    guard !places.isEmpty else { return source }
    var bytes: [UInt8] = []
    var last = 0
    for (offset, number) in places.sorted(by: { ($0.offset, $0.number) < ($1.offset, $1.number) }) {
      bytes += source.bytes[last..<offset]
      bytes += Array("\(StatementCoverage.name)(\(number)); ".utf8)
      lines[number] = source.lineNumber(at: offset)
      last = offset
    }
    bytes += source.bytes[last...]
    return SourceText(name: source.name, bytes: bytes)
  }
}
