import CityModel
import Columns
import DistrictRules
import Register

/// A register that fits on a page: two enterprises, three estates, and the complaints that a case needs.
struct SmallCity {
  static let good = "91140403YYYY00020N"
  static let poor = "91140406YYYY00055L"

  var enterprises = TableBuilder(Enterprise.schema)
  var projects = TableBuilder(Project.schema)
  var contracts = TableBuilder(Contract.schema)
  var complaints = TableBuilder(Complaint.schema)
  var divisions = TableBuilder(Division.schema)
  var requests = TableBuilder(FundRequest.schema)

  init() {
    for division in Divisions.changzhi.all {
      let parent = division.parent.flatMap { Divisions.changzhi.row(of: $0) }
      divisions.add([
        "code": .text(division.code), "name": .text(division.name), "level": .text(division.level.rawValue),
        "parent": parent.map { .row($0) } ?? .none,
      ])
    }
    enterprises.add(["uscc": .text(SmallCity.good), "name": .text("潞安物业")])
    enterprises.add(["uscc": .text(SmallCity.poor), "name": .text("浊漳物业")])
    for (position, (name, tall)) in [("东华苑", true), ("西湖里", false), ("南关新村", true)].enumerated() {
      let street = Divisions.changzhi.row(of: "140403001") ?? 0
      let county = Divisions.changzhi.row(of: "140403") ?? 0
      projects.add([
        "code": .text("140403001-00\(position + 1)"), "name": .text(name), "street": .row(street), "county": .row(county),
        "households": .number(Int64(400 * (position + 1))), "high_rise": .flag(tall),
      ])
      contracts.add([
        "number": .text("HT-\(position)"), "project": .row(position), "enterprise": .row(position == 0 ? 0 : 1),
        "starts_on": .day(SmallCity.day("2024-01-01")),
      ])
    }
  }

  static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }
  static func moment(_ text: String) -> Moment { Moment(text) ?? Moment(seconds: 0) }

  /// Adds a complaint about an estate; the enterprise is the one whose contract is active.
  mutating func complain(
    _ category: String, project: Int, at accepted: String, by person: Int64?, finding: String = "substantiated",
    closed: String? = nil, cause: String = "none"
  ) {
    complaints.add([
      "number": .text("T\(complaints.count + 1)"), "source": .text("12345"), "project": .row(project), "enterprise": .row(project == 0 ? 0 : 1),
      "category": .text(category), "complainant": person.map { .number($0) } ?? .none, "accepted_at": .moment(SmallCity.moment(accepted)),
      "basically_closed_at": closed.map { .moment(SmallCity.moment($0)) } ?? .none, "status": .text(closed == nil ? "open" : "basically closed"),
      "finding": .text(finding), "delay_cause": .text(cause),
    ])
  }

  func snapshot(cut: String = "2026-10-01 00:00") throws -> Snapshot {
    Snapshot(
      cut: SmallCity.moment(cut), rulebook: try Rulebook.standard(),
      tables: [divisions, enterprises, projects, contracts, complaints, requests])
  }

  func session() throws -> ScriptSession { try ScriptSession(snapshot()) }
}

extension ScriptSession {
  func adjustment(_ text: String) throws -> (Adjustment, Script) {
    let script = Script(name: "scripts/140403-luzhou/case.lua", text: text)
    for case .adjustment(let adjustment) in try load(script) { return (adjustment, script) }
    throw Missing()
  }

  struct Missing: Error {}

  func outcome(_ text: String, year: ClosedRange<Day> = SmallCity.day("2026-01-01")...SmallCity.day("2026-09-30")) throws -> AdjustmentOutcome {
    let (adjustment, script) = try adjustment(text)
    return try outcome(of: adjustment, year: year, in: script)
  }
}
