/// What the Lua library says at run time, said so that the author of a script understands it, in both languages.
///
/// The library's own words are for programmers and English only: `attempt to index a nil value (local 'x')` becomes "`x` is nil and has no
/// fields". Messages of other forms, those of the script itself among them, are left as they are.
public struct LibraryMessage: Sendable, Hashable {
  /// The kind of error.
  public let code: Diagnostic.Code
  /// What is wrong.
  public let wording: Wording
  /// What to do about it, where that can be said.
  public let help: Wording?

  /// Explains a message without its place (`lift.lua:7: `), or returns `nil` for one that is not the library's.
  public init?(_ message: String) {
    for form in Self.forms {
      guard let captures = form.template.captures(in: message), let (wording, help) = form.explain(captures) else {
        continue
      }
      (code, self.wording, self.help) = (form.code, wording, help)
      return
    }
    return nil
  }

  private struct Form: Sendable {
    let code: Diagnostic.Code
    let template: MessageTemplate
    let explain: @Sendable ([String]) -> (Wording, help: Wording?)?

    init(
      _ code: Diagnostic.Code, _ template: String,
      _ explain: @escaping @Sendable ([String]) -> (Wording, help: Wording?)?
    ) {
      (self.code, self.template, self.explain) = (code, MessageTemplate(template), explain)
    }

    init(_ code: Diagnostic.Code, _ template: String, chinese: String, english: String, help: Wording? = nil) {
      self.init(code, template) { _ in (Wording(chinese: chinese, english: english), help) }
    }
  }

