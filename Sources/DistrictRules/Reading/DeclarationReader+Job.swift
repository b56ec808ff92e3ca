internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension DeclarationReader {
  func job() -> Job? {
    allow(
      "every", "on_working_day", "missed", "run", "each", "where", "when", "propose", "due", "to", "once_per", "because", "points", "item", "advice")
    let heading = heading()
    if !body.has("every") { body.missing("every", chinese: "写作 周期 = \"月度\"", english: "write every = \"month\"") }
    let every: Job.Cycle? = body.word("every")
    let day = body.has("on_working_day") ? body.whole("on_working_day", in: 1...20) : 1
    let missed: Job.Missed? = body.has("missed") ? missed() : .runEach
    let work: Job.Work?
    if body.has("run") {
      if case .function(let function)? = body.at("run") {
        work = .function(function)
      } else {
        body.wrong("run", chinese: "函数", english: "a function", help: .init(chinese: "写作 函数(期间) … 结束", english: "write function(period) … end"))
        work = nil
      }
      for key in ["each", "where", "when", "propose"] where body.has(key) {
        sink.add(
          RuleProblem(
            "key-not-for-this", at: [key],
            Wording(chinese: "已有 执行内容，`\(CityVocabulary.chinese(key))` 不起作用", english: "with `run`, `\(key)` has no effect"),
            help: Wording(chinese: "两种写法取其一", english: "write one or the other")))
      }
    } else if body.has("propose") || body.has("each") {
      work = jobTable().map(Job.Work.table)
    } else {
      body.missing(
        "run", chinese: "写明要做的事：执行内容 = 函数(期间) … 结束，或 逐条、范围、提请 的表", english: "say what is to be done: run = function(period) … end, or each, where and propose")
      work = nil
    }
    guard let heading, let every, let day, let missed, let work else { return nil }
    return Job(heading: heading, every: every, onWorkingDay: day, missed: missed, work: work)
  }

  private func missed() -> Job.Missed? {
    guard let text = body.text("missed") else { return nil }
    let word = CityVocabulary.english(text)
    // `run each missed month` says the same of a month.
    if word.hasPrefix("run each missed") { return .runEach }
    if let missed = Job.Missed.allCases.first(where: { $0.rawValue == word || $0.chinese == text }) { return missed }
    sink.add(
      .unknown(
        "unknown-value", text, at: ["missed"], what: .init(chinese: "`补跑`", english: "`missed`"), among: Job.Missed.allCases.map { text.utf8.allSatisfy { $0 < 128 } ? $0.rawValue : $0.chinese }))
    return nil
  }

  private func jobTable() -> JobTable? {
    let kind = body.has("propose") ? proposalKind(body, "propose") : nil
    if !body.has("propose") { body.missing("propose", chinese: "写明提请什么：提请 = \"整改\"", english: "say what is proposed: propose = \"rectification\"") }
    let because = body.required("because")
    let due = body.span("due", [.calendarDays, .workingDays, .calendarMonths])
    let oncePer: Job.Cycle? = body.word("once_per")
    let points = body.points("points")
    let item = body.text("item").flatMap { self.item($0, at: ["item"]) }
    guard let table = body.collection("each") else { return nil }
    let scope = body.condition("where", over: table), when = body.condition("when", over: table)
    let template = because == nil ? nil : body.template("because", over: table)
    if let kind {
      let ownsProject = table.name == Project.schema.name || table.field("project") != nil
      if !kind.allowsProject || !ownsProject { requireEnterprise(table, "each") }
      if kind == .deduction, !body.has("points") { body.missing("points", chinese: "写明提请扣多少分", english: "say how many points") }
      if kind == .referral { body.requireDepartment() }
      if kind.advices.isEmpty, body.has("advice") {
        sink.add(
          RuleProblem(
            "key-not-for-this", at: ["advice"],
            Wording(chinese: "建议内容只用于提请建议业主、约谈和通报", english: "advice is for advice to owners, an interview or a circular"),
            help: Wording(chinese: "去掉它", english: "leave it out")))
      }
      if kind != .deduction, body.has("points") || body.has("item") {
        sink.add(
          RuleProblem(
            "key-not-for-this", at: [body.has("points") ? "points" : "item"], Wording(chinese: "分值和评分项只用于提请扣分", english: "points and item are for a deduction"),
            help: Wording(chinese: "去掉它", english: "leave it out")))
      }
    }
    let advice = kind.flatMap { $0.advices.isEmpty ? nil : body.advice(for: $0) }
    guard let kind, let template else { return nil }
    return JobTable(
      table: table, scope: scope, when: when, kind: kind, due: due, to: body.text("to").map(CityVocabulary.english), advice: advice, oncePer: oncePer, points: points,
      item: item, because: template)
  }

  func proposalKind(_ keys: KeyReader, _ key: String) -> Proposal.Kind? {
    keys.word(key)
  }
}

extension KeyReader {
  /// What the owners' assembly is advised (A7: 降低其收费标准或予以解聘).
  func advice(for kind: Proposal.Kind) -> String? {
    guard let text = text("advice") else { return nil }
    let words = SupervisionMeasure.advices
    if let word = words.index(of: text).map({ words.values[$0].name }), kind.advices.contains(word) { return word }
    sink.add(
      .unknown(
        "unknown-value", text, at: path + ["advice"], what: .init(chinese: "第七条的建议", english: "the advices of article 7"),
        among: words.values.filter { kind.advices.contains($0.name) }.map { text.utf8.allSatisfy { $0 < 128 } ? $0.name : $0.chinese }, translated: false))
    return nil
  }

  /// A referral says which department receives it (A11).
  func requireDepartment() {
    guard has("to") else {
      return missing("to", chinese: "写明移送哪个部门：至 = \"市场监管\"", english: "say which department receives it: to = \"market regulation\"")
    }
    guard let word = text("to"), Departments.words.index(of: CityVocabulary.english(word)) == nil else { return }
    let words = Departments.words.values
    sink.add(
      .unknown(
        "unknown-value", word, at: path + ["to"], what: .init(chinese: "部门", english: "the departments"),
        among: words.map { word.utf8.allSatisfy { $0 < 128 } ? $0.name : $0.chinese }))
  }
}
