import LuaRuntime
import Synchronization
import Testing

/// Each allocation that Lua makes on behalf of a script fails once, and then that one and all after it.
@Suite(.serialized) struct AllocationFailureTests {
  /// An object of Swift's that passes through callbacks.
  final class Canary: Sendable {
    static let alive = Mutex(0)
    init() { Self.alive.withLock { $0 += 1 } }
    deinit { Self.alive.withLock { $0 -= 1 } }
  }

  struct Broken: Error {
    let canary = Canary()
  }

  struct Coded: Codable {
    let id: Int
    let tags: [String]
  }

  /// Goes through every kind of callback, conversion, iteration and error.
  static let source = """
    local function try(f, ...) local ok, e = pcall(f, ...) return ok and e or tostring(e) end
    local out = {}
    for c in all:each() do
      out[#out + 1] = tostring(c.opened) .. (c.name or '-') .. tostring(c.double) .. tostring(c.high) .. tostring(c.next)
      out[c] = c:plus(#out)
    end
    for c in all:some() do out[#out + 1] = c.name end
    for c in all:marked() do out[#out + 1] = c.count end
    for c in all:kept() do out[#out + 1] = c.name end
    out.span = tostring(one.opened - one.opened) .. tostring(one.opened + (one.opened - one.opened))
    local picked = all { name = 'lift', deep = { 1, { 2, { 3 } } } }
    out.picked = picked
    out.length = #all
    out.text = tostring(all) .. tostring(one) .. string.format('%-10s|%5.2f|%q', 'x', 1.5, 'a\\nb')
    out.money = tostring((yuan(5) + yuan(7) * 3 - yuan(1)) // yuan(2)) .. tostring(yuan(6) / 2)
    out.bad1 = try(function() return one.nmae end)
    out.bad2 = try(function() return one.opened < 5 end)
    out.bad3 = try(function() return yuan('x') end)
    out.bad4 = try(broken)
    out.bad5 = try(function() return undefined_name end)
    out.bad6 = try(error, { code = 'c', message = 'm' })
    out.call = back(function(x) return x .. x end, 'y')
    out.nested = try(back, function() error('inside') end)
    out.curried = curried('a')('b')
    out.echo = echo({ 1, 2, 3, a = { b = 'c' } }, 'text', 1.5, nil, true, print)
    for k, v in pairs({ z = 1, a = 2, [1.5] = 3, [true] = 4 }) do out[#out + 1] = tostring(k) .. tostring(v) end
    local words = {}
    for w in ('the quick brown fox'):gmatch('%a+') do words[#words + 1] = w:upper():reverse() end
    table.sort(words, function(a, b) return a > b end)
    table.sort(words)
    out.words = table.concat(words, ', '):gsub('%u', function(c) return c:lower() end)
    out.rep = #('ab'):rep(3000, ',')
    out.utf8 = utf8.char(29289, 19994) .. utf8.len('物业')
    for p, c in utf8.codes('物业 lift') do out[#out + 1] = p .. ':' .. c end
    out.codes = table.concat({ utf8.codepoint('物业', 1, -1) }, ',') .. utf8.offset('物业', 2)
    out.packed = table.pack('a', nil, out.codes)
    local k, v = next({ z = 1, a = 2 })
    out.first = k .. v .. next({ 'x' .. v })
    out.bad15 = try(utf8.codepoint, '\\xff') .. try(utf8.offset, 'abc', 1, 100) .. try(next, { a = 1 }, 'b')
    out.bad16 = try(function() return one.opened + one.opened end)
    out.bad17 = try(function() for _ in utf8.codes('\\x80') do end end)
    out.doubled = doubled(21)
    out.unpacked = select('#', table.unpack(words))
    table.insert(words, 1, 'first')
    table.move(words, 1, 3, 5)
    out.removed = table.remove(words, 1)
    local ok, e = xpcall(function() local t = {} return t.x.y end, function(m) return 'handled ' .. m end)
    out.handled = e
    out.property = yuan(5).fen
    out.member = all.anything
    out.bad7 = try(function() return one.broken end)
    out.bad8 = try(error, all)
    out.bad9 = try(error, nil)
    out.bad10 = try(string.rep, 'x', {})
    out.bad11 = try(string.find, 'x', '(')
    out.bad12 = try(function() return all + 1 end)
    out.bad13 = try(function() one.opened = 1 end)
    out.bad14 = try(echo, out.bad14, all.each)
    out.again = tostring((xpcall(error, function() error('again') end)))
    out.inner = inner(3)
    out.coded = coded({ id = 5, tags = { 'a', 'b' } })
    for c in all:each() do for k, v in pairs({ [c] = true }) do out.key = tostring(k) end end
    print('one', 2, all, words)
    return out
    """

  /// Of the host's own, as its libraries are loaded.
  static let library = "local M = {} function M.doubled(x) return x * 2 end M.words = {'a', 'b', {c = 'd'}} return M"

