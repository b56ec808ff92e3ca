internal import Columns

/// A10: 推进小区物业服务全覆盖……通过社区居委会暂时托管、社会组织代管、业委会（物管会）自管等方式
/// Reading: covered is an estate whose way of serving on the day, ``ServiceModes``, is any but none. Parameters: none.
///
/// Records that contradict the contracts on the day (professional without a contract, none with one) are counted beside, not repaired.
public enum ServiceCoverage {
  public static let figure = Figure(
    name: "service-coverage", title: Bilingual(zh: "物业服务覆盖率", en: "coverage by service"), article: "A10", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("estates", "项目数"), ("professional", "专业服务"), ("trustee", "社区托管"), ("organisation", "社会组织代管"),
        ("self_managed", "业主自管"), ("none", "无物业"), ("share", "覆盖率"), ("professional_share", "专业服务率"), ("old_uncovered", "老旧小区无物业"),
        ("contradictions", "与合同不符"),
      ])
    let places = try Places(snapshot)
    let projects = try TableFacts(snapshot, Project.schema), contracts = try TableFacts(snapshot, Contract.schema)
    let modes = try ServiceModes(snapshot, projects, on: day)
    var served: [Int: [Int]] = [:]
    for row in 0..<contracts.count where contracts.holds(row, on: day, from: Contract.from, until: Contract.endedOn) {
      if let project = contracts.reference(Contract.project, row) { served[project, default: []].append(row) }
    }
    for county in places.counties {
      let estates = (0..<projects.count).filter { projects.reference(Project.county, $0) == county }
      func of(_ mode: String) -> [Int] { estates.filter { modes[$0] == mode } }
      let counts = Project.serviceModes.dictionary.map { of($0).count }
      let none = of("none") + estates.filter { modes[$0] == nil }
      let wrong =
        of("professional").filter { served[$0] == nil } + of("none").filter { served[$0] != nil }
      let lacking = Set(none + wrong)
      sheet.add(
        [places.name(county), .count(estates.count)] + counts.dropLast().map { .count($0) } + [
          .count(none.count), .ratio(Int64(estates.count - none.count), of: Int64(estates.count)),
          .ratio(Int64(of("professional").count), of: Int64(estates.count)),
          .count(none.filter { projects.flag(Project.oldEstate, $0) == true }.count), .count(wrong.count),
        ], Evidence(Project.schema, Array(lacking)),
        counting: [
          Evidence(Project.schema, estates.filter { !lacking.contains($0) }),
          Evidence(ServicePeriod.schema, estates.flatMap { modes.rows[$0] ?? [] }), Evidence(Contract.schema, estates.flatMap { served[$0] ?? [] }),
        ])
    }
    return sheet.result
  }
}
