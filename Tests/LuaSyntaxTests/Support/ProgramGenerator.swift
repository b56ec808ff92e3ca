import LuaSyntax

/// Makes Lua programs, right and wrong ones: statements of a random grammar, and programs with tokens lost, doubled,
/// swapped, replaced, or with a byte changed.
struct ProgramGenerator {
  var random: Random

  init(seed: UInt64) { random = Random(seed: seed) }

  /// A program that follows the grammar, though not always the rules of scopes.
  mutating func program() -> String { block(2 + random.below(2)) }

  /// A program with one to three mistakes, perhaps not even UTF-8.
  mutating func mutant(of program: String) -> [UInt8] {
    let source = SourceText(name: "", program)
    var pieces = Lexer.tokens(of: source).map { Array(source.bytes[$0.span.range]) }
    for _ in 0..<(1 + random.below(3)) where !pieces.isEmpty {
      let index = random.below(pieces.count)
      switch random.below(8) {
      case 0: pieces.remove(at: index)
      case 1: pieces.insert(random.pick(pieces), at: index)
      case 2: pieces.swapAt(index, random.below(pieces.count))
      case 3: pieces[index] = Array(" \(random.pick(Self.spellings)) ".utf8)
      case 4: pieces.insert(Array(" \(random.pick(Self.spellings)) ".utf8), at: index)
      case 5: pieces.insert(Array(" \(random.pick(Self.oddities)) ".utf8), at: index)
      case 6 where !pieces[index].isEmpty:
        pieces[index][random.below(pieces[index].count)] = UInt8(truncatingIfNeeded: random.next())
      default: pieces.removeSubrange(index...)
      }
    }
    return pieces.flatMap { $0 }
  }

  /// Any bytes, most of them such as stand in sources.
  mutating func noise() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random.below(120) {
      switch random.below(4) {
      case 0: bytes.append(UInt8(truncatingIfNeeded: random.next()))
      case 1: bytes += random.pick(Self.oddities).utf8
      case 2: bytes += random.pick(Self.spellings).utf8
      default: bytes += random.pick(["投诉", "，", " ", "\n", "“", "”", "\u{200B}", "😀", "x", "１"]).utf8
      }
    }
    return bytes
  }

  static let spellings = Token.Kind.allCases.map(\.spelling).filter {
    !$0.hasPrefix("<n") && !$0.hasSuffix(">") || $0.count < 3
  }

  static let oddities = [
    "1e", "0x", "0x.", ".5", "5.", "3..2", "1e+", "0x1p", "0x1p4", "08", "1_", "9999999999999999999", #""\x4""#,
    #""\u{110000}""#,
    #""\u{80000000}""#, #""\300""#, "\"\\z  \n  x\"", #""\q""#, "[=", "[==[x]==]", "[[x]]", "\"a\\\nb\"", "!", "$",
    "@", "\\", "`", "?",
    "\0", "--[[", "--[==[ ]]", "--[=x\n", "<const>", "<close>", "local x <const> = 1", "goto a", "::a::", "break",
    "return", "...",
    "_ENV", "f()", "a:b()", "\r\n", "\n\r", "\r", "'", "\"", "0X1.8P-2", "1e5e5", "(a) = 1", "(f())",
    "local a, b <close>",
    "do local a goto b; local c ::b:: end", "do goto b; local c ::b:: ; end", "repeat goto c; local z ::c:: until z",
    "{{", "((",
  ]

  private static let variables = ["a", "b", "c", "x", "y", "self"]

  private mutating func expression(_ depth: Int) -> String {
    switch random.below(depth > 0 ? 16 : 5) {
    case 0, 1: return random.pick(Self.variables)
    case 2:
      return random.pick([
        "1", "0x10", "1.5", #""s""#, "[[l]]", "nil", "true", "false", "...", "3e2", "0xA.8p1", #"'\n\065\u{6295}'"#,
      ])
    case 3, 4: return random.pick(Self.variables)
    case 5, 6, 7, 8:
      return "\(expression(depth - 1)) \(random.pick(BinaryOperator.allCases).rawValue) \(expression(depth - 1))"
    case 9: return "\(random.pick(["-", "not ", "#", "~"])) \(expression(depth - 1))"
    case 10: return "(\(expression(depth - 1)))"
    case 11:
      let items = (0..<random.below(4)).map { _ in item(depth - 1) }.joined(separator: random.pick([", ", "; "]))
      return "{\(items)\(items.isEmpty ? "" : random.pick(["", ",", ";"]))}"
    case 12:
      return "function(\(random.pick(["", "a", "a, b", "...", "a, ..."]))) \(block(depth - 1)) end"
    case 13: return suffixed(depth - 1)
    case 14: return "\(suffixed(depth - 1))(\(expression(depth - 1)))"
    default: return "\(suffixed(depth - 1)):m(\(expression(depth - 1)))"
    }
  }

  private mutating func item(_ depth: Int) -> String {
    switch random.below(3) {
    case 0: expression(depth)
    case 1: "\(random.pick(Self.variables)) = \(expression(depth))"
    default: "[\(expression(depth))] = \(expression(depth))"
    }
  }

  private mutating func suffixed(_ depth: Int) -> String {
    var text = random.chance(1, of: 4) ? "(\(expression(depth)))" : random.pick(Self.variables)
    for _ in 0..<random.below(3) {
      text += random.pick([".k", "[\(expression(depth))]", "()", "{}", #""s""#, ":n()"])
    }
    return text
  }

  private mutating func statement(_ depth: Int) -> String {
    let variable = random.pick(Self.variables)
    switch random.below(depth > 0 ? 22 : 12) {
    case 0, 1, 2:
      let attribute = random.pick(["", "", " <const>", " <close>"])
      return
        "local \(variable)\(attribute)\(random.pick(["", ", \(random.pick(Self.variables))"])) = \(expression(depth))"
    case 3, 4: return "\(suffixed(depth))\(random.pick(["", ", " + suffixed(depth)])) = \(expression(depth))"
    case 5: return "\(suffixed(depth))(\(expression(depth)))"
    case 6: return "goto \(random.pick(["l1", "l2"]))"
    case 7, 8: return "::\(random.pick(["l1", "l2", "l3", "l4"]))::"
    case 9: return "break"
    case 10: return ";"
    case 11: return random.chance(1, of: 3) ? "return \(expression(depth))" : "\(variable) = \(expression(depth))"
    case 12, 13:
      let tail = random.pick(["", " else \(block(depth - 1))", " elseif \(expression(depth)) then \(block(depth - 1))"])
      return "if \(expression(depth)) then \(block(depth - 1))\(tail) end"
    case 14: return "while \(expression(depth)) do \(block(depth - 1)) end"
    case 15: return "repeat \(block(depth - 1)) until \(expression(depth))"
    case 16: return "for \(variable) = \(expression(depth)), \(expression(depth)) do \(block(depth - 1)) end"
    case 17: return "for \(variable), \(random.pick(Self.variables)) in \(expression(depth)) do \(block(depth - 1)) end"
    case 18: return "do \(block(depth - 1)) end"
    case 19: return "local function \(variable)(a) \(block(depth - 1)) end"
    default: return "function \(variable)\(random.pick(["", ".k", ":k"]))(a) \(block(depth - 1)) end"
    }
  }

  private mutating func block(_ depth: Int) -> String {
    (0..<random.below(5)).map { _ in statement(depth) }.joined(separator: random.pick([" ", "\n", "\n"]))
  }
}
