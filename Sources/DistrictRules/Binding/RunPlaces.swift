internal import LuaSyntax

/// What a run has made, each at a place that no later run uses again: a handle that a script has kept finds nothing, never
/// another run's.
struct RunPlaces<Value> {
  /// So many a run may make: beyond that a script builds queries in an endless loop.
  static var limit: Int { 1_000_000 }
  /// A handle's row has 32 bits, of which an engine does not give out the last.
  static var places: Int { Int(UInt32.max) - 1 }

  private var first: Int
  private var values: [Value] = []

  init(from first: Int = 0) { self.first = first }

  subscript(place: UInt32) -> Value? {
    let index = Int(place) - first
    return values.indices.contains(index) ? values[index] : nil
  }

  mutating func add(_ value: Value) throws(RuleProblem) -> Int {
    guard values.count < Self.limit else {
      throw .fault("too-many", chinese: "一次运行的查询超过 \(Self.limit) 个", english: "more than \(Self.limit) queries in one run")
    }
    guard first + values.count < Self.places else {
      throw .fault(
        "too-many", chinese: "先后各次运行的查询超过 \(Self.places) 个", english: "more than \(Self.places) queries in all runs together",
        help: .init(chinese: "重新打开再问", english: "begin a new session"))
    }
    values.append(value)
    return first + values.count - 1
  }

  mutating func forget() {
    first += values.count
    values.removeAll()
  }
}
