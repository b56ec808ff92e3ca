// What the lexer says.
extension Wording {
  static func unfinishedComment(_ level: Int) -> Wording {
    let close = "]" + String(repeating: "=", count: level) + "]"
    return Wording(chinese: "这条注释没有结束，缺少 `\(close)`", english: "this comment is never closed by `\(close)`")
  }

  static func unfinishedLongString(_ level: Int) -> Wording {
    let close = "]" + String(repeating: "=", count: level) + "]"
    return Wording(chinese: "这段文字没有结束，缺少 `\(close)`", english: "this text is never closed by `\(close)`")
  }

  static let unfinishedString = Wording(chinese: "这段文字到行末还没有结束", english: "this text is not closed on its line")

  static func closeString(_ quote: UInt8) -> Wording {
    let mark = String(Character(Unicode.Scalar(quote)))
    return Wording(chinese: "在文字末尾写上 `\(mark)`", english: "close it with `\(mark)`")
  }

  static let invalidLongBracket = Wording(
    chinese: "`[=` 后面缺少第二个 `[`", english: "`[=` is not followed by a second `[`")
  static let writeLongBracket = Wording(
    chinese: "长文字写作 `[=[ … ]=]`", english: "a long text is written `[=[ … ]=]`")

  static let invalidEscape = Wording(
    chinese: "`\\` 后面不能是这个字符", english: "this cannot follow `\\` in a text")
  static let doubleTheBackslash = Wording(
    chinese: "要写反斜杠本身，请写 `\\\\`", english: "a backslash itself is written `\\\\`")
  static let twoHexDigits = Wording(
    chinese: "`\\x` 后面要有两位十六进制数字", english: "`\\x` takes two hexadecimal digits")
  static let unicodeEscapeBraces = Wording(
    chinese: "`\\u` 写作 `\\u{6295}`，花括号内为十六进制数字",
    english: "`\\u` is written `\\u{6295}`, with hexadecimal digits in the braces")
  static let unicodeEscapeTooLarge = Wording(
    chinese: "`\\u{…}` 内的数字太大", english: "the number in `\\u{…}` is too large")
  static let decimalEscapeTooLarge = Wording(
    chinese: "`\\` 后面的数字不能大于 255", english: "the number behind `\\` is larger than 255")

  static func malformedNumber(_ text: String) -> Wording {
    Wording(chinese: "`\(text)` 不是数字", english: "`\(text)` is not a number")
  }
  static let noDigitFirst = Wording(chinese: "名称不能以数字开头", english: "a name cannot begin with a digit")
  static let spaceBeforeConcat = Wording(
    chinese: "连接文字时，请在数字和 `..` 之间加空格", english: "put a space between a number and `..`")

  static func fullWidth(_ text: String) -> Wording {
    Wording(chinese: "`\(text)` 是全角或排版字符，程序里要用半角字符", english: "`\(text)` is a full-width or typographic character")
  }
  static func wideSpace(_ scalar: Unicode.Scalar) -> Wording {
    Wording(
      chinese: "这里是全角或特殊空格（\(scalar.codePoint)）", english: "a wide or special space (\(scalar.codePoint)) stands here")
  }
  static func typeInstead(_ ascii: String) -> Wording {
    ascii == " "
      ? Wording(chinese: "请改用普通空格", english: "type an ordinary space")
      : Wording(chinese: "请改写为 `\(ascii)`", english: "type `\(ascii)`")
  }
  static func typeQuotes(_ ascii: String, closing: String) -> Wording {
    Wording(
      chinese: "请改写为 `\(ascii)`，末尾的 `\(closing)` 也改写为 `\(ascii)`",
      english: "type `\(ascii)`, here and for the `\(closing)` that closes the text")
  }

  static func invisible(_ scalar: Unicode.Scalar) -> Wording {
    Wording(
      chinese: "这里有一个看不见的字符（\(scalar.codePoint)）", english: "an invisible character (\(scalar.codePoint)) stands here")
  }
  static let deleteInvisible = Wording(
    chinese: "把它删掉，或把这几个字重新输入一遍", english: "delete it, or type the words around it again")

  static func emoji(_ text: String) -> Wording {
    Wording(chinese: "`\(text)` 不能用在名称里", english: "`\(text)` cannot be part of a name")
  }
  static let quoteIt = Wording(
    chinese: "表情和符号只能写在引号内的文字或注释里", english: "pictures may stand in texts between quotes and in comments")

  static func foreign(_ scalar: Unicode.Scalar) -> Wording {
    Wording(
      chinese: "不能识别字符 `\(Character(scalar))`（\(scalar.codePoint)）",
      english: "the character `\(Character(scalar))` (\(scalar.codePoint)) has no meaning here")
  }
  static func foreign(_ text: String) -> Wording {
    Wording(chinese: "不能识别 `\(text)`", english: "`\(text)` has no meaning here")
  }

  /// Kangxi radicals look exactly like the ideographs and come from copied PDF files.
  static func foreignHelp(_ scalar: Unicode.Scalar) -> Wording? {
    guard 0x2E80...0x2FDF ~= scalar.value else { return nil }
    return Wording(
      chinese: "这是部首符号，不是汉字（常见于从 PDF 复制的文字），请重新输入这个字",
      english: "this is a radical, not the ideograph (texts copied from PDF files have them): type the word again")
  }

  /// Habits of other programming languages.
  static func otherLanguages(_ text: String) -> Wording? {
    switch text {
    case "!=": Wording(chinese: "不等于写作 `~=`", english: "not equal is written `~=`")
    case "!": Wording(chinese: "“非”写作 `not`", english: "negation is written `not`")
    default: nil
    }
  }

  static let invalidUTF8 = Wording(chinese: "这里的字节不是 UTF-8 编码", english: "these bytes are not UTF-8")
  static let saveAsUTF8 = Wording(
    chinese: "文件可能是 GBK 或 UTF-16 编码，请另存为 UTF-8", english: "the file may be GBK or UTF-16: save it as UTF-8")
}
