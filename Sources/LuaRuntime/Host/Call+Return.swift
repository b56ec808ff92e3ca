public import CLua

/// Rows for a script's `for` loop, in the order given. They are copied.
@safe public enum Rows {
  /// 0, 1, …, count − 1.
  case range(Int)
  case list([UInt32])
  case buffer(UnsafeBufferPointer<UInt32>)
  /// Row `r` is in it if bit `r % 64` of word `r / 64` is set.
  case bitmap(UnsafePointer<UInt64>, rows: Int)
}

extension Call {
  /// Adds a result; a function may give several.
  @inlinable public mutating func `return`(_ value: Int64) throws(LuaError) {
    guard unsafe xl_return_integer(raw, value) else { try refuseResult() }
  }

  @inlinable public mutating func `return`(_ value: Int) throws(LuaError) { try self.return(Int64(value)) }

  @inlinable public mutating func `return`(_ value: Double) throws(LuaError) {
    guard unsafe xl_return_number(raw, value) else { try refuseResult() }
  }

  @inlinable public mutating func `return`(_ value: Bool) throws(LuaError) {
    guard unsafe xl_return_boolean(raw, value) else { try refuseResult() }
  }

  @inlinable public mutating func `return`(_ value: Handle) throws(LuaError) {
    guard unsafe xl_return_handle(raw, value.bits) else { try refuseResult() }
  }

  public mutating func `return`(_ value: String) throws(LuaError) {
    try unsafe engine.push(value)
    try done(true)
  }

  public mutating func `return`(_ value: LuaValue) throws(LuaError) {
    let top = unsafe xl_top(engine.state)
    do throws(LuaError) {
      try unsafe engine.push(value)
    } catch {
      unsafe xl_set_top(engine.state, top)  // half a table must not be taken for an argument
      throw error
    }
    try done(true)
  }

  /// A row of the present snapshot.
  public mutating func `return`(_ kind: RecordKind, row: Int) throws(LuaError) {
    try self.return(try unsafe engine.row(kind, row))
  }

  public mutating func `return`(_ kind: QuantityKind, value: Int64) throws(LuaError) {
    try self.return(try unsafe engine.quantity(kind, value))
  }

  /// A function that receives `bound` before its arguments (at most 16). Unlike ``Engine/function(_:)``, each is garbage
  /// like any other Lua value.
  public mutating func `return`(_ function: HostFunction, bound: [LuaValue]) throws(LuaError) {
    let top = unsafe xl_top(engine.state)
    do throws(LuaError) {
      for value in bound { try unsafe engine.push(value) }
    } catch {
      unsafe xl_set_top(engine.state, top)
      throw error
    }
    try done(unsafe xl_push_host(engine.state, engine.box(for: function).raw, Int32(clamping: bound.count)))
  }

  /// What a generic `for` needs to go through rows: about 18 ns a step, without Swift.
  public mutating func returnRows(_ kind: RecordKind, _ rows: Rows) throws(LuaError) {
    try unsafe engine.count(kind.id)
    let state = unsafe engine.state
    let id = UInt32(kind.id)
    switch rows {
    case .range(let count): try done(unsafe xl_push_range(state, id, UInt32(clamping: count)), 3)
    case .list(let list):
      try done(unsafe list.withUnsafeBufferPointer { unsafe xl_push_rows(state, id, $0.baseAddress, $0.count) }, 3)
    case .buffer(let buffer): try done(unsafe xl_push_rows(state, id, buffer.baseAddress, buffer.count), 3)
    case .bitmap(let words, let rows): try done(unsafe xl_push_bitmap(state, id, words, max(0, rows)), 3)
    }
  }

  @inline(never) @usableFromInline func refuseResult() throws(LuaError) -> Never { throw unsafe engine.memoryError() }

  private mutating func done(_ pushed: Bool, _ count: Int32 = 1) throws(LuaError) {
    guard pushed else { try refuseResult() }
    unsafe raw.pointee.results += count
  }
}
