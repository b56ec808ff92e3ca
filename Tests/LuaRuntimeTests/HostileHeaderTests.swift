internal import CLua
import Testing

/// The header's functions with arguments that would make Lua raise: here nothing protects them, so a raise would end the
/// process. (DESIGN D1 names the holes.)
@Suite struct HostileHeaderTests {
  private func withEngine(memory: Int = 4 << 20, _ body: (OpaquePointer) throws -> Void) throws {
    var config = xl_config()
    config.memory = memory
    config.host_credit = 1 << 20
    config.max_string = 1 << 20
    config.output = 1 << 10
    config.stack = 1 << 16
    let made = xl_engine_new(&config)
    let engine = try #require(made)
    defer { xl_engine_free(engine) }
    try body(engine)
    xl_set_top(engine, 0)
    #expect(xl_push_integer(engine, 1) && xl_top(engine) == 1)
  }

  @Test func `size hints near the largest integer are clamped, and counted before they are used`() throws {
    try withEngine { engine in
      for hint in [Int(Int32.max) - 1, Int(Int32.max), Int(UInt32.max), Int.max] {
        #expect(!xl_push_table(engine, hint, 0))
        #expect(!xl_push_table(engine, 0, hint))
        #expect(!xl_push_table(engine, hint, hint))
      }
      #expect(xl_push_table(engine, 10, 10))
    }
  }

  @Test func `nil and NaN are no keys`() throws {
    try withEngine { engine in
      #expect(xl_push_table(engine, 0, 0))
      for push in [{ xl_push_nil(engine) }, { xl_push_number(engine, .nan) }, { xl_push_number(engine, -.nan) }] {
        #expect(push() && xl_push_integer(engine, 1))
        #expect(!xl_table_set(engine, 1))
        #expect(xl_top(engine) == 1)
      }
      #expect(xl_push_number(engine, 1.5) && xl_push_integer(engine, 1) && xl_table_set(engine, 1))
      #expect(xl_push_integer(engine, 5) && xl_push_integer(engine, 6) && xl_push_integer(engine, 7))
      #expect(!xl_table_set(engine, 2), "no table")
    }
  }

  /// Reading a number's text would change the key on the stack, and the next step of the traversal would raise.
  @Test func `keys may be read while a table is traversed`() throws {
    try withEngine { engine in
      #expect(xl_push_table(engine, 0, 0))
      for key in 0..<40 {
        #expect(xl_push_number(engine, Double(key) / 4) && xl_push_integer(engine, Int64(key)) && xl_table_set(engine, 1))
      }
      var seen = 0
      var value = xl_value()
      #expect(xl_push_nil(engine))
      while xl_table_next(engine, 1) {
        xl_read(engine, 2, &value)
        #expect(value.type == Int32(XL_NUMBER) || value.type == Int32(XL_INTEGER))
        xl_set_top(engine, 2)
        seen += 1
      }
      #expect(seen == 40)
    }
  }

  @Test func `the stack has an end`() throws {
    try withEngine(memory: 64 << 20) { engine in
      for slots in [Int32.min, -1, 100_001, Int32.max] { #expect(!xl_reserve(engine, slots)) }
      for top in [Int32.min, -1, 1, Int32.max] {
        xl_set_top(engine, top)
        #expect(xl_top(engine) == 0)
      }
      var pushed = 0
      while xl_push_integer(engine, 1) { pushed += 1 }
      #expect(pushed > 100_000 && pushed < 1_100_000)
      #expect(!xl_push_nil(engine) && !xl_push_string(engine, "x", 1) && !xl_push_table(engine, 1, 1) && !xl_reserve(engine, 1000))
      #expect(xl_environment_new(engine, false) == 0)
    }
  }

  @Test func `beyond the credit nothing is pushed`() throws {
    try withEngine(memory: 1 << 16) { engine in
      let bytes = [CChar](repeating: 120, count: 1 << 21)
      #expect(!xl_push_string(engine, bytes, bytes.count))
      #expect(!xl_push_string(engine, bytes, Int.max))
      #expect(xl_push_string(engine, bytes, 1000))
    }
  }

  @Test func `handles and functions that are none`() throws {
    try withEngine { engine in
      for bits in [0, 1, 1 << 56, 255 << 56, UInt64.max] as [UInt64] { #expect(!xl_push_handle(engine, bits)) }
      #expect(!xl_push_range(engine, 0, 1) && !xl_push_range(engine, 9, 1) && !xl_push_rows(engine, 9, nil, 0))
      #expect(!xl_push_bitmap(engine, 9, nil, 0))
      var bits: UInt64 = 0
      for value in [Int64.min, .max, 1 << 55, -(1 << 55) - 1] { #expect(!xl_quantity_make(1, value, &bits)) }
      let made = xl_host_new(engine, "f", 0, { _, _ in 0 }, nil)
      let host = try #require(made)
      for bound in [Int32.min, -1, 17, Int32.max] { #expect(!xl_push_host(engine, host, bound)) }
    }
  }

  /// "error in error handling" is a text that the library makes anew: with no memory left that raised outside every protection.
  @Test(arguments: [false, true])
  func `the library's own last message needs no memory`(_ onward: Bool) throws {
    try withEngine { engine in
      let environment = xl_environment_new(engine, false)
      #expect(environment != 0)
      let source = "local function h(m) return h(m .. 'x') .. h(m) end return xpcall(error, h, 'x')"
      xl_set_time(engine, 200_000_000)
      for number in 1...120 {
        guard source.withCString({ xl_load(engine, environment, $0, source.utf8.count, "@s") }) == Int32(XL_OK) else { continue }
        xl_fail_allocation(engine, UInt64(number), onward)
        let status = xl_run(engine, 0)
        xl_fail_allocation(engine, 0, false)
        #expect([XL_OK, XL_ERROR_RUNTIME, XL_ERROR_MEMORY, XL_ERROR_TIME].contains(Int(status)), "\(number): \(status)")
        xl_set_top(engine, 0)
      }
    }
  }
}
