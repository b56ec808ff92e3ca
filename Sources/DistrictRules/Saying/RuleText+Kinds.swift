internal import CityModel
internal import Columns
internal import LuaRuntime

extension RuleText {
  mutating func adjustment() {
    each("each", "对象", "Subject")
    selection("where", "范围", "Scope", opening: ("须同时符合：", "All of these must hold: "))
    selection("when", "条件", "Condition", opening: ("在此范围内，符合下列各项的计分：", "Of these, such count for which all of these hold: "))
    for (key, chinese, english) in [("deduct", "扣分", "Deduction"), ("add", "加分", "Addition")] {
      guard let value = body.take(key) else { continue }
      let verb = key == "deduct" ? say("扣", "is deducted") : say("加", "is added")
      switch value {
      case .function: function(key, chinese, english, ("每条的分值由下列函数算出，记入本区县一栏：", "The points of each are worked out by this function, and stand in the district's own column:"))
      case .table(let table):
        let inner = SaidTable(table)
        if case .function? = table.at("points") {
          _ = inner.take("points")
          let per = inner.take("per")?.string.map { phrases.word($0) } ?? "", period = inner.take("period")?.string.map { phrases.word($0) } ?? say("年度", "year")
          function(
            "points", chinese, english,
            (
              "同一\(per)在同一\(period)的各条合起来，由下列函数算出\(verb)多少分，记入本区县一栏：",
              "All that one \(per) has in one \(period) is taken together; this function works out how much \(verb), in the district's own column:"
            ))
          continue
        }
        let points = inner.take("points").map { phrases.points($0) } ?? "—"
        var text = say("每条\(verb)\(points)，记入本区县一栏", "For each, \(points) \(verb), in the district's own column")
        if let units = inner.take("for_each")?.table?.named {
          let parts = units.map { name, unit in
            say("\(schema?.field(name).map { phrases.name($0) } ?? phrases.word(name))每满\(phrases.value(unit))", "each full \(phrases.value(unit)) of \(schema?.field(name).map { phrases.name($0) } ?? phrases.word(name))")
          }
          text = say("\(phrases.list(parts))\(verb)\(points)，不满的不计，记入本区县一栏", "For \(phrases.list(parts)), \(points) \(verb), in the district's own column; parts do not count")
        }
        add(chinese, english, text + rest(inner) + say("。", "."))
      default: add(chinese, english, say("每条\(verb)\(phrases.points(value))，记入本区县一栏。", "For each, \(phrases.points(value)) \(verb), in the district's own column."))
      }
    }
    if let value = body.take("offset") {
      let items = value.table?.array ?? [value]
      let names = items.map { item(of: $0) }
      add("抵回", "Offset", say("市级评分项\(phrases.list(names))对这些项目扣去的分，在本区县一栏如数补回；市级扣分本身不动，不取消 D 级和一票否决。", "What the city's items \(phrases.list(names)) took for these estates is given back in the district's own column; the city's line stays, and neither a grade D nor a veto is lifted."))
    }
    if let value = body.take("relates") { add("关联", "Beside", say("与市级评分项\(item(of: value))并列，不改动该项。", "It stands beside the city's item \(item(of: value)), which it does not touch.")) }
    counted()
    cap()
    add("幅度", "Bound", say("本区县各项调整合计，每个企业不超出市级规定的上下幅度。", "All adjustments of the district together stay within the bound that the city sets for an enterprise."))
    because()
    add("待定", "Unknown", say("缺少事实、无法判断的，不计分，列为待定。", "What cannot be judged because a fact is missing makes no points and is listed as unknown."))
  }

  func item(of value: LuaValue) -> String {
    guard case .string(let code) = value else { return phrases.value(value) }
    guard let item = ScoreItem.named(code) else { return phrases.quoted(code) }
    return say("\(item.code)“\(item.chinese)”", "\(item.code) “\(item.english)”")
  }

