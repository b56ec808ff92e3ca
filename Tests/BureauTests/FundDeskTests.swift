import Bureau
import CityModel
import Columns
import Foundation
import Register
import SampleCity
import Testing

@Suite("a request to use the maintenance fund, from the desk")
struct FundDeskTests {
  /// An estate of Xiangyuan, whose county amends the emergency procedure for lifts, and the officers around it.
  private struct Stage {
    let temporary: TemporaryOffice
    let scripts: ScriptDesk
    let desk: FundDesk
    let project: String
    let street: String

    /// - Parameter rules: scripts of the county beside those that ship.
    init(_ rules: [String: String] = [:]) throws {
      scripts = try ScriptDesk()
      temporary = scripts.temporary
      for (name, text) in rules { try scripts.write("140423-xiangyuan/\(name).lua", text) }
      desk = FundDesk(scripts.office)
      let now = try #require(Moment("2026-10-12 09:00"))
      let snapshot = try temporary.office.snapshot(.county("140423"), asOf: now)
      let codes = try snapshot.table(Project.schema).column(Project.code)
      project = try #require(codes.text(0))
      street = String(project.prefix(9))
      let officers = temporary.folder + "/more-officers.csv"
      let lines = [
        "id,name,level,division,role,from,until", "T-S1,甲某,street,\(street),fund,2025-01-01,", "T-S2,乙某,street,\(street),fund,2025-01-01,",
        "T-S3,戊某,street,\(street),fund,2025-01-01,", "T-C1,丙某,county,140423,fund,2025-01-01,", "T-C2,丁某,county,140423,fund,2025-01-01,",
      ]
      try (lines.joined(separator: "\n") + "\n").write(toFile: officers, atomically: true, encoding: .utf8)
      _ = try temporary.office.register.importTable(
        OfficerTable.schema, from: officers, by: Attribution(officer: "import", role: "import", moment: now))
      try temporary.office.register.recordAdoption(
        document: "长政发〔2026〕8号", on: #require(Day("2026-09-01")), by: Attribution(officer: "import", role: "import", moment: now))
    }

    func submission(_ number: String, category: String = "lift failure", applicant: String? = nil) throws -> FundCommand.Action {
      .submit(
        .init(
          number: number, kind: .emergency, category: category, project: project, county: "140423", street: street,
          applicantKind: applicant == nil ? "owners committee" : "enterprise", applicant: applicant,
          user: "91140403YYYY00020N", amount: Money(fen: 6_000_000)))
    }

    func act(
      _ action: FundCommand.Action, _ number: String, _ officer: String, at position: Int, _ papers: [String] = [], document: String? = nil,
      day: String = "2026-10-12"
    ) throws -> FundOutcome {
      try desk.act(
        FundCommand(action, expectedPosition: position, attachments: papers, document: document), on: number, officer: officer,
        balance: position == 0 ? Money(fen: 20_000_000) : nil, at: try #require(Moment("\(day) 10:00")))
    }
  }

  private func refusal(_ outcome: FundOutcome) -> String? { if case .refused(let refusal) = outcome { refusal.code } else { nil } }
  private func position(_ outcome: FundOutcome) -> Int? { if case .done(_, let fundCase) = outcome { fundCase.position } else { nil } }

  @Test("an imported request from before the first rules goes by those; without that year's calendar its last day is unknown, and both are said")
  func beforeTheRules() throws {
    let stage = try Stage()
    let shipped = stage.temporary.office
    let year = try #require(shipped.rulebook.calendar.years[2026])
    let office = Office(
      register: shipped.register, rulebook: Rulebook(parameters: shipped.rulebook.parameters, calendar: WorkingCalendar([year])), scripts: shipped.scripts)
    let desk = FundDesk(office)
    let now = try #require(Moment("2026-10-12 09:00"))
    let table = try office.snapshot(.city, asOf: now).table(FundRequest.schema)
    let numbers = try table.column(FundRequest.number), submitted = try table.column(FundRequest.submittedOn), status = try table.column(FundRequest.status)
    let first = try #require(Day("2026-01-01"))
    let row = try #require((0..<table.count).first { submitted.day($0).map { $0 < first } == true && status.text($0) == "submitted" })
    let number = try #require(numbers.text(row))
    let fundCase = try #require(try desk.request(number))
    let steps = try desk.steps(of: fundCase, asOf: now)
    #expect(steps.rows.count == 6 && steps.rows[1][1] == "next" && steps.rows[1][6] == .empty)
    let why = try office.explain(number, scope: .city, asOf: now)
    #expect(why.value.zh.contains("时限算不出：没有 2025 年的工作日安排") && why.value.en.contains("no working-day calendar for 2025"))
    let layers = try #require(why.sections.first { $0.code == "layers" })
    #expect(layers.table.rows[0].last?.plain.contains("2026-01-01") == true)
    #expect(layers.table.rows[0].last?.plain.contains(submitted.day(row)?.description ?? "?") == true)
  }

  @Test("a parameter that has no value is refused by its own code, in both languages") func noParameter() throws {
    let stage = try Stage()
    let office = stage.temporary.office
    let bare = Office(register: office.register, rulebook: Rulebook(parameters: Parameters(), calendar: office.rulebook.calendar), scripts: office.scripts)
    let error = #expect(throws: OfficeError.self) { _ = try FundDesk(bare).request("WX-2025-0001") }
    #expect(error?.code == "parameter-missing")
    #expect(error?.message.zh.contains("没有值") == true && error?.message.en.contains("has no value") == true)
  }

  @Test("a stricter threshold of the county binds its requests: the review's time, and the share that is advanced") func threshold() throws {
    func rule(_ name: String, _ parameter: String) -> String {
      """
      tighten "\(name)" {
        title = "\(name)", basis = { document = "襄住建〔2026〕60号", published = "2026-08-01" }, effective = { from = "2026-09-01" }, \(parameter),
      }
      """
    }
    func due(_ stage: Stage) throws -> Cell {
      #expect(try position(stage.act(try stage.submission("WX-1", category: "roof or wall leak"), "WX-1", "T-S1", at: 0)) == 1)
      let fundCase = try #require(try stage.desk.request("WX-1"))
      return try stage.desk.steps(of: fundCase, asOf: #require(Moment("2026-10-12 11:00"))).rows[1][6]
    }
    #expect(try due(Stage()) == .day(#require(Day("2026-10-14"))))
    let stage = try Stage([
      "review": rule("review", #"parameter = "fund.streetReviewWorkdays", to = 1"#), "share": rule("share", #"parameter = "fund.emergencyAdvance", to = percent(20)"#),
    ])
    #expect(try due(stage) == .day(#require(Day("2026-10-13"))))
    #expect(try position(stage.act(.confirm(step: "street review"), "WX-1", "T-S2", at: 1, ["site check"])) == 2)
    #expect(try position(stage.act(.approve(Money(fen: 6_000_000)), "WX-1", "T-S3", at: 2, document: "襄垣应急〔2026〕1号")) == 3)
    #expect(try refusal(stage.act(.advance(Money(fen: 1_200_001)), "WX-1", "T-C1", at: 3, document: "拨付〔2026〕1号")) != nil, "more than a fifth")
    #expect(try position(stage.act(.advance(Money(fen: 1_200_000)), "WX-1", "T-C1", at: 3, document: "拨付〔2026〕1号")) == 4)
  }

  @Test("an amendment with a season, or a last day, reaches the requests of those days only") func seasonalAmendment() throws {
    func rule(_ name: String, _ days: String) -> String {
      """
      procedure "\(name)" {
        title = "\(name)", basis = { document = "襄住建〔2026〕61号", published = "2026-08-01" }, \(days),
        amends = "city/fund-emergency", concerns = fund_request, changes = { ["submit"] = { also_needs = { attachment = "\(name)" } } },
      }
      """
    }
    let stage = try Stage([
      "winter": rule("winter", #"effective = { from = "2026-09-01" }, season = { from = "11-15", to = "03-15" }"#),
      "autumn": rule("autumn", #"effective = { from = "2026-09-01", to = "2026-10-31" }"#),
    ])
    func submit(_ number: String, _ day: String, _ papers: [String]) throws -> String? {
      try refusal(stage.act(stage.submission(number, category: "roof or wall leak"), number, "T-S1", at: 0, papers, day: day))
    }
    #expect(try submit("WX-1", "2026-10-12", []) == "need-missing")
    #expect(try submit("WX-1", "2026-10-12", ["autumn"]) == nil)
    #expect(try submit("WX-2", "2026-11-10", []) == nil)
    #expect(try submit("WX-3", "2026-11-16", []) == "need-missing")
    #expect(try submit("WX-3", "2026-11-16", ["winter"]) == nil)
  }

  @Test("submitted, reviewed, approved, advanced: with the county's paper, another officer, and at most half")
  func amended() throws {
    let stage = try Stage()
    let notice = "检验机构停用通知"
    #expect(try refusal(stage.act(try stage.submission("WX-1"), "WX-1", "T-S1", at: 0)) != nil, "the county asks for the notice")
    #expect(try position(stage.act(try stage.submission("WX-1"), "WX-1", "T-S1", at: 0, [notice])) == 1)
    #expect(try refusal(stage.act(.confirm(step: "street review"), "WX-1", "T-S1", at: 1, ["site check"])) != nil, "the same person")
    #expect(try refusal(stage.act(.confirm(step: "street review"), "WX-1", "T-S2", at: 0, ["site check"])) != nil, "a stale position")
    #expect(try position(stage.act(.confirm(step: "street review"), "WX-1", "T-S2", at: 1, ["site check"])) == 2)
    let approval = try stage.act(.approve(Money(fen: 6_000_000)), "WX-1", "T-S3", at: 2, document: "襄垣应急〔2026〕1号")
    #expect(position(approval) == 3, "\(approval)")
    #expect(try refusal(stage.act(.approve(Money(fen: 6_000_000)), "WX-1", "T-S1", at: 3, document: "x")) != nil, "decided already")
    let tooMuch = try stage.act(.advance(Money(fen: 3_000_001)), "WX-1", "T-C1", at: 3, document: "拨付〔2026〕1号")
    #expect(refusal(tooMuch) != nil, "the city allows 70 %, the county 50 %")
    #expect(try position(stage.act(.advance(Money(fen: 3_000_000)), "WX-1", "T-C1", at: 3, document: "拨付〔2026〕1号")) == 4)
  }

  @Test("what concerns no lift follows the city's own procedure") func notAmended() throws {
    let stage = try Stage()
    #expect(try position(stage.act(try stage.submission("WX-2", category: "drainage"), "WX-2", "T-S1", at: 0)) == 1)
  }

  /// The sentences of `small-roof-repairs` and `settlement-overrun`: refused by the register's one engine, with the code of their tests.
  @Test("a county's and the city's own conditions refuse a step, with their reason") func ownConditions() throws {
    let temporary = try TemporaryOffice()
    let desk = FundDesk(temporary.office)
    let now = try #require(Moment("2026-10-12 09:00"))
    let snapshot = try temporary.office.snapshot(.county("140425"), asOf: now)
    let project = try #require(try snapshot.table(Project.schema).column(Project.code).text(0))
    let street = String(project.prefix(9))
    let lines = [
      "id,name,level,division,role,from,until", "P-S1,甲某,street,\(street),fund,2025-01-01,", "P-S2,乙某,street,\(street),fund,2025-01-01,",
      "P-S3,戊某,street,\(street),fund,2025-01-01,", "P-C1,丙某,county,140425,fund,2025-01-01,",
    ]
    let officers = temporary.folder + "/pingshun.csv"
    try (lines.joined(separator: "\n") + "\n").write(toFile: officers, atomically: true, encoding: .utf8)
    _ = try temporary.office.register.importTable(
      OfficerTable.schema, from: officers, by: Attribution(officer: "import", role: "import", moment: now))
    try temporary.office.register.recordAdoption(
      document: "长政发〔2026〕8号", on: #require(Day("2026-09-01")), by: Attribution(officer: "import", role: "import", moment: now))
    let votes = temporary.folder + "/votes.csv"
    try """
      number,project,matter,voted_on,total_area,total_owners,voting_area,voting_owners,yes_area,yes_owners,document
      BJ-P1,\(project),fund use,2026-08-10,300,30,200,20,101,11,常设决议1号

      """.write(toFile: votes, atomically: true, encoding: .utf8)
    _ = try temporary.office.register.importTable(
      OwnerVote.schema, from: votes, by: Attribution(officer: "import", role: "import", moment: now))
    func act(
      _ action: FundCommand.Action, _ number: String, _ officer: String, _ position: Int, _ papers: [String] = [], settlement: Money? = nil,
      on day: String = "2026-10-12"
    ) throws -> FundOutcome {
      try desk.act(
        FundCommand(action, expectedPosition: position, attachments: papers, document: "平〔2026〕\(position)号", settlement: settlement),
        on: number, officer: officer, balance: position == 0 ? Money(fen: 900_000_00) : nil, at: try #require(Moment(day + " 09:00")))
    }
    func request(_ number: String, _ kind: FundProcedures.Kind, _ category: String, fen: Int64) -> FundCommand.Action {
      .submit(
        .init(
          number: number, kind: kind, category: category, project: project, county: "140425", street: street,
          applicantKind: "owners committee", user: "91140403YYYY00020N", amount: Money(fen: fen), vote: "常设决议1号"))
    }
    let leak = "roof or wall leak", standing = "常设决议"
    let tooMuch = try act(request("W-1", .small, leak, fen: 8_000_01), "W-1", "P-S1", 0, [standing])
    guard case .refused(let why) = tooMuch else {
      Issue.record("not refused: \(tooMuch)")
      return
    }
    #expect(why.code == "step-refused")
    #expect(why.sentence.zh.contains("申请8000.01元，超过八千元") && why.sentence.zh.contains("平住建〔2026〕4号"), "\(why.sentence.zh)")
    #expect(try position(act(request("W-2", .small, leak, fen: 8_000_00), "W-2", "P-S1", 0, [standing])) == 1)
    #expect(try position(act(request("W-3", .small, "drainage", fen: 8_500_00), "W-3", "P-S1", 0)) == 1, "of another kind: the city's way")

    #expect(try position(act(request("W-4", .general, "drainage", fen: 200_000_00), "W-4", "P-S1", 0)) == 1)
    #expect(try position(act(.confirm(step: "street review"), "W-4", "P-S2", 1)) == 2)
    #expect(try position(act(.approve(Money(fen: 200_000_00)), "W-4", "P-S3", 2)) == 3)
    #expect(try position(act(.confirm(step: "publicity"), "W-4", "P-S1", 3, ["publicity"])) == 4)
    let papers = ["acceptance", "audit"]
    let over = try act(.balance(Money(fen: 200_000_00)), "W-4", "P-C1", 4, papers, settlement: Money(fen: 220_000_01), on: "2026-10-20")
    #expect(refusal(over) == "step-refused")
    let paid = try act(.balance(Money(fen: 200_000_00)), "W-4", "P-C1", 4, papers, settlement: Money(fen: 220_000_00), on: "2026-10-20")
    #expect(position(paid) == 5, "110 % exactly is paid up to what was approved: \(paid)")
    let later = try temporary.office.snapshot(.county("140425"), asOf: try #require(Moment("2026-10-22 00:00"))).table(FundRequest.schema)
    let row = try #require(try (0..<later.count).first { row in try later.column(FundRequest.number).text(row) == "W-4" })
    #expect(try later.column(FundRequest.settlement).integer(row) == 220_000_00, "the register keeps the settlement")
  }

  @Test("an applicant that is black-listed that day is refused with the clause, and nothing is written") func blackListed() throws {
    let stage = try Stage()
    let before = try stage.temporary.office.register.ledgerPosition()
    let listed = try #require(
      SampleCity.cases.first { $0.uscc == "91140425YYYY00071T" }, "the case of an applicant that was listed on the way")
    let outcome = try stage.act(
      try stage.submission("WX-3", category: "drainage", applicant: listed.uscc), "WX-3", "T-S1", at: 0, day: "2026-09-30")
    guard case .refused(let refusal) = outcome else {
      Issue.record("not refused: \(outcome)")
      return
    }
    #expect(refusal.article.contains("A14"))
    #expect(try stage.temporary.office.register.ledgerPosition() == before)
    #expect(try stage.desk.request("WX-3") == nil)
  }

  @Test("whose turn it is, at the head and in the table, with the county's rules though no county is named") func why() throws {
    let stage = try Stage()
    let notice = "检验机构停用通知"
    func head() throws -> (value: Bilingual, steps: [[String]], layers: [[String]]) {
      let answer = try stage.temporary.office.explain("WX-9", scope: .city, asOf: #require(Moment("2026-10-13 00:00")))
      return (answer.value, answer["steps"]?.rows.map { $0.map(\.plain) } ?? [], answer["layers"]?.rows.map { $0.map(\.plain) } ?? [])
    }
    /// The first row that is next, with its last day: what the head must say.
    func agrees(_ answer: (value: Bilingual, steps: [[String]], layers: [[String]])) throws -> String {
      let next = try #require(answer.steps.first { $0[1] == "next" })
      #expect(answer.value.en.contains("`\(next[0])`"), "\(answer.value.en)")
      #expect(next[6].isEmpty || answer.value.en.contains(next[6]) && answer.value.zh.contains(next[6]), "\(answer.value.zh) \(next)")
      #expect(!answer.value.zh.contains { $0.isASCII && $0.isLetter }, "\(answer.value.zh)")
      return next[0]
    }
    _ = try stage.act(try stage.submission("WX-9"), "WX-9", "T-S1", at: 0, [notice])
    let first = try head()
    #expect(try agrees(first) == "street review")
    #expect(first.layers.contains { $0[0] == "district" && $0[1] == "电梯应急使用维修资金" && $0[6] == "适用" }, "\(first.layers)")
    #expect(first.steps.contains { $0[0] == "street review" && $0[6] == "2026-10-13" }, "one working day, as Xiangyuan has it: \(first.steps)")
    _ = try stage.act(.confirm(step: "street review"), "WX-9", "T-S2", at: 1, ["site check"])
    _ = try stage.act(.approve(Money(fen: 6_000_000)), "WX-9", "T-S3", at: 2, document: "襄垣应急〔2026〕1号")
    #expect(try agrees(head()) == "advance")
    _ = try stage.act(.advance(Money(fen: 3_000_000)), "WX-9", "T-C1", at: 3, document: "拨付〔2026〕1号")
    #expect(try agrees(head()) == "publicity", "the advance is done")
  }

  @Test("the money is held: the payment is a row, and the figures see it") func figures() throws {
    let stage = try Stage()
    let notice = "检验机构停用通知"
    func ledger() throws -> [[String]] {
      let snapshot = try stage.temporary.office.snapshot(.county("140423"), asOf: #require(Moment("2026-10-14 00:00")))
      let figure = try #require(Figure.all.first { $0.name == "fund-ledger" })
      return try figure.result(snapshot, on: #require(Day("2026-10-13"))).table.rows.map { $0.map(\.plain) }.filter { $0[1] == "ZH-\(stage.project)" }
    }
    let before = try ledger()
    _ = try stage.act(try stage.submission("WX-5"), "WX-5", "T-S1", at: 0, [notice])
    _ = try stage.act(.confirm(step: "street review"), "WX-5", "T-S2", at: 1, ["site check"])
    _ = try stage.act(.approve(Money(fen: 6_000_000)), "WX-5", "T-S3", at: 2, document: "襄垣应急〔2026〕1号")
    #expect(try position(stage.act(.advance(Money(fen: 3_000_000)), "WX-5", "T-C1", at: 3, document: "拨付〔2026〕1号")) == 4)
    let after = try ledger()
    let held = try #require(Money(before[0][4])?.fen), left = try #require(Money(after[0][4])?.fen)
    #expect(held - left == 3_000_000)
    #expect((Money(after[0][8])?.fen ?? 0) - (Money(before[0][8])?.fen ?? 0) == 3_000_000)
  }
}
