extension Cell {
  /// How many decimals of an exact decimal are shown.
  public enum DecimalStyle: Sendable, Hashable {
    /// Every digit the value carries: 87.500, 12.50.
    case exact
    /// No trailing zeros beyond the first `atLeast` decimals: 87.5, 0.125, 3.
    case trimmed(atLeast: Int = 0)
    /// Exactly so many decimals, the rest cut off towards zero, never rounded: a score of 89.996 reads 89.99 and not
    /// 90.00, so that no figure on paper seems to reach a grade which it does not reach.
    case truncated(to: Int)
  }

  /// The plain text of the value, with decimals in the style asked for.
  public func plain(decimals style: DecimalStyle) -> String {
    guard case .decimal(let units, let digits) = self, digits > 0 else {
      guard case .truncated(let places) = style, places > 0 else { return plain }
      switch self {
      case .integer(let value), .decimal(let value, _): return Cell.decimal(value, digits: 0) + "." + Cell.zeros(places)
      default: return plain
      }
    }
    let exact = Cell.decimal(units, digits: digits)
    switch style {
    case .exact: return exact
    case .trimmed(let least): return Cell.places(exact, digits: digits, kept: max(least, decimalPlaces))
    case .truncated(let places): return Cell.places(exact, digits: digits, kept: places)
    }
  }

  /// The decimals that an exact decimal needs to be said without loss: 87.500 needs one, 3.000 none.
  public var decimalPlaces: Int {
    guard case .decimal(var units, let digits) = self, digits > 0 else { return 0 }
    guard units != 0 else { return 0 }
    var places = digits
    while places > 0, units % 10 == 0 {
      units /= 10
      places -= 1
    }
    return places
  }

  private static func places(_ exact: String, digits: Int, kept: Int) -> String {
    let kept = max(0, kept)
    if kept >= digits { return exact + zeros(kept - digits) }
    let cut = exact.dropLast(kept == 0 ? digits + 1 : digits - kept)
    // Cutting can leave nothing but zeros; a minus sign before zero says something false.
    return cut.contains { $0 != "-" && $0 != "0" && $0 != "." } ? String(cut) : String(cut.drop { $0 == "-" })
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: min(max(count, 0), 18)) }
}