  private mutating func counted() {
    var texts: [String] = []
    let shorthand = body.take("count_once_per")
    if let value = body.take("counted") {
      let inner = SaidTable(value.table ?? LuaTable())
      if let fields = inner.take("once_for") { texts.append(once(fields, within: inner.take("within"))) }
      if let date = inner.take("once_ever")?.string {
        let field = schema?.field(CityVocabulary.english(date))
        let name = field.map { phrases.name($0) } ?? phrases.word(date)
        // A field's English name need be no noun; its meaning is one.
        let day = field.map { "\($0.meaning.prefix(1).lowercased())\($0.meaning.dropFirst()) (“\(name)”)" } ?? name
        texts.append(
          say("一次为限：只在\(name)所在的年度计一次，以前年度计过的，以后年度不再计", "once and for all: only in the year of the \(day), and never again in a later year"))
      }
      if let count = inner.take("at_least") {
        let per = inner.take("per").map { phrases.word($0.string ?? "") } ?? "—"
        texts.append(say("同一企业在同一\(per)内至少有\(phrases.value(count))条的，合计一次，不足的不计", "at least \(phrases.value(count)) of one enterprise in one \(per) count once together, and fewer not at all"))
      }
      let more = rest(inner)
      if !more.isEmpty { texts.append(more) }
    }
    if let shorthand { texts.append(once(shorthand, within: nil)) }
    if !texts.isEmpty { add("计次", "Counting", RuleText.capitalised(texts.joined(separator: say("；", "; "))) + say("。", ".")) }
  }

  private func once(_ fields: LuaValue, within: LuaValue?) -> String {
    let words = (fields.table?.array ?? [fields]).map { value -> String in
      guard case .string(let text) = value else { return phrases.value(value) }
      return schema?.field(CityVocabulary.english(text)).map { phrases.name($0) } ?? phrases.word(text)
    }
    let time = within.map { say("自第一条起\(phrases.value($0))以内，", "within \(phrases.value($0)) of the first, ") } ?? ""
    return say("\(time)同一企业名下\(phrases.list(words))相同的，只计一次", "\(time)rows of one enterprise with the same \(phrases.list(words)) count once")
  }

  /// `month` as `每月`, `a month`.
  func cycle(_ word: String) -> String {
    let english = CityVocabulary.english(word)
    let chinese = ["day": "每天", "month": "每月", "quarter": "每季度", "year": "每年"]
    return say(chinese[english] ?? "每\(phrases.word(word))", "a \(english)")
  }

  private static let missed = ["run each missed period": "逐期补跑", "run the latest only": "只补跑最近一期", "skip": "不补跑"]

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private mutating func cap() {
    guard let value = body.take("cap") else { return }
    let inner = SaidTable(value.table ?? LuaTable())
    let points = inner.take("points") ?? inner.take("deduct") ?? inner.take("add")
    let per = phrases.word(inner.take("per")?.string ?? "enterprise"), period = cycle(inner.take("period")?.string ?? "year")
    add("封顶", "Cap", say("每个\(per)\(period)最多\(points.map { phrases.points($0) } ?? "—")", "At most \(points.map { phrases.points($0) } ?? "—") for each \(per) \(period)") + rest(inner) + say("。", "."))
  }

  mutating func tightening() {
    each("concerns", "对象", "Subject")
    selection("where", "范围", "Scope", opening: ("须同时符合：", "All of these must hold: "))
    if let deadline = body.take("deadline") {
      add("期限", "Deadline", say("“\(phrases.word(deadline.string ?? ""))”的时限收紧为\(body.take("within").map { phrases.value($0) } ?? "—")，自受理时起算；市级时限照样适用。", "The time for “\(phrases.word(deadline.string ?? ""))” is \(body.take("within").map { phrases.value($0) } ?? "—") from acceptance; the city's time still applies."))
    }
    if let value = body.take("alert") {
      let inner = SaidTable(value.table ?? LuaTable())
      let after = inner.take("after").map { phrases.value($0) } ?? "—", to = phrases.word(inner.take("to")?.string ?? "")
      add("预警", "Alert", say("满\(after)尚未办成的，提醒\(to)", "What is not done after \(after) is brought to the notice of the \(to)") + rest(inner) + say("。", "."))
    }
    if let due = body.take("due") {
      let days = (due.table?.array ?? [due]).map { $0.string.map { phrases.monthDay($0) } ?? phrases.value($0) }
      add("应办日", "Due days", say("每年\(phrases.list(days))以前（含当日）各办一次；每次所办为上一应办日所在月起、至本应办日上月底止的整月，全年只有一个应办日的为上一整年。", "It falls due every year on \(phrases.list(days)); each time covers the whole months from that of the due day before to the end of the month before its own; a single one covers the year before."))
    }
    if let parameter = body.take("parameter") {
      let key = parameter.string ?? ""
      let description = CityParameters.all.first { $0.name == key || $0.chinese == key }
      add("参数", "Parameter", say("市级参数“\(description?.chinese ?? key)”（\(key)）在本区县收紧为\(body.take("to").map { phrases.value($0) } ?? "—")。", "The city's parameter \(description?.name ?? key) is \(body.take("to").map { phrases.value($0) } ?? "—") in the district."))
    }
    because()
    add("只紧不松", "Never looser", say("比市级宽松的部分不生效。", "What would be looser than the city's has no effect."))
  }