  private static let forms: [Form] = [
    Form(.wrongType, "attempt to index a {} value{}") { captures in
      subject(captures).map { (.both($0, "没有字段", "and has no fields"), $0.isNil ? .checkForNil : nil) }
    },
    Form(.wrongType, "attempt to call a {} value{}") { captures in
      guard let subject = subject(captures) else { return nil }
      if subject.isNil, subject.kind == "method", let name = subject.name {
        return (Wording(chinese: "没有方法 `\(name)`", english: "there is no method `\(name)`"), nil)
      }
      return (.both(subject, "不能调用", "and cannot be called"), nil)
    },
    Form(.wrongType, "attempt to perform arithmetic on a {} value{}") { captures in
      subject(captures).map { (.both($0, "不能计算", "and cannot be calculated with"), $0.isNil ? .checkForNil : nil) }
    },
    Form(.wrongType, "attempt to perform bitwise operation on a {} value{}") { captures in
      subject(captures).map { (.both($0, "不能按位运算", "and has no bits"), nil) }
    },
    Form(.wrongType, "attempt to concatenate a {} value{}") { captures in
      subject(captures).map { (.both($0, "不能用 `..` 连接", "and cannot be joined with `..`"), .useToString) }
    },
    Form(.wrongType, "attempt to get length of a {} value{}") { captures in
      subject(captures).map { (.both($0, "没有长度", "and has no length"), nil) }
    },
    Form(.wrongType, "attempt to compare two {} values") { captures in
      let type = TypeWord(captures[0])
      return (
        Wording(chinese: "两个\(type.chinese)不能比较大小", english: "two values of type \(type.plain) have no order"), nil
      )
    },
    Form(.wrongType, "attempt to compare {} with {}") { captures in
      let (left, right) = (TypeWord(captures[0]), TypeWord(captures[1]))
      return (
        Wording(
          chinese: "\(left.chinese)与\(right.chinese)不能比较大小",
          english: "\(left.english) cannot be compared with \(right.english)"),
        left.isNil || right.isNil ? .checkForNil : nil
      )
    },
    Form(.wrongType, "bad argument #{} to '{}' ({})") { captures in argument(captures) },
    Form(.wrongType, "bad 'for' {} (number expected, got {})") { captures in
      let type = TypeWord(captures[1])
      let part = [
        "initial value": ("初值", "first value"), "limit": ("终值", "last value"), "step": ("步长", "step"),
      ][captures[0]]
      return part.map {
        (
          Wording(
            chinese: "循环的\($0.0)应为数字，这里却是\(type.chinese)",
            english: "the \($0.1) of the loop must be a number, not \(type.english)"), nil
        )
      }
    },
    Form(.wrongType, "attempt to {} a '{}' with a '{}'") { captures in
      let (left, right) = (TypeWord(captures[1]), TypeWord(captures[2]))
      return (
        Wording(
          chinese: "\(left.chinese)与\(right.chinese)不能一起计算",
          english: "\(left.english) cannot be calculated with \(right.english)"), nil
      )
    },
    Form(.wrongType, "invalid value ({}) at index {} in table for 'concat'") { captures in
      let type = TypeWord(captures[0])
      return (
        Wording(
          chinese: "`concat` 的表中第 \(captures[1]) 项是\(type.chinese)，不能连接",
          english: "item \(captures[1]) of the table for `concat` is \(type.english) and cannot be joined"),
        .useToString
      )
    },
    Form(.badNumber, "number{} has no integer representation") { captures in
      let name = Subject(type: "number", variable: captures[0])?.name
      return (
        Wording(
          chinese: name.map { "`\($0)` 不是整数" } ?? "这个数不是整数",
          english: "\(name.map { "`\($0)`" } ?? "this number") is not a whole number"), nil
      )
    },
    Form(.badNumber, "attempt to perform 'n//0'", chinese: "整除的除数是零", english: "division by zero"),
    Form(.badNumber, "attempt to perform 'n%%0'", chinese: "取余的除数是零", english: "the remainder of a division by zero"),
    Form(.badNumber, "attempt to perform 'n%0'", chinese: "取余的除数是零", english: "the remainder of a division by zero"),
    Form(.badNumber, "attempt to divide by zero", chinese: "除数是零", english: "division by zero"),
    Form(.badNumber, "'for' step is zero", chinese: "循环的步长是零", english: "the step of the loop is zero"),
    Form(.wrongType, "table index is nil", chinese: "表的键是空值", english: "the key of a table is nil"),
    Form(.wrongType, "index is nil", chinese: "表的键是空值", english: "the key of a table is nil"),
    Form(.badNumber, "table index is NaN", chinese: "表的键不是数", english: "the key of a table is not a number"),
    Form(
      .wrongType, "invalid order function for sorting", chinese: "排序用的比较函数前后矛盾",
      english: "the comparison for sorting contradicts itself"),
    Form(.outOfBounds, "stack overflow{}") { _ in (.tooManyCalls, .endlessCalls) },
    Form(.outOfBounds, "C stack overflow{}") { _ in (.tooManyCalls, .endlessCalls) },
    Form(
      .outOfBounds, "error in error handling", chinese: "错误处理中又出错",
      english: "an error happened while an error was handled"),
    Form(
      .outOfBounds, "not enough memory", chinese: "脚本用的内存超过限额", english: "the script needs more memory than it may have"
    ),
    Form(.outOfBounds, "string length overflow", chinese: "文字太长", english: "the text is too long"),
    Form(.outOfBounds, "resulting string too large", chinese: "文字太长", english: "the text is too long"),
    Form(.badPattern, "malformed pattern ({})") { captures in
      let part = [
        "ends with '%'": ("末尾的 `%` 后面缺字符", "nothing follows the last `%`"),
        "missing ']'": ("`[` 没有对应的 `]`", "a `[` has no `]`"),
        "missing arguments to '%b'": ("`%b` 后面要有两个字符", "`%b` needs two characters"),
      ][captures[0]]
      return part.map { (Wording(chinese: "查找模式不对：\($0.0)", english: "the pattern is wrong: \($0.1)"), nil) }
    },
    Form(
      .badPattern, "missing '[' after '%f' in pattern", chinese: "查找模式不对：`%f` 后面要有 `[`",
      english: "the pattern is wrong: `%f` needs a `[`"),
    Form(
      .badPattern, "unfinished capture", chinese: "查找模式不对：`(` 没有对应的 `)`", english: "the pattern is wrong: a `(` has no `)`"),
    Form(
      .badPattern, "invalid pattern capture", chinese: "查找模式不对：`)` 没有对应的 `(`",
      english: "the pattern is wrong: a `)` has no `(`"),
    Form(.badPattern, "invalid capture index %{}{}") { captures in
      (
        Wording(
          chinese: "查找模式里没有第 \(captures[0]) 对括号", english: "the pattern has no bracket number \(captures[0])"), nil
      )
    },
    Form(.badPattern, "too many captures", chinese: "查找模式的括号太多", english: "the pattern has too many brackets"),
    Form(.badPattern, "pattern too complex", chinese: "查找模式太复杂", english: "the pattern is too complicated"),
    Form(
      .badPattern, "invalid use of '%' in replacement string", chinese: "替换文字里的 `%` 后面只能是数字或 `%`",
      english: "in the replacement, `%` must be followed by a digit or `%`"),
    Form(.wrongType, "invalid replacement value (a {})") { captures in
      let type = TypeWord(captures[0])
      return (Wording(chinese: "\(type.chinese)不能用来替换文字", english: "a text cannot be replaced by \(type.english)"), nil)
    },
    Form(.badPattern, "invalid conversion '{}' to 'format'{}") { captures in
      (
        Wording(
          chinese: "`format` 不认识 `\(captures[0])`", english: "`format` does not know `\(captures[0])`"),
        captures[1].isEmpty ? nil : Wording(chinese: "内存地址不予显示", english: "addresses are not shown")
      )
    },
    Form(.badPattern, "invalid conversion specification: '{}'") { captures in
      (Wording(chinese: "`format` 不认识 `\(captures[0])`", english: "`format` does not know `\(captures[0])`"), nil)
    },
    Form(
      .badPattern, "invalid format (too long)", chinese: "`format` 的格式太长", english: "a format of `format` is too long"),
    Form(
      .badPattern, "specifier '%q' cannot have modifiers", chinese: "`format` 的 `%q` 不能带宽度",
      english: "`%q` of `format` takes no width"),
    Form(
      .wrongType, "wrong number of arguments to 'insert'", chinese: "`insert` 要有两个或三个参数",
      english: "`insert` needs two or three arguments"),
    Form(
      .outOfBounds, "too many results to unpack", chinese: "`unpack` 的值太多", english: "`unpack` would give too many values"),
    Form(.outOfBounds, "string slice too long", chinese: "所取的文字太长", english: "the piece of the text is too long"),
    Form(.badNumber, "invalid UTF-8 code", chinese: "这段文字不是 UTF-8", english: "the text is not UTF-8"),
    Form(
      .badNumber, "initial position is a continuation byte", chinese: "起始位置落在一个字的中间",
      english: "the first position is in the middle of a character"),
    Form(
      .wrongType, "'__tostring' must return a string", chinese: "这个值的说明不是文字",
      english: "the description of this value is no text"),
    Form(.outOfBounds, "{}function or expression needs too many registers{}") { _ in
      (Wording(chinese: "这个函数或表达式太复杂", english: "this function or expression is too complicated"), .makeItFlatter)
    },
  ]

