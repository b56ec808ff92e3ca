import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Register
import Testing

@Suite("a complaint in a district's own procedure, from the desk")
struct CaseDeskTests {
  /// An estate of Xiangyuan, whose county escalates complaints about water and trapped lifts, with officers around it and one
  /// complaint of the Wednesday before the National Day holiday.
  private final class Stage {
    let scripts: ScriptDesk
    let desk: CaseDesk
    let project: String
    let street: String
    var office: Office { scripts.office }

    init() throws {
      scripts = try ScriptDesk()
      desk = CaseDesk(scripts.office)
      let now = try #require(Moment("2026-09-30 08:00"))
      let snapshot = try scripts.office.snapshot(.county("140423"), asOf: now)
      project = try #require(try snapshot.table(Project.schema).column(Project.code).text(0))
      street = String(project.prefix(9))
      let estates = snapshot.table(Project.schema), communities = snapshot.table(Community.schema)
      let lies = try #require(try estates.column(Project.community).reference(0))
      let community = try #require(try communities.column(Community.code).text(lies))
      let other = try #require(Divisions.changzhi.streets(of: "140423").map(\.code).first { $0 != street })
      try add(
        [
          "id,name,level,division,role,from,until,community", "X-1,甲某,community,\(street),visit,2025-01-01,,\(community)",
          "X-2,乙某,community,\(street),visit,2025-01-01,,\(community)",
          "X-S,丙某,street,\(street),talk,2025-01-01,,", "X-C,丁某,county,140423,lead,2025-01-01,,", "X-O,戊某,community,\(other),visit,2025-01-01,,\(other)001",
          "X-P,己某,street,140425100,talk,2025-01-01,,",
        ], OfficerTable.schema)
      try receive("T-1")
    }

