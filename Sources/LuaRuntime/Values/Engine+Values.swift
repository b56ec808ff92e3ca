internal import CLua

extension Engine {
  /// Pushes one value. What has been pushed stays on the stack when this throws; callers set the top back.
  func push(_ value: LuaValue) throws(LuaError) {
    var budget = limits.elements
    try push(value, depth: 0, budget: &budget)
  }

  private func push(_ value: LuaValue, depth: Int, budget: inout Int) throws(LuaError) {
    let done: Bool
    switch value {
    case .nil: done = unsafe xl_push_nil(state)
    case .boolean(let value): done = unsafe xl_push_boolean(state, value)
    case .integer(let value): done = unsafe xl_push_integer(state, value)
    case .number(let value): done = unsafe xl_push_number(state, value)
    case .string(let text): return try push(text)
    case .bytes(let bytes):
      try checkLength(bytes.count)
      done = unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe xl_push_string(state, $0.baseAddress, $0.count) }
      }
    case .table(let table): return try push(table, depth: depth, budget: &budget)
    case .function(let function):
      guard function.belongs(to: self) else { throw LuaError(.misuse, "this function belongs to another engine") }
      done = unsafe xl_push_reference(state, function.reference)
    case .handle(let handle):
      guard unsafe xl_push_handle(state, handle.bits) else {
        throw LuaError(.misuse, "this handle is of a kind that the engine does not know")
      }
      done = true
    }
    guard done else { throw memoryError() }
  }

  func push(_ text: String) throws(LuaError) {
    try checkLength(text.utf8.count)
    guard unsafe withBytes(text, { unsafe xl_push_string(state, $0, $1) }) else { throw memoryError() }
  }

  private func checkLength(_ count: Int) throws(LuaError) {
    guard count <= limits.string || profile == .unrestricted else {
      throw LuaError(.conversion, "a string of \(count) bytes is longer than the \(limits.string) that a script may hold")
    }
  }

  private func push(_ table: LuaTable, depth: Int, budget: inout Int) throws(LuaError) {
    try spend(table.array.count + table.keyed.count, depth: depth, budget: &budget)
    guard unsafe xl_push_table(state, table.array.count, table.keyed.count) else { throw memoryError() }
    let index = unsafe xl_top(state)
    var position: Int64 = 0
    for value in table.array {
      position += 1
      try push(value, depth: depth + 1, budget: &budget)
      guard unsafe xl_table_set_index(state, index, position) else { throw memoryError() }
    }
    for entry in table.keyed {
      try push(entry.key.value, depth: depth + 1, budget: &budget)
      try push(entry.value, depth: depth + 1, budget: &budget)
      guard unsafe xl_table_set(state, index) else {
        throw isStopping ? memoryError() : LuaError(.conversion, "a key of a table cannot be NaN")
      }
    }
  }

  private func spend(_ count: Int, depth: Int, budget: inout Int) throws(LuaError) {
    guard depth < limits.depth else {
      throw LuaError(.conversion, "tables are nested more than \(limits.depth) deep, or contain themselves")
    }
    guard count <= budget else {
      throw LuaError(
        .conversion, "more than \(limits.elements) values to be carried at a time (64 bytes of a string count as one)")
    }
    budget -= count
  }

  func read(_ index: Int32) throws(LuaError) -> LuaValue {
    var budget = limits.elements
    return try read(index, budget: &budget)
  }

  func read(_ index: Int32, depth: Int = 0, budget: inout Int) throws(LuaError) -> LuaValue {
    var raw = unsafe xl_value()
    unsafe xl_read(state, index, &raw)
    switch Int(unsafe raw.type) {
    case XL_NIL: return .nil
    case XL_BOOLEAN: return unsafe .boolean(raw.integer != 0)
    case XL_INTEGER: return unsafe .integer(raw.integer)
    case XL_NUMBER: return unsafe .number(raw.number)
    case XL_STRING:
      // Lua holds a string once, Swift would hold it as often as it occurs.
      try spend(unsafe raw.length / 64, depth: 0, budget: &budget)
      return unsafe string(raw)
    case XL_HANDLE: return unsafe .handle(Handle(bits: UInt64(bitPattern: raw.integer)))
    case XL_FUNCTION:
      guard unsafe xl_push_copy(state, index) else { throw memoryError() }
      return .function(try takeFunction())
    case XL_TABLE: return .table(try readTable(index, depth: depth, budget: &budget))
    default: throw LuaError(.conversion, "a value of this type cannot be carried to Swift")
    }
  }

  /// Pops the function on top of the stack.
  func takeFunction() throws(LuaError) -> LuaFunction {
    let reference = unsafe xl_reference(state)
    guard reference != 0 else { throw memoryError() }
    return LuaFunction(reference: reference, releases: releases)
  }

  private func readTable(_ index: Int32, depth: Int, budget: inout Int) throws(LuaError) -> LuaTable {
    guard unsafe xl_reserve(state, 8) else { throw memoryError() }
    let length = unsafe xl_table_length(state, index)
    try spend(length, depth: depth, budget: &budget)
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    var array: [LuaValue] = []
    array.reserveCapacity(length)
    for position in 0..<length {
      if position & 255 == 0, isStopping { throw memoryError() }
      guard unsafe xl_table_get_index(state, index, Int64(position) + 1) else { throw memoryError() }
      array.append(try read(top + 1, depth: depth + 1, budget: &budget))
      unsafe xl_set_top(state, top)
    }
    var keyed: [LuaTable.Entry] = []
    var raw = unsafe xl_value()
    guard unsafe xl_push_nil(state) else { throw memoryError() }
    while unsafe xl_table_next(state, index) {
      unsafe xl_read(state, top + 1, &raw)
      if unsafe raw.type == XL_INTEGER && raw.integer >= 1 && raw.integer <= Int64(length) {
        unsafe xl_set_top(state, top + 1)
        continue
      }
      try spend(1, depth: depth, budget: &budget)
      if isStopping { throw memoryError() }
      if unsafe raw.type == XL_STRING { try spend(unsafe raw.length / 64, depth: depth, budget: &budget) }
      let key = unsafe try key(raw)
      keyed.append(.init(key: key, value: try read(top + 2, depth: depth + 1, budget: &budget)))
      unsafe xl_set_top(state, top + 1)
    }
    keyed.sort { $0.key < $1.key }
    return LuaTable(array: array, sorted: keyed)
  }

  private func key(_ raw: xl_value) throws(LuaError) -> LuaTable.Key {
    switch Int(unsafe raw.type) {
    case XL_BOOLEAN: return unsafe .boolean(raw.integer != 0)
    case XL_INTEGER: return unsafe .integer(raw.integer)
    case XL_NUMBER: return unsafe .number(raw.number)
    case XL_HANDLE: return unsafe .handle(Handle(bits: UInt64(bitPattern: raw.integer)))
    case XL_STRING:
      if let text = unsafe text(raw) { return .string(text) }
      return unsafe .bytes(Array(UnsafeRawBufferPointer(start: raw.bytes, count: raw.length)))
    default: throw LuaError(.conversion, "a table whose keys are tables or functions cannot be carried to Swift")
    }
  }

  private func string(_ raw: xl_value) -> LuaValue {
    if let text = unsafe text(raw) { return .string(text) }
    return unsafe .bytes(Array(UnsafeRawBufferPointer(start: raw.bytes, count: raw.length)))
  }

  /// The text of a string value, if it is valid UTF-8.
  func text(_ raw: xl_value) -> String? {
    guard unsafe raw.type == XL_STRING else { return nil }
    let bytes = unsafe UnsafeBufferPointer(start: raw.bytes, count: raw.length)
    return unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe String(validating: $0, as: UTF8.self) }
  }
}
