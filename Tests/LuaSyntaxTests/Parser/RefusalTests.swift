import LuaSyntax
import Testing

/// What is refused, with which code, where.
@Suite("Refusals")
struct RefusalTests {
  func refusal(_ text: String, dialect: Dialect = .lua54) -> String {
    do {
      _ = try parse(SourceText(name: "t", text), dialect: dialect)
      return "accepted"
    } catch {
      return "\(error.position?.description ?? "-") \(error.first.code)"
    }
  }

  @Test(
    "Grammar",
    arguments: [
      ("x =", "1:4 unexpected-token"), ("x = )", "1:5 unexpected-token"), ("if x then", "1:1 unclosed"),
      ("if x do end", "1:6 expected-token"),
      ("f(a", "1:2 unclosed"), ("f(a b)", "1:4 missing-comma"), ("t = {a b}", "1:7 missing-comma"),
      ("t = {a = 1\n b = 2}", "1:11 missing-comma"),
      ("end", "1:1 unexpected-token"), ("return 1 x", "1:10 unexpected-token"), ("a.b", "1:1 no-effect"),
      (
        "a == b",
        "1:3 no-effect"
      ),
      ("(f())", "1:1 no-effect"), ("f() = 1", "1:1 not-assignable"), ("(a) = 1", "1:1 not-assignable"),
      (
        "a, f() = 1",
        "1:4 not-assignable"
      ),
      ("local end = 1", "1:7 expected-name"), ("t = {end = 1}", "1:6 expected-name"), ("a.1 = 2", "1:1 no-effect"),
      ("a:b", "1:4 expected-token"), ("for 1 = 1, 2 do end", "1:5 expected-name"),
      (
        "for i do end",
        "1:7 expected-token"
      ),
      ("for i = 1 do end", "1:11 expected-token"), ("for a.b in c do end", "1:6 expected-token"),
      ("function f(a,) end", "1:14 expected-name"),
      ("function f(..., a) end", "1:15 unclosed"), ("function f:a.b() end", "1:13 expected-token"),
      (
        "local a.b = 1",
        "1:8 unexpected-token"
      ),
      ("local function a.b() end", "1:17 expected-token"), ("x = = 1", "1:5 unexpected-token"),
      (
        "goto 1",
        "1:6 expected-name"
      ),
      ("::a", "1:4 expected-token"), ("x = 'a\nb'", "1:5 unfinished-string"), ("t = {1,,2}", "1:8 unexpected-token"),
      ("=1", "1:1 unexpected-token"),
      ("repeat x() end", "1:12 unclosed"), ("x = function f() end", "1:14 expected-token"),
      (
        "# x",
        "1:1 unexpected-token"
      ),
    ])
  func grammar(text: String, expected: String) { #expect(refusal(text) == expected) }

  @Test(
    "Scopes",
    arguments: [
      ("break", "1:1 break-outside-loop"), ("while x do local f = function() break end end", "1:33 break-outside-loop"),
      ("goto a", "1:6 unknown-label"), ("do ::a:: end goto a", "1:19 unknown-label"),
      ("goto a; local function f() ::a:: end", "1:6 unknown-label"),
      ("::a:: ::a::", "1:9 repeated-label"), ("::a:: do ::a:: end", "1:12 repeated-label"),
      ("goto a; local x; ::a:: f(x)", "1:1 goto-into-scope"),
      ("repeat goto c; local z; ::c:: until z", "1:8 goto-into-scope"),
      (
        "local x <const> = 1; x = 2",
        "1:22 constant-assigned"
      ),
      ("local x <close> = y; function x() end", "1:31 constant-assigned"),
      ("local x <const> = 1; function f() x = 2 end", "1:35 constant-assigned"),
      ("local x <other> = 1", "1:10 unknown-attribute"), ("local x <close>, y <close> = 1", "1:26 unknown-attribute"),
      ("function f() return ... end", "1:21 vararg-outside-function"),
    ])
  func scopes(text: String, expected: String) { #expect(refusal(text) == expected) }

  @Test(
    "Legal, though it looks odd",
    arguments: [
      "do ::a:: end ::a::", "goto a; local x; ::a:: ;; ::b::", "while x do goto continue; local y; ::continue:: end",
      "return ...", "a.b.c = 1",
      "(a).b = 1", "f().x = 1", "local x <const> = {}; x.y = 1", "do local x <const> = 1 end x = 2", "f'x':g[[y]]{}",
      "local a <const>, b <close> = 1",
      "local x = 1; local x <const> = 2", "::a:: goto a", "do goto a end ::a::", "while x do if y then break end end",
      "a = {f = 1; 2, [3] = 4,}",
      "return", "function f(...) return function(...) return ... end end", "\u{FEFF}x = 1", "#!shell\nx = 1",
      "local self; function self:self() end",
    ])
  func accepted(text: String) { #expect(refusal(text) == "accepted") }

  @Test("The language of a script is smaller: no `_ENV`, 200 suffixes, 64 KB, UTF-8")
  func scriptDialect() {
    for text in [
      "_ENV = {}", "x = _ENV.y", "local _ENV = {}", "function f(_ENV) end", "for _ENV = 1, 2 do end",
      "function _ENV.f() end",
    ] {
      #expect(refusal(text, dialect: .script).hasSuffix("environment-name"))
      #expect(refusal(text) == "accepted")
    }
    #expect(refusal("x = t._ENV", dialect: .script) == "accepted")
    for suffix in [".a", "[1]", "()", ":m()", "{}", "''"] {
      #expect(refusal("x = f" + String(repeating: suffix, count: 200), dialect: .script) == "accepted")
      #expect(refusal("x = f" + String(repeating: suffix, count: 201), dialect: .script).hasSuffix("too-many-suffixes"))
    }
    #expect(
      refusal("function a" + String(repeating: ".a", count: 201) + "() end", dialect: .script).hasSuffix(
        "too-many-suffixes"))
    #expect(refusal(String(repeating: " ", count: 65_536), dialect: .script) == "accepted")
    #expect(refusal(String(repeating: " ", count: 65_537), dialect: .script).hasSuffix("source-too-long"))
    let latin = SourceText(name: "", bytes: Array("-- ".utf8) + [0xE9])
    #expect(throws: SyntaxError.self) { try parse(latin) }
    #expect(throws: Never.self) { try parse(latin, dialect: .lua54) }
  }

  @Test("Limits of the library: 200 local variables, 255 variables of functions around")
  func limits() {
    func locals(_ count: Int) -> String { (0..<count).map { "local a\($0)" }.joined(separator: "\n") }
    #expect(refusal(locals(200)) == "accepted")
    #expect(refusal(locals(201)) == "201:7 too-many-locals")
    #expect(refusal(locals(196) + "\nfor i = 1, 2 do end") == "accepted")
    #expect(refusal(locals(197) + "\nfor i = 1, 2 do end") == "198:5 too-many-locals")
    #expect(refusal("do " + locals(200) + " end " + locals(200)) == "accepted")
    let uses = { (count: Int) in (0..<count).map { "x = b\($0)" }.joined(separator: " ") }
    func upvalues(_ count: Int) -> String {
      let outer = (0..<150).map { "local b\($0)" }.joined(separator: " ")
      let inner = (150..<300).map { "local b\($0)" }.joined(separator: " ")
      return "local x \(outer) local function f() \(inner) local function g() \(uses(count)) end end"
    }
    #expect(refusal(upvalues(254)) == "accepted")
    #expect(refusal(upvalues(255)).hasSuffix("too-many-upvalues"))
  }
}
