internal import CityModel
internal import Columns
internal import DistrictRules

// Rectification orders (整改通知): one of its own, and those that bear on an enterprise, an estate, a complaint or a request.
extension WhyDesk {
  /// One order: where it stands, what rests on it, and each condition of the city and of the district that looks at it.
  func order(_ row: Int) throws -> Explanation {
    let table = snapshot.table(RectificationOrder.schema)
    let bench = try OrderBench(self)
    let number = try table.cell("number", row: row).plain
    var explanation = Explanation(
      subject: Bilingual(zh: "整改通知 \(number) 截至 \(snapshot.day)", en: "rectification order \(number) as of \(snapshot.day)"), figure: "state",
      value: try bench.state(row), sections: [])
    explanation.add("lines", "所及的各项", "what rests on it", bench.table(of: bench.bearings(row)))
    var clauses = WhyDesk.clauseTable, layers = WhyDesk.layerTable
    try bench.clauses(row) { clauses.rows.append([$0, .empty] + $1 + [.empty]) }
    layers.rows += bench.layers(row)
    for (script, adjustment) in try adjustments() where adjustment.table.name == table.schema.name {
      try self.clauses(
        .all([adjustment.scope, adjustment.when]), row, of: table, in: snapshot, rule: adjustment.name, revision: revision(script), into: &clauses)
      clauses.rows += try countingClauses(adjustment, script, row)
      layers.rows.append(try layer(adjustment, script, row))
    }
    for one in rules.flatMap(\.scripts) {
      for case .job(let job) in try session.load(one.script) {
        guard case .table(let work) = job.work, work.table.name == table.schema.name else { continue }
        try self.clauses(.all([work.scope, work.when]), row, of: table, in: snapshot, rule: job.name, revision: revision(one), into: &clauses)
        layers.rows.append(try jobLayer(job, work, one, row))
      }
    }
    try addCases(of: table.ledgerKey(row), to: &explanation, &layers)
    explanation.add("clauses", "逐条判断", "clause by clause", clauses)
    explanation.add("layers", "各层规则", "layers", layers)
    explanation.add("parameters", "参数", "parameters", parameterTable(bench.readings + bench.bearings(row).flatMap(\.readings)))
    explanation.add("origin", "由来", "where it came from", try origin(row))
    explanation.add("facts", "事实", "facts", try facts(row, of: RectificationOrder.schema))
    return explanation
  }

  /// Adds the orders that bear on a subject, each with its state, what rests on it, and the city's conditions met and not met.
  ///
  /// - Parameter board: the scores, when they are known already.
  /// - Returns: the parameters that were read.
  @discardableResult
  func addOrders(_ rows: [Int], board: ScoreBoard? = nil, to explanation: inout Explanation) throws -> [Reading] {
    guard !rows.isEmpty else { return [] }
    let table = snapshot.table(RectificationOrder.schema)
    let bench = try OrderBench(self, board: board)
    var orders = ResultTable(columns: [
      .init("order", title: "整改通知"), .init("project", title: "项目"), .init("issued_on", title: "下达日期"), .init("deadline", title: "期限"),
      .init("state", title: "状态"), .init("bears_on", title: "所及各项"), .init("article", title: "条款"),
    ])
    var clauses = ResultTable(columns: [
      .init("order", title: "整改通知"), .init("rule", title: "规则"), .init("clause", title: "条件"), .init("test", title: "要求"),
      .init("value", title: "实际"), .init("verdict", title: "结果"),
    ])
    var readings = bench.readings
    for row in rows {
      let number = try table.cell("number", row: row)
      let bearings = bench.bearings(row)
      func shown(_ field: Columns.Field) throws -> Cell { try FactWords.shown(table, field, row, snapshot) }
      func figures(_ words: [String]) -> Cell {
        var seen = Set<String>()
        return .list(words.filter { seen.insert($0).inserted }.map { .figure($0) })
      }
      func list(_ words: [String]) -> Cell {
        var seen = Set<String>()
        return words.isEmpty ? .empty : .text(words.filter { seen.insert($0).inserted }.joined(separator: ", "))
      }
      orders.rows.append([
        number, try shown(RectificationOrder.project), try shown(RectificationOrder.issuedOn), try shown(RectificationOrder.deadline),
        .text(say(try bench.state(row))), figures(bearings.map(\.figure)), list(bearings.flatMap { $0.article.split(separator: ", ").map(String.init) }),
      ])
      try bench.clauses(row) { clauses.rows.append([number, $0] + $1) }
      readings += bearings.flatMap(\.readings)
    }
    explanation.add("orders", "整改通知", "rectification orders", orders)
    explanation.add("order_clauses", "整改通知逐条判断", "rectification orders, clause by clause", clauses)
    return readings
  }

  /// Orders of the scope that were issued by its day and meet a condition, by enterprise, estate and day of rectification.
  func orders(where isMeant: (_ enterprise: Int?, _ project: Int?, _ rectified: Day?) -> Bool) throws -> [Int] {
    let table = snapshot.table(RectificationOrder.schema)
    let enterprise = try table.column(RectificationOrder.enterprise), project = try table.column(RectificationOrder.project)
    let issued = try table.column(RectificationOrder.issuedOn), done = try table.column(RectificationOrder.rectifiedOn)
    return (0..<table.count).filter { row in
      (issued.day(row).map { $0 <= snapshot.day } ?? true) && isMeant(enterprise.reference(row), project.reference(row), done.day(row))
    }
  }

  /// What a job that looks at orders proposes for one, and why not.
  private func jobLayer(_ job: Job, _ work: JobTable, _ script: ScriptInForce, _ row: Int) throws -> [Cell] {
    let verdict = try Condition.all([work.scope, work.when]).verdicts(over: snapshot.table(work.table), in: snapshot)[row]
    let isInForce = script.isInForce(on: snapshot.day) && !job.heading.days(within: snapshot.day...snapshot.day).isEmpty
    let kind = Bilingual(zh: CityVocabulary.chinese(work.kind.rawValue), en: work.kind.rawValue)
    let why: Bilingual =
      if !isInForce {
        Bilingual(zh: "\(snapshot.day) 不在规则施行期内", en: "\(snapshot.day) is not within the rule's days")
      } else if verdict == .yes {
        Bilingual(zh: "符合全部条件", en: "every clause is met")
      } else if verdict == .no {
        Bilingual(zh: "有条件不符合", en: "a clause is not met")
      } else {
        try MissingFacts(work, in: snapshot).said(row)
      }
    return [
      .text(script.name.hasPrefix("1404-") ? "city" : "district"), .text(job.title), .text(job.basis.description), .text(revision(script)),
      .day(job.heading.effective.from), job.heading.effective.to.map { .day($0) } ?? .empty,
      .text(say(isInForce && verdict == .yes ? Bilingual(zh: "提请\(kind.zh)", en: "proposes: \(kind.en)") : Bilingual(zh: "不提请", en: "proposes nothing"))),
      .text(say(why)),
    ]
  }

  /// The inspections that an order followed.
  private func origin(_ row: Int) throws -> ResultTable {
    var origin = ResultTable(columns: [.init("table", title: "表"), .init("key", title: "编号")])
    for schema in [Inspection.schema, InspectionItem.schema, FireInspection.schema] {
      let table = snapshot.table(schema)
      guard let field = schema.field("order") else { continue }
      let orders = try table.column(field)
      for at in 0..<table.count where orders.reference(at) == row {
        origin.rows.append([.text(say(Bilingual(zh: schema.chinese, en: schema.name))), try table.cell(schema.key, row: at)])
      }
    }
    return origin
  }
}
