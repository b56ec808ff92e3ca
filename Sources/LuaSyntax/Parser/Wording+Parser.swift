// What the parser says, in both languages.
extension Wording {
  static let unexpectedEnd = Wording(
    chinese: "到这里就结束了，后面缺少内容", english: "the script ends here, but something is missing")

  static func unexpected(_ text: String) -> Wording {
    Wording(chinese: "这里不应出现 `\(text)`", english: "`\(text)` cannot stand here")
  }

  static func closesNothing(_ text: String) -> Wording {
    Wording(chinese: "`\(text)` 没有对应的开头", english: "`\(text)` closes nothing")
  }

  static func expected(_ kind: String, _ found: String?) -> Wording {
    guard let found else {
      return Wording(chinese: "到这里就结束了，缺少 `\(kind)`", english: "`\(kind)` is missing at the end of the script")
    }
    return Wording(chinese: "`\(found)` 前面缺少 `\(kind)`", english: "`\(kind)` is missing before `\(found)`")
  }

  static func unclosed(_ kind: String, _ open: String) -> Wording {
    Wording(chinese: "`\(open)` 没有用 `\(kind)` 收尾", english: "`\(open)` is never closed by `\(kind)`")
  }
  static func unclosed(_ kind: String, _ open: String, line: Int, _ found: String) -> Wording {
    Wording(
      chinese: "第 \(line) 行的 `\(open)` 没有用 `\(kind)` 收尾，这里却是 `\(found)`",
      english: "`\(open)` of line \(line) is not closed by `\(kind)`, but `\(found)` stands here")
  }
  static func elseIf(_ written: String, _ word: String) -> Wording {
    Wording(
      chinese: "`\(written)` 会另起一个要单独收尾的判断，请写作 `\(word)`",
      english: "`\(written)` begins a second block that wants an end of its own: write `\(word)`")
  }
  static func indentedOtherwise(_ open: String, _ first: Int, _ close: String, _ last: Int) -> Wording {
    Wording(
      chinese: "第 \(first) 行的 `\(open)` 由第 \(last) 行的 `\(close)` 收尾，两行缩进不同，可能漏在那里",
      english:
        "`\(close)` of line \(last) closes `\(open)` of line \(first), but is indented otherwise: perhaps it is there")
  }

  static func openedHere(_ open: String) -> Wording {
    Wording(chinese: "`\(open)` 在这里", english: "`\(open)` is here")
  }

  static func expectedInFor(_ word: String, _ found: String?) -> Wording {
    let what = found.map { "`\($0)`" }
    return Wording(
      chinese: "循环变量后面要有 `=` 或 `\(word)`" + (what.map { "，这里却是 \($0)" } ?? ""),
      english: "a loop's variable is followed by `=` or `\(word)`" + (what.map { ", not by \($0)" } ?? ""))
  }

  static func nameExpected(_ found: String?) -> Wording {
    guard let found else {
      return Wording(chinese: "到这里就结束了，缺少名称", english: "a name is missing at the end of the script")
    }
    return Wording(chinese: "这里要写名称，不能写 `\(found)`", english: "a name must stand here, not `\(found)`")
  }

  static func dottedKey(_ written: String) -> Wording {
    Wording(chinese: "键只能是一个名称，不能写 `\(written)`", english: "a key is one name, not `\(written)`")
  }
  static func reserved(_ word: String) -> Wording {
    Wording(chinese: "`\(word)` 是语言本身的词，不能用作名称", english: "`\(word)` is a word of the language and cannot be a name")
  }
  static let chooseAnotherName = Wording(chinese: "请换一个名称", english: "choose another name")
  static func keyBetweenBrackets(_ word: String) -> Wording {
    Wording(chinese: "请换一个名称，或写成 `[\"\(word)\"] =`", english: "choose another name, or write `[\"\(word)\"] =`")
  }
  static let functionWithoutName = Wording(chinese: "函数缺少名称", english: "the function has no name")
  static func functionAsValue(_ local: String, _ function: String) -> Wording {
    Wording(
      chinese: "写作 `\(local) \(function) 名称 (…)`", english: "write `\(local) \(function) name (…)`")
  }
  static let commaBetweenNames = Wording(chinese: "几个变量之间用 `,` 隔开", english: "variables are separated by `,`")
  static func afterReturn(_ word: String, _ found: String) -> Wording {
    Wording(
      chinese: "`\(word)` 之后不能再有 `\(found)`，它必须是最后一句",
      english: "`\(found)` cannot follow `\(word)`, which must be the last statement")
  }

  static func argumentsExpected(_ method: String) -> Wording {
    Wording(chinese: "`:\(method)` 后面缺少括号", english: "`:\(method)` must be called, with parentheses")
  }
  static let dotForFields = Wording(chinese: "读取字段请用 `.`", english: "a field is read with `.`")

