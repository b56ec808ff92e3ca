/// Something that is measured against a peer.
protocol Benchmark: Sendable {
  var name: String { get }
  func run(on stage: Stage, into report: Report) throws
}

/// What kept a benchmark from being run at all.
struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
