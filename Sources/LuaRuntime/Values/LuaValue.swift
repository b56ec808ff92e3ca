/// A Lua value as Swift holds it. Tables are copied; functions are held by reference.
public enum LuaValue {
  case `nil`
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  /// A Lua string that is valid UTF-8.
  case string(String)
  /// A Lua string that is not. (Pushed, it becomes the same bytes; valid UTF-8 comes back as `string`.)
  case bytes([UInt8])
  case table(LuaTable)
  case function(LuaFunction)
  /// A row, a quantity or an object of the host's.
  case handle(Handle)
}

extension LuaValue {
  public var isNil: Bool { if case .nil = self { true } else { false } }
  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  /// An integer, or a float with an exact integer value.
  public var integer: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    default: nil
    }
  }
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var table: LuaTable? { if case .table(let value) = self { value } else { nil } }
  public var function: LuaFunction? { if case .function(let value) = self { value } else { nil } }
  public var handle: Handle? { if case .handle(let value) = self { value } else { nil } }

  /// The value of a quantity of this kind.
  public func quantity(_ kind: QuantityKind) -> Int64? { handle?.quantity(kind) }

  /// "a number", "a string": for messages.
  public var typeName: String {
    switch self {
    case .nil: "nil"
    case .boolean: "a boolean"
    case .integer, .number: "a number"
    case .string, .bytes: "a string"
    case .table: "a table"
    case .function: "a function"
    case .handle: "a handle"
    }
  }
}

extension LuaValue: Equatable {
  /// As `==` in Lua, but tables are compared by content.
  public static func == (a: LuaValue, b: LuaValue) -> Bool {
    switch (a, b) {
    case (.nil, .nil): true
    case (.boolean(let x), .boolean(let y)): x == y
    case (.integer(let x), .integer(let y)): x == y
    case (.number(let x), .number(let y)): x == y
    case (.integer(let x), .number(let y)), (.number(let y), .integer(let x)): Int64(exactly: y) == x
    case (.string(let x), .string(let y)): x.utf8.elementsEqual(y.utf8)
    case (.bytes(let x), .bytes(let y)): x == y
    case (.table(let x), .table(let y)): x == y
    case (.function(let x), .function(let y)): x === y
    case (.handle(let x), .handle(let y)): x == y
    default: false
    }
  }
}

extension LuaValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
  public init(nilLiteral: ()) { self = .nil }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(stringLiteral value: String) { self = .string(value) }
}
