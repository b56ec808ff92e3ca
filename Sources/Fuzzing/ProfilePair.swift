internal import LuaRuntime

/// The bounded functions beside the originals: the same driver runs in both profiles.
final class ProfilePair {
  private let ours: Engine, originals: Engine
  private let ourDriver: LuaFunction, originalDriver: LuaFunction

  init(driver: String) throws {
    ours = try Engine(limits: .init(memory: 32 << 20, time: .milliseconds(100)))
    originals = try Engine(limits: .init(memory: 32 << 20, time: nil), profile: .unrestricted)
    ourDriver = try ours.load(driver, name: "d", into: ours.makeEnvironment())
    originalDriver = try originals.load(driver, name: "d", into: originals.makeEnvironment())
  }

  /// What differs; nil also where ours was stopped by a limit, for the originals have none.
  func difference(_ arguments: [LuaValue]) -> String? {
    let mine: [LuaValue]
    do { mine = try ours.call(ourDriver, arguments) } catch {
      return [.timeLimit, .memoryLimit].contains(error.code) ? nil : "ours: \(error)"
    }
    do {
      let theirs = try originals.call(originalDriver, arguments)
      return mine == theirs ? nil : "ours: \(mine)\noriginals: \(theirs)"
    } catch {
      return error.code == .memoryLimit ? nil : "originals: \(error)"
    }
  }

  /// Shows values so that they can be compared: NaN without a sign, floats to the last bit.
  static let show = #"""
    local function show(v)
      if type(v) == 'string' then return string.format('%q', v) end
      if v ~= v then return 'nan' end
      if math.type(v) == 'float' then return string.format('%a', v) end
      if type(v) == 'table' then
        local t = {}
        for i = 1, #v do t[i] = show(v[i]) end
        return '{' .. table.concat(t, ',') .. '}'
      end
      return type(v) == 'function' and 'function' or tostring(v)
    end
    local function all(...)
      local t = {}
      for i = 1, select('#', ...) do t[i] = show((select(i, ...))) end
      return table.concat(t, ' ')
    end

    """#
}