  mutating func criterion() {
    let list = body.take("list")?.string ?? ""
    add("榜单", "List", say("用于\(phrases.word(list))。", "For the \(phrases.word(list)) list."))
    selection("where", "范围", "Scope", opening: ("企业须同时符合：", "Of the enterprise all of these must hold: "))
    if let value = body.take("one_per") {
      add("各取一家", "One for each", say("每个\(phrases.path([value.string ?? ""], over: schema))只留一家。", "One enterprise is kept for each \(phrases.path([value.string ?? ""], over: schema))."))
    }
    if let value = body.take("rank") {
      let parts = (value.table?.array ?? [value]).compactMap(\.string).map { order($0) }
      add("择优", "Order", say("依次按\(phrases.list(parts))排列。", "They are ordered by \(phrases.list(parts))."))
    }
    if let value = body.take("period") { add("期", "Period", say("\(cycle(value.string ?? ""))一次。", "Once \(cycle(value.string ?? "")).")) }
    because()
    add(
      "权限", "Limits",
      CityVocabulary.english(list) == "red"
        ? say("只在市级候选之内收窄和排序，不增加候选，不超出市级名额。", "It narrows and orders the city's candidates; it adds none and stays within the city's share.")
        : say("只是提请；是否列入由署名人员依程序决定。", "It only proposes; a named officer decides, by the procedure."))
  }

  /// `-close_rate`: the higher first.
  func order(_ text: String) -> String {
    let descending = text.hasPrefix("-")
    let name = phrases.path([descending ? String(text.dropFirst()) : text], over: schema)
    return say("\(name)\(descending ? "由高到低" : "由低到高")", "\(name), \(descending ? "highest" : "lowest") first")
  }

  mutating func job() {
    let every = cycle(body.take("every")?.string ?? "month")
    let day = body.take("on_working_day")
    let missed = body.take("missed")?.string
    add(
      "周期", "Cycle",
      say("\(every)一次", "Once \(every)")
        + (day.map { say("，于期满后第\(phrases.value($0))个工作日运行", ", on working day \(phrases.value($0)) after it ends") } ?? "")
        + (missed.map { say("；漏跑的\(RuleText.missed[$0] ?? $0)", "; missed periods: \($0)") } ?? "") + say("。", "."))
    if body.has("run") {
      _ = body.take("run")
      function("run", "内容", "Work", ("由下列函数查看并提请：", "This function looks and proposes:"))
      return
    }
    each("each", "对象", "Subject")
    selection("where", "范围", "Scope", opening: ("须同时符合：", "All of these must hold: "))
    selection("when", "条件", "Condition", opening: ("在此范围内，符合下列各项的提请：", "Of these, such are proposed for which all of these hold: "))
    let kind = phrases.word(body.take("propose")?.string ?? "")
    var text = say("提请\(kind)", "Proposed is: \(kind)")
    if let to = body.take("to") { text += say("，交\(phrases.word(to.string ?? ""))", ", to the \(phrases.word(to.string ?? ""))") }
    if let due = body.take("due") { text += say("，限\(phrases.value(due))内完成", ", due in \(phrases.value(due))") }
    if let advice = body.take("advice") { text += say("：\(phrases.word(advice.string ?? ""))", ": \(phrases.word(advice.string ?? ""))") }
    if let points = body.take("points") { text += say("，\(phrases.points(points))", ", \(phrases.points(points))") }
    if let item = body.take("item") { text += say("，评分项\(self.item(of: item))", ", item \(self.item(of: item))") }
    if let once = body.take("once_per") { text += say("；同一对象\(cycle(once.string ?? ""))只提一次", "; once \(cycle(once.string ?? "")) for the same subject") }
    add("提请", "Proposal", text + say("。是否采纳由署名人员决定。", ". A named officer decides."))
    because()
    add("待定", "Unknown", say("缺少事实、无法判断的，不提请，列为待定。", "What cannot be judged because a fact is missing is not proposed and is listed as unknown."))
  }

