internal import LuaRuntime

/// `find`, `match`, `gmatch`, `gsub` against the library's own.
final class PatternCheck {
  nonisolated(unsafe) private static var instance: PatternCheck?
  static var shared: PatternCheck {
    get throws {
      if let instance { return instance }
      let check = try PatternCheck()
      instance = check
      return check
    }
  }

  private let pair: ProfilePair

  init() throws {
    pair = try ProfilePair(
      driver: ProfilePair.show + #"""
        local s, p, r, init, most = ...
        local out = {}
        local function try(f, ...) out[#out + 1] = all(pcall(f, ...)) end
        try(string.find, s, p, init)
        try(string.match, s, p, init)
        try(string.gsub, s, p, r, most)
        try(string.gsub, s, p, {a = 'A', b = false, [r] = 1}, most)
        try(string.gsub, s, p, function(a, b) return b end)
        try(function()
          local found = {}
          for a, b, c in string.gmatch(s, p, init) do found[#found + 1] = all(a, b, c) end
          return found
        end)
        return out
        """#)
  }

  func check(_ bytes: [UInt8]) throws -> String? {
    var reader = ByteReader(bytes)
    let start = reader.integer()
    let most = reader.byte()
    let subject = reader.text(atMost: 40)
    let pattern = reader.text(atMost: 24)
    // The originals cannot be stopped.
    let repetitions = pattern.count { [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?")].contains($0) }
    guard repetitions <= 6 else { return nil }
    return pair.difference([
      .bytes(subject), .bytes(pattern), .bytes(reader.text(atMost: 16)), .integer(start),
      most % 4 == 0 ? .nil : .integer(Int64(most % 8)),
    ])
  }
}
