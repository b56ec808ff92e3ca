/// What a host function declares of one argument: its type, and how it is read.
public struct Parameter<Value> {
  let read: (borrowing Call, _ index: Int) throws(LuaError) -> Value

  init(_ read: @escaping (borrowing Call, _ index: Int) throws(LuaError) -> Value) { self.read = read }

  /// `nil` where nothing, or `nil`, was given.
  public static func optional<Wrapped>(_ parameter: Parameter<Wrapped>) -> Parameter where Value == Wrapped? {
    Parameter { call, index throws(LuaError) in call.isNil(index) ? nil : try parameter.read(call, index) }
  }
}

extension Parameter where Value == Int64 {
  /// A whole number; a float that is one exactly counts.
  public static var integer: Parameter { Parameter { call, index throws(LuaError) in try call.integer(index) } }

  /// An amount of this kind, as its value.
  public static func quantity(_ kind: QuantityKind) -> Parameter {
    Parameter { call, index throws(LuaError) in try call.quantity(index, kind) }
  }
}

extension Parameter where Value == Double {
  public static var number: Parameter { Parameter { call, index throws(LuaError) in try call.number(index) } }
}

extension Parameter where Value == Bool {
  public static var boolean: Parameter { Parameter { call, index throws(LuaError) in try call.boolean(index) } }
}

extension Parameter where Value == String {
  /// Text in UTF-8.
  public static var string: Parameter { Parameter { call, index throws(LuaError) in try call.string(index) } }
}

extension Parameter where Value == LuaTable {
  /// A copy.
  public static var table: Parameter { Parameter { call, index throws(LuaError) in try call.table(index) } }
}

extension Parameter where Value == LuaFunction {
  public static var function: Parameter { Parameter { call, index throws(LuaError) in try call.function(index) } }
}

extension Parameter where Value == UInt32 {
  /// A row of this kind, of the present snapshot.
  public static func row(_ kind: RecordKind) -> Parameter { Parameter { call, index throws(LuaError) in try call.row(index, kind) } }
}

extension Parameter where Value == LuaValue {
  public static var any: Parameter { Parameter { call, index throws(LuaError) in try call.value(index) } }
}

extension HostFunction {
  /// A function whose parameters are declared: all of them are read before the body runs.
  ///
  /// ```swift
  /// HostFunction("pay", .row(complaint), .quantity(money)) { call, row, fen in … }
  /// ```
  /// An argument that does not fit is an error at the script's line: "argument 2 of `pay` must be a money, found a number".
  /// (One initialiser for each number of parameters: the compiler loses `inout` in a closure that takes a parameter pack.)
  public convenience init<A>(_ name: String, _ a: Parameter<A>, body: @escaping (inout Call, A) throws -> Void) {
    self.init(name) { call in
      let first = try a.read(call, 1)
      try body(&call, first)
    }
  }

  public convenience init<A, B>(
    _ name: String, _ a: Parameter<A>, _ b: Parameter<B>, body: @escaping (inout Call, A, B) throws -> Void
  ) {
    self.init(name) { call in
      let (first, second) = (try a.read(call, 1), try b.read(call, 2))
      try body(&call, first, second)
    }
  }

  public convenience init<A, B, C>(
    _ name: String, _ a: Parameter<A>, _ b: Parameter<B>, _ c: Parameter<C>, body: @escaping (inout Call, A, B, C) throws -> Void
  ) {
    self.init(name) { call in
      let (first, second, third) = (try a.read(call, 1), try b.read(call, 2), try c.read(call, 3))
      try body(&call, first, second, third)
    }
  }

  public convenience init<A, B, C, D>(
    _ name: String, _ a: Parameter<A>, _ b: Parameter<B>, _ c: Parameter<C>, _ d: Parameter<D>,
    body: @escaping (inout Call, A, B, C, D) throws -> Void
  ) {
    self.init(name) { call in
      let (first, second, third, fourth) = (try a.read(call, 1), try b.read(call, 2), try c.read(call, 3), try d.read(call, 4))
      try body(&call, first, second, third, fourth)
    }
  }
}
