internal import LuaRuntime

/// Loops that never end, in Lua and in the library.
extension Attack {
  package static let loops: [Attack] = [
    .init("empty loop", "while true do end", .refused(.timeLimit)),
    .init("repeat until false", "repeat until false", .refused(.timeLimit)),
    .init("goto", "::a:: goto a", .refused(.timeLimit)),
    .init("numeric for to huge", "for i = 1, math.huge do end", .refused(.timeLimit)),
    .init("integer for to the end", "for i = math.mininteger, math.maxinteger do end", .refused(.timeLimit)),
    .init("for with the smallest step", "for i = 0.0, 1, 5e-324 do end", .refused(.timeLimit)),
    .init("pcall around an endless loop, again and again", "while true do pcall(function() while true do end end) end",
      .refused(.timeLimit)),
    .init("nested pcalls around an endless loop", """
      local function f(n) if n == 0 then while true do end end return pcall(f, n - 1) end
      while true do f(100) end
      """, .refused(.timeLimit)),
    .init("xpcall whose handler loops", "xpcall(function() error('x') end, function() while true do end end)",
      .refused(.timeLimit)),
    .init("xpcall whose handler catches the stop", """
      while true do xpcall(function() while true do end end, function(m) while true do end return m end) end
      """, .refused(.timeLimit)),
    .init("handler that raises for ever", """
      local function h(m) error(m) end
      while true do xpcall(error, h, 'x') end
      """, .refused(.timeLimit)),
    .init("comparator that never ends", "table.sort({3, 2, 1}, function() while true do end end)", .refused(.timeLimit)),
    .init("comparator that catches", """
      table.sort({3, 2, 1}, function() pcall(function() while true do end end) return false end)
      """, .refused(.timeLimit)),
    .init("replacement that never ends", "('abc'):gsub('.', function() while true do end end)", .refused(.timeLimit)),
    .init("iterator that never ends", "for _ in function() return 1 end do end", .refused(.timeLimit)),
    .init("gmatch in an endless loop", "while true do for w in ('a b c'):gmatch('%a+') do end end", .refused(.timeLimit)),
    .init("pairs in an endless loop", "local t = {a = 1} while true do for k in pairs(t) do end end", .refused(.timeLimit)),
    .init("endless recursion in tail position", "local function f() return f() end f()", .refused(.timeLimit)),
    .init("mutual tail calls", "local f, g function f() return g() end function g() return f() end f()",
      .refused(.timeLimit)),
    .init("endless error throwing", "while true do pcall(error, {}) end", .refused(.timeLimit)),
    .init("endless string building", "while true do local s = ('x'):rep(1000) end", .refused(.timeLimit)),
    .init("endless tostring", "while true do tostring(1.5) end", .refused(.timeLimit)),
    .init("stop inside a for loop's iterator inside pcall", """
      while true do pcall(function() for _ in pairs({1, 2, 3}) do while true do end end end) end
      """, .refused(.timeLimit)),
    .init("error object that hides the stop", """
      while true do local ok, e = pcall(function() while true do end end) if not ok then error({e}) end end
      """, .refused(.timeLimit)),
    .init("table.move without end", "table.move({}, 1, math.maxinteger - 1, 2)", .refused(.timeLimit)),
    .init("table.concat over a huge range of nothing", "table.concat({}, '', 1, math.maxinteger)",
      .refused(.runtime, "invalid value (nil)")),
    .init("table.concat to the largest integer", "table.concat({[math.maxinteger] = 'x'}, '', math.maxinteger, math.maxinteger)"
      + " return true"),
    .init("sorting a huge table over and over", """
      local t = {} for i = 1, 100000 do t[i] = (i * 7919) % 100003 end
      while true do table.sort(t, function(a, b) return a < b end) table.sort(t, function(a, b) return a > b end) end
      """, .refused(.timeLimit)),
    .init("inserting at the front", "local t = {} while true do table.insert(t, 1, 1) end", .refused(.timeLimit)),
    .init("next over a large table", "local t = {} for i = 1, 20000 do t['k' .. i] = i end local k repeat k = next(t, k) until not k",
      .refused(.timeLimit)),
    .init("select in quadratic loops", """
      local function f(...) for i = 1, select('#', ...) do local x = select(i, ...) end end
      local t = {} for i = 1, 60000 do t[i] = i end
      f(table.unpack(t))
      """, .refused(.timeLimit)),
  ]
}
