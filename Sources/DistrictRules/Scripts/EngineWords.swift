internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// What the engine, its handles and the standard library say, worded for the author of a script in both languages.
///
/// `LuaRuntime` knows one language and nothing of property management, so its sentences are recognised here by their
/// form; one that is not known stays as it is.
struct EngineWords {
  var code: Diagnostic.Code
  var wording: Wording
  var help: Wording?

  /// - Parameter message: the error's message, in the words of the script.
  init(_ error: LuaError, message: String) {
    let parts = message.split(separator: "\nhelp: ", maxSplits: 1)
    let sentence = parts.first.map(String.init) ?? message
    code = .luaError
    wording = Wording(verbatim: sentence)
    help = parts.count > 1 ? EngineWords.help(String(parts[1])) : nil
    switch error.code {
    case .timeLimit, .memoryLimit, .cancelled: code = Diagnostic.Code(rawValue: error.code.rawValue)
    default: break
    }
    for form in EngineWords.forms {
      guard let captures = form.template.captures(in: sentence), let text = form.explain(captures) else { continue }
      if let named = form.code { code = named }
      wording = text
      if help == nil { help = form.help }
      if code == "unknown-name", let word = captures.first, let meant = Synonyms.help(for: word, among: CityVocabulary.words) { help = meant }
      return
    }
  }

  private struct Form: Sendable {
    var code: Diagnostic.Code?
    var template: MessageTemplate
    var explain: @Sendable ([String]) -> Wording?
    var help: Wording?

    /// `chinese` has `$1`, `$2` for the parts, in the words of people; the English sentence stays, unless another is given.
    init(_ code: Diagnostic.Code?, _ template: String, _ chinese: String, english: String? = nil, help: Wording? = nil) {
      self.code = code
      self.template = MessageTemplate(template)
      self.help = help
      // A script's own error may have the form of a sentence about handles: those name a kind.
      let namesKind = template.hasPrefix("{}") && code == "wrong-type"
      explain = { captures in
        if namesKind, let first = captures.first, EngineWords.word(first) == first { return nil }
        return Wording(
          chinese: EngineWords.filled(chinese, captures.map(EngineWords.word)),
          english: EngineWords.filled(english ?? EngineWords.numbered(template), captures.map(EngineWords.quantity)))
      }
    }
  }

