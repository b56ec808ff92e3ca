internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension DeclarationReader {
  func ownProcedure() -> ProcedureDeclaration? {
    allow("concerns", "where", "steps")
    let heading = heading()
    guard let table = body.collection("concerns") else { return nil }
    if !CaseProcedure.tables.contains(where: { $0.name == table.name }) {
      let names = CaseProcedure.tables.map { Wording(chinese: $0.chinese, english: $0.name) }
      body.wrongTable(
        "concerns", table, chinese: names.map(\.chinese).joined(separator: "、"), english: names.map(\.english).joined(separator: ", "),
        help: table.name == FundRequest.schema.name
          ? Wording(chinese: "维修资金走市级程序，写 修订 = \"city/fund-general\" 等", english: "requests for the fund go by the city's procedure: write amends = \"city/fund-general\"")
          : Wording(chinese: "只有这几类案件一步一步办理", english: "only cases of these are dealt with step by step"))
    }
    let scope = body.condition("where", over: table)
    guard case .table(let list)? = body.at("steps"), !list.array.isEmpty else {
      body.wrong("steps", chinese: "一列步骤", english: "a list of steps", help: .init(chinese: "写作 { { \"首次上门\", … }, … }", english: "write { { \"first visit\", … }, … }"))
      return nil
    }
    if let (key, _) = list.named.first {
      sink.add(
        RuleProblem(
          "steps-without-order", at: ["steps", key], Wording(chinese: "步骤按先后写成一列，不写 `\(key)` =", english: "steps are a list in order: no `\(key)` ="),
          help: Wording(chinese: "写作 { \"\(key)\", … }", english: "write { \"\(key)\", … }")))
    }
    // The words of all steps first: any step may name any other.
    let names = list.array.map { value -> String? in
      if case .table(let table) = value { table.array.first?.string } else { nil }
    }
    var steps: [ProcedureDeclaration.Step] = []
    for (index, value) in list.array.enumerated() {
      let path = ["steps", "#\(index + 1)"]
      guard case .table(let table) = value, let name = names[index], !name.isEmpty, table.array.count == 1 else {
        sink.add(
          RuleProblem(
            "step-without-name", at: path, Wording(chinese: "步骤须以引号中的名称开头", english: "a step begins with its name in quotation marks"),
            help: Wording(chinese: "写作 { \"首次上门\", 由 = \"社区\", … }", english: "write { \"first visit\", by = \"community\", … }")))
        continue
      }
      if names[..<index].contains(name) {
        sink.add(
          RuleProblem(
            "repeated-step", at: path, Wording(chinese: "步骤 `\(name)` 写了两次", english: "there are two steps `\(name)`"),
            help: Wording(chinese: "换一个名称", english: "give one of them another name")))
      }
      let keys = KeyReader(table: LuaTable(keyed: table.keyed), path: path, values: body.values, sink: sink)
      if let step = step(name, keys, names, following: index + 1 < names.count ? names[index + 1] : nil) { steps.append(step) }
    }
    guard let heading, steps.count == list.array.count else { return nil }
    let procedure = ProcedureDeclaration(heading: heading, table: table, scope: scope, steps: steps)
    let reachable = procedure.reachable
    for (index, step) in steps.enumerated() where !reachable.contains(step.name) {
      sink.add(
        RuleProblem(
          "unreachable-step", at: ["steps", "#\(index + 1)"], Wording(chinese: "没有哪一步会走到 `\(step.name)`", english: "no step leads to `\(step.name)`"),
          help: Wording(chinese: "在前面某一步的 办成、未通过 或 逾期 中写明它", english: "name it under `done`, `refused` or `late` of an earlier step")))
    }
    let endable = procedure.endable
    let lost = steps.indices.filter { reachable.contains(steps[$0].name) && !endable.contains(steps[$0].name) }
    if let first = lost.first {
      let named = lost.map { "`\(steps[$0].name)`" }
      sink.add(
        RuleProblem(
          "no-way-out", at: ["steps", "#\(first + 1)"],
          Wording(
            chinese: "走到 \(named.joined(separator: "、")) 就出不来了：怎么走都到不了 办结 或 移交",
            english: "there is no way out of \(named.joined(separator: ", ")): neither finish nor refer can be reached"),
          help: Wording(chinese: "让其中一步的 办成、未通过 或 逾期 通向 办结 或 移交 \"…\"", english: "let `done`, `refused` or `late` of one of them lead to finish or refer \"…\"")))
    }
    // What comes back to itself at once is told where its `late` stands.
    for loop in procedure.lateLoops where loop.count > 1 && reachable.contains(loop[0]) && !lost.contains(where: { loop.contains(steps[$0].name) }) {
      guard let first = steps.firstIndex(where: { loop.contains($0.name) }) else { continue }
      let named = loop.map { "`\($0)`" }
      sink.add(
        RuleProblem(
          "no-way-out", at: ["steps", "#\(first + 1)", "late"],
          Wording(
            chinese: "没有人办，就在 \(named.joined(separator: "、")) 之间逾期来逾期去，不会结束",
            english: "when nobody acts, being late goes round through \(named.joined(separator: ", ")) and never ends"),
          help: Wording(chinese: "让其中一步的 逾期 通向 办结 或 移交 \"…\"", english: "let `late` of one of them lead to finish or refer \"…\"")))
    }
    return procedure
  }

  private func step(_ name: String, _ keys: KeyReader, _ names: [String?], following: String?) -> ProcedureDeclaration.Step? {
    keys.allow(["by", "within", "needs", "does", "done", "refused", "late", "not_same_person_as"])
    for key in ["by", "within"] where !keys.has(key) {
      keys.missing(key, chinese: "写明由谁办、多长时间办", english: "say who does it, and in what time")
    }
    let by = level(keys, "by"), within = keys.span("within", [.seconds, .calendarDays, .workingDays])
    let done = keys.has("done") ? next(keys, "done", names) : following.map(ProcedureDeclaration.Next.step) ?? .finish
    let refused = keys.has("refused") ? next(keys, "refused", names) : nil
    if !keys.has("late") {
      sink.add(
        RuleProblem(
          "step-without-late", at: keys.path, Wording(chinese: "步骤 `\(name)` 没有写逾期怎么办", english: "the step `\(name)` does not say what happens when it is late"),
          help: Wording(chinese: "写作 逾期 = \"…\"、逾期 = 办结 或 逾期 = 移交 \"…\"", english: "write late = \"…\", late = finish or late = refer \"…\"")))
    }
    let late = keys.has("late") ? next(keys, "late", names) : nil
    if case .step(name)? = late {
      sink.add(
        RuleProblem(
          "step-without-late", at: keys.path("late"), Wording(chinese: "步骤 `\(name)` 逾期后又回到自己，不会结束", english: "when late, the step `\(name)` comes back to itself and never ends"),
          help: Wording(chinese: "逾期须升级、移交或办结", english: "what is late goes up, goes elsewhere, or ends")))
    }
    var others: [String] = []
    for word in keys.texts("not_same_person_as") where known(word, names, at: keys.path("not_same_person_as")) { others.append(word) }
    guard let by, let within, let done, let late else { return nil }
    return .init(
      name: name, by: by, within: within, needs: needs(keys, "needs"), does: keys.text("does"), done: done, refused: refused, late: late,
      notSamePersonAs: others)
  }

  /// The name of a step, `finish`, or `refer "department"`.
  private func next(_ keys: KeyReader, _ key: String, _ names: [String?]) -> ProcedureDeclaration.Next? {
    switch keys.at(key) {
    case .string(let word)?: return known(word, names, at: keys.path(key)) ? .step(word) : nil
    case .table(let table)?:
      switch table.at("step")?.string {
      case "finish": return .finish
      case "refer":
        if let to = table.at("to")?.string, !to.isEmpty { return .refer(to) }
      default: break
      }
      fallthrough
    default:
      keys.wrong(
        key, chinese: "步骤名、办结 或 移交 \"…\"", english: "the name of a step, finish, or refer \"…\"")
      return nil
    }
  }

  private func known(_ word: String, _ names: [String?], at path: [String]) -> Bool {
    if names.contains(word) { return true }
    sink.add(
      .unknown(
        "unknown-step", word, at: path, what: .init(chinese: "程序", english: "the procedure"), among: names.compactMap { $0 }, translated: false))
    return false
  }
}
