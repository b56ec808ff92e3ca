internal import Columns

/// A2: 实现物业服务企业注册、经营、纳税、注销全流程信息推送互通。
/// Reading 24: a licence that is cancelled while a contract runs, no tax record, and no word from the tax authority; a difference to clear up, no finding. Parameters: none.
///
/// What the authorities told one another against who serves on the day.
public enum RegistryDifferences {
  public static let figure = Figure(
    name: "registry-differences", title: Bilingual(zh: "登记信息比对", en: "differences between the registers"), article: "A2", cycle: .day,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [("enterprise", "企业"), ("uscc", "统一社会信用代码"), ("difference", "差异"), ("since", "自"), ("estates", "在管项目数"), ("counties", "涉及县区")])
    let places = try Places(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema), contracts = try TableFacts(snapshot, Contract.schema)
    let projects = try TableFacts(snapshot, Project.schema), events = try TableFacts(snapshot, RegistryEvent.schema)
    var serving: [Int: [Int]] = [:]
    for row in 0..<contracts.count where contracts.holds(row, on: day, from: Contract.from, until: Contract.endedOn) {
      if let by = contracts.reference(Contract.enterprise, row) { serving[by, default: []].append(row) }
    }
    var told: [Int: [Int]] = [:]
    for row in 0..<events.count where events.day(RegistryEvent.happenedOn, row).map({ $0 <= day }) == true {
      if let of = events.reference(RegistryEvent.enterprise, row) { told[of, default: []].append(row) }
    }
    for (firm, rows) in serving.sorted(by: { $0.key < $1.key }) {
      guard let known = told[firm] else { continue }
      /// The last event of some kinds.
      func last(_ kinds: String...) -> Int? {
        known.filter { kinds.contains(events.text(RegistryEvent.kind, $0) ?? "") }
          .max { (events.day(RegistryEvent.happenedOn, $0) ?? day, $0) < (events.day(RegistryEvent.happenedOn, $1) ?? day, $1) }
      }
      let estates = Set(rows.compactMap { contracts.reference(Contract.project, $0) })
      let counties = Set(estates.compactMap { projects.reference(Project.county, $0) }).sorted()
      func add(_ difference: String, _ event: Int?) {
        sheet.add(
          [
            .optional(enterprises.text(Enterprise.name, firm)), .optional(enterprises.text(Enterprise.uscc, firm)), .text(difference),
            .optional(event.flatMap { events.day(RegistryEvent.happenedOn, $0) }), .count(estates.count),
            .text(counties.map { places.name($0).plain }.joined(separator: "、")),
          ], Evidence(RegistryEvent.schema, event.map { [$0] } ?? known), Evidence(Contract.schema, rows))
      }
      if let state = last("registered", "operating", "licence cancelled"), events.text(RegistryEvent.kind, state) == "licence cancelled" {
        add("执照已注销仍在服务", state)
      }
      if let tax = last("tax registered", "no tax record") {
        if events.text(RegistryEvent.kind, tax) == "no tax record" { add("无纳税记录", tax) }
      } else {
        add("未收到税务信息", nil)
      }
    }
    return sheet.result
  }
}
