/// The three truth values of a condition over facts that may be missing (Kleene's strong logic).
///
/// Ordered no < unknown < yes, so that *and* is the minimum and *or* the maximum of two bytes.
public enum Verdict: UInt8, Sendable, Hashable, Comparable {
  case no = 0
  case unknown = 1
  case yes = 2

  @inlinable
  public static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }

  @inlinable
  public init(_ value: Bool) { self = value ? .yes : .no }
}
