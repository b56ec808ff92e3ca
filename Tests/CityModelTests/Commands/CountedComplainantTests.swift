import CityModel
import Columns
import Testing

/// A8: who was counted is dropped by nothing but a correction, and who complained of the same matter again counts as well.
@Suite("A complainant who was counted stays counted") struct CountedComplainantTests {
  static let firm = "91140403YYYY00020N"
  let rulebook: Rulebook
  let rows: HandfulOfRows

  init() throws {
    rulebook = try Fixture.rulebook()
    let firm = CaseRow(Enterprise.schema, key: Self.firm, [(Enterprise.uscc, .text(Self.firm)), (Enterprise.name, "潞州物业")])
    rows = HandfulOfRows([InvariantFixtures.estate, InvariantFixtures.contract("C-1", from: "2025-01-01"), firm])
    for (number, person) in [("T-1", "0000000000000011"), ("T-2", "0000000000000022")] {
      let facts = ["project": "P-1", "category": "供暖", "channel": "来电", "complainant": person]
      #expect(try act("receive", number, by: "clerk", at: "2026-11-20 09:00", facts) == "done")
      #expect(try act("assign", number, by: "clerk", at: "2026-11-20 09:10", ["person": "street"]) == "done")
    }
  }

  /// `done`, or the code of the refusal.
  private func act(
    _ name: String, _ subject: String, by officer: String, at moment: String, _ arguments: [String: String] = [:]
  ) throws -> String {
    let command = CityCommand(name, on: subject, arguments, officer: officer, attachments: ["照片"], at: Moment(moment)!)
    do {
      rows.keep(try CommandDecision.decide(command, reader: rows, rulebook: rulebook))
      return "done"
    } catch let refusal as Refusal { return refusal.code }
  }

  private func close(_ number: String, _ finding: String, at moment: String) throws -> String {
    let facts = ["disposition": "已解决", "result": "已修复", "informed_at": "2026-11-20 11:00", "finding": finding]
    return try act("basically close", number, by: "street", at: moment, facts)
  }

  /// Distinct complainants of the firm, as the exit test of A8 counts them.
  private func counted() throws -> Int? {
    var town = Town()
    let firm = town.enterprise("甲物业"), estate = town.estate("一号院", servedBy: firm)
    for row in rows.rows where row.table.name == Complaint.schema.name {
      var more: [String: TableBuilder.Value] = ["status": .text(row.text(Complaint.status) ?? "")]
      if !row.has(Complaint.finding) { more["finding"] = TableBuilder.Value.none }
      town.complaint(firm, estate, by: row.number(Complaint.complainant), on: "2026-11-20", finding: row.text(Complaint.finding) ?? "", more)
    }
    let snapshot = try town.snapshot(cut: "2026-12-01 00:00")
    return try ExitTest.findings(snapshot, on: Day("2026-11-30")!).first { $0.enterprise == firm }?.complainants
  }

  private func finding(_ key: String) -> String? { rows.rows.first { $0.key == key }?.text(Complaint.finding) }

  @Test("a duplicate follows what is found of the original, whichever comes first") func duplicate() throws {
    #expect(try act("mark duplicate", "T-2", by: "clerk", at: "2026-11-20 10:00", ["duplicate_of": "T-1"]) == "done")
    #expect(finding("T-2 desk") == nil)
    #expect(try close("T-1", "属实", at: "2026-11-20 12:00") == "done")
    #expect(finding("T-2 desk") == "substantiated")
    #expect(try counted() == 2)
    // The correction of the original is the duplicate's, and a duplicate is not corrected by itself.
    let correction = ["because": "复核", "finding": "不属实"]
    #expect(try act("correct", "T-2", by: "clerk", at: "2026-11-21 09:00", correction) == "duplicate-follows")
    #expect(try act("correct", "T-1", by: "clerk", at: "2026-11-21 09:00", correction) == "done")
    #expect(finding("T-1 desk") == "unsubstantiated" && finding("T-2 desk") == "unsubstantiated")
  }

  @Test("marked after the finding, it takes it over") func late() throws {
    #expect(try close("T-1", "属实", at: "2026-11-20 12:00") == "done")
    #expect(try act("mark duplicate", "T-2", by: "clerk", at: "2026-11-20 13:00", ["duplicate_of": "T-1"]) == "done")
    #expect(finding("T-2 desk") == "substantiated")
    #expect(try counted() == 2)
  }

  @Test("nothing but a correction drops a complainant who was counted") func dropped() throws {
    #expect(try close("T-1", "属实", at: "2026-11-20 12:00") == "done")
    #expect(try act("revisit", "T-1", by: "city", at: "2026-11-21 09:00", ["satisfied": "否"]) == "done")
    #expect(try act("rework", "T-1", by: "clerk", at: "2026-11-21 10:00") == "done")
    #expect(try act("withdraw", "T-1", by: "clerk", at: "2026-11-21 11:00", ["because": "来电撤回"]) == "finding-recorded")
    #expect(try close("T-1", "不属实", at: "2026-11-21 12:00") == "counted-complainant-dropped")
    #expect(try counted() == 1)
    #expect(try act("correct", "T-1", by: "clerk", at: "2026-11-22 09:00", ["because": "复核", "finding": "不属实"]) == "done")
    #expect(try counted() ?? 0 == 0)
    // Before anything was found of it, a complaint is withdrawn as ever.
    #expect(try act("withdraw", "T-2", by: "clerk", at: "2026-11-22 10:00", ["because": "来电撤回"]) == "done")
  }
}
