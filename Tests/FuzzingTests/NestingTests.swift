import LuaRuntime
import LuaSyntax
import Testing

/// How deep a source may go is counted in three places: by the parser, by the engine before it compiles, and by the library.
@Suite struct NestingTests {
  struct Form: CustomTestStringConvertible, Sendable {
    let open: String, middle: String, close: String
    /// What stands before it all.
    let head: String
    var testDescription: String { open }
    init(_ open: String, _ middle: String, _ close: String, head: String = "") {
      (self.open, self.middle, self.close, self.head) = (open, middle, close, head)
    }
    func source(_ depth: Int) -> String {
      head + String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
    }
  }

  static let forms: [Form] = [
    .init("(", "1", ")", head: "return "), .init("{", "", "}", head: "return "), .init("-{", "", "}", head: "return "),
    .init("{[", "1", "]=1}", head: "return "), .init("{x=", "1", "}", head: "return "), .init("{1,{},2;", "1", "}", head: "return "),
    .init("f(", "", ")", head: "local f "), .init("f[", "1", "]", head: "local f = 1 return "), .init("f'x':g(1,", "2", ")", head: "local f "),
    .init("f{", "", "}", head: "local f "), .init("- ", "1", "", head: "return "), .init("not ", "1", "", head: "return "),
    .init("#", "1", "", head: "return "), .init("~", "1", "", head: "return "), .init("1 ..", "1", "", head: "return "),
    .init("1^", "1", "", head: "return "), .init("1^-", "1", "", head: "return "), .init("1+", "1", "", head: "return "),
    .init("1+-2^3*", "1", "", head: "return "), .init("1 or 2 and 3 < 4 | 5 ~ 6 & 7 << 8 .. 9 + 10 * - (", "1", ")", head: "return "),
    .init("1 == - {a ~= 2, 1 // (", "1", ")}", head: "local a return "), .init("1e+5^", "1", "", head: "return "),
    .init("0xep+1 .. 0xe+", "1", "", head: "return "), .init("... ..", "1", "", head: "return "), .init("f'' ..", "1", "", head: "local f return "),
    .init("[[x]] ..", "1", "", head: "return "), .init("nil and(", "1", ")", head: "return "),
    .init("do ", "", " end"), .init("while true do ", "", " end"), .init("repeat ", "", " until (1)"),
    .init("if true then ", "", " end"), .init("if true then else ", "", " end"), .init("if true then elseif true then ", "", " else end"),
    .init("for i = 1, 2 do ", "", " end"), .init("for a, b in 1, 2 do ", "", " end"), .init("function a.b:c(x, ...) ", "", " end"),
    .init("local function f(a, b) ", "", " end"), .init("return function() ", "", " end"), .init("local x <const> = function() ", "", " end"),
    .init("f(function() ", "", " end)", head: "local f "), .init("f{function(a) ", "", " end, 1}", head: "local f "),
    .init("x, y = 1, -function() ", "", " end", head: "local x, y "), .init("local x, y = 1 do x = 2; ", "", " end"),
    .init("repeat local a = 1 until f(function() ", "", " end)", head: "local f "), .init("x, x[function() ", "", " end] = 1, 2", head: "local x "),
    .init("x, ", "x = 1", "", head: "local x "), .init("local ", "x", "", head: "--"), .init("do end ", "", ""), .init("x = -1 ", "", "", head: "local x "),
    .init("x = x\n(x or 1)() ", "", "", head: "local x "), .init("goto a do ::a:: end do ", "", " end ::a::"),
  ]

  @Test(arguments: forms)
  func `the engine takes what the parser takes, and the library never says that its stack is full`(_ form: Form) throws {
    let engine = try Engine()
    let environment = try engine.makeEnvironment()
    for depth in 1...200 {
      let source = form.source(depth)
      var parsed: SyntaxError?
      do { _ = try parse(SourceText(name: "s", bytes: Array(source.utf8)), dialect: .script) } catch { parsed = error }
      var refused: LuaError?
      do { _ = try engine.load(source, name: "s", into: environment) } catch { refused = error }
      #expect(refused?.message.contains("C stack overflow") != true, "\(depth)")
      let tooDeep = refused?.code == .sourceRefused && refused?.message.contains("nested more than 180 deep") == true
      if parsed == nil { #expect(!tooDeep, "\(depth): \(source)") }
      if parsed?.first.code == .tooDeep { #expect(tooDeep, "\(depth): \(source)") }
    }
  }

  @Test func `labels in a row are read one inside the other`() throws {
    let engine = try Engine()
    let environment = try engine.makeEnvironment()
    for count in [1, 100, 170, 185, 250] {
      for between in ["", " ; ; "] {
        let source = (1...count).map { "::a\($0)::" + between }.joined() + "return 1"
        var refused: LuaError?
        do { _ = try engine.load(source, name: "s", into: environment) } catch { refused = error }
        #expect((refused?.code == .sourceRefused) == (count > 180), "\(count): \(String(describing: refused))")
      }
    }
  }
}
