import LuaRuntime
import Testing

/// One script that tries something, and what must come of it.
struct Attack: CustomTestStringConvertible, Sendable {
  enum Outcome: Sendable {
    /// Stopped with this code; the message contains the text.
    case refused(LuaError.Code, String = "")
    /// Runs, and gives true.
    case harmless
  }

  let name: String
  let source: String
  let outcome: Outcome
  var testDescription: String { name }

  init(_ name: String, _ source: String, _ outcome: Outcome = .harmless) {
    self.name = name
    self.source = source
    self.outcome = outcome
  }
}

extension Attack {
  static let loops: [Attack] = [
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

  static let patterns: [Attack] = [
    .init("nested lazy repetitions", "(('a'):rep(3000)):find('.-.-.-.-.-b')", .refused(.timeLimit)),
    .init("nested greedy repetitions", "(('a'):rep(3000)):find('.*.*.*.*.*b')", .refused(.timeLimit)),
    .init("optional items without end", "(('a'):rep(30)):match(('a?'):rep(150) .. ('a'):rep(31))", .refused(.timeLimit)),
    .init("a pattern of 33 captures", "return not pcall(string.find, 'x', ('()'):rep(33))"),
    .init("recursion in the matcher", "local s = ('a'):rep(100000) return not pcall(string.match, s, ('(.)'):rep(40))"),
    .init("pattern too complex", """
      local ok, e = pcall(string.match, ('x'):rep(300), ('x-'):rep(250) .. 'y')
      return not ok and e:find('too complex') ~= nil
      """),
    .init("balanced over a long subject", "local s = ('('):rep(250000) while true do s:find('%b()') end", .refused(.timeLimit)),
    .init("frontier over a long subject", "local s = ('x'):rep(250000) while true do s:find('%f[%d]') end", .refused(.timeLimit)),
    .init("gsub with an empty pattern on a long subject", "local s = ('x'):rep(250000) while true do s:gsub('', '') end",
      .refused(.timeLimit)),
    .init("gsub that blows up", "(('x'):rep(100000)):gsub('x', ('y'):rep(100000))", .refused(.memoryLimit)),
    .init("back reference to an open capture", "return not pcall(string.find, 'aa', '(a%1)')"),
    .init("back reference to nothing", "return not pcall(string.find, 'aa', '%1')"),
    .init("unfinished set", "return not pcall(string.find, 'a', '[a')"),
    .init("unfinished escape", "return not pcall(string.find, 'a', '%')"),
    .init("unfinished balance", "return not pcall(string.find, 'a', '%b')"),
    .init("frontier without a set", "return not pcall(string.find, 'a', '%f')"),
    .init("unfinished capture", "return not pcall(string.find, 'a', '(a')"),
    .init("capture closed twice", "return not pcall(string.match, 'a', 'a)')"),
    .init("zeros in subject and pattern", "return ('a\\0b\\0c'):find('\\0c') == 4 and ('a\\0b'):match('%z') == '\\0'"),
    .init("plain search that would be quadratic", """
      local s, p = ('a'):rep(250000), ('a'):rep(120000) .. 'b'
      for i = 1, 20 do s:find(p, 1, true) end
      return true
      """),
    .init("position capture as a back reference", "return ('ab'):find('()%1') == nil"),
    .init("gmatch whose state is used after an error", """
      local f = ('aaaa'):gmatch('(a)(')
      pcall(f) pcall(f) pcall(f)
      return not pcall(f)
      """),
    .init("replacement table that is a handle of nothing", "return not pcall(string.gsub, 'a', 'a', true)"),
    .init("bad use of % in a replacement", "return not pcall(string.gsub, 'a', 'a', '%x')"),
    .init("capture index beyond the captures in a replacement", "return not pcall(string.gsub, 'a', 'a', '%2')"),
    .init("start far beyond the end", "return ('a'):find('a', math.maxinteger) == nil and ('a'):find('', math.mininteger) == 1"),
  ]

  static let memory: [Attack] = [
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

  static let environment: [Attack] = [
    .init("os", "return os.execute('true')", .refused(.runtime, "unknown name `os`")),
    .init("io", "return io.open('/etc/passwd')", .refused(.runtime, "unknown name `io`")),
    .init("debug", "return debug.getregistry()", .refused(.runtime, "unknown name `debug`")),
    .init("package", "return package.loadlib('libc.so.6', 'system')", .refused(.runtime, "unknown name `package`")),
    .init("require", "return require('os')", .refused(.runtime, "unknown name `require`")),
    .init("load", "return load('return 1')", .refused(.runtime, "unknown name `load`")),
    .init("loadstring", "return loadstring('return 1')", .refused(.runtime, "unknown name `loadstring`")),
    .init("dofile", "return dofile('/etc/passwd')", .refused(.runtime, "unknown name `dofile`")),
    .init("loadfile", "return loadfile('/etc/passwd')", .refused(.runtime, "unknown name `loadfile`")),
    .init("getmetatable (Redis CVE-2022-24735)", "return getmetatable('').__index", .refused(.runtime, "unknown name `getmetatable`")),
    .init("setmetatable", "return setmetatable({}, {})", .refused(.runtime, "unknown name `setmetatable`")),
    .init("rawset", "return rawset({}, 1, 1)", .refused(.runtime, "unknown name `rawset`")),
    .init("rawget", "return rawget({}, 1)", .refused(.runtime, "unknown name `rawget`")),
    .init("rawequal", "return rawequal(1, 1)", .refused(.runtime, "unknown name `rawequal`")),
    .init("rawlen", "return rawlen({})", .refused(.runtime, "unknown name `rawlen`")),
    .init("collectgarbage (Redis CVE-2024-46981)", "return collectgarbage('count')", .refused(.runtime, "unknown name `collectgarbage`")),
    .init("coroutine", "return coroutine.create(print)", .refused(.runtime, "unknown name `coroutine`")),
    .init("getfenv", "return getfenv(0)", .refused(.runtime, "unknown name `getfenv`")),
    .init("newproxy (Luau)", "return newproxy(true)", .refused(.runtime, "unknown name `newproxy`")),
    .init("unpack with integer overflow (Redis CVE-2025-46817)", "return not pcall(table.unpack, {1}, 0, 2147483647)"),
    .init("_G", "return _G.print", .refused(.runtime, "unknown name `_G`")),
    .init("_ENV", "return _ENV", .refused(.sourceRefused, "_ENV")),
    .init("_ENV as a parameter", "local function f(_ENV) return x end return f({x = 1})", .refused(.sourceRefused, "_ENV")),
    .init("_ENV as a constant", "local _ENV <const> = {} return x", .refused(.sourceRefused, "_ENV")),
    .init("global assignment (Redis: trick global protection 1)", "x = 1", .refused(.runtime, "write `local x = …`")),
    .init("global function", "function f() end", .refused(.runtime, "`f` cannot be made a global")),
    .init("overwriting a global that exists", "print = nil", .refused(.runtime, "`print` cannot be made a global")),
    .init("overwriting a library", "string = {}", .refused(.runtime, "`string` cannot be made a global")),
    .init("string.dump", "return string.dump == nil"),
    .init("binary chunk", "\u{1B}Lua", .refused(.sourceRefused, "binary")),
    .init("math.randomseed", "return math.randomseed == nil and math.random == nil"),
    .init("library write stays in the script", "string.upper = nil return ('x'):upper() == 'X' and string.upper == nil"),
    .init("method lookup goes on after the library is emptied", """
      for k in pairs(string) do string[k] = nil end
      return ('%d'):format(3) == '3'
      """),
    .init("string methods are no path to the method table", "return (''):__index == nil", .refused(.syntax)),
    .init("__index of a string", "return ('').__index == nil"),
    .init("__metatable of a string", "return ('').__metatable == nil"),
    .init("writing a field of a string", "('').x = 1", .refused(.runtime, "attempt to index a string value")),
    .init("close without a metatable", "local x <close> = {}", .refused(.runtime, "non-closable")),
    .init("fourth value of a generic for", "for a in next, {}, nil, {} do end", .refused(.runtime, "non-closable")),
    .init("metamethod names in a plain table do nothing", """
      local t = {__index = function() error('reached') end, __gc = function() error('reached') end}
      return t.x == nil
      """),
    .init("__gc in a table that dies", "for i = 1, 1000 do local t = {__gc = function() error('x') end} end return true"),
    .init("_VERSION is a string and nothing else", "return _VERSION == 'Lua 5.4'"),
    .init("did you mean", "return strng.upper('x')", .refused(.runtime, "did you mean `string`")),
    .init("very long unknown name", "return " + String(repeating: "x", count: 5000), .refused(.runtime, "unknown name `xxx")),
    .init("upvalues are closed to scripts", "return debug == nil", .refused(.runtime)),
  ]

  static let errors: [Attack] = [
    .init("error with nil", "error()", .refused(.runtime, "the error value is nil")),
    .init("error with a table", "error({code = 'C1', message = 'm'})", .refused(.runtime, "m")),
    .init("error with a table that is a cycle", "local t = {} t.t = t t.message = t error(t)", .refused(.runtime, "is a table")),
    .init("error with a function", "error(print)", .refused(.runtime, "a function")),
    .init("error with a boolean", "error(false)", .refused(.runtime, "a boolean")),
    .init("error with a number", "error(42)", .refused(.runtime, "a number")),
    .init("error with a huge string", "error(('x'):rep(250000))", .refused(.runtime, "xxx")),
    .init("error with invalid UTF-8", "error('\\xff\\xfe')", .refused(.runtime, "\u{FFFD}")),
    .init("error with zeros", "error('a\\0b')", .refused(.runtime, "a\0b")),
    .init("error at a level that is not there", "error('x', 100000)", .refused(.runtime, "x")),
    .init("error at a negative level", "error('x', -5)", .refused(.runtime, "x")),
    .init("error at the largest level", "error('x', math.maxinteger)", .refused(.runtime, "x")),
    .init("assert without a value", "assert()", .refused(.runtime, "value expected")),
    .init("assert with a table", "assert(false, {message = 'gone'})", .refused(.runtime, "gone")),
    .init("error in a comparator", "table.sort({1, 2}, function() error('deep') end)", .refused(.runtime, "deep")),
    .init("error in a replacement", "('a'):gsub('a', function() error('deep') end)", .refused(.runtime, "deep")),
    .init("error in an error handler", "local _, e = xpcall(error, function() error('x') end) return e ~= nil"),
    .init("calling nil", "local f f()", .refused(.runtime, "attempt to call a nil value")),
    .init("indexing nil", "local t t.x = 1", .refused(.runtime, "attempt to index a nil value")),
    .init("comparing unlike values", "return 1 < 'x'", .refused(.runtime, "attempt to compare")),
    .init("adding a table", "return 1 + {}", .refused(.runtime, "attempt to perform arithmetic")),
    .init("concatenating a function", "return 'a' .. print", .refused(.runtime, "attempt to concatenate")),
    .init("nil as a key", "local t = {} t[nil] = 1", .refused(.runtime, "index is nil")),
    .init("NaN as a key", "local t = {} t[0/0] = 1", .refused(.runtime, "index is NaN")),
    .init("next with a strange key", "return next({}, {})", .refused(.runtime, "cannot put keys in order")),
    .init("error message with format characters", "error('%s%n%d')", .refused(.runtime, "%s%n%d")),
  ]

  static let numbers: [Attack] = [
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

  static let parser: [Attack] = [
    .init("deeply nested parentheses", "return " + String(repeating: "(", count: 5000), .refused(.sourceRefused, "nested")),
    .init("200 nested parentheses", "return " + String(repeating: "(", count: 199) + "1" + String(repeating: ")", count: 199),
      .refused(.sourceRefused, "nested more than 180 deep")),
    .init("180 nested parentheses are enough", "return " + String(repeating: "(", count: 180) + "true" + String(repeating: ")", count: 180)),
    .init("nesting that brackets do not count", "return " + String(repeating: "-{", count: 150) + String(repeating: "}", count: 150),
      .refused(.syntax, "C stack overflow")),
    .init("deeply nested tables", "return " + String(repeating: "{", count: 5000), .refused(.sourceRefused, "nested")),
    .init("deeply nested functions", String(repeating: "return function() ", count: 300), .refused(.syntax)),
    .init("deeply nested blocks", String(repeating: "do ", count: 1000), .refused(.syntax)),
    .init("a long chain of unary operators", "return " + String(repeating: "- ", count: 5000) + "1", .refused(.syntax)),
    .init("a long chain of nots", "return " + String(repeating: "not ", count: 5000) + "1", .refused(.syntax)),
    .init("a long chain of concatenations", "return 1" + String(repeating: "..1", count: 5000), .refused(.syntax)),
    .init("a long chain of powers", "return 1" + String(repeating: "^1", count: 5000), .refused(.syntax)),
    .init("a long chain of fields", "return string" + String(repeating: ".a", count: 20000), .refused(.sourceRefused, "in a row")),
    .init("a long chain of fields with comments", "return string" + String(repeating: "--[[]]\n.a", count: 5000),
      .refused(.sourceRefused, "in a row")),
    .init("a long chain of indices", "return string" + String(repeating: "[1]", count: 15000), .refused(.sourceRefused, "in a row")),
    .init("a long chain of long strings", "return string" + String(repeating: "[[x]]", count: 5000), .refused(.sourceRefused, "in a row")),
    .init("a long chain of calls", "return print" + String(repeating: "()", count: 15000), .refused(.sourceRefused, "in a row")),
    .init("a long chain of methods", "return print" + String(repeating: ":a()", count: 5000), .refused(.sourceRefused, "in a row")),
    .init("a long chain, hidden in a table", "return {string" + String(repeating: ".a", count: 5000) + "}",
      .refused(.sourceRefused, "in a row")),
    .init("many fields in many statements are no chain", String(repeating: "local a = math.pi ", count: 150)
      + "return true"),
    .init("200 suffixes are enough", "local t = {} t.a = t return t" + String(repeating: ".a", count: 200) + " == t"),
    .init("more than 200 locals", (1...250).map { "local a\($0) " }.joined(), .refused(.syntax, "too many local variables")),
    .init("more than 255 upvalues", (1...150).map { "local a\($0) " }.joined() + "local function f() "
      + (1...150).map { "local b\($0) " }.joined() + "return function() return "
      + (1...150).map { "a\($0) + b\($0)" }.joined(separator: "+") + " end end", .refused(.syntax, "upvalues")),
    .init("too many arguments", "return print(" + (1...300).map(String.init).joined(separator: ",") + ")",
      .refused(.syntax, "too many registers")),
    .init("source of more than 64 KB", String(repeating: "-- comment\n", count: 7000), .refused(.sourceRefused, "bytes")),
    .init("unfinished string", "return 'abc", .refused(.syntax, "unfinished string")),
    .init("unfinished long string", "return [==[abc]=]", .refused(.syntax, "unfinished long string")),
    .init("unfinished comment", "--[[ abc", .refused(.syntax, "unfinished long comment")),
    .init("bad escape", "return '\\q'", .refused(.syntax, "invalid escape")),
    .init("escape out of range", "return '\\999'", .refused(.syntax, "escape too large")),
    .init("UTF-8 escape out of range", "return '\\u{FFFFFFFFF}'", .refused(.syntax, "UTF-8 value too large")),
    .init("goto into a block", "goto x do ::x:: end", .refused(.syntax, "no visible label")),
    .init("break outside a loop", "break", .refused(.syntax, "break outside loop")),
    .init("assignment to a constant", "local x <const> = 1 x = 2", .refused(.syntax, "attempt to assign to const")),
    .init("zeros in the source", "return \0", .refused(.syntax)),
    .init("malformed number", "return 0x", .refused(.syntax, "malformed number")),
    .init("a shebang and a binary header", "#\n\u{1B}Lua", .refused(.syntax)),
    .init("many constants", "local t = {" + (1...3000).map { "'k\($0)'" }.joined(separator: ",") + "} return #t == 3000"),
    .init("a very long line of elseifs", "local x = 1 if x == 2 then " + (1...1500).map { "elseif x==-\($0) then " }.joined()
      + "else return true end"),
  ]

  static let all: [Attack] = loops + patterns + memory + environment + errors + numbers + parser + escapes
}