  static func missingComma(_ next: String) -> Wording {
    Wording(chinese: "`\(next)` 前面缺少逗号", english: "a comma is missing before `\(next)`")
  }
  static let commaBetweenItems = Wording(chinese: "各项之间用 `,` 隔开", english: "items are separated by `,`")
  static let nextItem = Wording(chinese: "下一项从这里开始", english: "the next item begins here")

  static func noEffect(_ text: String) -> Wording {
    Wording(chinese: "单独写 `\(text)` 没有作用", english: "`\(text)` alone does nothing")
  }
  static let comparisonAlone = Wording(chinese: "单独的比较没有作用", english: "a comparison alone does nothing")
  static let assignWithOne = Wording(chinese: "赋值写作 `=`", english: "a value is assigned with `=`")
  static let compareWithTwo = Wording(chinese: "判断相等写作 `==`", english: "equality is asked with `==`")

  static func notAssignable(_ text: String) -> Wording {
    Wording(chinese: "不能给 `\(text)` 赋值", english: "nothing can be assigned to `\(text)`")
  }
  static func constantAssigned(_ name: String) -> Wording {
    Wording(chinese: "`\(name)` 是常量，不能再赋值", english: "`\(name)` is a constant and keeps its value")
  }
  static let declaredHere = Wording(chinese: "在这里声明", english: "declared here")

  static func unknownAttribute(_ name: String) -> Wording {
    Wording(chinese: "没有 `<\(name)>` 这种属性", english: "there is no attribute `<\(name)>`")
  }
  static func attributes(_ word: String) -> Wording {
    Wording(chinese: "常量写作 `<\(word)>`", english: "`<\(word)>` makes a constant")
  }
  static let twoToClose = Wording(
    chinese: "一条 `local` 语句只能有一个 `<close>`", english: "one `local` statement can have one `<close>` only")

  static func repeatedLabel(_ name: String) -> Wording {
    Wording(chinese: "标签 `\(name)` 已经有了", english: "the label `\(name)` stands here already")
  }
  static func unknownLabel(_ name: String) -> Wording {
    Wording(chinese: "找不到标签 `\(name)`", english: "no label `\(name)` can be seen from here")
  }
  static func gotoIntoScope(_ variable: String) -> Wording {
    Wording(chinese: "不能跳到变量 `\(variable)` 声明之后", english: "this would jump over the declaration of `\(variable)`")
  }
  static func breakOutsideLoop(_ word: String) -> Wording {
    Wording(chinese: "`\(word)` 只能写在循环里", english: "`\(word)` can stand inside a loop only")
  }
  static let varargOutsideFunction = Wording(
    chinese: "这个函数的参数里没有 `...`", english: "`...` is not among the parameters of this function")

  static let tooDeep = Wording(chinese: "嵌套太深", english: "too many levels inside one another")
  static let makeItFlatter = Wording(
    chinese: "用局部变量或函数把这一段拆开，很长的条件可以改写成表",
    english: "name parts of it by local variables or functions, or turn a long condition into a table")
  static func tooLong(_ bytes: Int, _ limit: Int) -> Wording {
    Wording(chinese: "脚本有 \(bytes) 字节，最多 \(limit) 字节", english: "the script has \(bytes) bytes, the most is \(limit)")
  }
  static let splitIt = Wording(chinese: "请拆成几个文件", english: "divide it into several files")
  static func tooManyLocals(_ limit: Int) -> Wording {
    Wording(chinese: "一个函数里的局部变量超过 \(limit) 个", english: "more than \(limit) local variables in one function")
  }
  static func tooManyUpvalues(_ limit: Int) -> Wording {
    Wording(
      chinese: "一个函数用到的外层变量超过 \(limit) 个",
      english: "a function uses more than \(limit) variables of the functions around it")
  }
  static let useATable = Wording(chinese: "请把其中一些放进表里", english: "put some of them into a table")
  static func tooManySuffixes(_ limit: Int) -> Wording {
    Wording(
      chinese: "连续的 `.a`、`[k]`、`(…)` 超过 \(limit) 个", english: "more than \(limit) of `.a`, `[k]`, `(…)` in a row")
  }
  static let nameAPart = Wording(chinese: "请先把前半段存入局部变量", english: "keep the first part in a local variable")
  static let environmentName = Wording(chinese: "脚本里不能使用 `_ENV`", english: "`_ENV` cannot be used in a script")

  static let comments = Wording(chinese: "注释用 `--` 开头", english: "a comment begins with `--`")
  static func writtenAs(_ wrong: String, _ right: String) -> Wording {
    Wording(chinese: "`\(wrong)` 在这里写作 `\(right)`", english: "`\(wrong)` is written `\(right)` here")
  }
  static func spaceBetween(_ joined: String, _ apart: String) -> Wording {
    Wording(chinese: "词与词之间要有空格：`\(apart)`", english: "words need a space between them: `\(apart)`")
  }
}