  private static let forms: [Form] = [
    // Limits.
    Form(
      "time-limit", "the run took longer than {}", "脚本运行超过了 $1",
      help: Wording(chinese: "检查有没有停不下来的循环", english: "look for a loop that does not end")),
    Form(
      "memory-limit", "more than {} bytes of memory, or a string of more than {}", "脚本占用的内存超过 $1，或一段文字超过 $2 字节",
      english: "the script needs more than $1 of memory, or makes a text of more than $2 bytes",
      help: Wording(
        chinese: "用 `范围`、`分组` 直接查询，不要把数据逐条存进表", english: "ask with `where` and `group` instead of collecting rows in a table")),
    Form("memory-limit", "not enough memory", "脚本用的内存超过限额", english: "the script needs more memory than it may have"),
    Form("cancelled", "the run was cancelled", "已中断运行"),
    Form("out-of-bounds", "more than {} bytes of output", "输出超过 $1", english: "the script prints more than $1"),
    // Names.
    Form("unknown-name", "unknown name `{}`", "没有名为 `$1` 的东西", english: "there is nothing called `$1`"),
    // What a collection, a grouping or a result has are methods; a row has fields.
    Form("unknown-method", "unknown field `{}` of collection", "集合没有 `$1`", english: "a collection has no `$1`"),
    Form("unknown-method", "unknown field `{}` of query", "查询没有 `$1`", english: "a query has no `$1`"),
    Form("unknown-method", "unknown field `{}` of grouping", "分组没有 `$1`", english: "a grouping has no `$1`"),
    Form("unknown-method", "unknown field `{}` of result", "结果没有 `$1`", english: "a result has no `$1`"),
    Form("unknown-field", "unknown field `{}` of {}", "$2没有 `$1`", english: "`$2` has no `$1`"),
    Form("global-write", "`{}` cannot be made a global", "不能把 `$1` 设为全局名"),
    // Handles.
    Form("bad-number", "this {} cannot be divided by {} without a remainder", "这个$1不能被 $2 整除"),
    Form("wrong-type", "{} cannot be compared with {}", "$1与$2不能比较"),
    Form("wrong-type", "{} cannot be added to {}", "$1与$2不能相加"),
    Form("wrong-type", "{} cannot be subtracted from {}", "$2不能减去$1"),
    Form("wrong-type", "{} cannot be multiplied by {}", "$1与$2不能相乘"),
    Form("wrong-type", "{} cannot be divided by {}", "$1不能除以$2"),
    Form("wrong-type", "{} cannot be negated", "$1不能取负"),
    Form("wrong-type", "{} divided by another is no {}", "两个$2相除得不到$2"),
    Form("bad-number", "division of {} by zero", "$1的除数是零"),
    Form("bad-number", "the result does not fit into a {}", "结果超出$1的范围"),
    Form("bad-number", "{} of so large a number", "`$1` 的数太大"),
    Form("bad-day", "`{}` is not a day", "`$1` 不是日期"),
    Form("wrong-type", "{} cannot be indexed with {}", "$1不能用$2取值"),
    Form("wrong-type", "{} cannot be changed by a script", "$1不能由脚本改动"),
    Form("wrong-type", "{} cannot be called", "$1不能调用"),
    Form("wrong-type", "{} has no length", "$1没有长度"),
    Form("unknown-row", "there is no such {}", "没有这个$1"),
    Form("stale", "this {} belongs to an earlier snapshot", "这个$1属于先前的数据"),
    Form("wrong-type", "this iterator is for a generic `for`", "`逐条` 只用于 `for … in` 循环", english: "`each` is for a `for … in` loop"),
    Form("wrong-type", "field `{}` of {} has no values", "$2的 `$1` 没有取值"),
    Form("bad-number", "a value of a field is out of the range of a {}", "一个字段的值超出$1的范围"),
    Form("wrong-type", "this handle belongs to another engine", "这个值不属于本次运行", english: "this value is of another run"),
    Form("wrong-type", "`{}` was called on {}", "`$1` 不能这样调用", english: "`$1` cannot be called so"),
    Form("wrong-type", "`pairs` cannot put keys in order that are {}", "`pairs` 不能给这种键排序：$1", english: "`pairs` has no order for keys that are $1"),
    Form(nil, "(the error value is {})", "出错，错误值是$1", english: "the script failed with $1"),
    Form("out-of-bounds", "stack overflow while an error was handled", "处理错误时函数调用的层数太多"),
    Form("unknown-name", "a global has a name", "全局名应为文字", english: "the name of a global is a text"),
    // Carrying values between a script and the program.
    Form("out-of-bounds", "tables are nested more than {} deep, or contain themselves", "表的嵌套超过 $1 层，或包含自身"),
    Form("out-of-bounds", "more than {} values to be carried at a time (64 bytes of a string count as one)", "一次交出的值超过 $1 个",
      english: "more than $1 values are handed over at a time"),
    Form("wrong-type", "a key of a table cannot be NaN", "表的键不能是“非数”"),
    Form("wrong-type", "a table whose keys are tables or functions cannot be carried to Swift", "键是表或函数的表不能交出",
      english: "a table whose keys are tables or functions cannot be handed over"),
    Form("wrong-type", "a value of this type cannot be carried to Swift", "这种值不能交出", english: "a value of this type cannot be handed over"),
    Form("out-of-bounds", "a string of {} bytes is longer than the {} that a script may hold", "一段文字有 $1 字节，超过 $2"),
    Form("wrong-type", "`{}` must be {}, found {}", "`$1` 应为$2，这里却是$3"),
    Form("missing-value", "`{}` is missing", "缺少 `$1`"),
    Form("bad-number", "`{}` is {}, out of the range of {}", "`$1` 是 $2，不在 $3 之间"),
    Form("bad-number", "`{}` is {}, which no Lua integer can hold", "`$1` 是 $2，超出整数的范围"),
    Form("out-of-bounds", "`{}` is nested too deep", "`$1` 嵌套太深"),
    Form("bad-number", "{} does not fit into {}", "$1 超出$2的范围"),
    Form("wrong-type", "a value cannot be carried to Lua: {}", "有一个值不能交给脚本：$1"),
    Form("wrong-type", "a value cannot be made of this: {}", "脚本的值不合用：$1"),
    // What the engine does not take.
    Form(
      "source-refused", "the source has {} bytes, more than the {} that are accepted", "脚本里自己起的中文名称译出后共 $1 字节，超过 $2",
      english: "with its own Chinese names spelt out the script has $1 bytes, more than $2",
      help: Wording(chinese: "拆成几个文件，或把自己起的名称写短些", english: "divide it into several files, or give shorter names")),
    Form("source-refused", "a binary chunk is not accepted", "不接受编译过的脚本"),
    Form("source-refused", "`_ENV` is not available", "不能使用 `_ENV`"),
    Form("source-refused", "blocks, functions, brackets or operators are nested more than {} deep", "语句块、函数、括号或运算嵌套超过 $1 层"),
    Form("source-refused", "more than {} fields, indices or calls in a row", "连续的字段、下标或调用超过 $1 个"),
    // Mistakes of the program around the scripts.
    Form("host-misuse", "this environment belongs to another engine", "程序错误：环境属于另一个引擎"),
    Form("host-misuse", "this function belongs to another engine", "程序错误：函数属于另一个引擎"),
    Form("host-misuse", "this handle is of a kind that the engine does not know", "程序错误：引擎不认识这种值"),
    Form("host-misuse", "this kind belongs to another engine", "程序错误：种类属于另一个引擎"),
    Form("host-misuse", "the fields of a kind cannot change", "程序错误：种类的字段不能改变"),
    Form("host-misuse", "the library `{}` must return a table of its exports", "程序错误：库 `$1` 应返回一个表"),
    Form("host-misuse", "a library exports names only", "程序错误：库只能给出有名称的值"),
    Form("host-misuse", "`{}` cannot be a member of {}: names have 1 to 40 bytes and occur once", "程序错误：`$1` 不能是$2的成员，名称须为 1 至 40 字节且不重复"),
    Form("host-misuse", "a kind cannot have {} rows", "程序错误：一个种类不能有 $1 行"),
    Form("memory-limit", "no memory for an engine", "内存不足，建不成脚本引擎"),
    Form("memory-limit", "no memory for an environment", "内存不足，建不成脚本环境"),
    Form("memory-limit", "no memory for the global `{}`", "内存不足，放不下 `$1`"),
    Form("memory-limit", "no memory for the list of names", "内存不足，列不出名称"),
    Form("memory-limit", "no memory for the library `{}`, or a key that is not a name", "内存不足，装不下库 `$1`，或它给出的键不是名称"),
    Form("memory-limit", "no room for one more kind, `{}`", "种类太多，加不下 `$1`"),
    Form("memory-limit", "no room for one more dictionary", "词表太多，加不下"),
    Form("memory-limit", "no thread could be made to run on", "系统不能再开线程"),
    // Arguments.
    Form("wrong-type", "argument {} of `{}` must be {}, found {}", "`$2` 的第 $1 个参数应为$3，这里却是$4"),
    // The standard library.
    Form("missing-value", "{} needs a value, as in {}", "`$1` 需要一个值，如 `$2`"),
    Form("missing-value", "{} needs a list in braces, as in {}", "`$1` 需要花括号里的一列值，如 `$2`"),
    Form("missing-value", "{} needs two bounds, as in {}", "`$1` 需要上下两个界，如 `$2`"),
    Form("missing-value", "{} needs a name in quotation marks, as in {}", "`$1` 需要引号里的名称，如 `$2`"),
    Form("missing-value", "{} needs its contents in braces", "`$1` 的内容要写在花括号里"),
    Form("missing-value", "{} needs its reasons in braces: {}", "`$1` 的理由要写在花括号里：`$2`"),
  ]

