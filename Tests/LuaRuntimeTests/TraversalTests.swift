import LuaRuntime
import Testing

/// `pairs` and `next`: every key once, in order, wherever the library keeps it.
@Suite struct TraversalTests {
  /// Found by the fuzzer: the last index of a sequence stood in the hash part, behind the other keys.
  @Test(arguments: [
    ("local t = {x = 1} t[1] = 2", "1 x"), ("local t = {[false] = 1} t[1] = 2", "false 1"),
    ("local t = {10, [false] = 1, [2] = 20}", "false 1 2"), ("local t = {} t.b = 1 t.a = 2 t[2] = 3 t[1] = 4", "1 2 a b"),
    ("local t = {} t[3] = 1 t[2] = 1 t[1] = 1", "1 2 3"), ("local t = {1, nil, 3}", "1 3"), ("local t = {nil, nil, 3, x = 1}", "3 x"),
    ("local t = {}", ""), ("local t = {1, 2, 3}", "1 2 3"), ("local t = {[1.5] = 1, [-1] = 1, 5, 6}", "-1 1 1.5 2"),
  ])
  func `every key is visited`(_ setUp: String, _ keys: String) throws {
    let engine = try Engine()
    let environment = try engine.makeEnvironment()
    let collect = "local out = {} for k in pairs(t) do out[#out + 1] = tostring(k) end return table.concat(out, ' ')"
    let step = "local out, k = {}, next(t) while k ~= nil do out[#out + 1] = tostring(k) k = next(t, k) end return table.concat(out, ' ')"
    #expect(try engine.run(setUp + " " + collect, name: "t", in: environment) == [.string(keys)])
    #expect(try engine.run(setUp + " " + step, name: "t", in: environment) == [.string(keys)])
  }

  /// Tables that have grown, shrunk and changed in every order: as many keys as were set, each with its value, sorted.
  @Test(arguments: 1...6)
  func `random tables are visited whole`(_ seed: Int64) throws {
    let engine = try Engine(limits: .init(time: nil))
    let found = try engine.run(
      """
      local seed = \(seed)
      local function random(n) seed = (seed * 1103515245 + 12345) & 0x7fffffff return (seed >> 8) % n + 1 end
      local names = {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}
      local faults = 0
      for round = 1, 2000 do
        local t, list, count = {}, {}, 0
        for step = 1, random(40) do
          local kind, k = random(6), nil
          if kind <= 3 then k = random(12) elseif kind == 4 then k = names[random(8)] elseif kind == 5 then k = random(8) / 4
          else k = random(2) == 1 end
          local v = random(4) > 1 and step or nil
          t[k] = v
          local at
          for i = 1, #list do if list[i][1] == k then at = i end end
          if at then list[at][2] = v else list[#list + 1] = {k, v} end
        end
        for i = 1, #list do if list[i][2] then count = count + 1 end end
        local before
        for k, v in pairs(t) do
          count = count - 1
          if t[k] ~= v then faults = faults + 1 end
          if type(before) == type(k) and type(k) ~= 'boolean' and not (before < k) then faults = faults + 1 end
          before = k
        end
        if count ~= 0 then faults = faults + 1 end
      end
      return faults
      """, name: "t", in: engine.makeEnvironment())
    #expect(found == [0])
  }
}
