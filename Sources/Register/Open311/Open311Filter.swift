public import Columns

/// Which complaints go out, in the standard's own terms.
public struct Open311Filter: Sendable, Hashable {
  /// First and last day of `requested_datetime`.
  public var from: Day?
  public var to: Day?
  /// `status`: only the open, or only the closed.
  public var isOpen: Bool?

  public init(from: Day? = nil, to: Day? = nil, isOpen: Bool? = nil) {
    self.from = from
    self.to = to
    self.isOpen = isOpen
  }

  func admits(_ requested: Moment, status: String) -> Bool {
    if let from, requested.day < from { return false }
    if let to, requested.day > to { return false }
    return isOpen.map { $0 == (status == "open") } ?? true
  }
}
