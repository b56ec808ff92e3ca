internal import Foundation

/// Prints each figure as it comes, and keeps the ratios for a file.
final class Report {
  /// What a figure is to be.
  enum Target {
    case ratioAtMost(Double)
    case ratioAtLeast(Double)
    /// Of our own figure, in its unit.
    case oursAtMost(Double, String)
    case none

    fileprivate var text: String {
      switch self {
      case .ratioAtMost(let bound): "<= \(bound)"
      case .ratioAtLeast(let bound): ">= \(bound)"
      case .oursAtMost(let bound, let unit): "<= \(bound.formatted(.number.grouping(.never))) \(unit)"
      case .none: "-"
      }
    }

    fileprivate func verdict(ours: Double, ratio: Double) -> String {
      switch self {
      case .ratioAtMost(let bound): ratio <= bound ? "met" : "MISSED"
      case .ratioAtLeast(let bound): ratio >= bound ? "met" : "MISSED"
      case .oursAtMost(let bound, _): ours <= bound ? "met" : "MISSED"
      case .none: ""
      }
    }
  }

  private var ratios: [String: [String: Any]] = [:]

  func heading(_ text: String) {
    print("# " + text)
    line("benchmark", "ours", "peer", "ratio", "target", "")
  }

  /// - Parameters:
  ///   - unit: of both figures.
  ///   - peer: what ours is measured against, in a word or two.
  func figure(
    _ name: String, ours: Double, unit: String, against peer: String, _ theirs: Double, target: Target = .none
  ) {
    let ratio = theirs == 0 ? 0 : ours / theirs
    line(
      name, "\(shown(ours)) \(unit)", "\(peer) \(shown(theirs))", shown(ratio), target.text,
      target.verdict(ours: ours, ratio: ratio))
    ratios[name] = ["ratio": (ratio * 1000).rounded() / 1000, "unit": "\(unit) / \(unit) of \(peer)"]
  }

  func note(_ text: String) {
    print("  " + text)
    fflush(nil)
  }

  var json: String {
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? JSONSerialization.data(withJSONObject: ratios, options: options)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func shown(_ value: Double) -> String {
    value >= 1000 ? String(Int(value.rounded())) : String(format: value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value)
  }

  private func line(_ name: String, _ ours: String, _ peer: String, _ ratio: String, _ target: String, _ verdict: String) {
    func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(1, width - text.count)) }
    print(padded(name, 34) + padded(ours, 18) + padded(peer, 26) + padded(ratio, 8) + padded(target, 12) + verdict)
    fflush(nil)
  }
}
