import Foundation
import Testing

/// The border to C is a matter of what stands in the sources, so that is what these tests read.
@Suite struct BorderTests {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Lua error is a `longjmp`: no Swift file may see a function that can raise one.
  @Test func `no Swift file sees Lua's own header`() throws {
    var files = 0
    for folder in ["Sources", "Tests"] {
      let root = Self.package.appending(path: folder)
      for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init() {
        guard file.pathExtension == "swift" else { continue }
        files += 1
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          guard line.split(separator: " ").contains("import") else { continue }
          #expect(!line.contains("CLiblua"), "\(file.lastPathComponent)")
        }
      }
    }
    #expect(files > 20)
  }

  /// Nor does a header or a module map of any other target lead there.
  @Test func `no other header or module map names Lua's`() throws {
    let sources = Self.package.appending(path: "Sources")
    var naming: Set<String> = []
    var files = 0
    for case let file as URL in FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil) ?? .init() {
      guard ["h", "modulemap"].contains(file.pathExtension) else { continue }
      files += 1
      let path = file.path.dropFirst(sources.path.count + 1)
      let text = try String(contentsOf: file, encoding: .utf8)
      let leads = text.split(separator: "\n").contains { line in
        (line.contains("#include") || line.contains("#import") || line.contains("header")) && ["lua.h", "lauxlib.h", "lualib.h"].contains { line.contains($0) }
      }
      if leads { naming.insert(String(path)) }
      guard path.hasPrefix("CLua/include/") else { continue }
      let includes = text.split(separator: "\n").filter { $0.hasPrefix("#include") }
      #expect(includes.allSatisfy { ["<stdbool.h>", "<stddef.h>", "<stdint.h>"].contains($0.split(separator: " ").last ?? "") })
    }
    #expect(files > 8)
    // `internal.h` is outside CLua's `include`: the module does not have it.
    #expect(naming == ["CLua/internal.h"])
  }

  @Test func `only CLua depends on the library`() throws {
    let manifest = try String(contentsOf: Self.package.appending(path: "Package.swift"), encoding: .utf8)
    let lines = manifest.split(separator: "\n").filter { $0.contains("CLiblua") }
    #expect(lines.count == 2)
    #expect(lines.contains { $0.contains(".target(name: \"CLua\"") })
  }

  /// Before a name is added here: does the function raise? Then it belongs under `xl_protect`, or does not belong.
  @Test func `the header declares what is on the list, and nothing else`() throws {
    let header = try String(contentsOf: Self.package.appending(path: "Sources/CLua/include/CLua.h"), encoding: .utf8)
    var declared: Set<String> = []
    for whole in header.split(separator: "\n") {
      let line = whole.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
      guard let open = line.firstIndex(of: "("), !line.hasPrefix("typedef") else { continue }
      let name = line[..<open].split(whereSeparator: { " *".contains($0) }).last.map(String.init) ?? ""
      declared.insert(name)
    }
    #expect(declared.sorted() == Set(Self.cannotRaise + Self.protected).sorted())
  }

  /// The bodies of C functions by name, read from the sources. Macros are not followed; ours call nothing.
  private static func bodies() throws -> [String: String] {
    let folder = package.appending(path: "Sources/CLua")
    var bodies: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".c") || name == "internal.h" {
      var current: String?
      for line in try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
        if let open = line.firstIndex(of: "("), !line.hasPrefix(" "), !line.hasPrefix("#"), !line.hasPrefix("/") {
          let head = line[..<open].split(whereSeparator: { " *".contains($0) }).last.map(String.init)
          current = line.hasSuffix(";") ? nil : head
          // A name that two files have for functions of their own stands for both.
          if line.hasSuffix("}"), let head {
            bodies[head, default: ""] += line[open...] + "\n"
            current = nil
          }
          if current != nil {
            bodies[head ?? "", default: ""] += line[open...] + "\n"
            continue
          }
        }
        if let current { bodies[current, default: ""] += line.split(separator: "//", omittingEmptySubsequences: false)[0] + "\n" }
        if line == "}" { current = nil }
      }
    }
    return bodies
  }

  /// What a body calls or passes on.
  private static func calls(in body: String) -> Set<String> {
    var calls: Set<String> = []
    for match in body.matches(of: /([A-Za-z_][A-Za-z0-9_]*)\s*\(/) { calls.insert(String(match.1)) }
    return calls
  }

  /// What a function reaches through our own helpers, up to what runs under protection.
  private static func reached(from function: String, in bodies: [String: String], past stops: Set<String>) -> Set<String> {
    var reached: Set<String> = []
    var left = [function]
    while let next = left.popLast() {
      for callee in calls(in: bodies[next] ?? "") where reached.insert(callee).inserted && !stops.contains(callee) { left.append(callee) }
    }
    return reached
  }

  /// Under these, an error of Lua's ends in a status.
  private static let protecting: Set<String> = ["xl_protect", "lua_pcall"]

  /// Read from the C sources: what cannot raise reaches nothing that raises, through whatever helpers, and what may allocate
  /// does so only while the allocator does not refuse.
  @Test func `what is said not to raise reaches nothing that raises`() throws {
    let bodies = try Self.bodies()
    for function in Self.cannotRaise {
      guard let body = bodies[function] else {
        Issue.record("\(function) is not found")
        continue
      }
      let reached = Self.reached(from: function, in: bodies, past: Self.protecting)
      #expect(reached.isDisjoint(with: Self.raising), "\(function) reaches \(reached.intersection(Self.raising).sorted())")
      #expect(reached.isDisjoint(with: Self.protecting), "\(function) runs protected code: it belongs on the other list")
      guard !Self.calls(in: body).isDisjoint(with: Self.allocating) else { continue }
      #expect(body.contains("host++") || body.contains("xl_setup_begin") || body.contains("host = 1"), "\(function) allocates")
    }
    #expect(Self.cannotRaise.count > 60)
  }

  @Test func `what is said to be protected reaches a protected call, and nothing that raises but under it`() throws {
    let bodies = try Self.bodies()
    for function in Self.protected {
      #expect(bodies[function] != nil, "\(function) is not found")
      let reached = Self.reached(from: function, in: bodies, past: Self.protecting)
      #expect(!reached.isDisjoint(with: Self.protecting), "\(function) runs nothing under protection")
      #expect(reached.isDisjoint(with: Self.raising), "\(function) reaches \(reached.intersection(Self.raising).sorted())")
    }
  }

  /// The reading itself: a helper's helper is followed, a protected call is where it ends.
  @Test func `helpers are followed`() {
    let bodies = ["a": "(x) { b(x); }", "b": "{ if (c (y)) return; }", "c": "lua_error(L)", "d": "xl_protect(e, 1)", "xl_protect": "lua_error(L)"]
    #expect(Self.reached(from: "a", in: bodies, past: Self.protecting).contains("lua_error"))
    #expect(!Self.reached(from: "d", in: bodies, past: Self.protecting).contains("lua_error"))
  }

  private static let raising: Set<String> = [
    "lua_error", "lua_call", "lua_callk", "lua_gettable", "lua_getfield", "lua_geti", "lua_getglobal", "lua_settable", "lua_setfield",
    "lua_seti", "lua_setglobal", "lua_concat", "lua_arith", "lua_compare", "lua_len", "lua_pushfstring", "lua_pushvfstring", "lua_resume",
    "lua_yield", "lua_toclose", "luaL_error", "luaL_argerror", "luaL_typeerror", "luaL_argcheck", "luaL_argexpected", "luaL_checkinteger",
    "luaL_checknumber", "luaL_checklstring", "luaL_checkstring", "luaL_checktype", "luaL_checkany", "luaL_checkstack", "luaL_optinteger",
    "luaL_optlstring", "luaL_tolstring", "luaL_len", "luaL_where", "luaL_ref", "luaL_newlib", "luaL_setfuncs", "luaL_getsubtable",
    "xl_raise_kill", "xl_raise_memory", "xl_poll", "xl_attend",
  ]

  private static let allocating: Set<String> = [
    "lua_pushlstring", "lua_pushstring", "lua_createtable", "lua_newtable", "lua_newuserdatauv", "lua_pushcclosure", "lua_rawset",
    "lua_rawseti", "lua_rawsetp", "lua_checkstack", "lua_gc",
  ]

  static let protected = [
    "xl_describe", "xl_engine_new", "xl_environment_export", "xl_environment_names", "xl_environment_new",
    "xl_environment_set", "xl_load", "xl_overlay", "xl_plain_open", "xl_plain_run", "xl_reachable", "xl_run", "xl_run_set_up",
  ]

  static let cannotRaise = [
    "xl_allocations", "xl_call_count", "xl_call_fail", "xl_call_found", "xl_call_handle", "xl_call_integer", "xl_call_number",
    "xl_call_read", "xl_call_slot", "xl_call_type", "xl_cancel", "xl_canceller_of", "xl_canceller_release",
    "xl_canceller_retain", "xl_collect", "xl_dictionary_new", "xl_dictionary_update", "xl_engine_free",
    "xl_error_code", "xl_error_frames", "xl_error_message", "xl_fail_allocation", "xl_field_bits",
    "xl_field_computed", "xl_field_int32", "xl_field_int64", "xl_field_reference", "xl_field_text",
    "xl_host_name", "xl_host_new", "xl_host_rebind", "xl_identity", "xl_in_run", "xl_kill_reason", "xl_kind_algebra",
    "xl_kind_epoch", "xl_kind_name", "xl_kind_new", "xl_kind_on", "xl_kind_reset", "xl_kind_row_count",
    "xl_kind_rows", "xl_member_computed", "xl_member_field", "xl_member_method", "xl_memory_limit", "xl_memory_peak",
    "xl_memory_used", "xl_push_bitmap", "xl_push_boolean", "xl_push_copy", "xl_push_handle", "xl_push_host",
    "xl_push_integer", "xl_push_nil", "xl_push_number", "xl_push_range", "xl_push_reference", "xl_push_rows",
    "xl_push_string", "xl_push_table", "xl_quantity_make", "xl_quantity_value", "xl_read", "xl_reference",
    "xl_release", "xl_reserve", "xl_return_boolean", "xl_return_handle", "xl_return_integer", "xl_return_number",
    "xl_row_make", "xl_set_time", "xl_set_top", "xl_setup_begin", "xl_setup_end", "xl_setup_undo",
    "xl_table_get_field", "xl_table_get_index", "xl_table_length", "xl_table_next", "xl_table_set",
    "xl_table_set_index", "xl_top",
  ]
}
