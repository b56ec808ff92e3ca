internal import CLua

/// For this package's tests and benchmarks only.
extension Engine {
  /// Everything that can be reached from an environment, through metatables and upvalues too, as "path: type".
  package func reachable(from environment: Environment) throws(LuaError) -> [String] {
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    let status = unsafe xl_reachable(state, environment.reference)
    guard status == XL_OK else { throw failure(status, chunk: nil) }
    guard case .table(let lines) = try read(top + 1) else { return [] }
    return lines.array.compactMap(\.string)
  }

  /// Puts the restricted profile's functions over the library's own, in an unrestricted engine: for the official tests.
  package func layBoundedFunctionsOver() throws(LuaError) {
    let status = unsafe xl_overlay(state)
    guard status == XL_OK else { throw failure(status, chunk: nil) }
  }

  /// The allocation with this number, counted from now, fails; with `onward` all after it too. 0: none.
  package func failAllocation(_ number: Int, onward: Bool) {
    unsafe xl_fail_allocation(state, UInt64(max(0, number)), onward)
  }

  /// Allocations that could have failed since ``failAllocation(_:onward:)``.
  package var allocations: Int { unsafe Int(clamping: xl_allocations(state)) }

  /// The most bytes that Lua held at a time.
  package var memoryPeak: Int { unsafe xl_memory_peak(state) }

  /// Values on the stack: 0 between runs.
  package var stackDepth: Int { unsafe Int(xl_top(state)) }

  /// C functions that do the same as host functions do, for benchmarks, as the global `plain` of an environment. Numbers get
  /// an `__index` in C that does nothing: the least that reading a field can cost.
  package func addPlainFunctions(to environment: Environment) throws(LuaError) {
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    let status = unsafe xl_plain_open(state)
    guard status == XL_OK else { throw failure(status, chunk: nil) }
    let name = "plain"
    guard unsafe withBytes(name, { unsafe xl_environment_set(state, environment.reference, $0, $1) }) == XL_OK else {
      throw memoryError()
    }
  }

  /// A state of plain Lua is made with all libraries, runs the source, if any, without limits, and is closed.
  ///
  /// - Returns: false when the source failed.
  package static func runPlain(_ source: String? = nil) -> Bool {
    guard let source else { return xl_plain_run(nil) }
    return unsafe source.withCString { unsafe xl_plain_run($0) }
  }
}
