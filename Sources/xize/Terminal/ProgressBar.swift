internal import Glibc

/// One line that shows how far long work has come: share, rate, time left. Shown on a terminal only.
final class ProgressBar {
  private let label: String
  private let unit: String
  private let started = ProgressBar.now()
  private var shown: Double = 0
  private var drawn = false

  init(_ label: String, unit: String) {
    self.label = label
    self.unit = unit
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Reports work: `done` of `total` in any unit, and how many rows that is so far.
  func update(done: Int, total: Int, rows: Int) {
    guard Terminal.errorsAreTerminal else { return }
    let now = ProgressBar.now()
    guard now - shown > 0.1 || (done >= total && total > 0) else { return }
    shown = now
    let elapsed = max(now - started, 0.001)
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
    let rate = Int(Double(rows) / elapsed)
    let left = share > 0.01 ? Int((elapsed / share - elapsed).rounded(.up)) : 0
    let filled = Int(share * 24)
    let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: 24 - filled)
    Terminal.write(
      "\r\u{1B}[K\(label) \(bar) \(Int(share * 100))%  \(rows) \(unit)  \(rate)/s  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)",
      to: STDERR_FILENO)
    drawn = true
  }

  /// Takes the line away.
  func finish() {
    if drawn { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
    drawn = false
  }
}
