import LuaSyntax
import Testing

@Suite("The tree")
struct ParserTests {
  func tree(_ text: String, dialect: Dialect = .lua54) throws -> String {
    TreeDump.text(try parse(SourceText(name: "t.lua", text), dialect: dialect))
  }

  @Test(
    "Operators group as the manual says (§3.4.8)",
    arguments: [
      ("a or b and c", "(or @a (and @b @c))"), ("a < b == c", "(== (< @a @b) @c)"),
      (
        "a | b ~ c & d",
        "(| @a (~ @b (& @c @d)))"
      ),
      ("a << b .. c", "(<< @a (.. @b @c))"), ("a .. b .. c", "(.. @a (.. @b @c))"), ("a .. b + c", "(.. @a (+ @b @c))"),
      ("a + b * c - d", "(- (+ @a (* @b @c)) @d)"), ("-a ^ b", "(- (^ @a @b))"), ("a ^ -b", "(^ @a (- @b))"),
      ("a ^ b ^ c", "(^ @a (^ @b @c))"), ("not a == b", "(== (not @a) @b)"), ("#a // -b", "(// (# @a) (- @b))"),
      ("- - ~a", "(- (- (~ @a)))"), ("2^-3^4", "(^ 2 (- (^ 3 4)))"), ("(a + b) * c", "(* (() (+ @a @b)) @c)"),
      ("a.b[c]:d(e).f", "(. (: ([] (. @a b) @c) d @e) f)"),
      (
        "f{1}'x'[[y]]()",
        "(call (call (call (call @f {1}) 'x') 'y'))"
      ),
      ("{1, a = 2; [b] = 3, f(), ...}", "{1 a=2 [@b]=3 (call @f) ...}"),
      (
        "function(a, ...) return a, b end",
        "(function [a ...] (return a @b))"
      ),
    ])
  func operators(text: String, expected: String) throws {
    #expect(try tree("return \(text)") == "(return \(expected))")
  }

  @Test(
    "Statements",
    arguments: [
      ("a, b.c, d[1] = f()", "(= @a,(. @b c),([] @d 1) (call @f))"), ("local a <const>, b = 1", "(local a<const>,b 1)"),
      ("if a then b() elseif c then else d() end", "(if @a (then (call @b)) @c (then) (else (call @d)))"),
      ("for i = 1, 10, 2 do f(i) end", "(for i 1 10 2 (call @f i))"),
      (
        "for k, v in pairs(t) do end",
        "(each k,v (call @pairs @t))"
      ),
      ("while a do break end", "(while @a (break))"), ("repeat local x = 1 until x", "(repeat (local x 1) x)"),
      ("function a.b.c:d(x) return self, x end", "(method (. (. (. @a b) c) d) [self x] (return self x))"),
      ("local function f() return f end", "(local-function f [] (return ^f))"),
      (
        "goto a ::a:: ;; ::b::",
        "(goto a) (label a) (label b)"
      ),
      ("do return end", "(do (return))"), ("return;", "(return)"), (";;;", ""),
    ])
  func statements(text: String, expected: String) throws { #expect(try tree(text) == expected) }

  @Test("Names are bound as the library binds them")
  func bindings() throws {
    #expect(try tree("local x = x; x = x") == "(local x @x) (= x x)")
    #expect(try tree("local x; do local x = x end; return x") == "(local x) (do (local x x)) (return x)")
    #expect(
      try tree("local x; local function f(y) return x, y end") == "(local x) (local-function f [y] (return ^x y))")
    #expect(try tree("repeat local x until x; return x") == "(repeat (local x) x) (return @x)")
    #expect(try tree("for x = x, x do f(x) end return x") == "(for x @x @x (call @f x)) (return @x)")
    let chunk = try parse(SourceText(name: "", "local a, b = 1\ndo local c = a end"))
    #expect(chunk.variables.map(\.isUsed) == [true, false, false])
    #expect(chunk.source.text(chunk.variables[0].scope) == "\ndo local c = a end")
    #expect(chunk.source.text(chunk.variables[2].scope) == " ")
  }

  @Test(
    "Values of literals",
    arguments: [
      ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "9.223372036854776e+18"),
      ("0xffffffffffffffff", "-1"),
      ("0x1ffffffffffffffff", "-1"), ("3.0", "3.0"), (".5e1", "5.0"), ("0xA.8p1", "21.0"), ("0x.1p4", "1.0"),
      ("0x1p-1074", "5e-324"),
      ("0x1.fffffffffffff7p0", "1.9999999999999998"), ("0x1p99999999999999999999", "inf"), ("1e400", "inf"),
      (
        "08",
        "8"
      ),
      (#"'\65\x42\u{6295}\z   \n'"#, "'AB投\n'"), ("[[\nab\r\nc]]", "'ab\nc'"), ("[==[]]]==]", "']]'"),
      (#""\u{7FFFFFFF}""#, "'\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}'"),
    ])
  func literals(text: String, expected: String) throws { #expect(try tree("return \(text)") == "(return \(expected))") }

  @Test("Every node's place is its text, in Chinese words too")
  func spans() throws {
    let vocabulary = try Vocabulary([("投诉", "complaints"), ("类别", "category")])
    let source = SourceText(name: "", "局部 数 = 投诉.类别 + (1) -- 注\n返回 投诉:计{ 类别 = '甲' }, 非 数")
    let chunk = try parse(source, vocabulary: vocabulary)
    var texts: [String] = []
    chunk.block.walk {
      texts.append(source.text($0.span))
      return .into
    }
    #expect(
      texts == [
        "局部 数 = 投诉.类别 + (1)", "投诉.类别 + (1)", "投诉.类别", "投诉", "(1)", "1", "返回 投诉:计{ 类别 = '甲' }, 非 数",
        "投诉:计{ 类别 = '甲' }", "投诉", "{ 类别 = '甲' }", "类别 = '甲'", "'甲'", "非 数", "数",
      ])
    #expect(
      TreeDump.text(chunk)
        == "(local 数 (+ (. @complaints category) (() 1))) (return (: @complaints 计 {category='甲'}) (not 数))")
  }

  @Test("Every expression read again from its own text is itself")
  func spansReadAgain() throws {
    var generator = ProgramGenerator(seed: 3)
    var seen = 0
    for _ in 0..<300 {
      let program = generator.program()
      let source = SourceText(name: "", program)
      guard let chunk = try? parse(source, dialect: .lua54) else { continue }
      var isSame = true
      chunk.block.walk { node in
        // `a:b` of a function's name is an expression there only.
        if case .statement(let statement) = node, case .function(_, true, _) = statement.kind { return .past }
        guard case .expression(let expression) = node, isSame else { return .into }
        // By itself the expression sees other variables: names lose their marks.
        let text = source.text(expression.span)
        let again = (try? parse(SourceText(name: "", "return \(text)"), dialect: .lua54)).map(TreeDump.text)
        let wanted = "(return \(TreeDump.text(expression, chunk)))"
        isSame = again?.filter { !"@^".contains($0) } == wanted.filter { !"@^".contains($0) }
        seen += 1
        return .into
      }
      #expect(isSame, "\(program)")
    }
    #expect(seen > 500)
  }
}