  private static func help(_ text: String) -> Wording {
    if let near = MessageTemplate("did you mean `{}`?").captures(in: text) {
      return Wording(chinese: "是否想写 `\(near[0])`？", english: text)
    }
    if let line = MessageTemplate("write date {}").captures(in: text) { return Wording(chinese: "写作 `日期 \(line[0])`", english: text) }
    if let line = MessageTemplate("write `{}`").captures(in: text) { return Wording(chinese: "写作 `\(line[0])`", english: text) }
    switch text {
    case "`//` rounds down": return Wording(chinese: "`//` 向下取整", english: text)
    case "`//` counts how often it goes in whole": return Wording(chinese: "`//` 得出整倍数", english: text)
    case "keep them in a sequence": return Wording(chinese: "把它们放在序列里", english: text)
    case "write a colon before a method's name: `x:method()`":
      return Wording(chinese: "方法名前要写冒号，如 `x:method()`", english: text)
    case "fetch it again, do not keep it between runs": return Wording(chinese: "请重新查询，不要跨次保留", english: text)
    default: return Wording(verbatim: text)
    }
  }

  private static func filled(_ text: String, _ parts: [String]) -> String {
    // What a script wrote may have `$1` in it: only our own pieces are looked at.
    var pieces = [text]
    for (index, part) in parts.enumerated() {
      pieces = pieces.enumerated().flatMap { at, piece -> [String] in
        // Even places are ours, odd ones are filled in already.
        guard at % 2 == 0 else { return [piece] }
        let own = piece.split(separator: "$\(index + 1)", omittingEmptySubsequences: false).map(String.init)
        return own.enumerated().flatMap { $0 == 0 ? [$1] : [part, $1] }
      }
    }
    return pieces.joined()
  }

