internal import LuaRuntime

/// Loops in C whose every step is itself long: each of these once went on for seconds or minutes after its time was over.
extension Attack {
  package static let steps: [Attack] = [
    .init("a set of 250,000 bytes, repeated", """
      local p = '[' .. ('b'):rep(250000) .. 'a]*' local s = ('a'):rep(250000)
      s:find(p)
      """, .refused(.timeLimit)),
    .init("a frontier with a set of 120,000 classes", """
      local p = '%f[' .. ('%d'):rep(120000) .. 'b]' local s = ('a'):rep(250000)
      s:find(p)
      """, .refused(.timeLimit)),
    .init("a replacement of a hundred thousand positions", """
      local r = ('%1'):rep(100000)
      while true do ('x'):gsub('()', r) end
      """, .refused(.timeLimit)),
    .init("string.char of numbers written in 250,000 bytes", many("(' '):rep(250000) .. '65'", "string.char(table.unpack(t))"),
      .refused(.timeLimit)),
    .init("utf8.char of numbers written in 250,000 bytes", many("(' '):rep(250000) .. '65'", "utf8.char(table.unpack(t))"),
      .refused(.timeLimit)),
    .init("math.max of strings of 250,000 bytes", many("('\\0'):rep(250000)", "math.max(table.unpack(t))"), .refused(.timeLimit)),
    .init("math.min of strings of 250,000 bytes", many("('\\0'):rep(250000)", "math.min(table.unpack(t))"), .refused(.timeLimit)),
    .init("one character of each of many long strings",
      many("('x'):rep(250000)", "local f = ('%.1s'):rep(60000) while true do f:format(table.unpack(t)) end"), .refused(.timeLimit)),
    .init("pairs over a table emptied meanwhile", """
      local t = {} for i = 1, 100000 do t[-i] = i end
      while true do for k in pairs(t) do for i = 1, 100000 do t[-i] = nil end end for i = 1, 100000 do t[-i] = i end end
      """, .refused(.timeLimit)),
  ]

  private static func many(_ value: String, _ use: String) -> String {
    "local n = \(value) local t = {} for i = 1, 200000 do t[i] = n end \(use)"
  }
}
