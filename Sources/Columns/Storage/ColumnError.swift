/// Why a column or a condition over columns cannot be had.
public struct ColumnError: Error {
  public enum Code: String, Sendable {
    /// The table has no field of that name.
    case unknownField = "unknown-field"
    /// No table of that name.
    case unknownTable = "unknown-table"
    /// The field's type does not allow what was asked of it.
    case wrongType = "wrong-type"
    /// The value is not one of the enumeration's.
    case unknownValue = "unknown-value"
    /// The column is not at hand and there is no source for it.
    case notLoaded = "not-loaded"
    /// The source failed.
    case sourceFailed = "source-failed"
    /// The sum of a column is beyond 64 bits.
    case overflow
  }

  public var code: Code
  public var table: String
  public var field: String
  /// What was expected or found, in a few words.
  public var detail: String
  public var underlying: (any Error)?

  public init(_ code: Code, table: String, field: String, detail: String = "", underlying: (any Error)? = nil) {
    self.code = code
    self.table = table
    self.field = field
    self.detail = detail
    self.underlying = underlying
  }
}
