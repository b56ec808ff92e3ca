internal import LuaRuntime

/// Values that are carried to Swift, and back (see ``AttackWorld``).
extension Attack {
  package static let conversions: [Attack] = [
    .init("a table that contains itself", "local t = {} t.t = t echo(t)", .refused(.conversion, "contain themselves")),
    .init("two tables that contain each other", "local a, b = {}, {} a[1], b[1] = b, a echo(a)", .refused(.conversion, "contain themselves")),
    .init("a table that contains itself, returned", "local t = {} t[1] = {{t}} return t", .refused(.conversion, "contain themselves")),
    .init("100,000 tables inside one another", "local t = {} for i = 1, 100000 do t = {t} end echo(t)", .refused(.conversion, "nested more than 64 deep")),
    .init("billion laughs", "local t = {} for i = 1, 50 do t = {t, t} end echo(t)", .refused(.conversion)),
    .init("two million values", "local t = {} for i = 1, 2000000 do t[i] = i end echo(t)", .refused(.conversion)),
    .init("one long text a thousand times", "local s, t = ('x'):rep(250000), {} for i = 1, 1000 do t[i] = s end echo(t)", .refused(.conversion)),
    .init("as many arguments as the stack holds", "return select('#', echo(table.unpack({}, 1, 200000))) == 200000"),
    .init("a table as a key", "echo({[{}] = 1})", .refused(.conversion, "")),
    .init("a function as a key", "return {[print] = 1}", .refused(.conversion, "")),
    .init("NaN", "local x = echo(0 / 0) return x ~= x and math.type(x) == 'float'"),
    .init("minus zero", "return 1 / echo(-0.0) == -math.huge and 1 / echo(0.0) == math.huge"),
    .init("the ends of the integers", "return echo(math.mininteger) == math.mininteger and math.type(echo(math.maxinteger)) == 'integer'"),
    .init("integers that no float holds", "return echo((1 << 53) + 1) == (1 << 53) + 1 and echo(2^53) + 1 == 2^53"),
    .init("a whole float stays a float", "return math.type(echo(3.0)) == 'float' and math.type(echo({3.0})[1]) == 'float'"),
    .init("bytes that are no text", "return echo('\\xff\\xfe\\0') == '\\xff\\xfe\\0' and echo('\\xed\\xa0\\x80') == '\\xed\\xa0\\x80'"),
    .init("bytes that are no text, as a key", "return echo({['\\xff'] = 1})['\\xff'] == 1"),
    .init("texts that are equal to a reader only", "return echo('e\\u{301}') ~= echo('\\u{e9}') and echo({['e\\u{301}'] = 1})['\\u{e9}'] == nil"),
    .init("a sequence with holes", "local t = echo({1, nil, 3}) return t[1] == 1 and t[2] == nil and t[3] == 3"),
    .init("keys at the ends of the integers", "local t = echo({[math.mininteger] = 1, [math.maxinteger] = 2, [-1] = 3}) return t[math.maxinteger] == 2 and t[math.mininteger] == 1"),
    .init("a function is itself again", "return echo(print) == print and echo({f = print}).f == print"),
    .init("a table is a copy", "local t = {1} local u = echo(t) u[1] = 2 return t[1] == 1 and t ~= u"),
    .init("an old row passes, and is no newer for it", "local s = echo(stale) return s == stale and s.n", .refused(.runtime, "earlier snapshot")),
    .init("cycles, again and again", "local t = {} t.t = t while true do pcall(echo, t) end", .refused(.timeLimit)),
    .init("functions given to Swift, again and again", "while true do echo(function() end) end", .refused(.timeLimit)),
    .init("tables given to Swift, again and again", "local t = {} for i = 1, 100 do t[i] = {n = i, s = 'x' .. i} end while true do echo(t) end",
      .refused(.timeLimit)),
    .init("more carried back than memory holds", "local s, t = ('x'):rep(250000), {} while true do t[#t + 1] = echo(s .. #t) end", .refused(.memoryLimit)),
    .init("an error with a cycle through a callback", "local t = {} t.t = t back(function() error(t) end)", .refused(.runtime, "is a table")),
    .init("results of a callback that cannot be carried", "back(function() local t = {} t.t = t return t end)", .refused(.conversion, "contain themselves")),
  ]
}
