/// Which Lua is read.
public struct Dialect: Sendable, Hashable {
  /// Whether `_ENV` may be named. A script's environment is its host's affair.
  public var allowsEnvironmentName: Bool
  /// The longest source, in bytes.
  public var maximumBytes: Int
  /// How many of `.a`, `[k]`, `(…)`, `:m(…)` may follow one another. The Lua library names the variable of a failed
  /// access by walking back through them, one C frame each, and overflows its stack at some thousands.
  public var maximumSuffixes: Int
  /// Whether texts and comments must be UTF-8 too.
  public var requiresUTF8: Bool

  /// All that Lua 5.4 takes.
  public static let lua54 = Dialect(
    allowsEnvironmentName: true, maximumBytes: .max, maximumSuffixes: .max, requiresUTF8: false)

  /// What a script of a district may be: 64 KB, no `_ENV`, at most 200 suffixes, UTF-8 throughout.
  public static let script = Dialect(
    allowsEnvironmentName: false, maximumBytes: 64 * 1024, maximumSuffixes: 200, requiresUTF8: true)

  /// Levels of statements, expressions and functions inside one another. The Lua library allows 200, less what is on
  /// its C stack already; this limit is always met first.
  static let maximumNesting = 180

  /// The height of the tree, which long chains of operators and suffixes make higher than the nesting: `a + a + a …`
  /// grows a level an operand. What walks a tree may recurse: at this height on the 512 KB stack of a secondary
  /// thread. The Lua library has no such limit.
  static let maximumHeight = 1_000
}
