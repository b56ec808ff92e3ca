internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension DeclarationReader {
  func amendment() -> ProcedureChange? {
    allow("amends", "concerns", "where", "changes", "insert")
    let heading = heading(), amends = body.required("amends")
    if !body.has("changes"), !body.has("insert") {
      body.missing("changes", chinese: "写明改动哪些步骤", english: "say which steps change")
    }
    guard let table = body.collection("concerns") else { return nil }
    if table.name != FundRequest.schema.name {
      body.wrongTable(
        "concerns", table, chinese: FundRequest.schema.chinese, english: FundRequest.schema.name,
        help: Wording(
          chinese: "能修订的市级程序都是维修资金的；其他案件写 步骤 = { … }", english: "the city's procedures that can be amended are those of the fund; for other cases write steps = { … }"))
    }
    let scope = body.condition("where", over: table)
    var changes: [ProcedureChange.StepChange] = []
    if let steps = body.inner("changes", chinese: "{ [\"步骤\"] = { … } }", english: "{ [\"step\"] = { … } }") {
      if !steps.table.array.isEmpty { steps.allow(steps.table.named.map(\.0)) }
      for (step, _) in steps.table.named {
        if let keys = steps.inner(step, chinese: "{ 另需 = { 附件 = \"…\" } }", english: "{ also_needs = { attachment = \"…\" } }") { changes.append(change(step, keys, table)) }
      }
    }
    var insertions: [ProcedureChange.Insertion] = []
    if let steps = body.inner("insert", chinese: "{ [\"新步骤\"] = { … } }", english: "{ [\"new step\"] = { … } }") {
      if !steps.table.array.isEmpty { steps.allow(steps.table.named.map(\.0)) }
      for (step, _) in steps.table.named {
        if let keys = steps.inner(step, chinese: "{ 之后 = \"…\", 由 = \"街道\" }", english: "{ after = \"…\", by = \"street\" }"), let insertion = insertion(step, keys) { insertions.append(insertion) }
      }
    }
    guard let heading, let amends else { return nil }
    return ProcedureChange(heading: heading, amends: amends, table: table, scope: scope, changes: changes, insertions: insertions)
  }

  private func change(_ step: String, _ keys: KeyReader, _ table: TableSchema) -> ProcedureChange.StepChange {
    keys.allow(["also_needs", "within", "not_same_person_as", "at_most", "refuse_when", "because"])
    var change = ProcedureChange.StepChange(step: step)
    change.alsoNeeds = needs(keys, "also_needs")
    change.withinWorkingDays = keys.span("within", [.workingDays]).map { Int($0.count) }
    change.notSamePersonAs = keys.text("not_same_person_as")
    if let most = keys.at("at_most") {
      if let percent = kinds.percent.value(of: most) {
        if (0...100).contains(percent) {
          change.atMost = .percent(Int(percent))
        } else {
          sink.add(
            RuleProblem(
              "percent-does-not-add-up", at: keys.path("at_most"), Wording(chinese: "\(percent)% 不在 0 到 100 之间", english: "\(percent)% is not between 0 and 100"),
              help: Wording(chinese: "写作 百分之(50)", english: "write percent(50)")))
        }
      } else if let fen = kinds.money.value(of: most), fen > 0 {
        change.atMost = .amount(Money(fen: fen))
      } else {
        keys.wrong(
          "at_most", "wrong-unit", chinese: "比例或金额", english: "a share or an amount",
          help: .init(chinese: "写作 百分之(50) 或 元(8000)", english: "write percent(50) or yuan(8000)"))
      }
    }
    if keys.has("refuse_when") { change.refuseWhen = keys.condition("refuse_when", over: table) }
    change.because = keys.template("because", over: table)
    return change
  }

  private func insertion(_ step: String, _ keys: KeyReader) -> ProcedureChange.Insertion? {
    keys.allow(["after", "by", "within", "needs", "not_same_person_as"])
    for key in ["after", "by"] where !keys.has(key) {
      keys.missing(key, chinese: "写明排在哪一步之后、由谁办", english: "say after which step it comes, and who does it")
    }
    let by = level(keys, "by"), within = keys.span("within", [.workingDays]), needs = needs(keys, "needs")
    guard let after = keys.text("after"), let by else { return nil }
    return .init(
      step: step, after: after, by: by, withinWorkingDays: within.map { Int($0.count) }, needs: needs, notSamePersonAs: keys.text("not_same_person_as"))
  }

  /// `{ attachment = "…" }` or `{ attachment = { "…", "…" } }`.
  func needs(_ keys: KeyReader, _ key: String) -> [String] {
    guard let inner = keys.inner(key, chinese: "{ 附件 = \"…\" }", english: "{ attachment = \"…\" }") else { return [] }
    inner.allow(["attachment"])
    if !inner.has("attachment") { inner.missing("attachment", chinese: "写明附件名称", english: "name the document") }
    return inner.texts("attachment")
  }
}
