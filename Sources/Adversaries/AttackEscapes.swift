internal import LuaRuntime

/// Sandbox escapes that were once public, by where they worked and their number, rewritten for this engine.
extension Attack {
  package static let escapes: [Attack] = redis + luau + gateways + games

  static let redis: [Attack] = [
    .init("Redis CVE-2015-4335: bytecode made by string.dump and changed", "return load(string.dump(function() end))", .refused(.runtime, "unknown name `load`")),
    .init("Redis CVE-2015-4335: loadstring of changed bytecode", "return loadstring('\\27Lua' .. ('x'):rep(100))", .refused(.runtime, "unknown name `loadstring`")),
    .init("Redis CVE-2015-4335: a source that is bytecode", "\u{1B}LuaT\0\u{19}\u{13}\r\n\u{1A}\n", .refused(.sourceRefused, "binary")),
    .init("Redis CVE-2015-4335: bytecode behind a line end", "\n\u{1B}Lua", .refused(.syntax)),
    .init("Redis CVE-2015-8080: getnum's integer overflow in struct", "return struct.pack('>I2147483648', '10')", .refused(.runtime, "unknown name `struct`")),
    .init("Redis CVE-2018-11218: cmsgpack's stack overflow by depth", "local t = {} for i = 1, 100000 do t = {t} end return cmsgpack.pack(t)",
      .refused(.runtime, "unknown name `cmsgpack`")),
    .init("Redis CVE-2018-11219: struct's bounds", "return struct.unpack('>I10', 'x')", .refused(.runtime, "unknown name `struct`")),
    .init("Redis CVE-2020-14147: string.unpack beyond the end", "return string.unpack('<I16', 'x', math.maxinteger)", .refused(.runtime, "attempt to call a nil value")),
    .init("Redis CVE-2020-14147: string.pack with a huge size", "return string.pack('>I2147483647', 10)", .refused(.runtime, "attempt to call a nil value")),
    .init("Redis CVE-2020-14147: string.packsize that wraps", "return string.packsize('c' .. math.maxinteger)", .refused(.runtime, "attempt to call a nil value")),
    .init("Redis CVE-2021-32626: more arguments than the stack has room for", """
      local t = {} for i = 1, 200000 do t[i] = i end
      local function f(...) return select('#', ...) end
      local ok = pcall(function() return f(table.unpack(t), table.unpack(t)) end)
      return ok and f(table.unpack(t)) == 200000
      """),
    .init("Redis CVE-2021-32626: deep nesting given to a C function", """
      local t = {} for i = 1, 100000 do t = {t} end
      return not pcall(table.concat, t) and tostring(t) == 'table'
      """),
    .init("Redis CVE-2022-0543: package.loadlib left by the distribution", "return package.loadlib('/usr/lib/x86_64-linux-gnu/liblua5.4.so.0', 'luaopen_io')()",
      .refused(.runtime, "unknown name `package`")),
    .init("Redis CVE-2022-24735: a function left in the string metatable", "getmetatable('').__index = function() return 'poisoned' end",
      .refused(.runtime, "unknown name `getmetatable`")),
    .init("Redis CVE-2022-24735: a library function replaced for the next script", """
      string.format = function() return 'poisoned' end
      return ('%d'):format(1) == '1'
      """),
    .init("Redis CVE-2022-24736: a malformed script that makes the host follow NULL", "return (function() goto x; local a ::x:: ; a() end)()", .refused(.syntax)),
    .init("Redis CVE-2022-24736: indexing nothing in the globals' metatable", "return _G[nil]", .refused(.runtime, "unknown name `_G`")),
    .init("Redis CVE-2024-31449: a size that bit.tohex takes as negative", "return bit.tohex(65535, -2147483648)", .refused(.runtime, "unknown name `bit`")),
    .init("Redis CVE-2024-31449: the same through format", "return not pcall(string.format, '%-2147483648x', 65535)"),
    .init("Redis CVE-2024-46981: the collector driven by hand", "for i = 1, 100 do collectgarbage('step') end", .refused(.runtime, "unknown name `collectgarbage`")),
    .init("Redis CVE-2024-46981: a finaliser that brings the dead back", "return setmetatable({}, {__gc = function(t) x = t end})",
      .refused(.runtime, "unknown name `setmetatable`")),
    .init("Redis CVE-2025-49844: a chunk's name collected while it is parsed", """
      for i = 1, 200 do local s = ('x'):rep(i) .. i end
      return load(('x'):rep(100), ('n'):rep(10000))
      """, .refused(.runtime, "unknown name `load`")),
    .init("Redis CVE-2025-49844: long names while memory is short", """
      local t = {} for i = 1, 100000 do t[i] = 'a string of some length, number ' .. i end
      return pcall(error, ('n'):rep(100000)) == false
      """),
    .init("Redis CVE-2025-46817: unpack with bounds that wrap", "return not pcall(table.unpack, {0}, -2, 2147483647)"),
    .init("Redis CVE-2025-46817: unpack with the smallest and largest integer", "return not pcall(table.unpack, {0}, math.mininteger, math.maxinteger - 1)"),
    .init("Redis CVE-2025-46818: the metatable of nil, numbers and functions", "return getmetatable(nil)", .refused(.runtime, "unknown name `getmetatable`")),
    .init("Redis CVE-2025-46818: methods on a number", "return (5):anything()", .refused(.runtime, "attempt to index a number value")),
    .init("Redis CVE-2025-46818: methods on a boolean", "return (true):anything()", .refused(.runtime, "attempt to index a boolean value")),
    .init("Redis CVE-2025-46818: methods on a function", "return print:anything()", .refused(.runtime, "attempt to index a function value")),
    .init("Redis CVE-2025-46819: a long bracket that is read beyond its end", "return [" + String(repeating: "=", count: 60000), .refused(.syntax)),
    .init("Redis CVE-2025-46819: a long comment that never closes", "--[" + String(repeating: "=", count: 30000) + "[ x ]" + String(repeating: "=", count: 29999) + "]",
      .refused(.syntax, "unfinished long comment")),
    .init("Redis trick: global protection through rawset", "rawset(_G, 'x', 1)", .refused(.runtime, "unknown name `rawset`")),
    .init("Redis trick: the environment's metatable", "setmetatable(_G, nil)", .refused(.runtime, "unknown name `setmetatable`")),
    .init("Redis trick: getfenv of the caller", "return getfenv(2)", .refused(.runtime, "unknown name `getfenv`")),
    .init("Redis trick: setfenv of a library function", "setfenv(print, {})", .refused(.runtime, "unknown name `setfenv`")),
    .init("Redis trick: print to the server's log for ever", "for i = 1, 1e9 do print(('x'):rep(10000)) end", .refused(.runtime, "bytes of output")),
    .init("Lua CVE-2014-5461: a vararg function with many fixed parameters", """
      local function f(p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19, p20, p21, p22, p23, p24,
        p25, p26, p27, p28, p29, p30, p31, p32, p33, p34, p35, p36, p37, p38, p39, p40, p41, p42, p43, p44, p45, p46, p48, p49, p50, ...)
        return p50, select('#', ...)
      end
      local last, more = f()
      return last == nil and more == 0
      """),
    .init("Lua CVE-2020-15888: the stack shrinks under a vararg call", """
      local function f(...) local t = {...} return select('#', ...) + #t end
      local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
      for i = 1, 50 do deep(1000) f(table.unpack({}, 1, 1000)) end
      return true
      """),
    .init("Lua CVE-2020-24369: debug.traceback of a hook", "return debug.traceback()", .refused(.runtime, "unknown name `debug`")),
    .init("Lua CVE-2020-24370: negation in debug.getlocal", "return debug.getlocal(math.mininteger, 1)", .refused(.runtime, "unknown name `debug`")),
    .init("Lua CVE-2021-43519: recursion of coroutines in C", "local function f() return coroutine.wrap(f)() end f()", .refused(.runtime, "unknown name `coroutine`")),
    .init("Lua CVE-2021-44647: an error handler that recurses", "return not xpcall(function() error() end, function() return nil + 1 end)"),
    .init("Lua CVE-2021-44964: the collector during a finaliser", "return setmetatable({}, {__gc = 1, __close = 1})", .refused(.runtime, "unknown name `setmetatable`")),
    .init("Lua CVE-2022-28805: _ENV as a constant upvalue", "local _ENV <const> = {} return function() return x end", .refused(.sourceRefused, "_ENV")),
    .init("Lua CVE-2022-33099: an error in a C stack overflow", """
      local function loop() return pcall(loop) end
      local function errs(n) local t = {} for i = 1, n do t[i] = 'x' end error(table.concat(t, ('y'):rep(100))) end
      loop()
      return not pcall(errs, 1000)
      """),
  ]