  private func makeEngine(_ canary: Canary) throws -> (Engine, Environment) {
    let engine = try Engine(limits: .init(memory: 4 << 20, time: nil))
    engine.print = { _ in withExtendedLifetime(canary) {} }
    let money = try engine.registerQuantity("money", properties: [("fen", { .integer($0 * 100) })]) { "\($0) yuan" }
    let duration = try engine.registerQuantity("duration") { "\($0) min" }
    let moment = try engine.registerQuantity("moment", algebra: .affine(difference: duration)) { "at \($0)" }
    let opened = Column<Int64>([10, 20, .min])
    let codes = Column<UInt32>([0, 1, .max])
    let bits = Column<UInt64>([0b101])
    let rows = Column<UInt32>([2, .max, 0])
    let counts = Column<Int32>([1, 2, .min])
    let names = TextDictionary(["lift", "物业"])
    var record: RecordKind?
    record = try engine.registerRecord(
      "complaint", rows: 3,
      fields: [
        Field("opened") { .int64(opened.pointer, quantity: moment, owner: opened) },
        Field("name") { .text(codes.pointer, names, owner: codes) },
        Field("high") { .bits(bits.pointer, owner: bits) },
        Field("count") { .int32(counts.pointer, owner: counts) },
        Field("next") { record.map { .reference(rows.pointer, to: $0, owner: rows) } ?? .computed { _ in .nil } },
        Field("broken") { throw Broken() },
        .computed("double") { row in
          let canary = Canary()
          return withExtendedLifetime(canary) { .integer(Int64(row) * 2) }
        },
      ],
      methods: [HostFunction("plus") { call in try call.return(Int64(call.receiver.row) + call.integer(1)) }])
    guard let record else { throw Broken() }
    let all = try engine.registerObject(
      "collection", count: 1,
      methods: [
        HostFunction("each") { call in try call.returnRows(record, .range(3)) },
        HostFunction("some") { call in try call.returnRows(record, .list([0, 2])) },
        HostFunction("kept") { call in
          let rows: [UInt32] = [2, 0, 1]
          try rows.withUnsafeBufferPointer { buffer in try call.returnRows(record, .buffer(buffer)) }
        },
        HostFunction("marked") { call in try call.returnRows(record, .bitmap(bits.pointer, rows: 3)) },
      ],
      call: { call in
        let canary = Canary()
        let table = try call.table(1)
        try withExtendedLifetime(canary) { try call.return(.table(table)) }
      }, length: { _ in 3 }, member: { call in try call.return("member " + call.string(1)) }, describe: { _ in "all complaints" })
    let other = try Engine(limits: .init(memory: 1 << 20, time: nil))
    let otherEnvironment = try other.makeEnvironment()
    let inner = HostFunction("curried") { call in try call.return(call.string(1) + call.string(2)) }
    try engine.loadLibrary(Self.library, name: "library", host: [:])
    let environment = try engine.makeEnvironment(globals: [
      "all": engine.object(all, 0),
      "one": engine.row(record, 0),
      "yuan": engine.function("yuan") { call in try call.return(money, value: call.integer(1)) },
      "broken": engine.function("broken") { _ in throw Broken() },
      "back": engine.function("back") { call in
        let canary = Canary()
        let results = try call.engine.call(call.function(1), [call.value(2)])
        try withExtendedLifetime(canary) { try call.return(results.first ?? .nil) }
      },
      "inner": engine.function("inner") { call in
        try call.return(other.call(other.load("return ... * 2", name: "inner", into: otherEnvironment), [call.value(1)]).first ?? .nil)
      },
      "coded": engine.function("coded") { call in
        let canary = Canary()
        let value = try call.value(1).decode(Coded.self)
        try withExtendedLifetime(canary) { try call.return(LuaValue(encoding: value)) }
      },
      "curried": engine.function("curried") { call in try call.return(inner, bound: [call.value(1)]) },
      "echo": engine.function("echo") { call in try call.return(.table(LuaTable(array: call.values()))) },
    ])
    return (engine, environment)
  }

  /// One run; true if it came to its end.
  private func run(_ number: Int, onward: Bool) throws -> Bool {
    let canary = Canary()
    let (engine, environment) = try makeEngine(canary)
    engine.collectGarbage()
    let before = engine.memoryUsed
    engine.failAllocation(number, onward: onward)
    var finished = false
    // What the host asks for between runs may fail too, with an error.
    _ = try? engine.globalNames(of: environment)
    _ = try? engine.describe(.table([1]))
    _ = try? engine.makeEnvironment(globals: ["x": "y"])
    _ = try? engine.load(line: "1 +", name: "line", into: environment)
    _ = try? engine.loadLibrary(Self.library, name: "late", host: ["limit": 5])
    do {
      let results = try engine.run(Self.source, name: "sweep", in: environment)
      finished = true
      if engine.allocations < number || number == 0 {
        #expect(results.first?.table?["call"] == "yy")
        #expect(results.first?.table?["words"].string?.hasPrefix("eht, kciuq") == true)
      }
    } catch {
      #expect([.memoryLimit, .setup].contains(error.code), "\(number): \(error)")
    }
    let made = engine.allocations
    engine.failAllocation(0, onward: false)
    #expect(engine.stackDepth == 0)
    // Texts and compiled fields stay; nothing else of the run does.
    engine.collectGarbage()
    #expect(engine.memoryUsed < before + 16_384, "\(number): \(engine.memoryUsed - before) bytes are left")
    #expect(try engine.run("return #all, one.name", name: "after", in: environment) == [3, "lift"])
    return finished && made < number
  }

  @Test(arguments: [false, true])
  func `no failure crashes, leaks or leaves the engine unusable`(_ onward: Bool) throws {
    _ = try run(0, onward: false)
    let before = Canary.alive.withLock { $0 }
    var number = 1
    while try !run(number, onward: onward) { number += 1 }
    #expect(number > 300, "the script made \(number) allocations")
    #expect(Canary.alive.withLock { $0 } == before)
  }

  @Test func `repeated runs do not hold more and more`() throws {
    let canary = Canary()
    let (engine, environment) = try makeEngine(canary)
    try engine.run(Self.source, name: "a", in: environment)
    engine.collectGarbage()
    let before = engine.memoryUsed
    for _ in 0..<200 { try engine.run(Self.source, name: "a", in: environment) }
    engine.collectGarbage()
    #expect(engine.memoryUsed <= before + 4096)
  }
}
