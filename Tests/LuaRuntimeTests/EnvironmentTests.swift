import LuaRuntime
import Testing

@Suite struct EnvironmentTests {
  /// Everything a script could get at, hidden or not. A line that is new here is a door: think before you add it.
  @Test func `nothing is reachable but what is on the list`() throws {
    let engine = try Engine()
    let kind = try engine.registerRecord("complaint", rows: 1)
    let environment = try engine.makeEnvironment(globals: ["complaint": engine.row(kind, 0)])
    let found = try engine.reachable(from: environment).map {
      $0.replacing("globals<metatable>.__index", with: "G").replacing("G._VERSION<metatable>", with: "STRING")
        .replacing("G.complaint<metatable>", with: "HANDLE")
    }
    #expect(found.sorted() == Self.golden.split(separator: "\n").map(String.init).sorted())
  }

  @Test func `one script's changes to its libraries reach no other script, nor the host`() throws {
    let engine = try Engine()
    try engine.loadLibrary(
      "return { kit = { size = 1 }, upper = function(s) return s:upper() .. string.upper(s) end }", name: "kit", host: [:])
    let first = try engine.makeEnvironment()
    let second = try engine.makeEnvironment()
    try engine.run("string.upper = function() return 'evil' end kit.size = 2 kit.new = 3", name: "a", in: first)
    #expect(try engine.run("return string.upper('x'), kit.size, kit.new, upper('y')", name: "b", in: second)
      == ["X", 1, nil, "YY"])
    #expect(try engine.run("return kit.size", name: "a", in: first) == [2])
  }

  /// Every function of every library replaced by one that lies: the next script, the host's libraries and the host itself go
  /// on with the true ones.
  @Test func `a script that replaces every library function harms itself alone`() throws {
    let engine = try Engine()
    var output = ""
    engine.print = { output += $0 }
    let money = try engine.registerQuantity("money") { "\($0) yuan" }
    try engine.loadLibrary(
      "return { kit = { join = function(t) return table.concat(t, '-') .. ('%d'):format(#t) .. string.upper('x') .. utf8.char(65) end } }",
      name: "kit", host: [:])
    let evil = try engine.makeEnvironment()
    try engine.run(
      """
      local function lie() return 'evil' end
      for _, library in pairs({string, table, math, utf8, kit}) do
        for name in pairs(library) do library[name] = lie end
        library.new = lie
      end
      """, name: "evil", in: evil)
    #expect(try engine.run("return string.upper('x'), kit.join()", name: "evil", in: evil) == ["evil", "evil"])
    // Methods of strings are no library table: not even the script itself reaches them.
    #expect(try engine.run("return ('x'):upper(), ('%d'):format(3)", name: "evil", in: evil) == ["X", "3"])
    let good = try engine.makeEnvironment(globals: ["five": engine.quantity(money, 5)])
    let results = try engine.run(
      """
      print('seen', five)
      return string.upper('x'), table.concat({1, 2}, ','), math.max(1, 2), utf8.char(29289), kit.join({1, 2}), string.new, kit.new
      """, name: "good", in: good)
    #expect(results == ["X", "1,2", 2, "物", "1-22XA", nil, nil])
    #expect(output == "seen\t5 yuan\n")
    #expect(try engine.describe(engine.quantity(money, 7)) == "7 yuan")
    try engine.loadLibrary("return { late = string.upper('late') }", name: "late", host: [:])
    #expect(try engine.run("return late", name: "s", in: engine.makeEnvironment()) == ["LATE"])
  }

  @Test func `the host table is for libraries only`() throws {
    let engine = try Engine()
    let secret = try engine.function("secret") { call in try call.return(42) }
    try engine.loadLibrary("local h = host return { answer = function() return h.secret() end }", name: "l", host: ["secret": secret])
    let environment = try engine.makeEnvironment()
    #expect(try engine.run("return answer()", name: "s", in: environment) == [42])
    #expect(throws: LuaError.self) { try engine.run("return host", name: "s", in: environment) }
    #expect(try engine.globalNames(of: environment).contains("answer"))
  }

  @Test func `a library that returns no table is refused`() throws {
    let engine = try Engine()
    let error = #expect(throws: LuaError.self) { try engine.loadLibrary("return 1", name: "l", host: [:]) }
    #expect(error?.code == .misuse)
    #expect(engine.stackDepth == 0)
  }

  static let golden = """
    G._VERSION: string
    G.assert: function
    G.complaint: userdata
    G.error: function
    G.ipairs: function
    G.math.abs: function
    G.math.acos: function
    G.math.asin: function
    G.math.atan: function
    G.math.ceil: function
    G.math.cos: function
    G.math.deg: function
    G.math.exp: function
    G.math.floor: function
    G.math.fmod: function
    G.math.huge: number
    G.math.log: function
    G.math.max: function
    G.math.maxinteger: number
    G.math.min: function
    G.math.mininteger: number
    G.math.modf: function
    G.math.pi: number
    G.math.rad: function
    G.math.sin: function
    G.math.sqrt: function
    G.math.tan: function
    G.math.tointeger: function
    G.math.type: function
    G.math.ult: function
    G.math: table
    G.next: function
    G.pairs: function
    G.pcall: function
    G.print: function
    G.select: function
    G.string.byte: function
    G.string.char: function
    G.string.find: function
    G.string.format: function
    G.string.gmatch: function
    G.string.gsub: function
    G.string.len: function
    G.string.lower: function
    G.string.match: function
    G.string.rep: function
    G.string.reverse: function
    G.string.sub: function
    G.string.upper: function
    G.string: table
    G.table.concat: function
    G.table.insert: function
    G.table.move: function
    G.table.pack: function
    G.table.remove: function
    G.table.sort: function
    G.table.unpack: function
    G.table: table
    G.tonumber: function
    G.tostring: function
    G.type: function
    G.utf8.char: function
    G.utf8.charpattern: string
    G.utf8.codepoint: function
    G.utf8.codes: function
    G.utf8.len: function
    G.utf8.offset: function
    G.utf8: table
    G.xpcall: function
    G: table
    G<metatable>.__index: function
    G<metatable>: table
    HANDLE.__add: function
    HANDLE.__call: function
    HANDLE.__div: function
    HANDLE.__idiv: function
    HANDLE.__index: function
    HANDLE.__index<upvalue 1>: table
    HANDLE.__index<upvalue 2>: table
    HANDLE.__le: function
    HANDLE.__len: function
    HANDLE.__lt: function
    HANDLE.__mod: function
    HANDLE.__mul: function
    HANDLE.__newindex: function
    HANDLE.__sub: function
    HANDLE.__tostring: function
    HANDLE.__unm: function
    HANDLE: table
    STRING.__add: function
    STRING.__div: function
    STRING.__idiv: function
    STRING.__index.byte: function
    STRING.__index.char: function
    STRING.__index.find: function
    STRING.__index.format: function
    STRING.__index.gmatch: function
    STRING.__index.gsub: function
    STRING.__index.len: function
    STRING.__index.lower: function
    STRING.__index.match: function
    STRING.__index.rep: function
    STRING.__index.reverse: function
    STRING.__index.sub: function
    STRING.__index.upper: function
    STRING.__index: table
    STRING.__mod: function
    STRING.__mul: function
    STRING.__pow: function
    STRING.__sub: function
    STRING.__unm: function
    STRING: table
    globals: table
    globals<metatable>.__newindex: function
    globals<metatable>: table
    """
}
