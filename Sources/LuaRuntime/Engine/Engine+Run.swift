internal import CLua

extension Engine {
  /// A fresh set of globals: the libraries, what libraries of the host exported, and `globals`.
  ///
  /// - Throws: `setup` without memory, `conversion` for a value that cannot be carried.
  public func makeEnvironment(globals: [String: LuaValue] = [:]) throws(LuaError) -> Environment {
    try environment(trusted: false, globals: globals)
  }

  /// Sets one more global, or replaces one.
  public func setGlobal(_ name: String, to value: LuaValue, in environment: Environment) throws(LuaError) {
    try check(environment)
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    // What the host gives before a run is not the script's.
    let limit = unsafe xl_memory_limit(state)
    defer { environment.cost += max(0, unsafe Int(clamping: xl_memory_limit(state)) - Int(clamping: limit)) }
    let mark = unsafe xl_setup_begin(state)
    do throws(LuaError) {
      try push(value)
    } catch {
      unsafe xl_setup_end(state, mark)
      throw error
    }
    unsafe xl_setup_end(state, mark)
    let status = unsafe withBytes(name) { unsafe xl_environment_set(state, environment.reference, $0, $1) }
    guard status == XL_OK else { throw LuaError(.setup, "no memory for the global `\(name)`") }
  }

  /// Compiles text; nothing runs yet.
  ///
  /// - Parameter name: what errors call the source; a file's name.
  /// - Throws: `syntax` or `source-refused`, with the line.
  public func load(_ source: String, name: String, into environment: Environment) throws(LuaError) -> LuaFunction {
    try load(Array(source.utf8), name: name, into: environment)
  }

