internal import CityModel

extension FindingPage {
  /// What is wrong with a declaration on its own.
  static let declarations: [FindingPage] = [
    .init(
      "no-declaration",
      zh: "文件里没有声明规则。", "写作 `评分调整 \"名称\" { … }`。",
      en: "The file declares no rule.", "Write adjustment \"name\" { … }."),
    .init(
      "two-declarations",
      zh: "一个文件写了几条规则。", "每条规则一个文件。",
      en: "The file declares more than one rule.", "One file, one rule."),
    .init(
      "unknown-declaration",
      zh: "没有这种规则。", "可用：评分调整、收紧、程序、榜单标准、任务、报表。",
      en: "There is no such kind of rule.", "There are adjustment, tighten, procedure, criterion, job and report."),
    .init(
      "unknown-key",
      zh: "这里没有这个键。", "照提示改正拼写。",
      en: "There is no such key here.", "Correct the spelling as the help line shows."),
    .init(
      "unknown-field",
      zh: "这类记录没有这个字段。", "照提示改正；其他记录的字段用嵌套的表，如 `项目 = { 高层 = 是 }`。",
      en: "These rows have no such field.", "Correct it; fields of other rows are written as nested tables, as in project = { high_rise = true }."),
    .init(
      "unknown-value",
      zh: "这个字段没有这个值。", "照提示改正；值用引号。",
      en: "The field has no such value.", "Correct it as the help line shows."),
    .init(
      "unknown-test",
      zh: "条件语言里没有这个判断。", "用 多于、至少、少于、至多、介于、之一、有值 等。",
      en: "There is no such test.", "Use more_than, at_least, less_than, at_most, between, one_of, exists and the others."),
    .init(
      "unknown-placeholder",
      zh: "理由里 `{…}` 的名称不是字段。", "写字段名，或 `{项目.名称}`。",
      en: "The name in `{…}` is no field.", "Write a field, or `{project.name}`."),
    .init(
      "unclosed-placeholder",
      zh: "理由里的 `{` 没有 `}`。", "补上 `}`。",
      en: "A `{` in the sentence has no `}`.", "Add it."),
    .init(
      "unknown-item",
      zh: "市级评分项里没有这个代码。", "写 D01 至 D19、G01 至 G08 中的代码。",
      en: "The city's scoring has no such item.", "Write a code such as D10 or G04."),
    .init(
      "unknown-step",
      zh: "程序里没有这个步骤。", "照提示写步骤名。",
      en: "The procedure has no such step.", "Write one of the names that the help line shows."),
    .init(
      "unknown-parameter",
      zh: "市级没有这个参数。", "照提示改正。",
      en: "The city has no such parameter.", "Correct it as the help line shows."),
    .init(
      "unknown-procedure",
      zh: "市级没有这个程序。", "写 `city/fund-general`、`city/fund-small` 或 `city/fund-emergency`。",
      en: "The city has no such procedure.", "Write city/fund-general, city/fund-small or city/fund-emergency."),
    .init(
      "missing-key",
      zh: "缺少必须写的键。", "照提示补上。",
      en: "A key that must be there is missing.", "Add it as the help line shows."),
    .init(
      "missing-basis",
      zh: "规则没有写明依据的文件。没有依据就没有效力。", "写 `依据 = { 文号 = \"…\", 条款 = \"…\", 公布 = \"…\", 有效至 = \"…\" }`。",
      en: "The rule does not name the document it rests on: without one it binds nobody.", "Write basis = { document = \"…\", article = \"…\", published = \"…\", expires = \"…\" }."),
    .init(
      "value-without-key",
      zh: "值前面没有键名。", "写作 `键 = 值`。",
      en: "A value has no key before it.", "Write key = value."),
    .init(
      "duplicate-key",
      zh: "同一个键写了两次，只有后一个算数。", "去掉一个；同一字段的几个值写 `之一{ … }`。",
      en: "A key stands twice, and only the later one counts.", "Leave one out; for several values write one_of{ … }."),
    .init(
      "condition-without-field",
      zh: "条件里有值而没有字段。", "写作 `{ 字段 = 值 }`。",
      en: "A condition has a value without a field.", "Write { field = value }."),
    .init(
      "condition-too-deep",
      zh: "条件嵌套太深。", "拆成几条规则。",
      en: "The condition is nested too deeply.", "Make several rules of it."),
    .init(
      "empty-range",
      zh: "下限大于上限，永远不成立。", "对调两个数。",
      en: "The lower bound is above the upper: it never holds.", "Change them round."),
    .init(
      "no-enterprise",
      zh: "这类记录不属于企业，不能计分。", "改看属于企业的记录。",
      en: "These rows belong to no enterprise, so they make no points.", "Look at rows that belong to one."),
    .init(
      "no-date",
      zh: "这类记录没有日期，不能按时间计次或合并。", "去掉与时间有关的写法，或改看有日期的记录。",
      en: "These rows have no date: nothing is counted or merged by time.", "Leave the time out, or look at rows that have a date."),
    .init(
      "no-project",
      zh: "这类记录不属于项目，无从抵回，也不能按项目合起来算。", "写 `逐条 = 项目`，或按企业算。",
      en: "These rows belong to no estate, so nothing can be given back or taken together by estate.", "Write each = project, or take them by enterprise."),
    .init(
      "key-not-for-this",
      zh: "这个键在这里不起作用。", "去掉它。",
      en: "This key has no effect here.", "Leave it out."),
    .init(
      "number-comparison",
      zh: "带单位的字段与光秃秃的数相比：`==` 永远不成立，`<` 会报错。", "写明单位，如 `r.金额 == 元(50000)`。",
      en: "A field with a unit is compared with a bare number: `==` never holds, and `<` is an error.", "Say the unit, as in r.amount == yuan(50000)."),
    .init(
      "dates-out-of-order",
      zh: "日期先后不对：终止早于施行、失效早于公布、施行早于公布，或终止晚于依据失效。", "核对文件，改正日期。",
      en: "Days are in the wrong order: an end before its beginning, an expiry before the publication, effect before publication or after expiry.", "Check the document and correct them."),
    .init(
      "season-without-meaning",
      zh: "季节写了不是每年都有的日子（如 02-29），或起止是同一天。", "写 `\"11-15\"` 这样每年都有的日子；全年有效就不写季节。",
      en: "The season has a day that not every year has, such as 02-29, or begins and ends on the same day.", "Write days that every year has; leave the season out if it is the whole year."),
    .init(
      "percent-does-not-add-up",
      zh: "比例不在 0 到 100 之间，或各步累计的比例前大后小、最后不到 100%。", "比例是累计数，逐步不减，最后一步为 100%。",
      en: "A share is not between 0 and 100, or the shares of what has been paid fall from step to step, or never reach the whole.", "Shares are of all that is paid so far: they never fall, and end at 100 %."),
    .init(
      "alert-too-late",
      zh: "预警不早于时限。", "把预警提前。",
      en: "The alert comes no earlier than the deadline.", "Let it come before."),
    .init(
      "steps-without-order",
      zh: "步骤写成了 `名称 = { … }`，看不出先后。", "写成一列：`{ \"名称\", … }`。",
      en: "Steps are written name = { … }, which has no order.", "Write a list: { \"name\", … }."),
    .init(
      "step-without-name",
      zh: "步骤没有以名称开头。", "写作 `{ \"首次上门\", 由 = \"社区\", … }`。",
      en: "A step does not begin with its name.", "Write { \"first visit\", by = \"community\", … }."),
    .init(
      "step-without-late",
      zh: "步骤没有写逾期怎么办，案件会停在那里。", "写 `逾期 = \"下一步\"`、`逾期 = 办结` 或 `逾期 = 移交 \"…\"`。",
      en: "A step does not say what happens when it is late: a case would stand still.", "Write late = \"a step\", late = finish or late = refer \"…\"."),
    .init(
      "unreachable-step",
      zh: "没有哪一步会走到它。", "在前面某一步的 `办成`、`未通过` 或 `逾期` 中写明它，或删去。",
      en: "No step leads to it.", "Name it under `done`, `refused` or `late` of a step, or leave it out."),
    .init(
      "no-way-out",
      zh: "走到这几步的案件，怎么走都到不了办结或移交；或者没有人办时，只在它们之间逾期来逾期去，会一直转下去。", "让其中一步的 `办成`、`未通过` 或 `逾期` 通向 `办结` 或 `移交 \"…\"`。",
      en: "A case that comes to these steps can reach neither finish nor refer, or, when nobody acts, goes from one to the other by being late: it would go round for ever.", "Let `done`, `refused` or `late` of one of them lead to finish or refer \"…\"."),
    .init(
      "unknown-method",
      zh: "查询、分组、结果没有这个方法，或没有这种提请。", "照提示改正拼写。",
      en: "A query, a grouping or a result has no such method, or there is no such proposal.", "Correct it as the help line shows."),
    .init(
      "repeated-step",
      zh: "步骤名重复。", "换一个名称。",
      en: "A step of that name is there already.", "Give it another name."),
    .init(
      "repeated-day",
      zh: "应完成日期写了两次。", "每个日子写一次。",
      en: "A due day stands twice.", "Write each once."),
    .init(
      "duty-not-named",
      zh: "没有写明是哪一项应办事项，或写了别的条件。", "写 `范围 = { 应办事项 = \"公共收益公开\" }`，不写别的条件。",
      en: "The duty is not named, or there are other conditions.", "Write where = { duty = \"common revenue accounts\" }, and no other condition."),
    .init(
      "duty-done-once",
      zh: "这一项只办一次，没有每年的应完成日期。", "改用 `参数` 收紧它的期限。",
      en: "This duty is done once and has no due days in every year.", "Tighten its parameter instead."),
  ]
}
