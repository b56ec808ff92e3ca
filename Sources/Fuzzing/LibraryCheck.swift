internal import LuaRuntime

/// Any function of the libraries with any arguments, against the library's own.
final class LibraryCheck {
  nonisolated(unsafe) private static var instance: LibraryCheck?
  static var shared: LibraryCheck {
    get throws {
      if let instance { return instance }
      let check = try LibraryCheck()
      instance = check
      return check
    }
  }

  private let pair: ProfilePair

  /// Not `utf8.codes`, which in 5.4.4 passes over stray continuation bytes; not `move` and `unpack` with free bounds: the originals would go on for years.
  private static let names = [
    "string.byte", "string.char", "string.find", "string.format", "string.format", "string.format", "string.len", "string.lower",
    "string.rep", "string.reverse", "string.sub", "string.upper", "string.match", "string.gsub", "utf8.char", "utf8.codepoint",
    "utf8.len", "utf8.offset", "math.max", "math.min", "math.abs", "math.fmod", "math.tointeger", "math.floor",
    "table.concat", "table.insert", "table.remove", "table.pack", "table.sort", "tonumber", "tostring", "select", "type", "ipairs",
    "assert", "error",
  ]

  init() throws {
    pair = try ProfilePair(
      driver: ProfilePair.show + #"""
        local library = {string = string, utf8 = utf8, math = math, table = table}
        local base = {tonumber = tonumber, tostring = tostring, select = select, type = type, ipairs = ipairs, assert = assert,
          error = error}
        local name = ...
        local l, n = name:match('^(%w+)%.(%w+)$')
        local f = l and library[l][n] or base[name]
        local a = table.pack(select(2, ...))
        if name == 'string.rep' and math.tointeger(a[2]) and math.tointeger(a[2]) > 1000 then a[2] = 1000 end
        if name == 'string.format' and type(a[1]) == 'string' and a[1]:find('[pP]') then return 'address' end
        for i = 2, a.n do
          if name == 'string.format' and a[i] ~= a[i] then return 'sign of nan' end
          if (name == 'string.format' or name == 'tostring') and (type(a[i]) == 'table' or type(a[i]) == 'function') then return 'address' end
        end
        if name == 'tostring' and (a[1] ~= a[1] or type(a[1]) == 'table') then return 'address' end
        if name == 'assert' and type(a[2]) == 'string' then return 'the place is ours' end
        if name == 'table.concat' and (#(a[1] or '') > 0 or math.type(a[4]) == 'integer') then
          if (math.tointeger(a[4]) or 0) > 100 then a[4] = 100 end
          if (math.tointeger(a[3]) or 0) < -100 then a[3] = -100 end
        end
        local r = all(pcall(f, table.unpack(a, 1, a.n)))
        -- (5.4.4 blames the wrong argument; later releases and ours the right one.)
        if name == 'table.remove' then r = r:gsub("argument #1 to ('[%w.]+' %(position)", 'argument #2 to %1') end
        for i = 1, a.n do if type(a[i]) == 'table' then r = r .. ' ' .. show(a[i]) end end
        return r
        """#)
  }

  func check(_ bytes: [UInt8]) throws -> String? {
    var reader = ByteReader(bytes)
    let name = Self.names[reader.below(Self.names.count)]
    var arguments: [LuaValue] = [.string(name)]
    let count = reader.below(6)
    for index in 0..<count {
      arguments.append(index == 0 && name.hasPrefix("table") && !reader.isAtEnd ? list(&reader) : value(&reader))
    }
    return pair.difference(arguments)
  }

  private func value(_ reader: inout ByteReader) -> LuaValue {
    switch reader.below(8) {
    case 0: .nil
    case 1: .boolean(reader.byte() & 1 == 1)
    case 2, 3: .integer(reader.integer())
    case 4: .number(reader.number())
    default: .bytes(reader.text(atMost: 24))
    }
  }

  private func list(_ reader: inout ByteReader) -> LuaValue {
    var items: [LuaValue] = []
    let kind = reader.byte()
    for _ in 0..<(kind & 15) {
      items.append(kind & 16 == 0 ? .integer(reader.integer()) : .bytes(reader.text(atMost: 6)))
    }
    return .table(LuaTable(array: items))
  }
}
