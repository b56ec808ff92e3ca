internal import LuaRuntime

/// Patterns: backtracking, recursion, malformed ones.
extension Attack {
  package static let patterns: [Attack] = [
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
}
