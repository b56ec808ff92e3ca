public import Columns

/// A share in hundredths of a percent, as a field stores it: 12.34 % is 1234.
///
/// For comparison with a parameter see ``Ratio``; both are exact.
public enum Percentage {
  public static let type = QuantityType(name: "percentage", unit: "%", digits: 2)
}

/// So many of one thing for one or for a thousand of another, in hundredths.
public enum Rate {
  public static let type = QuantityType(name: "rate", unit: "", digits: 2)
}

/// A whole number of calendar days, which no other kind of time is compared with.
public enum CalendarDays {
  public static let type = QuantityType(name: "calendar days", unit: "d", digits: 0)
}