  /// As ``load(_:name:into:)``, for bytes as they were read.
  public func load(_ source: [UInt8], name: String, into environment: Environment) throws(LuaError) -> LuaFunction {
    try check(environment)
    releaseWaiting()
    guard source.count <= limits.sourceBytes || profile == .unrestricted else {
      var error = LuaError(
        .sourceRefused, "the source has \(source.count) bytes, more than the \(limits.sourceBytes) that are accepted")
      error.chunk = name
      error.line = 1
      throw error
    }
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    let chunkName = "@" + name
    let status = unsafe source.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        unsafe xl_load(state, environment.reference, bytes.baseAddress, bytes.count, chunkName)
      }
    }
    guard status == XL_OK else { throw failure(status, chunk: name) }
    return try takeFunction()
  }

  /// Compiles one line of a prompt: as an expression whose values are returned if it is one, else as statements.
  public func load(line source: String, name: String, into environment: Environment) throws(LuaError) -> LuaFunction {
    do throws(LuaError) {
      return try load("return " + source, name: name, into: environment)
    } catch let first {
      do throws(LuaError) {
        return try load(source, name: name, into: environment)
      } catch {
        var second = error
        second.isIncomplete = first.isIncomplete || second.isIncomplete
        throw second
      }
    }
  }

  /// Calls a function, inside the limits. Calls from within a host function share the limits of the run they are part of.
  ///
  /// - Throws: whatever the script raises; `time-limit`, `memory-limit`, `cancelled`; `conversion` for a result that cannot
  ///   be carried.
  @discardableResult
  public func call(_ function: LuaFunction, _ arguments: [LuaValue] = []) throws(LuaError) -> [LuaValue] {
    releaseWaiting()
    if unsafe !xl_in_run(state) {
      hostErrors.removeAll()
      retired.removeAll()
    }
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    try push(.function(function))
    for argument in arguments { try push(argument) }
    let status = unsafe xl_run(state, Int32(arguments.count))
    guard status == XL_OK else { throw failure(status, chunk: nil) }
    let count = unsafe xl_top(state) - top
    var results: [LuaValue] = []
    results.reserveCapacity(Int(count))
    var budget = limits.elements
    for i in 0..<count { results.append(try read(top + 1 + i, budget: &budget)) }
    return results
  }

  /// Compiles and calls in one step.
  @discardableResult
  public func run(_ source: String, name: String, in environment: Environment) throws(LuaError) -> [LuaValue] {
    try call(load(source, name: name, into: environment))
  }

  /// Runs code of the host's own, written in Lua, which sees a table `host` besides the libraries. The table it returns is
  /// what every later environment gets as globals; tables in it are copied for each.
  ///
  /// - Returns: the names that were exported, sorted.
  @discardableResult
  public func loadLibrary(_ source: String, name: String, host: [String: LuaValue]) throws(LuaError) -> [String] {
    let environment = try environment(trusted: true, globals: [:])
    var table = LuaTable()
    for (key, value) in host { table[key] = value }
    try setGlobal("host", to: .table(table), in: environment)
    let function = try load(source, name: name, into: environment)
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    try push(.function(function))
    let status = unsafe xl_run_set_up(state)
    guard status == XL_OK else { throw failure(status, chunk: nil) }
    var exports = unsafe xl_value()
    if unsafe xl_top(state) > top { unsafe xl_read(state, top + 1, &exports) }
    guard unsafe exports.type == XL_TABLE else {
      throw LuaError(.misuse, "the library `\(name)` must return a table of its exports")
    }
    unsafe xl_set_top(state, top + 1)
    let names = try keyNames(at: top + 1)
    // Its functions live on in every later environment, and their globals with them.
    environment.cost = 0
    guard unsafe xl_environment_export(state) == XL_OK else {
      throw LuaError(.setup, "no memory for the library `\(name)`, or a key that is not a name")
    }
    return names
  }

  /// The names a script in this environment can use, sorted.
  public func globalNames(of environment: Environment) throws(LuaError) -> [String] {
    try check(environment)
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    guard unsafe xl_environment_names(state, environment.reference) == XL_OK else {
      throw LuaError(.setup, "no memory for the list of names")
    }
    guard case .table(let names) = try read(top + 1) else { return [] }
    return names.array.compactMap(\.string).sorted()
  }

  /// As Lua's `tostring`.
  public func describe(_ value: LuaValue) throws(LuaError) -> String {
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    try push(value)
    let status = unsafe xl_describe(state, top + 1)
    guard status == XL_OK else { throw failure(status, chunk: nil) }
    switch try read(top + 2) {
    case .string(let text): return text
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    default: return ""
    }
  }

  private func environment(trusted: Bool, globals: [String: LuaValue]) throws(LuaError) -> Environment {
    releaseWaiting()
    let limit = unsafe xl_memory_limit(state)
    let reference = unsafe xl_environment_new(state, trusted)
    guard reference != 0 else { throw LuaError(.setup, "no memory for an environment") }
    let environment = Environment(reference: reference, engine: self)
    environment.cost = max(0, unsafe Int(clamping: xl_memory_limit(state)) - Int(clamping: limit))
    for (name, value) in globals { try setGlobal(name, to: value, in: environment) }
    return environment
  }

  private func check(_ environment: Environment) throws(LuaError) {
    guard environment.engine === self else { throw LuaError(.misuse, "this environment belongs to another engine") }
  }

  private func keyNames(at index: Int32) throws(LuaError) -> [String] {
    var names: [String] = []
    var key = unsafe xl_value()
    guard unsafe xl_reserve(state, 4), unsafe xl_push_nil(state) else { throw memoryError() }
    while unsafe xl_table_next(state, index) {
      let top = unsafe xl_top(state)
      unsafe xl_set_top(state, top - 1)
      unsafe xl_read(state, top - 1, &key)
      if let name = unsafe text(key) { names.append(name) }
    }
    return names.sorted()
  }
}

func withBytes<Result>(_ text: String, _ body: (UnsafePointer<CChar>?, Int) -> Result) -> Result {
  var text = text
  return text.withUTF8 { bytes in
    unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe body($0.baseAddress, $0.count) }
  }
}