  static let luau: [Attack] = [
    .init("Luau/Roblox: getfenv of a library function", "return getfenv(math.abs)", .refused(.runtime, "unknown name `getfenv`")),
    .init("Luau/Roblox: newproxy with a metatable", "getmetatable(newproxy(true)).__index = print", .refused(.runtime, "unknown name `getmetatable`")),
    .init("Luau/Roblox: the metatable of a host's object", "return getmetatable(print).__metatable", .refused(.runtime, "unknown name `getmetatable`")),
    .init("Luau/Roblox: __metatable as a key", "return ({}).__metatable == nil and ({__metatable = 1}).__metatable == 1"),
    .init("Luau/Roblox: a handler that gets the error's inside", """
      local _, e = xpcall(error, function(m) return type(m) end, {secret = 1})
      return e == 'table'
      """),
    .init("Luau/Roblox: table.create of everything", "return table.create(1e9, 'x')", .refused(.runtime, "attempt to call a nil value")),
    .init("Luau/Roblox: string.split of a long string", "return string.split(('x,'):rep(1e5), ',')", .refused(.runtime, "attempt to call a nil value")),
    .init("Luau/Roblox: coroutine.wrap that outlives the limit", "local f = coroutine.wrap(function() while true do end end) f()", .refused(.runtime, "unknown name `coroutine`")),
    .init("Luau/Roblox: task.spawn", "task.spawn(function() while true do end end)", .refused(.runtime, "unknown name `task`")),
    .init("Luau/Roblox: shared and _G as a way between scripts", "shared.x = 1", .refused(.runtime, "unknown name `shared`")),
    .init("Luau/Roblox: require of another script", "return require(script.Parent)", .refused(.runtime, "unknown name `require`")),
    .init("Luau/Roblox: a pattern with backtracking to the timeout", "return ('a'):rep(100000):match('^(a-)(a-)(a-)(a-)(a-)b$')", .refused(.timeLimit)),
    .init("Luau/Roblox: sort with a comparator that changes the table", """
      local t = {} for i = 1, 200 do t[i] = (i * 7919) % 211 end
      table.sort(t, function(a, b) t[#t + 1] = 1 t[1] = nil return a < b end)
      return true
      """),
    .init("Luau/Roblox: iterating a table while it is emptied and filled", """
      local t = {} for i = 1, 100 do t['k' .. i] = i end
      for k in pairs(t) do t[k] = nil t['n' .. k] = 1 end
      return true
      """),
  ]