  private static func numbered(_ template: String) -> String {
    var result = ""
    for (index, piece) in template.split(separator: "{}", omittingEmptySubsequences: false).enumerated() {
      result += (index == 0 ? "" : "$\(index)") + piece
    }
    return result
  }

  /// `67108864` bytes are 64 MiB; anything else stays.
  private static func quantity(_ text: String) -> String {
    guard let bytes = Int(text), bytes >= 1 << 20, bytes % (1 << 20) == 0 else { return text }
    return "\(bytes >> 20) MiB"
  }

  /// A part of a sentence in Chinese: kinds, types and what an argument may be; names stay as they are.
  private static func word(_ text: String) -> String {
    if let known = words[text] { return known }
    for article in ["a ", "an "] where text.hasPrefix(article) {
      let bare = String(text.dropFirst(article.count))
      if let known = words[bare] { return known }
      if let kind = MessageTemplate("{} of this snapshot").captures(in: bare) { return "本次数据中的" + (words[kind[0]] ?? kind[0]) }
      if let digits = MessageTemplate("number with at most {} decimals").captures(in: bare) { return "最多 \(digits[0]) 位小数的数" }
    }
    if let seconds = MessageTemplate("{} s").captures(in: text) { return "\(seconds[0]) 秒" }
    if let milliseconds = MessageTemplate("{} ms").captures(in: text) { return "\(milliseconds[0]) 毫秒" }
    return quantity(text)
  }

  private static let words: [String: String] = {
    var words = [
      "duration": "时长", "calendar days": "日历天数", "working days": "工作日数", "calendar months": "日历月数", "moment": "时刻",
      "day": "日期", "amount of money": "金额", "points": "分值", "area": "面积", "percentage": "百分比", "collection": "集合",
      "grouping": "分组", "result": "结果", "handle": "这个值", "nil": "空值", "number": "数字", "string": "文字", "table": "表",
      "boolean": "“是/否”", "function": "函数", "tables": "表", "functions": "函数", "whole number": "整数", "true or false": "“是/否”", "record or quantity": "记录或量",
      "period": "期间", "names of fields": "字段名", "names of columns": "列名", "kind of proposal": "提请的种类", "file": "脚本文件",
      "string in UTF-8": "UTF-8 文字", "other bytes": "其他字节", "one of an earlier snapshot": "别处的",
    ]
    for schema in CitySchema.tables { words[schema.name] = schema.chinese }
    return words
  }()
}
