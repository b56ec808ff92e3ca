public import Columns

extension Day {
  /// The rolling window of so many months that ends on this day; its starting day is not counted (Civil Code 201, 202).
  public func window(months: Int) -> ClosedRange<Day> {
    let first = adding(months: -months).adding(days: 1)
    return min(first, self)...self
  }
}