  static let gateways: [Attack] = [
    .init("OpenResty: ffi", "local ffi = require('ffi') ffi.cdef'int system(const char *)' ffi.C.system('true')", .refused(.runtime, "unknown name `require`")),
    .init("OpenResty: jit.util", "return jit.util.funcbc(print, 1)", .refused(.runtime, "unknown name `jit`")),
    .init("OpenResty: the nginx table", "return ngx.shared", .refused(.runtime, "unknown name `ngx`")),
    .init("OpenResty: debug.setupvalue of a guard", "debug.setupvalue(pcall, 1, print)", .refused(.runtime, "unknown name `debug`")),
    .init("OpenResty: debug.sethook against the timeout", "debug.sethook()", .refused(.runtime, "unknown name `debug`")),
    .init("Kong and APISIX: load with an environment", "return load('return os', 'x', 't', {})", .refused(.runtime, "unknown name `load`")),
    .init("Wireshark and nmap: dofile of a file that is no Lua", "return dofile('/dev/stdin')", .refused(.runtime, "unknown name `dofile`")),
    .init("nginx and HAProxy: os.exit in a worker", "os.exit(1, true)", .refused(.runtime, "unknown name `os`")),
    .init("HAProxy: io.popen", "return io.popen('id'):read('a')", .refused(.runtime, "unknown name `io`")),
    .init("NodeMCU: node.restart and its kin", "node.restart()", .refused(.runtime, "unknown name `node`")),
    .init("NodeMCU: file.open", "return file.open('init.lua')", .refused(.runtime, "unknown name `file`")),
    .init("MediaWiki Scribunto: the parent frame", "return mw.getCurrentFrame()", .refused(.runtime, "unknown name `mw`")),
    .init("MediaWiki Scribunto: a string method that reaches the metatable", "return (('x').format).__index", .refused(.runtime, "attempt to index a function value")),
    .init("CVE-2014-0160's cousin: string.rep and sub to read beyond", "return #(('x'):rep(10)):sub(-1000, 1000) == 10 and ('x'):byte(5) == nil"),
    .init("setlocale against the decimal point", "os.setlocale('de_DE')", .refused(.runtime, "unknown name `os`")),
  ]

