internal import Columns

/// A9: 进一步做好业主委员会（物业管理委员会）的组建和履职工作
/// Reading 20: covered by an owners' committee, or the interim committee in its place, whose term has not run out; a community's own committee (A1) is another body. Parameters: none.
public enum CommitteeCoverage {
  public static let figure = Figure(
    name: "owners-committees", title: Bilingual(zh: "业委会覆盖率", en: "coverage by owners' committees"), article: "A9", cycle: .quarter,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("street", "街道"), ("estates", "项目数"), ("owners", "业主委员会"), ("interim", "物管会"), ("lapsed", "任期届满"),
        ("share", "覆盖率"),
      ])
    let places = try Places(snapshot)
    let projects = try TableFacts(snapshot, Project.schema)
    let standing = try Standing(snapshot, on: day)
    var byStreet: [Int: [Int]] = [:]
    for row in 0..<projects.count {
      if let street = projects.reference(Project.street, row) { byStreet[street, default: []].append(row) }
    }
    for street in places.streets {
      guard let estates = byStreet[street.row] else { continue }
      let owners = estates.filter { standing.kind[$0] == "owners committee" }
      let interim = estates.filter { standing.kind[$0] == "interim committee" }
      let lapsed = estates.filter { standing.kind[$0] == nil && standing.lapsed[$0] != nil }
      sheet.add(
        [
          places.name(street.county), places.name(street.row), .count(estates.count), .count(owners.count), .count(interim.count),
          .count(lapsed.count), .ratio(Int64(owners.count + interim.count), of: Int64(estates.count)),
        ], Evidence(Project.schema, estates.filter { standing.kind[$0] == nil }),
        Evidence(Committee.schema, estates.compactMap { standing.row[$0] }),
        counting: [Evidence(Committee.schema, lapsed.compactMap { standing.lapsed[$0] })])
    }
    return sheet.result
  }

  /// The committee of each estate on a day.
  struct Standing {
    private(set) var kind: [Int: String] = [:]
    private(set) var row: [Int: Int] = [:]
    /// A committee whose term has run out.
    private(set) var lapsed: [Int: Int] = [:]

    init(_ snapshot: Snapshot, on day: Day) throws(RuleError) {
      let table = try TableFacts(snapshot, Committee.schema)
      for at in 0..<table.count {
        guard let project = table.reference(Committee.project, at), let what = table.text(Committee.kind, at),
          table.holds(at, on: day, from: Committee.electedOn, until: Committee.endedOn)
        else { continue }
        if table.day(Committee.expiresOn, at).map({ $0 < day }) == true {
          lapsed[project] = at
        } else if kind[project] != "owners committee" {
          kind[project] = what
          row[project] = at
        }
      }
    }
  }
}
