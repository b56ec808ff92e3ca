internal import LuaRuntime

/// Values there and back, and decoding whatever comes.
final class ValueCheck {
  nonisolated(unsafe) private static var instance: ValueCheck?
  static var shared: ValueCheck {
    get throws {
      if let check = instance, check.uses < 5_000 { return check }
      let check = try ValueCheck()
      instance = check
      return check
    }
  }

  private struct Shape: Codable {
    var id: Int
    var text: String?
    var points: [Double]?
    var tags: [String: Int8]?
    var numbered: [Int: String]?
    var inner: [Shape]?
    var flag: Bool?
  }

  private let engine: Engine
  private let echo: LuaFunction, rebuild: LuaFunction
  private var uses = 0

  init() throws {
    engine = try Engine(limits: .init(memory: 16 << 20, time: .seconds(2)))
    let host = try engine.function("echo") { call in for value in try call.values() { try call.return(value) } }
    let environment = try engine.makeEnvironment(globals: ["echo": host])
    echo = try engine.load("return echo(...)", name: "e", into: environment)
    rebuild = try engine.load(
      """
      local function copy(t)
        if type(t) ~= 'table' then return t end
        local c = {}
        for k, v in pairs(t) do c[k] = copy(v) end
        return c
      end
      return copy(...)
      """, name: "r", into: environment)
  }

  func check(_ bytes: [UInt8]) throws -> String? {
    uses += 1
    var reader = ByteReader(bytes)
    var budget = 200
    let value = value(&reader, 6, &budget)
    _ = try? value.decode(Shape.self)
    _ = try? value.decode([String: [String: Int]].self)
    _ = try? value.decode([UInt64?].self)
    _ = try? value.decode([[Float]].self)
    if let shape = try? value.decode(Shape.self) {
      let encoded = try LuaValue(encoding: shape)
      if (try? encoded.decode(Shape.self)) == nil { return "what was decoded and encoded cannot be decoded" }
    }
    for function in [echo, rebuild] {
      let back = try engine.call(function, [value]).first ?? .nil
      if !same(back, normal(value)) { return "went: \(value)\nback: \(back)" }
    }
    return engine.stackDepth == 0 ? nil : "values are left on the stack"
  }

  private func value(_ reader: inout ByteReader, _ depth: Int, _ budget: inout Int) -> LuaValue {
    budget -= 1
    switch reader.below(budget > 0 && depth > 0 ? 12 : 7) {
    case 0: return .nil
    case 1: return .boolean(reader.byte() & 1 == 1)
    case 2: return .integer(reader.integer())
    case 3: return .number(reader.number())
    case 4, 5: return .bytes(reader.text(atMost: 12))
    case 6: return .string(String(decoding: reader.text(atMost: 12), as: UTF8.self))
    default:
      var table = LuaTable()
      for _ in 0..<reader.below(6) { table.array.append(value(&reader, depth - 1, &budget)) }
      for _ in 0..<reader.below(6) {
        let held = value(&reader, depth - 1, &budget)
        switch reader.below(6) {
        case 0: table[key: .boolean(reader.byte() & 1 == 1)] = held
        case 1: table[key: .integer(reader.integer())] = held
        case 2:
          let number = reader.number()  // NaN is no key, and refused
          if !number.isNaN { table[key: .number(number)] = held }
        case 3: table[key: .bytes(reader.text(atMost: 6))] = held
        case 4: table[["id", "text", "points", "tags", "inner", "flag"][reader.below(6)]] = held
        default: table[key: .string(String(decoding: reader.text(atMost: 6), as: UTF8.self))] = held
        }
      }
      return .table(table)
    }
  }

  /// As Lua holds it: whole floats are integers as keys, bytes that are UTF-8 are a string, keys 1, 2, 3… are the sequence.
  private func normal(_ value: LuaValue) -> LuaValue {
    switch value {
    case .bytes(let bytes): return String(validating: bytes, as: UTF8.self).map { .string($0) } ?? value
    case .table(let table):
      var fields: [LuaTable.Key: LuaValue] = [:]
      for (index, element) in table.array.enumerated() { fields[.integer(Int64(index) + 1)] = normal(element) }
      for entry in table.keyed {
        switch entry.key {
        case .number(let number): fields[Int64(exactly: number).map { .integer($0) } ?? entry.key] = normal(entry.value)
        case .bytes(let bytes): fields[String(validating: bytes, as: UTF8.self).map { .string($0) } ?? entry.key] = normal(entry.value)
        default: fields[entry.key] = normal(entry.value)
        }
      }
      for (key, held) in fields where held.isNil { fields[key] = nil }
      return .table(LuaTable(keyed: fields.map { .init(key: $0.key, value: $0.value) }))
    default: return value
    }
  }

  /// By content: where a table with gaps has its border is the library's affair.
  private func same(_ a: LuaValue, _ b: LuaValue) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): return x.bitPattern == y.bitPattern || x.isNaN && y.isNaN
    case (.integer(let x), .integer(let y)): return x == y
    case (.integer, .number), (.number, .integer): return false
    case (.table, .table):
      guard case .table(let left) = normal(a), case .table(let right) = normal(b), left.keyed.count == right.keyed.count else { return false }
      return zip(left.keyed, right.keyed).allSatisfy { $0.key == $1.key && same($0.value, $1.value) }
    default: return a == b
    }
  }
}