    func add(_ lines: [String], _ schema: TableSchema) throws {
      let path = scripts.temporary.folder + "/more.csv"
      try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
      let summary = try office.register.importTable(
        schema, from: path, by: Attribution(officer: "import", role: "import", moment: try #require(Moment("2026-09-30 08:00"))))
      try #require(summary.quarantined == 0, "\(summary)")
    }

    func city(_ name: String, _ number: String, _ arguments: [String: String], by officer: String, at: String, position: Int? = nil) throws -> CommandOutcome {
      try CommandDesk(office).act(
        CityCommand(name, on: number, arguments, officer: officer, expectedPosition: position, at: try #require(Moment(at))))
    }

    func receive(_ number: String, category: String = "供水", at: String = "2026-09-30 15:00") throws {
      let outcome = try city("receive", number, ["project": project, "category": category, "channel": "来电"], by: "X-S", at: at)
      guard case .done = outcome else { throw TemporaryOffice.Refused(summary: "\(outcome)") }
    }

    /// The refusal's code, or where the case stands after the step.
    func act(
      _ step: String, _ officer: String, _ at: String, on number: String = "T-1", papers: [String] = [], refusing reason: String? = nil,
      position: Int? = nil, document: String? = nil
    ) throws -> String {
      let now = try #require(Moment(at))
      let seen = try position ?? desk.cases(number, asOf: now).first?.position ?? 0
      let command = CaseCommand(step, isRefusal: reason != nil, reason: reason, expectedPosition: seen, attachments: papers, document: document)
      switch try desk.act(command, on: number, officer: officer, at: now) {
      case .done(let found): return try desk.standing(found, asOf: now).zh
      case .refused(let refusal): return refusal.code
      }
    }

    func standing(_ at: String, of number: String = "T-1") throws -> String {
      let now = try #require(Moment(at))
      let found = try #require(try desk.cases(number, asOf: now).first)
      return try desk.standing(found, asOf: now).zh
    }

    func due(_ officer: String, _ at: String) throws -> [String] {
      try desk.due(in: .county("140423"), officer: officer, asOf: try #require(Moment(at))).waiting.filter { $0.found.key.hasPrefix("T-") }
        .map { "\($0.found.key.prefix { $0 != " " }) \($0.turn.step.name)" }
    }
  }

  private let photo = ["现场照片"]

  @Test("done in turn: the community, another of the community, the end") func inTurn() throws {
    let stage = try Stage()
    #expect(try stage.standing("2026-09-30 15:30") == "轮到社区办理 `社区到场`，限 2026-09-30 17:00")
    #expect(try stage.due("X-1", "2026-09-30 15:30") == ["T-1 社区到场"])
    #expect(try stage.due("X-S", "2026-09-30 15:30").isEmpty && stage.due("X-O", "2026-09-30 15:30").isEmpty)
    #expect(try stage.act("社区回访", "X-2", "2026-09-30 15:30") == "step-out-of-order")
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 15:30") == "need-missing")
    #expect(try stage.act("到场", "X-1", "2026-09-30 15:30") == "unknown-step")
    #expect(
      try stage.act("社区到场", "X-1", "2026-09-30 15:40", papers: photo) == "轮到社区办理 `社区回访`，限 2026-10-10 24:00",
      "three working days from the eve of the National Day holiday, of which the tenth of October is one")
    #expect(try stage.act("社区回访", "X-1", "2026-10-08 09:00") == "same-person")
    #expect(try stage.due("X-1", "2026-10-08 09:00").isEmpty && stage.due("X-2", "2026-10-08 09:00") == ["T-1 社区回访"])
    #expect(try stage.act("社区回访", "X-2", "2026-10-08 09:00", document: "访1号").hasSuffix("办结"))
    #expect(try stage.act("社区回访", "X-2", "2026-10-08 09:10") == "case-ended")
  }

  @Test("a listing goes through a procedure of the county, until it is rejected") func listing() throws {
    let stage = try Stage()
    try stage.scripts.write(
      "140423-xiangyuan/talk-first.lua",
      """
      procedure "talk-first" {
        title = "列榜前会商", basis = { document = "襄住建〔2026〕40号", published = "2026-08-01" }, effective = { from = "2026-09-01" },
        concerns = listing, where = { list = "black" },
        steps = { { "会商", by = "county", within = working_days(2), needs = { attachment = "会商纪要" }, late = refer "县住建局" } },
      }
      """)
    let lines = ["number,enterprise,county,list,reason,status,proposed_on", "T-LB1,91140403YYYY00020N,140423,black,理由,proposed,2026-09-29"]
    try stage.add(lines + ["T-LB2,91140403YYYY00020N,140423,red,理由,proposed,2026-09-29"], Listing.schema)
    #expect(try stage.standing("2026-09-29 15:30", of: "T-LB1") == "轮到县（区）办理 `会商`，限 2026-10-08 24:00")
    #expect(try stage.due("X-C", "2026-09-30 15:30") == ["T-LB1 会商"], "the red one is none of it")
    #expect(try stage.act("会商", "X-S", "2026-09-30 15:40", on: "T-LB1", papers: ["会商纪要"]) == "officer-level")
    #expect(try stage.act("会商", "X-C", "2026-09-30 15:40", on: "T-LB1") == "need-missing")
    #expect(try stage.act("会商", "X-C", "2026-09-30 15:40", on: "T-LB1", papers: ["会商纪要"]).hasSuffix("办结"))
    try stage.add([lines[0], "T-LB3,91140403YYYY00020N,140423,black,理由,rejected,2026-09-29"], Listing.schema)
    #expect(try stage.due("X-C", "2026-10-05 15:30").isEmpty)
  }

  @Test("who is late hands on: the street's working day runs over the holiday, then it is referred") func late() throws {
    let stage = try Stage()
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 17:01", papers: photo) == "step-out-of-order")
    #expect(try stage.standing("2026-10-05 12:00") == "轮到街道（乡镇）办理 `街道督办`，限 2026-10-08 24:00")
    #expect(try stage.due("X-S", "2026-10-05 12:00") == ["T-1 街道督办"])
    #expect(try stage.standing("2026-10-09 00:01") == "2026-10-08 24:00 移交县住建局")
    #expect(try stage.due("X-S", "2026-10-09 00:01").isEmpty)
  }

  @Test("another level, another street, another county: refused; a refusal says why") func whoActs() throws {
    let stage = try Stage()
    let before = try stage.office.register.ledgerPosition()
    #expect(try stage.act("社区到场", "X-S", "2026-09-30 15:30", papers: photo) == "officer-level")
    #expect(try stage.act("社区到场", "X-O", "2026-09-30 15:30", papers: photo) == "officer-division")
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 15:30", refusing: " ") == "reason-missing")
    #expect(try stage.office.register.ledgerPosition() == before, "nothing is written")
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 15:30", refusing: "不属于社区，电话13812345678").hasPrefix("轮到街道"))
    let data = try stage.office.register.ledger(table: "complaints").last?.data ?? ""
    #expect(data.contains("不属于社区") && !data.contains("13812345678"), "the ledger keeps no telephone number")
    #expect(try stage.act("街道督办", "X-P", "2026-09-30 16:00") == "officer-division")
    #expect(try stage.act("街道督办", "X-S", "2026-09-30 16:00", refusing: "忙") == "step-not-refusable")
    #expect(try stage.act("街道督办", "X-S", "2026-09-30 15:00") == "time-runs-backwards")
  }

  @Test("two officers at once: the second acts on a case that has moved on") func stale() throws {
    let stage = try Stage()
    let now = try #require(Moment("2026-09-30 15:30"))
    let command = CaseCommand("社区到场", expectedPosition: 0, attachments: photo)
    let second = CaseDesk(Office(register: try .open(at: stage.scripts.temporary.folder + "/xize.db", readOnly: false), rulebook: stage.office.rulebook, scripts: stage.office.scripts))
    guard case .done = try stage.desk.act(command, on: "T-1", officer: "X-1", at: now) else {
      Issue.record("the first is refused")
      return
    }
    guard case .refused(let refusal) = try second.act(command, on: "T-1", officer: "X-2", at: now) else {
      Issue.record("the second is not refused")
      return
    }
    #expect(refusal.code == "case-position-stale")
  }

  @Test("a case and the city's commands on its complaint have a count each: neither makes the other stale") func apart() throws {
    let stage = try Stage()
    let seen = try CommandDesk(stage.office).show("complaint", "T-1").position
    #expect(seen == 1)
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 15:40", papers: photo, position: 0).hasPrefix("轮到"))
    let assigned = try stage.city("assign", "T-1", ["person": "X-S"], by: "X-S", at: "2026-09-30 15:20", position: seen)
    guard case .done(let result, _) = assigned else {
      Issue.record("\(assigned)")
      return
    }
    #expect(result.position == 2)
    #expect(try stage.act("社区回访", "X-2", "2026-10-08 09:00", position: 1).hasSuffix("办结"))
    let file = try CommandDesk(stage.office).show("complaint", "T-1")
    #expect(file.position == 2 && file.entries.count == 4)
    let shown = CommandDesk.history(of: file, chinese: true).rows.map { $0[0].plain + " " + $0[2].plain }
    #expect(shown == ["1 受理投诉", " 社区到场", "2 责任到人", " 社区回访"])
  }

  @Test("a case keeps the procedure of its first step: neither an edited script nor a repeal changes it") func pinned() throws {
    let stage = try Stage()
    try stage.receive("T-2")
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 15:40", papers: photo).hasPrefix("轮到社区办理 `社区回访`"))
    let name = "140423-xiangyuan/complaint-escalation.lua"
    let text = try String(contentsOfFile: "\(stage.scripts.scripts)/\(name)", encoding: .utf8)
    try stage.scripts.write(name, text.replacingOccurrences(of: "社区回访", with: "社区再访"))
    #expect(try stage.standing("2026-10-08 09:00").hasPrefix("轮到社区办理 `社区回访`"))
    #expect(try stage.standing("2026-09-30 16:00", of: "T-2").hasPrefix("轮到社区办理 `社区到场`"), "not begun: by the rules of its day")
    try FileManager.default.removeItem(atPath: "\(stage.scripts.scripts)/\(name)")
    #expect(try stage.desk.cases("T-2", asOf: ScriptDesk.autumn).isEmpty, "of no procedure any more")
    #expect(try stage.due("X-2", "2026-10-08 09:00") == ["T-1 社区回访"])
    #expect(try stage.act("社区回访", "X-2", "2026-10-08 09:00").hasSuffix("办结"))
    let found = try #require(try stage.desk.cases("T-1", asOf: ScriptDesk.autumn).first)
    #expect(found.origin.script == name && found.origin.sha256.count == 64 && found.basis.contains("襄住建〔2026〕11号"))
  }

  @Test("what was enacted and then repealed: who began before goes on, who comes after does not begin") func repealed() throws {
    let stage = try Stage()
    let name = "140423-xiangyuan/complaint-escalation.lua"
    let script = try stage.scripts.script(name)
    let preview = try stage.office.preview(PreviewRequest(scripts: [script], period: #require(Period("2026-09")))).token
    let order = EnactmentOrder(
      scripts: [script], document: "襄住建〔2026〕11号", officer: "140423-01", reviewedBy: "襄垣县司法局", reviewDocument: "襄司审〔2026〕7号",
      preview: preview)
    let now = try #require(Moment("2026-09-30 15:10"))
    _ = try stage.office.enact(order, at: now)
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 15:40", papers: photo).hasPrefix("轮到社区办理 `社区回访`"))
    _ = try stage.office.repeal(
      "complaint-escalation.lua", from: #require(Day("2026-10-01")), document: "襄住建〔2026〕12号", officer: "140423-01",
      at: #require(Moment("2026-09-30 16:00")))
    try stage.receive("T-2", at: "2026-10-08 09:00")
    #expect(try stage.desk.cases("T-2", asOf: ScriptDesk.autumn).isEmpty)
    let found = try #require(try stage.desk.cases("T-1", asOf: ScriptDesk.autumn).first)
    #expect(found.origin.revision == 1)
    #expect(try stage.due("X-2", "2026-10-08 09:30") == ["T-1 社区回访"])
  }

  @Test("rules or facts that change between the look and the transaction: refused, nothing is written") func movedBetween() throws {
    let stage = try Stage()
    let now = try #require(Moment("2026-09-30 15:30"))
    let begun = try #require(try stage.desk.cases("T-1", asOf: now).first)
    let subject = try #require(try stage.office.register.caseSubject("T-1", in: CaseDesk.tables))
    let opening = CaseOpening(begun, ledgerPosition: try stage.office.register.ledgerPosition())
    _ = try stage.city("assign", "T-1", ["person": "X-S"], by: "X-S", at: "2026-09-30 15:20")
    let moved = try stage.office.register.ledgerPosition()
    try #require(moved > opening.ledgerPosition)
    let outcome = try stage.office.register.transact(
      CaseCommand("社区到场", expectedPosition: 0, attachments: photo), on: subject, procedure: begun.procedure.name, opening: opening,
      officer: "X-1", calendar: stage.office.rulebook.calendar, at: now)
    guard case .refused(let refusal) = outcome else {
      Issue.record("not refused")
      return
    }
    #expect(try refusal.code == "case-position-stale" && stage.office.register.ledgerPosition() == moved)
  }

  /// The folder holds the very script: it is not in force while it is looked at.
  @Test("preview of a procedure: which cases would open, where they would stand and what is late; nothing is written") func previewed() throws {
    let stage = try Stage()
    try stage.receive("T-2", at: "2026-09-30 22:30")
    try stage.receive("T-3", category: "环境卫生")
    let name = "140423-xiangyuan/complaint-escalation.lua"
    let register = stage.scripts.temporary.folder + "/xize.db"
    let before = try Data(contentsOf: URL(filePath: register))
    let request = PreviewRequest(scripts: [try stage.scripts.script(name)], period: try #require(Period("2026-09")))
    let district = try stage.office.preview(request).districts[0]
    #expect(try Data(contentsOf: URL(filePath: register)) == before)
    let mine = district.cases.filter { $0.subject.hasPrefix("T-") }
    #expect(mine.map(\.subject) == ["T-1 desk", "T-2 desk"] && mine.allSatisfy { $0.before == nil && $0.procedure == "投诉逐级督办" })
    #expect(mine.compactMap(\.after?.place) == [.step("街道督办", .street), .step("社区到场", .community)])
    #expect(mine.compactMap(\.after?.due) == [Moment("2026-10-09 00:00"), Moment("2026-10-01 00:30")])
    #expect(mine.map(\.isNewlyLate) == [true, false])
    #expect(mine[0].because.zh == "自 2026-09-30 15:00 起；类别为供水；逾期：社区到场" && mine[0].because.en.contains("category is water supply"))
    // Counts are those of all cases, and each case stands somewhere.
    #expect(district.steps.reduce(0) { $0 + $1.after } == district.cases.count && district.steps.allSatisfy { $0.before == 0 && $0.lateBefore == 0 })
    let street = try #require(district.steps.first { $0.place == .step("街道督办", .street) })
    #expect(street.after >= 1 && district.steps[0].lateAfter == district.cases.count { $0.after?.lapsed.contains("社区到场") ?? false })
    #expect(district.steps.map(\.place.said.zh).prefix(3) == ["社区到场", "街道督办", "社区回访"])
  }

  @Test("preview of an edited procedure: what was enacted moves, with the deadlines; a case that has begun keeps what it began under")
  func previewedEdit() throws {
    let stage = try Stage()
    let name = "140423-xiangyuan/complaint-escalation.lua"
    let script = try stage.scripts.script(name)
    let september = try #require(Period("2026-09"))
    let order = EnactmentOrder(
      scripts: [script], document: "襄住建〔2026〕11号", officer: "140423-01", reviewedBy: "襄垣县司法局", reviewDocument: "襄司审〔2026〕7号",
      preview: try stage.office.preview(PreviewRequest(scripts: [script], period: september)).token)
    _ = try stage.office.enact(order, at: #require(Moment("2026-09-30 15:10")))
    try stage.receive("T-2", at: "2026-09-30 22:30")
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 22:40", on: "T-2", papers: photo).hasPrefix("轮到社区办理"))
    let text = try String(contentsOfFile: "\(stage.scripts.scripts)/\(name)", encoding: .utf8)
    func edited(_ old: String, _ new: String, _ against: PreviewRequest.Against = .enacted) throws -> DistrictPreview {
      try stage.scripts.write(name, text.replacingOccurrences(of: old, with: new))
      let script = try stage.scripts.script(name)
      return try stage.office.preview(PreviewRequest(scripts: [script], period: september, against: against)).districts[0]
    }
    // The street has four hours instead of a working day: at midnight its time is over too.
    let shorter = try edited("时限 = 工作日(1)", "时限 = 小时(4)").cases.filter { $0.subject.hasPrefix("T-") }
    #expect(shorter.map(\.subject) == ["T-1 desk"], "T-2 has begun")
    #expect(shorter.first?.before?.place == .step("街道督办", .street) && shorter.first?.after?.place == .referred("县住建局"))
    let needing = try edited("{ \"街道督办\", 由 = \"街道\"", "{ \"街道督办\", 由 = \"街道\", 需要 = { 附件 = \"督办单\" }").cases
    #expect(needing.first { $0.subject == "T-1 desk" }?.alsoNeeds == ["督办单"])
    let gone = try edited("类别 = 之一{ \"供水\", \"电梯困人\" }", "类别 = \"电梯困人\"").cases.first { $0.subject == "T-1 desk" }
    #expect(gone?.after == nil && gone?.before != nil)
    #expect(try edited("督办", "督办").cases.isEmpty, "the same text changes nothing")
    #expect(try edited("督办", "督办", .city).cases.first { $0.subject == "T-1 desk" }?.before == nil, "the city has no such procedure")
  }

  @Test("complaints that nobody has judged yet: the preview of whatever asks for the finding names the fact") func missingFact() throws {
    let stage = try Stage()
    let heading = "依据 = { 文号 = \"襄住建〔2026〕40号\" }, 施行 = { 自 = \"2026-07-01\" }"
    func missing(_ text: String) throws -> [DistrictPreview.MissingFact] {
      try stage.scripts.write("140423-xiangyuan/asks.lua", text)
      let script = try stage.scripts.script("140423-xiangyuan/asks.lua")
      let district = try stage.office.preview(PreviewRequest(scripts: [script], period: try #require(Period("2026-09")))).districts[0]
      #expect(district.unknown == district.missing.first?.after, "each of these rows lacks one fact")
      return district.missing
    }
    for text in [
      """
      程序 "查实" {
        标题 = "查实", \(heading), 涉及 = 投诉, 范围 = { 认定 = "属实" },
        步骤 = { { "街道查看", 由 = "街道", 时限 = 工作日(2), 办成 = 办结, 逾期 = 办结 } },
      }
      """,
      "收紧 \"一天\" { 标题 = \"一天\", \(heading), 涉及 = 投诉, 范围 = { 认定 = \"属实\" }, 期限 = \"基本办结\", 时限 = 小时(24) }",
      "评分调整 \"查实\" { 标题 = \"查实\", \(heading), 逐条 = 投诉, 范围 = { 认定 = \"属实\" }, 扣分 = 1, 理由 = \"{编号}\" }",
    ] {
      let found = try missing(text)
      #expect(found.map(\.fact.zh) == ["认定"] && found.map(\.fact.en) == ["finding"], "\(text): \(found)")
      #expect(found.allSatisfy { $0.before == 0 && $0.after > 0 })
    }
    // An enterprise without a complaint that can be judged has no rate.
    let black = try missing("榜单标准 \"投诉多\" { 标题 = \"投诉多\", \(heading), 榜单 = \"黑榜\", 范围 = { 三日办结率 = 少于(百分之(1)) }, 理由 = \"{名称}\" }")
    #expect(black.map(\.rule) == ["投诉多"] && black.map(\.fact.zh) == ["三日办结率"], "\(black)")
  }

  /// The State Council arranges a year's holidays late in the year before.
  @Test("a time limit in a year without a calendar: the step is recorded, and the other cases are still listed") func yearUnknown() throws {
    let stage = try Stage()
    try stage.receive("T-4", at: "2027-12-31 15:00")
    try stage.receive("T-5", at: "2027-12-31 16:30")
    let eve = try #require(Moment("2027-12-31 16:40"))
    #expect(try stage.act("社区到场", "X-1", "2027-12-31 16:40", on: "T-4", refusing: "不属于社区").hasSuffix("没有 2028 年的工作日安排"))
    let due = try stage.desk.due(in: .county("140423"), asOf: eve)
    #expect(due.waiting.map(\.found.key) == ["T-5 desk"] && due.undetermined.map(\.found.key) == ["T-4 desk"])
    let found = try #require(try stage.desk.cases("T-4", asOf: eve).first)
    #expect(try stage.desk.steps(of: found, asOf: eve) { $0.zh }.rows.map { $0[1].plain } == ["不予办理：不属于社区", "", ""])
    #expect(try stage.act("街道督办", "X-S", "2027-12-31 16:50", on: "T-4") == "calendar-year-missing")
  }

  @Test("what the scope leaves out, what was withdrawn, what is not there, whose number is twice") func others() throws {
    let stage = try Stage()
    try stage.receive("T-3", category: "环境卫生")
    #expect(throws: OfficeError.self) { try stage.act("社区到场", "X-1", "2026-09-30 15:30", on: "T-3", papers: photo) }
    #expect(stage.scripts.refusal { _ = try stage.act("社区到场", "X-1", "2026-09-30 15:30", on: "T-3", papers: photo) } == "no-procedure")
    #expect(stage.scripts.refusal { _ = try stage.act("社区到场", "X-1", "2026-09-30 15:30", on: "T-9") } == "case-missing")
    guard case .done = try stage.city("withdraw", "T-1", ["because": "来电撤回"], by: "X-S", at: "2026-09-30 15:10") else {
      Issue.record("not withdrawn")
      return
    }
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 15:30", papers: photo) == "case-state")
    #expect(try stage.due("X-1", "2026-09-30 15:30").isEmpty)
    try stage.add(
      ["number,source,project,category,accepted_at,status", "T-3,12345,\(stage.project),供水,2026-09-30 15:00,办理中"], Complaint.schema)
    #expect(stage.scripts.refusal { _ = try stage.desk.cases("T-3", asOf: ScriptDesk.autumn) } == "case-ambiguous")
    #expect(try stage.desk.cases("T-3 12345", asOf: ScriptDesk.autumn).count == 1)
  }

  /// The form of the language's reference: a rectification order that the street looks at, then the county.
  @Test("a rectification order goes through a procedure as a complaint does, from the start of its day") func order() throws {
    let stage = try Stage()
    try stage.scripts.write(
      "140423-xiangyuan/order-visit.lua",
      """
      程序 "整改回看" {
        标题 = "整改通知下达后，街道两个工作日内到场查看，县里复核",
        依据 = { 文号 = "襄住建〔2026〕12号", 条款 = "第二条", 公布 = "2026-08-01" },
        施行 = { 自 = "2026-09-01" },
        涉及 = 整改通知,
        步骤 = {
          { "街道查看", 由 = "街道", 时限 = 工作日(2), 需要 = { 附件 = "查看记录" }, 办理内容 = "看整改是否属实", 办成 = "县里复核", 逾期 = "县里复核" },
          { "县里复核", 由 = "县（区）", 时限 = 自然日(3), 需要 = { 附件 = "查看记录" }, 办成 = 办结, 逾期 = 办结 },
        },
      }
      """)
    let snapshot = try stage.office.snapshot(.county("140423"), asOf: ScriptDesk.autumn)
    let uscc = try #require(try snapshot.table(Enterprise.schema).column(Enterprise.uscc).text(0))
    try stage.add(
      [
        "number,enterprise,project,county,issued_on,deadline", "Z-1,\(uscc),\(stage.project),140423,2026-09-28,2026-10-20",
        "Z-2,\(uscc),,140423,2026-09-28,2026-10-20",
      ], RectificationOrder.schema)
    #expect(try stage.standing("2026-09-28 09:00", of: "Z-1") == "轮到街道（乡镇）办理 `街道查看`，限 2026-09-30 24:00")
    #expect(try stage.act("街道查看", "X-S", "2026-09-29 09:00", on: "Z-2", papers: ["查看记录"]) == "officer-division", "of no estate")
    #expect(try stage.act("街道查看", "X-S", "2026-09-29 09:00", on: "Z-1", papers: ["查看记录"]).hasPrefix("轮到县"))
    #expect(try stage.act("县里复核", "X-C", "2026-09-30 09:00", on: "Z-1").hasSuffix("办结"), "the street's paper counts")
    let mine = try stage.desk.due(in: .county("140423"), level: .county, asOf: #require(Moment("2026-10-02 09:00"))).waiting
    #expect(mine.map(\.found.key) == ["Z-2"] && mine.first?.lapsed == ["街道查看"])
  }

  @Test("why tells the steps and whose turn it is") func explained() throws {
    let stage = try Stage()
    _ = try stage.act("社区到场", "X-1", "2026-09-30 15:40", papers: photo)
    let answer = try stage.office.explain("T-1", scope: .county("140423"), asOf: #require(Moment("2026-10-08 09:00")))
    let steps = try #require(answer.sections.first { $0.code == "steps" })
    #expect(steps.title.zh == "程序“投诉逐级督办”：轮到社区办理 `社区回访`，限 2026-10-10 24:00")
    #expect(steps.table.rows.map { $0[0].plain + " " + $0[1].plain } == ["社区到场 办成", "社区回访 待办", "街道督办 "])
  }

  @Test("what the city has closed waits for nobody and is not acted on; reopened, it goes on") func closed() throws {
    let stage = try Stage()
    func city(_ name: String, _ arguments: [String: String] = [:], by officer: String = "X-S", at: String) throws {
      let command = CityCommand(name, on: "T-1", arguments, officer: officer, attachments: ["照片"], at: try #require(Moment(at)))
      guard case .done = try CommandDesk(stage.office).act(command) else { throw TemporaryOffice.Refused(summary: name) }
    }
    #expect(try stage.act("社区到场", "X-1", "2026-09-30 15:40", papers: photo).hasPrefix("轮到社区办理 `社区回访`"))
    try city("assign", ["person": "X-S"], at: "2026-09-30 15:50")
    try city(
      "basically close", ["disposition": "已解决", "result": "已恢复供水", "informed_at": "2026-09-30 16:00", "finding": "属实"], at: "2026-09-30 16:10")
    #expect(try stage.due("X-2", "2026-10-08 08:30") == ["T-1 社区回访"], "basically closed, it still waits for its revisit")
    try city("revisit", ["satisfied": "是"], by: "X-C", at: "2026-10-08 09:00")
    try city("close", at: "2026-10-08 09:10")
    #expect(try stage.due("X-2", "2026-10-08 09:30").isEmpty)
    #expect(try stage.act("社区回访", "X-2", "2026-10-08 09:30") == "case-state")
    try city("revisit", ["satisfied": "否"], by: "X-C", at: "2026-10-08 10:00")
    try city("rework", at: "2026-10-08 10:10")
    #expect(try stage.due("X-2", "2026-10-08 10:30") == ["T-1 社区回访"])
  }
}
