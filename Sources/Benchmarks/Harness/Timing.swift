/// Runs since it was made.
struct Stopwatch {
  private let start = ContinuousClock.now

  var seconds: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}

/// Seconds that the body took.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let watch = Stopwatch()
  try body()
  return watch.seconds
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard let last = sorted.last else { return 0 }
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : min(sorted[middle], last)
}

/// Lets contenders take turns, A B A B, so that a machine that slows down does so for all of them; one turn of each is not
/// counted when `warmed`.
///
/// - Returns: the median seconds of each.
func turns(_ rounds: Int, warmed: Bool = true, _ contenders: [() throws -> Void]) throws -> [Double] {
  if warmed { for contender in contenders { try contender() } }
  var taken = contenders.map { _ in [Double]() }
  for _ in 0..<rounds {
    for (place, contender) in contenders.enumerated() { taken[place].append(try seconds(contender)) }
  }
  return taken.map(median)
}
