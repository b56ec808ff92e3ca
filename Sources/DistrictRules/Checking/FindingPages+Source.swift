internal import CityModel

extension FindingPage {
  /// What is wrong with the text of a script, before it means anything.
  static let text: [FindingPage] = [
    .init(
      "full-width-character",
      zh: "脚本里用了全角标点（如 `，` `“`）。引号和注释之外只用半角。", "按提示换成半角字符。",
      en: "A full-width mark such as `，` stands outside quotation marks and comments.", "Type the ASCII character that the help line shows."),
    .init(
      "invisible-character",
      zh: "脚本里有看不见的字符，多半是从网页或文档粘贴来的。", "删去它，或重新输入这一处。",
      en: "There is a character that nobody sees, usually pasted from a page or document.", "Delete it, or type the place again."),
    .init(
      "direction-mark",
      zh: "文字或注释里有改变显示方向的标记：看到的顺序与实际内容不同。", "删去标记；公文里不需要它。",
      en: "A mark inside a text or comment turns the line round: what is seen is not what is written.", "Delete the mark."),
    .init(
      "unexpected-character",
      zh: "这个字符在规则语言里没有用处。", "删去它，或写进引号。",
      en: "The language has no use for this character.", "Delete it, or put it into quotation marks."),
    .init(
      "invalid-utf-8",
      zh: "文件不是 UTF-8 编码。", "用编辑器另存为 UTF-8。",
      en: "The file is not UTF-8.", "Save it as UTF-8."),
    .init(
      "source-too-long",
      zh: "一个脚本至多 64 KB。", "拆成几个文件，一个文件一条规则。",
      en: "A script has at most 64 KB.", "Make several files of it: one file, one rule."),
    .init(
      "malformed-number",
      zh: "数字写得不对，如 `3x`、`1..2`。", "改正数字；数与单位之间用函数，如 `小时(3)`。",
      en: "A number such as `3x` or `1..2` cannot be read.", "Correct it; units are functions, as in `hours(3)`."),
    .init(
      "unfinished-string",
      zh: "引号没有成对。", "在行尾之前补上引号。",
      en: "A text has no closing quotation mark.", "Close it before the end of the line."),
    .init(
      "unfinished-long-string",
      zh: "`[[` 没有对应的 `]]`。", "补上 `]]`。",
      en: "`[[` has no `]]`.", "Add it."),
    .init(
      "unfinished-comment",
      zh: "`--[[` 没有对应的 `]]`。", "补上 `]]`，或每行用 `--`。",
      en: "`--[[` has no `]]`.", "Add it, or begin each line with `--`."),
    .init(
      "invalid-escape",
      zh: "`\\` 后面的字符不成转义。", "写 `\\\\` 表示反斜线本身。",
      en: "The character behind `\\` makes no escape.", "Write `\\\\` for a backslash."),
    .init(
      "invalid-long-bracket",
      zh: "`[=` 后面缺第二个 `[`。", "长文字写作 `[[…]]`。",
      en: "`[=` lacks its second `[`.", "Write long texts as `[[…]]`."),
    .init(
      "name-collision",
      zh: "两个名称编码之后拼法相同。", "换一个名称。",
      en: "Two names are spelt alike once they are encoded.", "Choose another name."),
    .init(
      "unexpected-token",
      zh: "这里不该出现这个词或符号。", "看标出的位置：多一个逗号、少一个值，或词的顺序不对。",
      en: "Something stands where it cannot.", "Look at the place: a comma too many, a value too few, words in the wrong order."),
    .init(
      "expected-token",
      zh: "缺少一个词或符号，如 `那么`、`=`。", "在标出处补上。",
      en: "A word or sign is missing, such as `then` or `=`.", "Add it at the place shown."),
    .init(
      "unclosed",
      zh: "括号、函数或循环没有结尾。", "补上 `}`、`)` 或 `结束`。",
      en: "A bracket, a function or a loop is never closed.", "Add `}`, `)` or `end`."),
    .init(
      "missing-comma",
      zh: "表中两项之间缺逗号。", "在前一项后面加 `,`。",
      en: "Two items of a table have no comma between them.", "Put `,` behind the first."),
    .init(
      "expected-name",
      zh: "这里应写名称。", "换成不以数字开头、不是保留词的名称。",
      en: "A name must stand here.", "Write a name that begins with no digit and is no reserved word."),
    .init(
      "no-effect",
      zh: "这一行什么也不做。", "规则写作 `评分调整 \"名称\" { … }`；要算的值先存进变量。",
      en: "This line does nothing.", "A rule is written adjustment \"name\" { … }; store a value in a variable."),
    .init(
      "not-assignable",
      zh: "等号左边不是变量。", "改写左边；比较用 `==`。",
      en: "The left of `=` is no variable.", "Change it; to compare, write `==`."),
    .init(
      "constant-assigned",
      zh: "常量不能改值。", "去掉 `<常量>`，或另用一个变量。",
      en: "A constant is assigned to.", "Leave out `<const>`, or use another variable."),
    .init(
      "unknown-attribute",
      zh: "变量的属性只有 `<常量>`。", "改成 `<常量>` 或删去。",
      en: "Variables have the attribute `<const>` only.", "Write that, or leave it out."),
    .init(
      "repeated-label",
      zh: "标签写了两次。", "换一个名称。",
      en: "A label stands twice.", "Give one of them another name."),
    .init(
      "unknown-label",
      zh: "没有这个标签。", "写对标签的名称，或不用 `转到`。",
      en: "There is no such label.", "Correct its name, or do without `goto`."),
    .init(
      "goto-into-scope",
      zh: "`转到` 越过了变量的声明。", "把声明移到 `转到` 之前。",
      en: "A `goto` jumps over the declaration of a variable.", "Move the declaration before it."),
    .init(
      "break-outside-loop",
      zh: "`跳出` 不在循环里。", "删去它。",
      en: "`break` stands outside a loop.", "Leave it out."),
    .init(
      "vararg-outside-function",
      zh: "这个函数的参数里没有 `...`。", "写明参数。",
      en: "This function has no `...` among its parameters.", "Name the parameters."),
    .init(
      "too-deep",
      zh: "层层嵌套太深。", "拆成几步写。",
      en: "Too many levels stand inside one another.", "Write it in several steps."),
    .init(
      "too-many-locals",
      zh: "一个函数里的局部变量超过 200 个。", "用表存放，或拆开。",
      en: "More than 200 local variables in one function.", "Use a table, or several functions."),
    .init(
      "too-many-upvalues",
      zh: "一个函数用到的外层变量超过 255 个。", "用表存放。",
      en: "More than 255 variables of other functions in one function.", "Use a table."),
    .init(
      "too-many-suffixes",
      zh: "连写的 `.a`、`[k]`、`(…)` 太多。", "分几步写，中间存进变量。",
      en: "Too many of `.a`, `[k]`, `(…)` in a row.", "Write it in steps, with variables between."),
    .init(
      "environment-name",
      zh: "脚本里不能用 `_ENV`。", "换一个名称。",
      en: "Scripts have no `_ENV`.", "Choose another name."),
  ]
}
