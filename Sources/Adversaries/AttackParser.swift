internal import LuaRuntime

/// Sources meant for the compiler.
extension Attack {
  package static let parser: [Attack] = [
    .init("deeply nested parentheses", "return " + String(repeating: "(", count: 5000), tooDeep),
    .init("200 nested parentheses", "return " + String(repeating: "(", count: 199) + "1" + String(repeating: ")", count: 199), tooDeep),
    .init("178 nested parentheses are enough", "return " + String(repeating: "(", count: 178) + "true" + String(repeating: ")", count: 178)),
    .init("nesting that brackets do not count", "return " + String(repeating: "-{", count: 150) + String(repeating: "}", count: 150), tooDeep),
    .init("deeply nested tables", "return " + String(repeating: "{", count: 5000), tooDeep),
    .init("deeply nested keys", "return " + String(repeating: "{[", count: 200) + "1" + String(repeating: "]=1}", count: 200), tooDeep),
    .init("deeply nested functions", String(repeating: "return function() ", count: 300), tooDeep),
    .init("deeply nested calls with functions", String(repeating: "print(function() ", count: 300), tooDeep),
    .init("deeply nested blocks", String(repeating: "do ", count: 1000), tooDeep),
    .init("deeply nested loops", String(repeating: "while true do repeat ", count: 500), tooDeep),
    .init("deeply nested conditions", String(repeating: "if true then else ", count: 1000), tooDeep),
    .init("blocks one after another are not nested", String(repeating: "do end ", count: 5000) + "return true"),
    .init("a long chain of unary operators", "return " + String(repeating: "- ", count: 5000) + "1", tooDeep),
    .init("a long chain of nots", "return " + String(repeating: "not ", count: 5000) + "1", tooDeep),
    .init("a long chain of concatenations", "return 1" + String(repeating: " ..1", count: 5000), tooDeep),
    .init("a long chain of powers", "return 1" + String(repeating: "^1", count: 5000), tooDeep),
    .init("a long chain of sums is not nested", "return 0" + String(repeating: "+1", count: 5000) + " == 5000"),
    .init("too many targets", "local t = {} t.a" + String(repeating: ", t.a", count: 190) + " = 1", tooDeep),
    .init("too many labels in a row", (1...190).map { "::a\($0)::" }.joined(), tooDeep),
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

  private static let tooDeep = Outcome.refused(.sourceRefused, "nested more than 180 deep")
}
