internal import Glibc

/// What is counted.
enum Clock {
  /// Time that passes: for what waits for disks, for other programs and for its own threads.
  case wall
  /// Processor time of this process: for work on one core, which neighbours on the machine then do not falsify.
  case processor
  /// Processor time of this process and of those it started and waited for.
  case family

  var seconds: Double {
    var time = timespec()
    clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9 + (self == .family ? Clock.ofChildren : 0)
  }

  private static var ofChildren: Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    let times = [usage.ru_utime, usage.ru_stime]
    return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 }
  }

  /// Seconds that the body took.
  func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = seconds
    try body()
    return seconds - start
  }
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
func turns(
  _ rounds: Int, warmed: Bool = true, by clock: Clock = .wall, _ contenders: [() throws -> Void]
) throws -> [Double] {
  if warmed { for contender in contenders { try contender() } }
  var taken = contenders.map { _ in [Double]() }
  for _ in 0..<rounds {
    for (place, contender) in contenders.enumerated() { taken[place].append(try clock.seconds(contender)) }
  }
  return taken.map(median)
}
