internal import LuaRuntime

/// Arithmetic and arguments at their edges.
extension Attack {
  package static let numbers: [Attack] = [
    .init("smallest integer divided by minus one", "return math.mininteger // -1 == math.mininteger"),
    .init("smallest integer modulo minus one", "return math.mininteger % -1 == 0"),
    .init("integer division by zero", "return 1 // 0", .refused(.runtime, "divide by zero")),
    .init("integer modulo by zero", "return 1 % 0", .refused(.runtime, "attempt to perform 'n%0'")),
    .init("fmod of the smallest integer", "return math.fmod(math.mininteger, -1) == 0"),
    .init("shift by everything", "return 1 << 64 == 0 and 1 << -64 == 0 and 1 >> math.mininteger == 0"),
    .init("float to integer out of range", "return 1 << 1e300", .refused(.runtime, "no integer representation")),
    .init("tointeger of NaN", "return math.tointeger(0/0) == nil and math.tointeger(2^63) == nil"),
    .init("for loop that would wrap", "local n = 0 for i = math.maxinteger - 1, math.maxinteger do n = n + 1 end return n == 2"),
    .init("for loop with step zero", "for i = 1, 2, 0 do end", .refused(.runtime, "step is zero")),
    .init("format of the smallest integer", "return ('%d'):format(math.mininteger) == '-9223372036854775808'"),
    .init("format with a huge width", "return not pcall(string.format, '%1000d', 1)"),
    .init("format with a huge precision", "return not pcall(string.format, '%.1000f', 1)"),
    .init("format of the largest float", "return #('%.99f'):format(1.7976931348623157e308) == 409"),
    .init("format with %n", "return not pcall(string.format, '%n', 1)"),
    .init("format with %p shows no address", "return not pcall(string.format, '%p', {})"),
    .init("format with * as width", "return not pcall(string.format, '%*d', 1, 2)"),
    .init("format with too few arguments", "return not pcall(string.format, '%d')"),
    .init("format with a long specification", "return not pcall(string.format, '%' .. ('0'):rep(1000) .. 'd', 1)"),
    .init("tostring shows no address", "return tostring({}) == 'table' and tostring(print) == 'function'"),
    .init("NaN has no sign", "return tostring(0/0) == 'nan' and tostring(-(0/0)) == 'nan' and ('%f'):format(-(0/0)) == 'nan'"),
    .init("tonumber with a base out of range", "return not pcall(tonumber, '1', 99)"),
    .init("tonumber of 250,000 digits", "return tonumber(('1'):rep(250000)) == nil and tonumber(('1'):rep(250000), 2) ~= 0"),
    .init("arithmetic on 250,000 digits", "return ('1'):rep(250000) + 0 == math.huge"),
    .init("hexadecimal that wraps", "return 0xffffffffffffffffff == -1"),
    .init("utf8.char out of range", "return not pcall(utf8.char, -1) and not pcall(utf8.char, 1 << 40)"),
    .init("utf8.codepoint of broken text", "return not pcall(utf8.codepoint, '\\xff')"),
    .init("utf8.len of broken text", "return utf8.len('a\\xff') == nil"),
    .init("utf8.codes of a lone continuation", "return not pcall(function() for _ in utf8.codes('\\x80') do end end)"),
    .init("utf8.offset far out", "return not pcall(utf8.offset, 'abc', 1, 100)"),
    .init("string.char out of range", "return not pcall(string.char, 256) and not pcall(string.char, -1)"),
    .init("string.byte of everything", "return select('#', ('x'):rep(100000):byte(1, -1)) == 100000"),
    .init("string.sub with extreme positions", "return ('abc'):sub(math.mininteger, math.maxinteger) == 'abc'"),
    .init("table.insert out of bounds", "return not pcall(table.insert, {}, 5, 1)"),
    .init("table.insert at the largest index", "return not pcall(table.insert, {}, math.maxinteger, 1)"),
    .init("table.remove out of bounds", "return not pcall(table.remove, {1, 2}, 7)"),
    .init("table.move that would wrap", "return not pcall(table.move, {}, 1, 2, math.maxinteger)"),
    .init("table.move of too many", "return not pcall(table.move, {}, math.mininteger, math.maxinteger, 1)"),
    .init("select out of range", "return not pcall(select, 0) and not pcall(select, math.mininteger, 1)"),
    .init("inconsistent comparator", """
      local t = {} for i = 1, 1000 do t[i] = i % 17 end
      table.sort(t, function() return true end)
      return #t == 1000
      """),
    .init("comparator that empties the table", """
      local t = {} for i = 1, 100 do t[i] = 101 - i end
      table.sort(t, function(a, b) for k in pairs(t) do t[k] = nil end return a < b end)
      return t[1] == 1 and t[100] == 100
      """),
    .init("sort of unlike values", "return not pcall(table.sort, {1, 'x', {}})"),
    .init("sort is stable", """
      local t = {} for i = 1, 1000 do t[i] = {k = i % 3, i = i} end
      table.sort(t, function(a, b) return a.k < b.k end)
      for i = 2, 1000 do if t[i - 1].k == t[i].k and t[i - 1].i > t[i].i then return false end end
      return true
      """),
    .init("pairs is sorted", """
      local t = {z = 1, a = 2, [3] = 3, [2.5] = 4, [true] = 5, [false] = 6, [-1] = 7}
      local s = '' for k in pairs(t) do s = s .. tostring(k) .. ' ' end
      return s == 'false true -1 2.5 3 a z '
      """),
    .init("pairs while entries go", """
      local t = {a = 1, b = 2, c = 3, d = 4}
      local s = '' for k in pairs(t) do s = s .. k t.c = nil t[k] = nil end
      return s == 'abd' and next(t) == nil
      """),
    .init("the iterator of a sequence, begun at the smallest integer", """
      local step, t = pairs({1, 2, 3})
      return step(t, math.mininteger) == 1 and step(t, math.maxinteger) == nil and not pcall(step, t, {})
      """),
    .init("pairs over keys without an order", "for k in pairs({[{}] = 1}) do end", .refused(.runtime, "cannot put keys in order")),
  ]
}
