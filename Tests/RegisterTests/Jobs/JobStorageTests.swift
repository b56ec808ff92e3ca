import CityModel
import Columns
import Register
import Testing

@Suite("Job runs and their proposals")
struct JobStorageTests {
  private let run = JobRun(
    job: "monthly-lists", district: "140404", period: "2026-09", position: 6, rules: "r1", parameters: "p1", engine: "0.1",
    outcome: "done", output: "abc")
  private let proposals = [
    StoredProposal(
      kind: "black", enterprise: "91140404YYYY000392", county: "140404",
      reasons: .array([.object(["code": "black-exit", "sentence": "21 名投诉人 \"属实\""])]), evidence: .object(["complaints": 21])),
    StoredProposal(kind: "interview", enterprise: "91140403YYYY00020N", county: nil, reasons: .array([]), evidence: .object([:])),
  ]

  @Test func aJobRunsOnceForADistrictAndAPeriod() throws {
    let city = try SmallCity()
    guard case .recorded(let recorded) = try city.register.recordRun(run, proposals: proposals, by: SmallCity.clerk) else {
      Issue.record("the first run was not recorded")
      return
    }
    let position = try city.register.ledgerPosition()
    let second = try city.register.recordRun(run, proposals: [], by: SmallCity.clerk)
    #expect(second == .alreadyRecorded(recorded))
    #expect(try city.register.ledgerPosition() == position)
    #expect(try city.register.run(of: "monthly-lists", district: "140404", period: "2026-09") == recorded)
    #expect(try city.register.run(of: "monthly-lists", district: "140404", period: "2026-10") == nil)
    let stored = try city.register.proposals(ofRun: recorded.number)
    #expect(stored.map(\.kind) == ["black", "interview"])
    #expect(stored.map(\.reasons) == proposals.map(\.reasons))
    #expect(stored.map(\.evidence) == proposals.map(\.evidence))
    #expect(stored.map(\.county) == ["140404", nil])
    #expect(try city.register.ledger(table: "job_runs").first?.run == recorded.number)
  }

  @Test func aProposalAboutNobodyRecordsNothing() throws {
    let city = try SmallCity()
    let position = try city.register.ledgerPosition()
    let stranger = StoredProposal(kind: "red", enterprise: "91140405YYYY00999B", county: nil, reasons: .null, evidence: .null)
    #expect(code { try city.register.recordRun(run, proposals: proposals + [stranger], by: SmallCity.clerk) } == "unknown-enterprise")
    #expect(try city.register.run(of: "monthly-lists", district: "140404", period: "2026-09") == nil)
    #expect(try city.register.ledgerPosition() == position)
  }
}
