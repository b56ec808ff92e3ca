internal import CityModel
internal import Columns
internal import LuaRuntime

extension RuleText {
  mutating func amendment() {
    let amends = body.take("amends")?.string ?? "—"
    let city = FundProcedures.Kind.allCases.first { $0.procedureName == amends }
    let titles = ["general": "维修资金使用（一般流程）", "small": "维修资金使用（小额简易流程）", "emergency": "维修资金使用（应急快速流程）"]
    let title = city.map { titles[$0.rawValue] ?? amends } ?? amends
    add("修订", "Amends", say("修订市级程序“\(title)”（\(amends)）；未提到的步骤照市级办理。", "It amends the city's procedure \(amends); steps that are not mentioned stay as they are."))
    each("concerns", "对象", "Subject")
    selection("where", "范围", "Scope", opening: ("案件须同时符合：", "Of the case all of these must hold: "))
    // In the order in which a case comes to the steps, whatever the order of the keys.
    let order = ["submit", "accept", "street review", "street confirm", "approve", "advance", "balance", "pay"]
    func place(_ name: String) -> Int { order.firstIndex { $0 == name || stepName($0) == name } ?? order.count }
    let changes = (body.take("changes")?.table?.named ?? []).enumerated().sorted { (place($0.element.0), $0.offset) < (place($1.element.0), $1.offset) }
    for (step, value) in changes.map(\.element) {
      let inner = SaidTable(value.table ?? LuaTable())
      var parts: [String] = []
      if let needs = inner.take("also_needs") { parts.append(say("另须附\(papers(needs))", "it also needs \(papers(needs))")) }
      if let within = inner.take("within") { parts.append(say("须在\(phrases.value(within))内办成", "it is done within \(phrases.value(within))")) }
      if let other = inner.take("not_same_person_as") { parts.append(say("不得与“\(stepNames(other))”由同一人办理", "not by the person who did “\(stepNames(other))”")) }
      if let most = inner.take("at_most") { parts.append(say("至多\(phrases.value(most))", "at most \(phrases.value(most))")) }
      if let refuse = inner.take("refuse_when") {
        let condition = refuse.table.map { phrases.joined(phrases.conditions($0, over: schema)) } ?? phrases.value(refuse)
        parts.append(say("\(condition)的，不予办理", "it is refused when \(condition)"))
      }
      if let reason = inner.take("because") { parts.append(say("理由为\(reason.string.map { phrases.template($0, over: schema) } ?? "")", "for the reason \(reason.string.map { phrases.template($0, over: schema) } ?? "")")) }
      add("步骤“\(stepName(step))”", "Step “\(stepName(step))”", RuleText.capitalised(parts.joined(separator: say("；", "; "))) + rest(inner) + say("。", "."))
    }
    for (step, value) in body.take("insert")?.table?.named ?? [] {
      let inner = SaidTable(value.table ?? LuaTable())
      var parts = [say("在“\(inner.take("after")?.string.map { stepName($0) } ?? "—")”之后增加一步", "A step after “\(inner.take("after")?.string.map { stepName($0) } ?? "—")”")]
      parts += stepParts(inner)
      add("增加“\(step)”", "Inserted “\(step)”", parts.joined(separator: say("，", ", ")) + rest(inner) + say("。", "."))
    }
    add("只紧不松", "Never looser", say("不删除市级步骤，不延长市级时限，不免除业主共同决定。", "No step of the city is deleted, no time lengthened, no owners' decision dispensed with."))
  }

  mutating func ownProcedure() {
    each("concerns", "对象", "Subject")
    selection("where", "范围", "Scope", opening: ("案件须同时符合：", "Of the case all of these must hold: "))
    let steps = body.take("steps")?.table?.array ?? []
    for (index, value) in steps.enumerated() {
      let inner = SaidTable(value.table ?? LuaTable())
      let name = inner.table.array.first?.string ?? "—"
      var parts = stepParts(inner)
      if let does = inner.take("does") { parts.append(say("办理\(phrases.value(does))", "doing \(phrases.value(does))")) }
      let next = index + 1 < steps.count ? steps[index + 1].table?.array.first?.string : nil
      let done = inner.take("done").map { follows($0) } ?? next.map { say("转“\($0)”", "on to “\($0)”") } ?? say("程序终结", "the procedure ends")
      parts.append(say("办成后\(done)", "when done: \(done)"))
      if let refused = inner.take("refused") { parts.append(say("未通过的\(follows(refused))", "when refused: \(follows(refused))")) }
      if let late = inner.take("late") { parts.append(say("逾期的\(follows(late))", "when late: \(follows(late))")) }
      let more = inner.rest.map { "\(phrases.word($0.0)) \(phrases.value($0.1))" }
      add("步骤“\(name)”", "Step “\(name)”", RuleText.capitalised((parts + more).joined(separator: say("；", "; "))) + say("。", "."))
    }
    guard schema?.name == Complaint.schema.name else { return }
    add("市级时限", "The city's times", say("市级的三十分钟、三小时、三日时限照样适用。", "The city's thirty minutes, three hours and three days still apply."))
  }

  private func stepParts(_ inner: SaidTable) -> [String] {
    var parts: [String] = []
    if let by = inner.take("by") { parts.append(say("由\(phrases.word(by.string ?? ""))办理", "done by the \(phrases.word(by.string ?? ""))")) }
    if let within = inner.take("within") { parts.append(say("限\(phrases.value(within))", "within \(phrases.value(within))")) }
    if let needs = inner.take("needs") { parts.append(say("须附\(papers(needs))", "with \(papers(needs))")) }
    if let other = inner.take("not_same_person_as") { parts.append(say("不得与“\(stepNames(other))”由同一人办理", "not by the person who did “\(stepNames(other))”")) }
    return parts
  }

  private func follows(_ value: LuaValue) -> String {
    if case .string(let step) = value { return say("转“\(step)”", "on to “\(step)”") }
    return phrases.value(value)
  }

  private func papers(_ value: LuaValue) -> String {
    guard case .table(let table) = value else { return phrases.value(value) }
    let inner = SaidTable(table)
    let papers = inner.take("attachment")
    let list = (papers?.table?.array ?? papers.map { [$0] } ?? []).map { phrases.value($0) }
    return phrases.list(list) + rest(inner)
  }

  private func stepNames(_ value: LuaValue) -> String {
    phrases.list((value.table?.array ?? [value]).map { $0.string.map { stepName($0) } ?? phrases.value($0) })
  }

  /// The city's steps have a Chinese name as well; a district's own are as it wrote them.
  private func stepName(_ name: String) -> String {
    let words = [
      "submit": "申请", "accept": "受理", "street review": "街道审查", "street confirm": "街道确认", "approve": "审批", "advance": "预拨",
      "balance": "结算拨付", "pay": "拨付",
    ]
    if let chinese = words[name] { return say(chinese, name) }
    return say(name, words.first { $0.value == name }?.key ?? name)
  }
}
