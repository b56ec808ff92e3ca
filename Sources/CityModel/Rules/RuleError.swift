public import Columns

/// Why a city rule could not be computed: a column that is not there, or a parameter without a value.
public enum RuleError: Error {
  case column(ColumnError)
  case parameter(ParameterError)

  /// The stable code of what is wrong.
  public var code: String {
    switch self {
    case .column(let error): error.code.rawValue
    case .parameter(let error): error.code.rawValue
    }
  }

  public var message: Bilingual {
    switch self {
    case .parameter(let error): error.message
    case .column(let error):
      Bilingual(
        zh: "读取 `\(error.table).\(error.field)` 失败（\(error.code.rawValue)）\(error.detail)",
        en: "`\(error.table).\(error.field)` cannot be read (\(error.code.rawValue)) \(error.detail)")
    }
  }
}

/// Runs reads of columns and parameters and gives their errors one type.
@inline(__always)
func column<T>(_ body: () throws(ColumnError) -> T) throws(RuleError) -> T {
  do { return try body() } catch { throw .column(error) }
}

@inline(__always)
func parameter<T>(_ body: () throws(ParameterError) -> T) throws(RuleError) -> T {
  do { return try body() } catch { throw .parameter(error) }
}
