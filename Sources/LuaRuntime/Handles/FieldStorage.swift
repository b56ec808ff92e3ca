/// Where the values of a field are: columns that C reads without Swift, or a function of the row.
///
/// Every column has as many values as its kind has rows, and stays in place while `owner` lives; the engine keeps `owner`.
@safe public enum FieldStorage {
  /// `Int64.min`: missing. Shown as an integer, or as a quantity.
  case int64(UnsafePointer<Int64>, quantity: QuantityKind? = nil, owner: AnyObject)
  /// `Int32.min`: missing. Shown as an integer, or as a quantity.
  case int32(UnsafePointer<Int32>, quantity: QuantityKind? = nil, owner: AnyObject)
  /// Row `r` is bit `r % 64` of word `r / 64`; a zero in `known`: missing.
  case bits(UnsafePointer<UInt64>, known: UnsafePointer<UInt64>? = nil, owner: AnyObject)
  /// `UInt32.max`: missing.
  case text(UnsafePointer<UInt32>, TextDictionary, owner: AnyObject)
  /// Rows of another kind. `UInt32.max`: missing.
  case reference(UnsafePointer<UInt32>, to: RecordKind, owner: AnyObject)
  case computed((_ row: UInt32) throws -> LuaValue)
}

/// A field of a record: its name, and how to find its values when a script first touches it.
public struct Field {
  /// ASCII, at most 40 bytes.
  public let name: String
  let storage: () throws -> FieldStorage

  public init(_ name: String, storage: @escaping () throws -> FieldStorage) {
    self.name = name
    self.storage = storage
  }

  /// A function of the row, called at each reading.
  public static func computed(_ name: String, _ body: @escaping (_ row: UInt32) throws -> LuaValue) -> Field {
    Field(name) { .computed(body) }
  }
}

/// What an engine keeps for a kind of record.
final class RecordStore {
  var fields: [Field]
  var owners: [Int: [AnyObject]] = [:]
  var computed: [Int: HostBox] = [:]

  init(fields: [Field]) { self.fields = fields }
}
