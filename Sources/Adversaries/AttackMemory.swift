internal import LuaRuntime

/// What grows without end.
extension Attack {
  package static let memory: [Attack] = [
    .init("string doubling", "local s = 'x' while true do s = s .. s end", .refused(.memoryLimit)),
    .init("string.rep", "('x'):rep(1e9)", .refused(.memoryLimit)),
    .init("string.rep with a separator", "('x'):rep(1e9, ('y'):rep(1000))", .refused(.memoryLimit)),
    .init("string.rep beyond 64 bits", "return not pcall(string.rep, 'xx', math.maxinteger)"),
    .init("string.rep of nothing for ever", "return ('') == (''):rep(math.maxinteger)"),
    .init("string.rep caught", "while true do pcall(string.rep, 'x', 1e9) end", .refused(.memoryLimit)),
    .init("growing table", "local t = {} for i = 1, math.huge do t[i] = i end", .refused(.memoryLimit)),
    .init("growing table, caught", """
      local t = {}
      while true do pcall(function() for i = #t + 1, math.huge do t[i] = {i} end end) end
      """, .refused(.memoryLimit)),
    .init("growing hash", "local t = {} for i = 1, math.huge do t['k' .. i] = i end", .refused(.memoryLimit)),
    .init("table of tables", "local t = {} while true do t = {t} end", .refused(.memoryLimit)),
    .init("closures", "local f = function() end while true do local g = f f = function() return g end end",
      .refused(.memoryLimit)),
    .init("table.concat blow-up", """
      local t = {} for i = 1, 1000 do t[i] = ('x'):rep(100000) end
      return table.concat(t)
      """, .refused(.memoryLimit)),
    .init("format blow-up", """
      local s = ('x'):rep(250000)
      return string.format('%s%s%s%s', s, s, s, s)
      """, .refused(.memoryLimit)),
    .init("unpack of too many", "return not pcall(table.unpack, {}, 1, 1e8)"),
    .init("unpack of the whole range", "return not pcall(table.unpack, {}, math.mininteger, math.maxinteger)"),
    .init("unpack up to the largest index", "return select('#', table.unpack({}, math.maxinteger - 1, math.maxinteger)) == 2"),
    .init("deep recursion", "local function f() return 1 + f() end return not pcall(f)", .refused(.memoryLimit)),
    .init("deep recursion with wide frames", """
      local function f() local a, b, c, d, e = 1, 2, 3, 4, 5 return a + f(a, b, c, d, e) end
      local ok, e = pcall(f)
      return not ok and e:find('stack overflow') ~= nil
      """),
    .init("deep recursion, again and again", "local function f() return 1 + f() end while true do pcall(f) end",
      .refused(.memoryLimit)),
    .init("deep recursion with wide frames, again and again", """
      local function f() local a, b, c, d, e = 1, 2, 3, 4, 5 return a + f(a, b, c, d, e) end
      while true do pcall(f) end
      """, .refused(.timeLimit)),
    .init("varargs without end", "local function f(...) return f(1, ...) end f()", .refused(.timeLimit)),
    .init("varargs on ever more frames", "local function f(...) return (f(1, ...)) end f()", .refused(.runtime, "stack overflow")),
    .init("recursion through pcall", "local function f() return pcall(f) end f() return true"),
    .init("recursion through gsub", "local function f(s) return (s:gsub('.', f)) end return not pcall(f, 'x')"),
    .init("recursion through sort", "local function f() table.sort({1, 2}, f) end return not pcall(f)"),
    .init("recursion through tostring", "local function f() return tostring(f) end return f() == 'function'"),
    .init("recursion in error handlers", "local function h() return h() + 1 end return not xpcall(error, h)",
      .refused(.memoryLimit)),
    .init("big array literal by unpack", "local t = {} while true do t = {t, table.unpack({}, 1, 200000)} end",
      .refused(.memoryLimit)),
    .init("huge array hint through table.pack", "local t = table.pack(table.unpack({}, 1, 200000)) return t.n == 200000"),
    .init("sparse keys", "local t = {} for i = 0, 62 do t[1 << i] = i end return t[1 << 62] == 62"),
    .init("print without end", "while true do print(('x'):rep(1000)) end", .refused(.runtime, "bytes of output")),
    .init("print without end, caught", "while true do pcall(print, ('x'):rep(1000)) end", .refused(.timeLimit)),
  ]
}
