import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Register
import Testing

@Suite("what letters say is what the register holds") struct LetterFactsTests {
  /// September's lists of Luzhou; the canary stands in what officers wrote.
  private struct Stage {
    let desk: ScriptDesk
    static let canary = "13800138000"
    var office: Office { desk.office }

    init(adopted: Bool = true) throws {
      desk = try ScriptDesk()
      let county = try #require(Divisions.changzhi["140403"])
      let run = try desk.office.runJobs(["monthly-lists"], period: #require(Period("2026-09")), counties: [county])
      _ = try desk.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
      if adopted { try desk.office.adopt(document: "长政发〔2026〕8号", on: #require(Day("2026-09-01")), officer: "1404-01", at: ScriptDesk.autumn) }
    }

    func black() throws -> Int64 { try #require(try office.register.proposalCases().first { $0.kind == "black_list" && $0.grounds.contains("black-veto-v4") }).number }

    func decide(_ number: Int64, _ action: ProposalAction, on day: String, _ document: String) throws {
      let outcome = try office.decide(number, action, officer: "140403-01", document: document, at: #require(Moment("\(day) 10:00")))
      guard case .done = outcome else { throw TemporaryOffice.Refused(summary: "\(outcome)") }
    }

    func act(_ name: String, _ subject: String, _ arguments: [String: String], officer: String = "140403-01", on day: String, _ document: String? = nil) throws {
      let command = CityCommand(
        name, on: subject, arguments, officer: officer, document: document, attachments: ["投诉台账"], at: try #require(Moment("\(day) 10:00")))
      let outcome = try CommandDesk(office).act(command)
      guard case .done = outcome else { throw TemporaryOffice.Refused(summary: "\(outcome)") }
    }

    func letter(_ kind: LetterFacts.Kind?, _ subject: String, on day: String = "2026-10-12") throws -> LetterFacts {
      try office.letter(LetterRequest(kind, of: subject, on: try #require(Day(day))))
    }

    func refusal(_ kind: LetterFacts.Kind?, _ subject: String, on day: String = "2026-10-12") -> String? {
      do { _ = try letter(kind, subject, on: day) } catch { return (error as? OfficeError)?.code ?? "\(error)" }
      return nil
    }
  }

  @Test("a notice before it is served counts five working days from its day; one served keeps what was recorded") func notice() throws {
    let stage = try Stage(adopted: false)
    let number = try stage.black()
    let draft = try stage.letter(.notice, "\(number)", on: "2026-09-29")
    // 30 September, then the holidays to 7 October; 8, 9, the make-up Saturday 10, Monday 12.
    #expect(draft.times.defenceUntil == Day("2026-10-12") && draft.document == nil && draft.adoption == nil)
    #expect(draft.times.minimumMonths == 12 && draft.times.maximumMonths == 36, "a veto is serious")
    #expect(draft.clauses.map(\.name.zh).contains("第八条（强化退出机制）"))
    #expect(draft.clauses.first { $0.name.zh.contains("第八条") }?.words.hasPrefix("对于一年内投诉问题属实且投诉举报超过20次") ?? false)
    #expect(draft.clauses.first { $0.name.zh.contains("第七条") }?.words.contains("红黑榜") ?? false)
    #expect(draft.evidence.first?.count == 21 && draft.evidence.first?.keys.count == 21)
    try stage.decide(number, .notice, on: "2026-10-12", "潞州住建告〔2026〕3号")
    let served = try stage.letter(nil, "提请\(number)", on: "2026-12-01")
    #expect(served.kind == .notice && served.document == "潞州住建告〔2026〕3号" && served.day == Day("2026-10-12"))
    #expect(served.times.defenceUntil == Day("2026-10-19"))
    #expect(stage.refusal(.decision, "\(number)") == "not-decided")
  }

  @Test("a year without a calendar is an error, not a guess") func calendar() throws {
    let stage = try Stage()
    #expect(stage.refusal(.notice, "\(try stage.black())", on: "2026-12-29") == "calendar-year-missing")
  }

  @Test("a decision tells notice, terms, and objections counted from its publication") func decision() throws {
    let stage = try Stage()
    let number = try stage.black()
    try stage.decide(number, .notice, on: "2026-10-12", "潞州住建告〔2026〕3号")
    try stage.decide(number, .accept, on: "2026-10-20", "潞州住建〔2026〕15号")
    let before = try stage.letter(nil, "\(number)")
    #expect(before.kind == .decision && before.times.publishedOn == nil)
    #expect(before.times.objectionUntil == Day("2026-11-03"), "ten working days from the day of the decision")
    _ = try stage.office.publish(
      #require(Period("2026-09")), division: "140403", document: "公〔2026〕9号", officer: "140403-01", at: #require(Moment("2026-10-22 09:00")))
    let after = try stage.letter(.decision, "\(number)")
    #expect(after.times.objectionUntil == Day("2026-11-05") && after.times.publishedOn == Day("2026-10-22"))
    #expect(after.times.noticeDocument == "潞州住建告〔2026〕3号" && after.document == "潞州住建〔2026〕15号")
    #expect(after.times.minimumUntil == Day("2027-10-20") && after.times.maximumUntil == Day("2029-10-20"))
    #expect(after.clauses.filter(\.isPolicy).map(\.name.zh.first) == ["第", "第", "第", "第"], "articles 5, 7, 8 and 14")
    #expect(stage.refusal(.interview, "\(number)") == "letter-kind")
  }

  @Test("a listing by command: reason, defence and papers, without the telephone number that somebody typed") func listing() throws {
    let stage = try Stage()
    try stage.act(
      "propose listing", "LB-1",
      ["enterprise": "91140403YYYY00020N", "county": "140403", "list": "black", "reason": "两次拒不整改，联系\(Stage.canary)"], officer: "140403-02", on: "2026-10-12")
    try stage.act("give notice", "LB-1", [:], on: "2026-10-13", "潞州住建告〔2026〕4号")
    let notice = try stage.letter(nil, "LB-1")
    #expect(notice.kind == .notice && notice.document == "潞州住建告〔2026〕4号" && notice.times.defenceUntil == Day("2026-10-20"))
    try stage.act("record defence", "LB-1", ["defence": "整改已完成，电话\(Stage.canary)。"], on: "2026-10-15")
    try stage.act("decide listing", "LB-1", ["listed": "yes"], on: "2026-10-21", "潞州住建〔2026〕20号")
    let decision = try stage.letter(nil, "LB-1")
    #expect(decision.kind == .decision && decision.matter == .blackList && decision.isAccepted)
    #expect(decision.defence == "整改已完成，电话***")
    #expect(decision.times.minimumUntil == Day("2027-01-21"))
    #expect(!"\(notice)\(decision)".contains(Stage.canary), "no telephone number")
    #expect(decision.reasons.first?.sentence.zh == "两次拒不整改，联系***")
  }

  @Test("a measure gives the interview and the advice to the owners; an order its last day") func measures() throws {
    let stage = try Stage()
    try stage.act(
      "interview", "YT-1", ["enterprise": "91140403YYYY00020N", "county": "140403", "facts": "三件投诉超期，\(Stage.canary)", "advice": "dismiss"], on: "2026-10-12",
      "潞州住建约〔2026〕1号")
    let interview = try stage.letter(nil, "YT-1"), advice = try stage.letter(.advice, "YT-1")
    #expect(interview.kind == .interview && interview.document == "潞州住建约〔2026〕1号")
    #expect(advice.kind == .advice && advice.isDismissalAdvised)
    #expect(!"\(interview)\(advice)".contains(Stage.canary))
    #expect(advice.clauses.first?.words.contains("同步建议业主大会降低其收费标准或予以解聘") ?? false)
    try stage.act(
      "order rectification", "ZG-1", ["enterprise": "91140403YYYY00020N", "county": "140403", "deadline": "2026-10-27"], on: "2026-10-12", "潞州住建改〔2026〕1号")
    let order = try stage.letter(nil, "ZG-1")
    #expect(order.kind == .rectification && order.times.deadline == Day("2026-10-27") && order.document == "潞州住建改〔2026〕1号")
    #expect(order.evidence.first?.keys == ["投诉台账"])
    try stage.act(
      "interview", "YT-2", ["enterprise": "91140403YYYY00020N", "county": "140403", "facts": "x", "advice": "none"], on: "2026-10-12", "潞州住建约〔2026〕2号")
    #expect(stage.refusal(.advice, "YT-2") == "letter-kind", "nothing was advised")
    #expect(stage.refusal(nil, "YT-9") == "unknown-subject")
    #expect(stage.refusal(nil, "999") == "unknown-proposal")
  }
}
