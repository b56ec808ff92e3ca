/// How long things take: quantiles in thousandths of the time allowed, for each quality and county.
///
/// Log-like below the limit (half are done in a sixth of the time), with a tail to six times the limit; the share of those
/// within the limit is exact.
struct Delays {
  /// What one quality in one county keeps: 257 quantiles for each of the three clocks.
  static let steps = 256
  private static let within = [8, 15, 25, 38, 55, 75, 100, 130, 165, 210, 265, 330, 410, 505, 620, 770, 985]
  private static let beyond = [1015, 1080, 1180, 1320, 1500, 1800, 2400, 3600, 6000]

  /// Quality × county's slowness × clock × quantile.
  let quantiles: [Int32]

  init() {
    var quantiles: [Int32] = []
    for quality in Quality.allCases {
      for slowness in 0..<3 {
        let kept = quality.kept
        for (clock, share) in [kept.assign, kept.preliminary, kept.close].enumerated() {
          let keep = share - slowness * [8, 9, 8][clock]
          for step in 0...Delays.steps {
            quantiles.append(Int32(truncatingIfNeeded: Delays.quantile(step * 1000 / Delays.steps, keep: keep)))
          }
        }
      }
    }
    self.quantiles = quantiles
  }

  private static func quantile(_ perMille: Int, keep: Int) -> Int {
    perMille <= keep
      ? value(of: within, at: perMille, in: keep) : value(of: beyond, at: perMille - keep, in: 1000 - keep)
  }

  private static func value(of knots: [Int], at part: Int, in whole: Int) -> Int {
    let scaled = part * (knots.count - 1) * 1000 / max(1, whole)
    let knot = min(scaled / 1000, knots.count - 2)
    let fraction = scaled - knot * 1000
    return knots[knot] + (knots[knot + 1] - knots[knot]) * min(1000, fraction) / 1000
  }

  /// Where the quantiles of one clock begin.
  @inline(__always)
  static func offset(quality: Int, slowness: Int, clock: Int) -> Int {
    ((quality * 3 + slowness) * 3 + clock) * (steps + 1)
  }
}
