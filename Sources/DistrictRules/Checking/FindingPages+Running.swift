internal import CityModel

extension FindingPage {
  /// What stops a script while it runs.
  static let running: [FindingPage] = [
    .init(
      "unknown-name",
      zh: "脚本用了没有定义的名称。函数体里的名称在运行之前也检查。", "照提示改正拼写；自己的变量先用 `局部` 声明。",
      en: "The script uses a name that nothing has; names in function bodies are checked before they run.", "Correct the spelling; declare your own variables with `local`."),
    .init(
      "global-write",
      zh: "脚本不能设全局名，别的脚本看不到也不该看到。", "写作 `局部 名称 = …`。",
      en: "Scripts make no globals: no other script sees them.", "Write `local name = …`."),
    .init(
      "source-refused",
      zh: "引擎不接受这段脚本：太长、嵌套太深，或不是文字。", "拆成几个文件，或简化写法。",
      en: "The engine does not accept this source: too long, too deep, or no text.", "Make several files of it, or write it more simply."),
    .init(
      "host-misuse",
      zh: "程序内部出错，与脚本无关。", "把脚本和提示交给维护人员。",
      en: "The program itself made a mistake, not the script.", "Give script and message to who maintains the system."),
    .init(
      "bad-pattern",
      zh: "文字模式写得不对，如 `[` 没有 `]`。", "改正模式；要找字符本身，在前面加 `%`。",
      en: "A text pattern cannot be read, such as `[` without `]`.", "Correct it; write `%` before a sign that stands for itself."),
    .init(
      "lua-error",
      zh: "脚本自己用 `error` 停下，或库函数报错。", "按错误的说明改正。",
      en: "The script stopped itself with `error`, or a library function did.", "Do as the message says."),
    .init(
      "wrong-type",
      zh: "值的类型不对，例如该写文字处写了数。", "照提示写成所需的类型。",
      en: "A value is of the wrong type, such as a number where a text is needed.", "Write the type that the message asks for."),
    .init(
      "wrong-unit",
      zh: "带单位的字段写了光秃秃的数，或单位的种类不对。小时、自然日、工作日、个月互不换算。", "写明单位，如 `小时(24)`、`元(5000)`、`工作日(3)`。",
      en: "A field with a unit has a bare number beside it, or another kind of unit. Hours, calendar days, working days and months are never converted.", "Say the unit: `hours(24)`, `yuan(5000)`, `working_days(3)`."),
    .init(
      "bad-number",
      zh: "这个数算不出结果：除以零、太大，或要整数处有小数。", "改正数。",
      en: "There is no result for this number: zero as a divisor, too large, or a fraction.", "Correct it."),
    .init(
      "bad-day",
      zh: "不是日历上有的日子。", "写作 `日期 \"2026-09-30\"`。",
      en: "This is no day of the calendar.", "Write date \"2026-09-30\"."),
    .init(
      "missing-value",
      zh: "条件词或单位词后面缺少值。", "照提示补上，如 `多于(3)`。",
      en: "A test or unit lacks its value.", "Add it as shown, as in `more_than(3)`."),
    .init(
      "out-of-bounds",
      zh: "调用层次、文字或输出超过上限。", "拆小，或直接用查询。",
      en: "More calls, text or output than a script may have.", "Make it smaller, or use queries."),
    .init(
      "time-limit",
      zh: "脚本运行太久。", "看看有没有停不下来的循环；用查询代替逐条循环。",
      en: "The script runs too long.", "Look for a loop that does not end; use queries instead of loops."),
    .init(
      "memory-limit",
      zh: "脚本占用的内存超过上限。", "用 `范围`、`分组` 直接查询，不要逐条存进表。",
      en: "The script needs more memory than it may have.", "Ask with `where` and `group` instead of collecting rows in tables."),
    .init(
      "cancelled",
      zh: "运行被人中断。", "再运行一次。",
      en: "The run was stopped by somebody.", "Run it again."),
    .init(
      "script-failed",
      zh: "脚本因内部原因停下。", "把脚本和提示交给维护人员。",
      en: "The script stopped for an internal reason.", "Give script and message to who maintains the system."),
    .init(
      "stale",
      zh: "用了先前一次运行留下的行或查询。", "在本次运行中重新查询。",
      en: "A row or query of an earlier run is used.", "Ask for it again."),
    .init(
      "too-many",
      zh: "一次运行里的声明、查询或提请太多。", "合并或分开运行。",
      en: "Too many declarations, queries or proposals in one run.", "Put them together, or run them apart."),
    .init(
      "not-in-a-job",
      zh: "只有任务可以提请。", "把提请写进 `任务` 的 `执行内容`。",
      en: "Only jobs make proposals.", "Write it into the `run` of a job."),
    .init(
      "not-here",
      zh: "这里不能询问市级规则。", "在任务中或提示符下使用。",
      en: "The city's rules cannot be asked here.", "Ask them in a job or at the prompt."),
    .init(
      "unknown-figure",
      zh: "脚本里的 `为什么` 只说明企业的得分。", "名单、等级和投诉用命令 `xize why`。",
      en: "In a script, `why` explains an enterprise's score only.", "Lists, grades and complaints: the command `xize why`."),
    .init(
      "not-loaded",
      zh: "这一列没有载入。", "换用载入了该列的登记册。",
      en: "This column is not loaded.", "Use a register that has it."),
    .init(
      "unknown-table",
      zh: "没有这个集合。", "核对名称。",
      en: "There is no such collection.", "Check the name."),
    .init(
      "unknown-row",
      zh: "没有这个名称或代码的企业、项目等。", "核对名称；没有登记册时用 `--register` 指明。",
      en: "No enterprise, estate or other row has this name or code.", "Check the name."),
    .init(
      "calendar-year-missing",
      zh: "这一年的工作日安排还没有公布或录入。", "录入国务院办公厅的放假通知。",
      en: "The working days of this year are not known.", "Add the year's arrangement to the calendar file."),
    .init(
      "report-without-table",
      zh: "报表函数没有返回查询、分组或结果。", "写作 `返回 投诉:分组(\"街道\"):计数()`。",
      en: "A report's function returned no query, grouping or result.", "Write return complaint:group(\"street\"):count()."),
    .init(
      "derived-field",
      zh: "测试给了推算出来的字段或表：它们由别的事实得出。", "给出它所依据的事实，例如用合同代替 `企业`，用公共收益公示代替 `应办事项`。",
      en: "A test gives a field or a table that is computed from other facts.", "Give the facts that it rests on, such as contracts or disclosures."),
    .init(
      "not-a-test",
      zh: "测试文件里写了测试以外的东西。", "规则写在 `名称.lua`，测试写在 `名称.test.lua`。",
      en: "A file of tests has something else in it.", "Rules go into `NAME.lua`, tests into `NAME.test.lua`."),
    .init(
      "unknown-script",
      zh: "测试说旁边还有一个脚本，文件夹里却没有。", "核对 `同时有` 后面的文件名，不写 `.lua`。",
      en: "A test names a script beside its own, and the folder has none.", "Check the name after `beside`; it is written without `.lua`."),
  ]
}
