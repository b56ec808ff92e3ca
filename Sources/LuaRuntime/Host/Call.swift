// Public, so that what a host function calls most often is inlined into it: the header declares nothing that can raise.
public import CLua

/// One call of a host function: its arguments, and where its results go.
///
/// Arguments count from 1, as in every Lua message; the receiver of a method is not among them.
@safe public struct Call: ~Copyable {
  @usableFromInline let raw: UnsafeMutablePointer<xl_call>
  /// Calls back into Lua with ``Engine/call(_:_:)`` share the limits of this run.
  public unowned(unsafe) let engine: Engine

  init(raw: UnsafeMutablePointer<xl_call>, engine: Engine) {
    unsafe self.raw = raw
    unsafe self.engine = engine
  }

  /// How many arguments were given.
  public var count: Int { unsafe Int(xl_call_count(raw)) }

  /// The function's name as messages say it.
  public var name: String { unsafe raw.pointee.host.map { unsafe String(cString: xl_host_name($0)) } ?? "?" }

  /// What a method was called on.
  @inlinable public var receiver: Handle { unsafe Handle(bits: raw.pointee.receiver) }

  /// Any argument; `nil` for one that was not given.
  public func value(_ index: Int) throws(LuaError) -> LuaValue {
    let slot = unsafe xl_call_slot(raw, Int32(clamping: index))
    return slot == 0 ? .nil : try unsafe engine.read(slot)
  }

  /// All arguments.
  public func values() throws(LuaError) -> [LuaValue] {
    var values: [LuaValue] = []
    var budget = unsafe engine.limits.elements
    for index in 0..<count {
      let slot = unsafe xl_call_slot(raw, Int32(clamping: index + 1))
      values.append(slot == 0 ? .nil : try unsafe engine.read(slot, budget: &budget))
    }
    return values
  }

  /// True where `nil` or nothing was given.
  public func isNil(_ index: Int) -> Bool { unsafe xl_call_type(raw, Int32(clamping: index)) == XL_NIL }

  /// True where a table was given.
  public func isTable(_ index: Int) -> Bool { unsafe xl_call_type(raw, Int32(clamping: index)) == XL_TABLE }

  @inlinable public func integer(_ index: Int) throws(LuaError) -> Int64 {
    let argument = unsafe xl_call_integer(raw, Int32(clamping: index))
    guard argument.found else { try refuse(index, "a whole number") }
    return argument.value
  }

  @inlinable public func number(_ index: Int) throws(LuaError) -> Double {
    let argument = unsafe xl_call_number(raw, Int32(clamping: index))
    guard argument.found else { try refuse(index, "a number") }
    return argument.value
  }

  public func boolean(_ index: Int) throws(LuaError) -> Bool {
    var raw = unsafe xl_value()
    unsafe xl_call_read(self.raw, Int32(clamping: index), &raw)
    guard unsafe raw.type == XL_BOOLEAN else { throw wrong(index, "true or false") }
    return unsafe raw.integer != 0
  }

  public func string(_ index: Int) throws(LuaError) -> String {
    var raw = unsafe xl_value()
    unsafe xl_call_read(self.raw, Int32(clamping: index), &raw)
    guard unsafe raw.type == XL_STRING else { throw wrong(index, "a string") }
    guard let text = unsafe engine.text(raw) else { throw wrong(index, "a string in UTF-8", found: "other bytes") }
    return text
  }

  public func table(_ index: Int) throws(LuaError) -> LuaTable {
    guard isTable(index), case .table(let table) = try value(index) else { throw wrong(index, "a table") }
    return table
  }

  public func function(_ index: Int) throws(LuaError) -> LuaFunction {
    guard unsafe xl_call_type(raw, Int32(clamping: index)) == XL_FUNCTION, case .function(let function) = try value(index)
    else { throw wrong(index, "a function") }
    return function
  }

  @inlinable public func handle(_ index: Int) throws(LuaError) -> Handle {
    let argument = unsafe xl_call_handle(raw, Int32(clamping: index))
    guard argument.found else { try refuse(index, "a record or quantity") }
    return Handle(bits: argument.bits)
  }

  /// A row of this kind, of the present snapshot.
  public func row(_ index: Int, _ kind: RecordKind) throws(LuaError) -> UInt32 {
    try checked(index, kind.id).row
  }

  /// An object of this kind.
  public func object(_ index: Int, _ kind: ObjectKind) throws(LuaError) -> UInt32 {
    try checked(index, kind.id).row
  }

  /// The value of a quantity of this kind, in its unit.
  public func quantity(_ index: Int, _ kind: QuantityKind) throws(LuaError) -> Int64 {
    let argument = unsafe xl_call_handle(raw, Int32(clamping: index))
    guard argument.found, let value = Handle(bits: argument.bits).quantity(kind) else {
      throw wrong(index, unsafe engine.described(kind.id))
    }
    return value
  }

  private func checked(_ index: Int, _ kind: UInt8) throws(LuaError) -> Handle {
    let argument = unsafe xl_call_handle(raw, Int32(clamping: index))
    let handle = Handle(bits: argument.bits)
    guard argument.found, handle.kind == kind else { throw wrong(index, unsafe engine.described(kind)) }
    guard unsafe handle.epoch == xl_kind_epoch(engine.state, UInt32(kind)),
      unsafe handle.row < xl_kind_row_count(engine.state, UInt32(kind))
    else { throw wrong(index, "\(unsafe engine.described(kind)) of this snapshot", found: "one of an earlier snapshot") }
    return handle
  }

  /// Out of the way of the calls that succeed.
  @inline(never) @usableFromInline func refuse(_ index: Int, _ expected: String) throws(LuaError) -> Never {
    throw wrong(index, expected)
  }

  /// The error for an argument of the wrong type: names the function, the place, what was expected and found.
  public func wrong(_ index: Int, _ expected: String, found: String? = nil) -> LuaError {
    var text = [CChar](repeating: 0, count: 128)
    unsafe xl_call_found(raw, Int32(clamping: index), &text, text.count)
    let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let seen = found ?? String(decoding: bytes, as: UTF8.self)
    return LuaError(.argument, "argument \(index) of `\(name)` must be \(expected), found \(seen)")
  }

  /// An error of the host's with this text, for the script.
  public func failure(_ message: String) -> LuaError { LuaError(.host, message) }
}
