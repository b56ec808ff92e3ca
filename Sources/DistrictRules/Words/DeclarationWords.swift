/// A word of the rule language: its two spellings and what it says.
public struct RuleWord: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Opens a declaration: `adjustment "…" { … }`.
    case declaration
    /// A key of a declaration.
    case key
    /// A function or value that scripts may use anywhere.
    case function
    /// A method of collections, queries and rows.
    case method
    /// A word in quotation marks that a key understands: `per = "enterprise"`.
    case value
  }

  public var english: String
  public var chinese: String
  public var kind: Kind
  public var meaning: String

  init(_ english: String, _ chinese: String, _ kind: Kind, _ meaning: String) {
    self.english = english
    self.chinese = chinese
    self.kind = kind
    self.meaning = meaning
  }
}

extension RuleWord {
  /// The words of the language itself; fields, tables and enumeration values come from the city's schema.
  public static let all: [RuleWord] = [
    .init("adjustment", "评分调整", .declaration, "Points that a district adds or deducts in its own column"),
    .init("tighten", "收紧", .declaration, "A stricter deadline, due day or threshold than the city's"),
    .init("procedure", "程序", .declaration, "A district's amendment of a city procedure, or a procedure of its own"),
    .init("criterion", "榜单标准", .declaration, "Whom a district proposes for the red or black list, and in what order"),
    .init("job", "任务", .declaration, "Work that is done every day, month, quarter or year"),
    .init("report", "报表", .declaration, "A table that a district wants to see"),

    .init("title", "标题", .key, "What it is called in reports"),
    .init("basis", "依据", .key, "The document that it rests on: document, article, published, expires"),
    .init("document", "文号", .key, "Number of the document"),
    .init("article", "条款", .key, "Article of the document"),
    .init("published", "公布", .key, "Day on which the document was published"),
    .init("expires", "有效至", .key, "Last day on which the document is in force"),
    .init("effective", "施行", .key, "Days on which the rule applies: from, to; a fact counts by its own date"),
    .init("from", "自", .key, "First day"),
    .init("to", "至", .key, "Last day"),
    .init("season", "季节", .key, "The part of every year in which it applies: from, to; may run over new year"),
    .init("note", "说明", .key, "Plain text for the lawyer"),
    .init("relates", "关联", .key, "The city's scoring item it stands beside"),
    .init("each", "逐条", .key, "The collection whose rows are judged; as a method, goes through the rows"),
    .init("where", "范围", .key, "Which rows are looked at; as a method, selects rows"),
    .init("when", "条件", .key, "Which of them count"),
    .init("counted", "计次", .key, "How repetition counts: once_for, within, once_ever, at_least, per"),
    .init("once_for", "每人一次", .key, "Rows that agree in this field count once"),
    .init("once_ever", "一次为限", .key, "A row counts in the year of this date, and in no year after it"),
    .init("deduct", "扣分", .key, "Points deducted for each row: a number, { points, for_each }, a function of the row, or { per, period, points } with a function of an enterprise or estate and its rows"),
    .init("add", "加分", .key, "Points added for each row: as for deduct"),
    .init("for_each", "每满", .key, "The points are for each whole unit of a field: { late_by = calendar_months(1) }"),
    .init("offset", "抵回", .key, "The city's items of which the points are given back in the district's own column"),
    .init("cap", "封顶", .key, "The most that an enterprise can lose or gain: points, per, period"),
    .init("points", "分值", .key, "A number of points; as a function, exact points"),
    .init("per", "每", .key, "What the cap is for: enterprise or project; the time in which at_least counts"),
    .init("period", "期", .key, "The time the cap is for: month, quarter or year"),
    .init("because", "理由", .key, "What the enterprise is told; {field} stands for the row's value"),
    .init("amends", "修订", .key, "The city procedure that is amended"),
    .init("concerns", "涉及", .key, "The collection whose cases follow the procedure"),
    .init("changes", "变更", .key, "What changes, step by step"),
    .init("also_needs", "另需", .key, "What the step needs besides"),
    .init("attachment", "附件", .key, "A document that must be attached"),
    .init("within", "时限", .key, "The time in which something must be done, or that an event lasts"),
    .init("not_same_person_as", "不得同人", .key, "The step whose officer must be another person"),
    .init("refuse_when", "不予办理", .key, "The step is refused for a case that meets this condition"),
    .init("insert", "插入", .key, "Checks that are put in after a step"),
    .init("after", "之后", .key, "The step after which it comes; the time after which somebody is told"),
    .init("by", "由", .key, "Who does the step: community, street, county, city; by what a report is grouped"),
    .init("needs", "需要", .key, "What must be attached before the step is done"),
    .init("steps", "步骤", .key, "The steps of a procedure, in order"),
    .init("does", "办理内容", .key, "What is done at the step"),
    .init("done", "办成", .key, "The step that follows; without it the next in the list"),
    .init("refused", "未通过", .key, "What follows when the step is refused"),
    .init("late", "逾期", .key, "What follows when the time has passed"),
    .init("deadline", "期限", .key, "Which of the three times of article 13 is shortened: assign, preliminary, close"),
    .init("alert", "预警", .key, "Who is told before the time has passed: after, to"),
    .init("due", "应完成日期", .key, "Due days in the year; the time in which a proposal is to be carried out"),
    .init("parameter", "参数", .key, "The city's parameter that is made stricter"),
    .init("list", "榜单", .key, "red or black"),
    .init("one_per", "各取一家", .key, "One candidate is kept for each value of this field"),
    .init("rank", "择优", .key, "Fields by which candidates are ordered; - before a name orders downwards"),
    .init("advice", "建议内容", .key, "What the owners' assembly is advised: lower fee, dismiss, or none; an interview or a circular without it advises none"),
    .init("item", "评分项", .key, "The city's scoring item of a proposed deduction"),
    .init("columns", "列", .key, "The columns of a report"),
    .init("figures", "指标", .key, "The numbers of each group of a report"),
    .init("events", "合并", .key, "Rows that are one event: same, within"),
    .init("same", "相同", .key, "The fields in which the rows of one event agree"),
    .init("rows", "行", .key, "A function that returns the rows of a report; as a method, the rows of a result"),
    .init("every", "周期", .key, "How often: day, month, quarter, year"),
    .init("on_working_day", "第几个工作日", .key, "The working day of the next period on which it runs"),
    .init("missed", "补跑", .key, "What happens to periods that were missed"),
    .init("run", "执行内容", .key, "The function that does the work; it is given the period"),
    .init("once_per", "每期一次", .key, "A proposal is made once in this time"),
    .init("evidence", "证据", .key, "The rows that a proposal rests on"),
    .init("grounds", "事由", .key, "The grounds of a proposal, by code"),

    .init("more_than", "多于", .function, "Above the bound; the bound itself does not count (Civil Code 1259)"),
    .init("at_least", "至少", .function, "At or above the bound"),
    .init("less_than", "少于", .function, "Below the bound; the bound itself does not count"),
    .init("at_most", "至多", .function, "At or below the bound"),
    .init("between", "介于", .function, "From the first to the second, both included"),
    .init("one_of", "之一", .function, "One of several values"),
    .init("not_one_of", "都不是", .function, "None of several values"),
    .init("within_last", "最近", .function, "In the span of time before the data cut: within_last(calendar_days(30))"),
    .init("is_not", "不是", .function, "Any value but this"),
    .init("exists", "有值", .function, "The field has a value"),
    .init("missing", "无值", .function, "The field has no value"),
    .init("any_of", "任一", .function, "At least one of several conditions"),
    .init("all_of", "全部", .function, "All of several conditions"),
    .init("minutes", "分钟", .function, "An elapsed time"),
    .init("hours", "小时", .function, "An elapsed time"),
    .init("calendar_days", "自然日", .function, "A number of calendar days"),
    .init("working_days", "工作日", .function, "A number of working days"),
    .init("calendar_months", "个月", .function, "A number of calendar months"),
    .init("yuan", "元", .function, "An amount of money"),
    .init("percent", "百分之", .function, "A share in hundredths"),
    .init("date", "日期", .function, "A day, written as text: date \"2026-09-30\""),
    .init("print", "打印", .function, "Shows values"),
    .init("why", "为什么", .function, "The lines of an enterprise's score"),
    .init("what_if", "假如", .function, "At a prompt: what a script would change, by its file; a second text names the period"),
    .init("propose", "提请", .function, "Proposes a listing or a measure to the officer who decides"),
    .init("finish", "办结", .function, "The end of a procedure"),
    .init("refer", "移交", .function, "Hands a case over to a department and ends the procedure: refer \"county\""),
    .init("response_rates", "三项时限达标率", .function, "The three rates of article 13 for a period, by street, county or enterprise, with the change"),
    .init("count_where", "其中", .function, "A figure: how many rows meet a condition"),
    .init("share_where", "占比", .function, "A figure: which share of the rows meets a condition"),
    .init("interview", "约谈", .method, "Regulatory interview"),
    .init("circular", "通报", .method, "Circular criticism"),
    .init("red_list", "提名红榜", .method, "A proposal for the red list"),
    .init("black_list", "提名黑榜", .method, "A proposal for the black list"),
    .init("red_removal", "移出红榜", .method, "A proposal to take an enterprise off the red list"),
    .init("rectification", "整改", .method, "A rectification order"),
    .init("deduction", "扣减", .method, "A deduction of points"),
    .init("advice_to_owners", "建议业主", .method, "Advice to the owners' assembly: to lower the fee, or to dismiss"),
    .init("referral", "线索移送", .method, "Hands a lead over to the authority that is responsible"),
    .init("task", "交办", .method, "A task for a street, a community or a department"),
    .init("red_candidates", "红榜候选", .function, "The enterprises that meet the city's criteria for the red list"),
    .init("black_candidates", "黑榜候选", .function, "The enterprises that meet the city's criteria for the black list"),
    .init("red_removals", "红榜应移出", .function, "The enterprises on the red list that fail the city's criteria for it"),

    .init("of", "属于", .method, "The rows that belong to a row of another collection"),
    .init("within_year_to", "截至一年内", .method, "The rows dated in the year up to a day, that day included"),
    .init("in_period", "本期", .method, "The rows dated in a period; as a test: the day or moment lies in the month of the data cut, in_period \"month\""),
    .init("group", "分组", .method, "Groups the rows by one or more fields"),
    .init("count", "计数", .method, "How many rows; as a figure of a report, too"),
    .init("sum", "求和", .method, "The exact sum of a field; as a figure of a report, too: sum \"amount\""),
    .init("distinct", "去重计数", .method, "How many different values a field has; as a figure of a report, too"),
    .init("sort", "排序", .method, "Orders a result by its columns; - before a name orders downwards"),
    .init("limit", "前几行", .method, "The first rows"),
    .init("show", "显示", .method, "The rows with some of their fields"),
    .init("first", "第一", .method, "The first row, or nil"),
    .init("unknown", "待定", .method, "How many rows could not be judged because a fact is missing"),

    .init("year", "年度", .value, "A calendar year"),
    .init("quarter", "季度", .value, "A calendar quarter"),
    .init("month", "月度", .value, "A calendar month"),
    .init("day", "每日", .value, "A calendar day"),
    .init("assign", "责任到人", .value, "The thirty minutes of article 13"),
    .init("preliminary", "初步结果", .value, "The three hours of article 13"),
    .init("close", "基本办结", .value, "The three days of article 13"),
    .init("red", "红榜", .value, "The red list"),
    .init("black", "黑榜", .value, "The black list"),
  ]
}
