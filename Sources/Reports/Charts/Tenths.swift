/// A length in a drawing, in tenths of its unit: exact, so that a chart is the same bytes everywhere.
struct Tenths: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  var tenths: Int

  init(tenths: Int) { self.tenths = tenths }
  init(_ units: Int) { tenths = units * 10 }
  init(integerLiteral units: Int) { tenths = units * 10 }

  /// The part of this length that a value is of a whole; nothing for values outside it.
  func share(_ part: Int, of whole: Int) -> Tenths {
    guard whole > 0, part > 0, tenths > 0 else { return 0 }
    guard part < whole else { return self }
    let (high, low) = UInt(part).multipliedFullWidth(by: UInt(tenths))
    return Tenths(tenths: Int(clamping: UInt(whole).dividingFullWidth((high, low)).quotient))
  }

  static func + (a: Tenths, b: Tenths) -> Tenths { Tenths(tenths: a.tenths + b.tenths) }
  static func - (a: Tenths, b: Tenths) -> Tenths { Tenths(tenths: a.tenths - b.tenths) }
  static func < (a: Tenths, b: Tenths) -> Bool { a.tenths < b.tenths }

  var half: Tenths { Tenths(tenths: tenths / 2) }

  var description: String {
    let magnitude = tenths.magnitude
    let text = magnitude % 10 == 0 ? "\(magnitude / 10)" : "\(magnitude / 10).\(magnitude % 10)"
    return tenths < 0 ? "-" + text : text
  }
}
