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
}
