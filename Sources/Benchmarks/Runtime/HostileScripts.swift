internal import Adversaries

/// Scripts that never end by themselves, each in a loop of another kind.
enum HostileScripts {
  /// Those of the adversaries that only the end of their time ends.
  static let adversaries = endless.filter { !growsStack($0) }

  private static let endless = Attack.all.filter(\.isEndless).map { ("attack: " + $0.name, $0.source) }

  /// A stack of a million places is moved in one piece, as a large table is.
  private static func growsStack(_ script: (name: String, source: String)) -> Bool {
    script.name.hasSuffix("deep recursion with wide frames, again and again")
  }

  /// The run must end within 5 ms of its time.
  static let bounded: [(String, String)] = [
    ("tight loop", "while true do end"),
    ("loop of pcalls", "while true do pcall(function() while true do end end) end"),
    ("handlers", "while true do xpcall(error, function(m) while true do end end, 'x') end"),
    ("deep stack", "local function f(n) if n == 0 then while true do end end return 1 + f(n - 1) end f(150000)"),
    ("nested pcalls", "local function f(n) if n == 0 then while true do end end return pcall(f, n - 1) end while true do f(100) end"),
    ("pattern", "(('a'):rep(3000)):find('.-.-.-.-.-b')"),
    ("pattern with sets", "local p = '[' .. ('b'):rep(250000) .. 'a]*' local s = ('a'):rep(250000) while true do s:find(p) end"),
    ("frontier", "local p = '%f[' .. ('%d'):rep(120000) .. 'b]' local s = ('a'):rep(250000) while true do s:find(p) end"),
    ("plain search", "local s = ('a'):rep(250000) local p = ('a'):rep(5000) .. 'b' while true do s:find(p, 1, true) end"),
    ("replacement", "local r = ('%1'):rep(100000) while true do ('x'):gsub('()', r) end"),
    ("sort", "local t = {} while true do for i = 1, 100000 do t[i] = i * 7919 % 100003 end table.sort(t) end"),
    ("comparator", "local t = {} for i = 1, 100000 do t[i] = -i end while true do table.sort(t, function(a, b) return a < b end) end"),
    ("long strings", "local s = ('x'):rep(250000) while true do local t = s:upper():reverse() .. '' end"),
    ("numbers of 250,000 bytes", "local s = ('1'):rep(250000) while true do local n = s + 1 end"),
    ("characters", "local n = (' '):rep(250000) .. '65' local t = {} for i = 1, 200000 do t[i] = n end while true do string.char(table.unpack(t)) end"),
    ("maximum", "local n = ('\\0'):rep(250000) local t = {} for i = 1, 200000 do t[i] = n end while true do pcall(math.max, table.unpack(t)) end"),
    ("format", "local n = ('x'):rep(250000) while true do ('%s'):format(n) end"),
    ("sorted pairs", "local t = {} for i = 1, 50000 do t['k' .. i] = i end while true do for _ in pairs(t) do end end"),
    ("pairs over a sequence", "local t = {} for i = 1, 1000000 do t[i] = i end while true do for _ in pairs(t) do break end end"),
    ("next", "local t = {} for i = 1, 50000 do t['k' .. i] = i end while true do next(t) end"),
    ("concat", "local t = {} for i = 1, 40000 do t[i] = 'abcde' end while true do table.concat(t, ',') end"),
    ("move", "local t = {} for i = 1, 1000000 do t[i] = i end while true do table.move(t, 1, #t, 2) t[#t] = nil end"),
    ("insertion at the front", "local t = {} for i = 1, 1000000 do t[i] = i end while true do table.insert(t, 1, 0) table.remove(t, 1) end"),
    ("utf8", "local s = ('细'):rep(80000) while true do utf8.len(s) end"),
    ("comparing long strings", "local a = ('\\0'):rep(250000) local b = a .. '' while true do local c = a < b end"),
  ]

  /// What the library does in one piece.
  static let outside: [(String, [(String, String)])] = [
    (
      "table rehash",
      [
        ("hash", "while true do local t = {} for i = 1, 540000 do t[-i] = i end end"),
        ("hash of floats", "while true do local t = {} for i = 1, 540000 do t[i + 0.5] = i end end"),
        ("array and hash", "while true do local t = {} for i = 1, 1050000 do t[i] = i end t.x = 1 end"),
      ]
    ),
    ("growth of the stack to a million places", endless.filter(growsStack)),
    (
      "emergency collection",
      [
        ("tables", "local t = {} for i = 1, 400000 do t[i] = {} end while true do local u = {} for i = 1, 2000 do u[i] = ('x'):rep(9000 + i) end end"),
        ("strings", "local t = {} for i = 1, 800000 do t[i] = 'k' .. i end while true do local u = {} for i = 1, 900 do u[i] = ('x'):rep(9000 + i) u[i - 20] = nil end end"),
        ("closures", "local t = {} for i = 1, 400000 do t[i] = function() return i end end while true do local u = ('x'):rep(250000) end"),
      ]
    ),
    (
      "error naming",
      [
        ("chain after long code", "local t, i = {}, 0 t.a = t while true do pcall(function() \(String(repeating: "i=i+1 ", count: 9000)) return t\(String(repeating: ".a", count: 190)).b.c end) end"),
        ("keys after long code", "local t, i = {}, 0 t.a = t while true do pcall(function() local t, k = t, 'b' \(String(repeating: "i=i+1 ", count: 9000)) return t.a.a[k][k][k] end) end"),
      ]
    ),
  ]

  /// Just under 64 KB each.
  static let sources: [String] = [
    String(repeating: "a=a ", count: 16_000),
    "return {" + String(repeating: "{},", count: 21_000) + "}",
    "return {" + (0..<7000).map { "k\($0)=1" }.joined(separator: ",") + "}",
    String(repeating: "do local function f()end end ", count: 2200),
    "return 1" + String(repeating: " -1", count: 21_000),
    String(repeating: "goto a ", count: 9000) + "::a::",
    (0..<7000).map { "x=\($0).5" }.joined(separator: " "),
    "return '" + String(repeating: "\\65", count: 21_000) + "'",
  ]
}