  private static func subject(_ captures: [String]) -> Subject? { Subject(type: captures[0], variable: captures[1]) }

  private static let argumentDetails: [String: Wording] = [
    "no value": Wording(chinese: "没有给出", english: "is missing"),
    "position out of bounds": Wording(chinese: "超出了表的范围", english: "is no place in the table"),
    "out of bounds": Wording(chinese: "超出了文字的范围", english: "is no place in the text"),
    "initial position out of bounds": Wording(chinese: "超出了文字的范围", english: "is no place in the text"),
    "final position out of bounds": Wording(chinese: "超出了文字的范围", english: "is no place in the text"),
    "index out of range": Wording(chinese: "超出范围", english: "is out of range"),
    "value out of range": Wording(chinese: "超出范围", english: "is out of range"),
    "base out of range": Wording(chinese: "应在 2 到 36 之间", english: "must be from 2 to 36"),
    "value has no literal form": Wording(chinese: "不能写成程序里的值", english: "cannot be written in a program"),
    "string contains zeros": Wording(chinese: "含有零字节", english: "contains zero bytes"),
    "array too big": Wording(chinese: "太长", english: "is too long"),
    "too many elements to move": Wording(chinese: "范围太大", english: "is too large a range"),
    "destination wrap around": Wording(chinese: "超出了表的范围", english: "is no place in the table"),
    "invalid UTF-8 code": Wording(chinese: "不是 UTF-8 文字", english: "is not UTF-8"),
    "number has no integer representation": Wording(chinese: "不是整数", english: "is not a whole number"),
  ]

  private static func argument(_ captures: [String]) -> (Wording, help: Wording?)? {
    let (number, function) = (captures[0], captures[1])
    if let types = MessageTemplate("{} expected, got {}").captures(in: captures[2]) {
      let (wanted, found) = (TypeWord(types[0]), TypeWord(types[1]))
      return (
        Wording(
          chinese: "`\(function)` 的第 \(number) 个参数应为\(wanted.chinese)，这里却是\(found.chinese)",
          english: "argument \(number) of `\(function)` must be \(wanted.english), not \(found.english)"), nil
      )
    }
    if captures[2] == "value expected" {
      return (
        Wording(chinese: "`\(function)` 缺少第 \(number) 个参数", english: "argument \(number) of `\(function)` is missing"),
        nil
      )
    }
    if let detail = argumentDetails[captures[2]] {
      return (
        Wording(
          chinese: "`\(function)` 的第 \(number) 个参数\(detail.chinese)",
          english: "argument \(number) of `\(function)` \(detail.english)"), nil
      )
    }
    return (
      Wording(
        chinese: "`\(function)` 的第 \(number) 个参数不对：\(captures[2])",
        english: "argument \(number) of `\(function)` is wrong: \(captures[2])"), nil
    )
  }
}

extension Wording {
  fileprivate static func both(_ subject: Subject, _ chinese: String, _ english: String) -> Wording {
    Wording(
      chinese: "\(subject.chinese)是\(subject.type.chinese)，\(chinese)",
      english: "\(subject.english) is \(subject.type.english) \(english)")
  }
  fileprivate static let checkForNil = Wording(
    chinese: "先判断它是不是空值", english: "ask first whether it is nil")
  fileprivate static let useToString = Wording(
    chinese: "请用 `tostring(…)` 转成文字", english: "turn it into a text with `tostring(…)`")
  fileprivate static let tooManyCalls = Wording(
    chinese: "函数调用的层数太多", english: "too many functions call one another")
  fileprivate static let endlessCalls = Wording(
    chinese: "是不是函数不停地调用自己", english: "perhaps a function calls itself without end")
}
