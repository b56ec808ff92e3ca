internal import LuaRuntime

/// Names that are not there, and ways past the environment.
extension Attack {
  package static let environment: [Attack] = [
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
}
