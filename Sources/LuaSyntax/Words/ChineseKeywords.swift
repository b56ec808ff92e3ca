/// The reserved words of Lua in Chinese.
///
/// One word for one, like every vocabulary. Chosen to be read aloud in an office: `如果 … 那么 … 否则 … 结束`,
/// `对于 每个 于 … 执行`, `当 … 执行`, `重复 … 直到`. Truth is `是` and `否`, as on a form (`高层 = 是`), so `真` and `假` stay free.
/// A word ends where a space, a sign or the line ends: `如果投诉` is one name, `如果 投诉` are two words.
enum ChineseKeywords {
  static let pairs: [(chinese: String, english: String)] = [
    ("且", "and"),
    ("跳出", "break"),
    ("执行", "do"),
    ("否则", "else"),
    ("否则如果", "elseif"),
    ("结束", "end"),
    ("否", "false"),
    ("对于", "for"),
    ("函数", "function"),
    ("转到", "goto"),
    ("如果", "if"),
    ("于", "in"),
    ("局部", "local"),
    ("空", "nil"),
    ("非", "not"),
    ("或", "or"),
    ("重复", "repeat"),
    ("返回", "return"),
    ("那么", "then"),
    ("是", "true"),
    ("直到", "until"),
    ("当", "while"),
    // Not reserved, but part of the language: `局部 上限 <常量> = 10`.
    ("常量", "const"),
  ]
}