  static let games: [Attack] = [
    .init("Garry's Mod: CompileString", "CompileString('return 1', 'x')()", .refused(.runtime, "unknown name `CompileString`")),
    .init("Garry's Mod: RunString", "RunString('x = 1')", .refused(.runtime, "unknown name `RunString`")),
    .init("Garry's Mod: debug.getregistry", "return debug.getregistry()[1]", .refused(.runtime, "unknown name `debug`")),
    .init("Garry's Mod: FindMetaTable", "FindMetaTable('Player').Kick = print", .refused(.runtime, "unknown name `FindMetaTable`")),
    .init("Factorio: load of bytecode (before 0.14)", "return load('\\27Lua\\83', 'b', 'b')", .refused(.runtime, "unknown name `load`")),
    .init("Factorio: io.read through the string metatable", "return ('').gsub.io", .refused(.runtime, "attempt to index a function value")),
    .init("Factorio: type confusion in for loops of bytecode", "for i = {}, 2 do end", .refused(.runtime, "bad 'for' initial value")),
    .init("World of Warcraft: securecall and tainted globals", "securecall(print)", .refused(.runtime, "unknown name `securecall`")),
    .init("World of Warcraft: an addon's hook on print", "local p = print print = function() end", .refused(.runtime, "`print` cannot be made a global")),
    .init("Don't Starve: package.loaded", "package.loaded.os = nil", .refused(.runtime, "unknown name `package`")),
    .init("Civilization: include", "include('os')", .refused(.runtime, "unknown name `include`")),
    .init("Tabletop Simulator: string.rep bombs joined", """
      local s = ('x'):rep(250000)
      local t = {} for i = 1, 100 do t[i] = s end
      return #table.concat(t)
      """, .refused(.memoryLimit)),
    .init("billion laughs in tables", "local t = {} for i = 1, 60 do t = {t, t, t} end return t[1][2][3] ~= nil"),
    .init("billion laughs in gsub", "local s = 'x' for i = 1, 40 do s = s:gsub('x', 'xx') end", .refused(.memoryLimit)),
    .init("ComputerCraft: a coroutine that never yields", "coroutine.create(function() while true do end end)", .refused(.runtime, "unknown name `coroutine`")),
    .init("ComputerCraft: string.find with a quadratic plain search", """
      local s, p = ('a'):rep(250000), ('a'):rep(250000) .. 'b'
      for i = 1, 10 do if s:find(p, 1, true) then return false end end
      return true
      """),
    .init("ComputerCraft: pcall that eats 'too long without yielding'", "while true do pcall(function() while true do pcall(error) end end) end",
      .refused(.timeLimit)),
    .init("Minetest: insecure environment requested", "return minetest.request_insecure_environment()", .refused(.runtime, "unknown name `minetest`")),
  ]
}