  mutating func report() {
    if body.has("rows") {
      _ = body.take("rows")
      function("rows", "内容", "Rows", ("各行由下列函数得出：", "This function makes the rows:"))
    }
    each("each", "对象", "Subject")
    selection("where", "范围", "Scope", opening: ("须同时符合：", "All of these must hold: "))
    if let value = body.take("columns") { add("列", "Columns", say("各列为：\(paths(value))。", "The columns are \(paths(value)).")) }
    if let value = body.take("by") ?? body.take("group") { add("分组", "Groups", say("按\(paths(value))分组。", "Grouped by \(paths(value)).")) }
    if let figures = body.take("figures")?.table?.named {
      let parts = figures.map { name, value in say("“\(CityVocabulary.chinese(name))”为\(figure(value))", "“\(name.replacing("_", with: " "))” is \(figure(value))") }
      add("指标", "Figures", parts.joined(separator: say("；", "; ")) + say("。", "."))
    }
    if let value = body.take("events") {
      let inner = SaidTable(value.table ?? LuaTable())
      let same = inner.take("same").map { paths($0) } ?? "—"
      let within = inner.take("within").map { phrases.value($0) } ?? "—"
      add("合并", "Events", say("\(same)相同、自第一条起\(within)以内的，并为一起，计件数，投诉人一个不少", "Rows with the same \(same) within \(within) of the first are one event, with their count and every complainant") + rest(inner) + say("。", "."))
    }
    if let value = body.take("order") ?? body.take("sort") {
      let parts = (value.table?.array ?? [value]).compactMap(\.string).map { order($0) }
      add("排序", "Order", say("依次按\(phrases.list(parts))排列。", "Ordered by \(phrases.list(parts))."))
    }
    if let value = body.take("limit") { add("行数", "Limit", say("只列前\(phrases.value(value))行。", "The first \(phrases.value(value)) rows.")) }
  }

  /// Names of fields, `{ project = "street" }` through references.
  private func paths(_ value: LuaValue) -> String {
    let items = value.table?.array ?? [value]
    let named = value.table?.named ?? []
    func path(_ value: LuaValue) -> [String] {
      switch value {
      case .string(let text): return text.split(separator: ".").map(String.init)
      case .table(let table): return table.named.flatMap { [$0.0] + path($0.1) } + table.array.flatMap(path)
      default: return [phrases.value(value)]
      }
    }
    return phrases.list(items.map { phrases.path(path($0), over: schema) } + named.map { phrases.path([$0.0] + path($0.1), over: schema) })
  }

  private func figure(_ value: LuaValue) -> String {
    guard case .table(let table) = value, let kind = table.at("figure")?.string else { return phrases.value(value) }
    let inner = table.at("value")
    let condition = inner?.table.map { phrases.joined(phrases.conditions($0, over: schema)) } ?? ""
    let field = inner?.string.map { phrases.path([$0], over: schema) } ?? ""
    switch kind {
    case "count": return say("条数", "the number of rows")
    case "count_where": return say("其中\(condition)的条数", "the number of those of which \(condition)")
    case "share_where": return say("其中\(condition)的占比", "the share of those of which \(condition)")
    case "sum": return say("\(field)之和", "the sum of \(field)")
    case "distinct": return say("\(field)去重后的个数", "the number of different values of \(field)")
    default: return phrases.value(value)
    }
  }
}
