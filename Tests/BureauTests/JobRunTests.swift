import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import LuaRuntime
import Register
import Testing

@Suite("runs of jobs") struct JobRunTests {
  private static let who = Attribution(officer: "job", role: "job", moment: ScriptDesk.autumn)
  private static let files = Attribution(officer: Attribution.nobody, role: "import", moment: ScriptDesk.autumn)
  private static func september() throws -> Period { try #require(Period("2026-09")) }
  private static func county(_ code: String) throws -> Division { try #require(Divisions.changzhi[code]) }

  @Test("a rerun on the same rows gives the same bytes; on changed rows it proposes the difference") func rerun() throws {
    let desk = try ScriptDesk()
    let office = desk.office
    let period = try Self.september(), counties = [try Self.county("140403")]
    func run() throws -> PeriodRun { try office.runJobs(["monthly-lists"], period: period, counties: counties) }
    _ = try office.record(try run(), by: Self.who)
    let position = try office.register.ledgerPosition()
    #expect(try office.record(try run(), kind: .rerun, by: Self.who).map(\.effect) == [.same])
    #expect(try office.register.ledgerPosition() == position, "the same bytes write nothing")
    // A serious penalty of September that came in late: one more for the black list, and one red candidate fewer.
    let before = try office.register.proposals(ofRun: 1)
    let red = try #require(before.first { $0.kind == "red_list" })
    let file = desk.temporary.folder + "/late.csv"
    try "number,enterprise,county,item,variant,decided_on,document\nCR-LATE,\(red.enterprise),140403,D18,serious,2026-09-20,罚1\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try office.register.importTable(CreditRecord.schema, from: file, by: Self.files).stored == 1)
    let first = try #require(try office.register.runs().first)
    #expect(try office.lateRecords(of: first) == [LateRecord(table: "credit_records", key: "CR-LATE")])
    // Of June, which September's scores read too; and of a day whose records no longer count.
    try "number,enterprise,county,item,variant,decided_on,document\nCR-JUNE,\(red.enterprise),140403,D17,,2026-06-20,罚2\nCR-OLD,\(red.enterprise),140403,D17,,2025-06-20,罚3\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try office.register.importTable(CreditRecord.schema, from: file, by: Self.files).stored == 2)
    #expect(try office.lateRecords(of: first).map(\.key) == ["CR-JUNE", "CR-LATE"])
    let recorded = try #require(try office.record(try run(), kind: .rerun, by: Self.who).first)
    #expect(recorded.effect == .amended)
    #expect(recorded.proposals >= 1 && recorded.withdrawn >= 1)
    let after = try office.register.proposals(ofRun: 1)
    #expect(after.count == before.count + recorded.proposals, "nothing is proposed twice")
    #expect(after.contains { $0.enterprise == red.enterprise && $0.kind == "black_list" && $0.state == "waiting" })
    #expect(after.first { $0.number == red.number }?.state == "withdrawn")
    // Both computations can be done again, each on the rows that it saw.
    let replays = try office.replay(1)
    #expect(replays.map(\.isSame) == [true, true])
    #expect(replays[0].output != replays[1].output)
  }

  @Test("a replay sees the rows, the scripts and the values of its day, whatever came since") func replay() throws {
    let desk = try ScriptDesk(complaints: 8000)
    let office = desk.office
    try desk.enact()
    let period = try Self.september()
    let counties = [try Self.county("140403"), try Self.county("140429")]
    _ = try office.record(
      try office.runJobs(["monthly-lists", "early-warning"], period: period, counties: counties), by: Self.who)
    // Since then: another complaint, a changed one, another revision, the files gone.
    let snapshot = try office.snapshot(.county("140403"), asOf: period.cut)
    let complaints = snapshot.table(Complaint.schema)
    let project = try #require(try snapshot.table(Project.schema).column(Project.code).text(0))
    let finding = try complaints.column(Complaint.finding)
    let row = try #require((0..<complaints.count).first { finding.text($0) == "unsubstantiated" })
    let known = try #require(try complaints.column(Complaint.number).text(row))
    let source = try complaints.cell("source", row: row).plain
    let accepted = try complaints.cell("accepted_at", row: row).plain
    let file = desk.temporary.folder + "/late.csv"
    let owner = try #require(try complaints.column(Complaint.project).reference(row))
    let its = try #require(try snapshot.table(Project.schema).column(Project.code).text(owner))
    try """
      number,source,project,category,accepted_at,status,finding
      LATE-1,\(source),\(project),noise,2026-09-10 09:00,open,substantiated
      \(known),\(source),\(its),noise,\(accepted),open,substantiated

      """.write(toFile: file, atomically: true, encoding: .utf8)
    let officer = Attribution(officer: "140403-01", role: "import", moment: ScriptDesk.autumn)
    let summary = try office.register.importTable(Complaint.schema, from: file, by: officer)
    #expect(summary.stored == 1 && summary.changed == 1, "\(summary)")
    _ = try office.repeal("lift-entrapment", from: #require(Day("2026-10-01")), document: "废", officer: "140403-01", at: ScriptDesk.autumn)
    try FileManager.default.removeItem(atPath: desk.scripts)
    let runs = try office.register.runs()
    #expect(runs.count == 3)
    for run in runs {
      let replays = try office.replay(run.number)
      #expect(replays.count == 1 && replays[0].isSame, "\(run.job) \(run.district): \(String(describing: replays[0].difference))")
    }
    // What came late is listed, and not in the run.
    let late = try office.lateRecords(of: runs[0])
    #expect(late.contains(LateRecord(table: "complaints", key: "LATE-1")))
    #expect(Set(late.map(\.key)).isSubset(of: ["LATE-1", known]), "\(late)")
  }

  static let failing = """
    job "fragile" {
      title = "约谈", basis = { document = "d", published = "2026-01-01" }, effective = { from = "2026-01-01" },
      every = "month",
      run = function(period)
        for e in enterprise:each() do
          if e.name == "WORD" then error("no such thing") end
          propose.interview(e) { because = e.name, evidence = enterprises:where{ uscc = e.uscc } }
        end
      end,
    }
    """

  @Test("one enterprise that fails does not stop the others; a resume does only that one") func failures() throws {
    let desk = try ScriptDesk()
    let office = desk.office
    let period = try Self.september(), county = try Self.county("140429")
    let snapshot = try office.snapshot(.county("140429"), asOf: period.cut)
    let name = try #require(try snapshot.table(Enterprise.schema).column(Enterprise.name).text(1))
    let count = snapshot.table(Enterprise.schema).count
    #expect(count > 2)
    try desk.write("140429-wuxiang/fragile.lua", Self.failing.replacingOccurrences(of: "WORD", with: name))
    let run = try office.runJobs(["fragile"], period: period, counties: [county])
    let result = try #require(run.districts[0].results.first)
    #expect(result.outcome == .partly && result.failures.count == 1)
    #expect(run.proposals.count == count - 1)
    _ = try office.record(run, by: Self.who)
    #expect(try office.register.run(of: "fragile", district: "140429", period: "2026-09")?.outcome == "partly")
    // Mended: the resume looks at that enterprise alone, and the whole is as if nothing had happened.
    try desk.write("140429-wuxiang/fragile.lua", Self.failing.replacingOccurrences(of: "WORD", with: "nobody"))
    let resumed = try office.resume(["fragile"], period: period, counties: [county], by: Self.who)
    #expect(resumed.map(\.effect) == [.amended] && resumed[0].proposals == 1)
    let stored = try #require(try office.register.run(of: "fragile", district: "140429", period: "2026-09"))
    #expect(stored.outcome == "done")
    #expect(try office.register.attempts(ofRun: stored.number).map(\.subjects?.count) == [nil, 1])
    let whole = try office.runJobs(["fragile"], period: period, counties: [county])
    let result2 = try #require(whole.districts[0].results.first)
    #expect(JobOutput(result2, district: "140429", period: period).sha256 == stored.output)
    #expect(try office.register.proposals(ofRun: stored.number).count == count)
    #expect(try office.resume(["fragile"], period: period, counties: [county], by: Self.who).isEmpty, "nothing is left to do")
    #expect(try office.replay(stored.number).map(\.isSame) == [true, true])
  }

  @Test("a tick runs what is due, oldest first, within its bound, and alerts what is left") func tick() throws {
    let desk = try ScriptDesk()
    let office = desk.office
    let now = try #require(Moment("2026-04-20 06:00"))
    let who = Attribution(officer: "job", role: "job", moment: now)
    #expect(try office.standings(at: now).count { $0.state == .missed && $0.job.name == "monthly-lists" } == 24)
    let first = try office.tick(at: now, bound: 2, by: who)
    #expect(first.recorded.map(\.period) == ["2026-01", "2026-02"])
    #expect(first.recorded.allSatisfy { $0.jobs.count == 12 })
    #expect(first.leftOver.count == 12 && first.leftOver[0].periods == ["2026-03"])
    let alerts = try office.register.ledger(table: "job_runs").filter { $0.kind == "job-missed" }
    #expect(alerts.count == 12)
    let second = try office.tick(at: now, bound: 2, by: who)
    #expect(second.recorded.map(\.period) == ["2026-03"])
    #expect(second.leftOver.isEmpty)
    #expect(try office.tick(at: now, bound: 2, by: who).recorded.isEmpty)
    let standings = try office.standings(at: now).filter { $0.district == "140403" }
    #expect(standings.map(\.state) == [.coming, .done, .done, .done])
    #expect(standings.map(\.due) == [Day("2026-05-06"), Day("2026-04-01"), Day("2026-03-02"), Day("2026-02-02")])
  }

  @Test("what is proposed once a year is said once") func oncePerYear() throws {
    let desk = try ScriptDesk(complaints: 20_000)
    let county = try Self.county("140429")
    func record(_ name: String) throws -> Int {
      let period = try #require(Period(name))
      let recorded = try desk.office.record(try desk.office.runJobs(["early-warning"], period: period, counties: [county]), by: Self.who)
      #expect(recorded.count == 1)
      let run = try #require(try desk.office.register.run(of: "early-warning", district: "140429", period: name))
      return try desk.office.register.proposals(ofRun: run.number).count
    }
    let august = try record("2026-08"), september = try record("2026-09")
    #expect(august > 0)
    let both = try desk.office.register.runs().flatMap { try desk.office.register.proposals(ofRun: $0.number) }
    #expect(Set(both.map(\.enterprise)).count == both.count, "each enterprise once: \(august) and \(september)")
  }

  @Test("an order and a district's run survive the way to a worker and back") func transport() throws {
    let desk = try ScriptDesk()
    let order = DistrictOrder(county: "140429", period: "2026-09", jobs: ["monthly-lists", "early-warning"], subjects: ["early-warning": ["91140403YYYY00020N"]])
    let sent = try #require(JSONValue(parsing: order.json.description))
    #expect(DistrictOrder(sent) == order)
    let run = try desk.office.carryOut(DistrictOrder(county: "140403", period: "2026-09", jobs: ["monthly-lists"]), limits: .init(time: .seconds(60)))
    let received = try #require(JSONValue(parsing: run.json.description))
    let back = try #require(DistrictRun(received))
    #expect(back.json == run.json)
    #expect(back.results == run.results)
    #expect(back.scores == run.scores && back.rates == run.rates && back.marks == run.marks)
  }

  @Test("rows in another order give the same bytes") func shuffled() throws {
    let desk = try ScriptDesk(complaints: 8000)
    let city = desk.temporary.folder + "/city", folder = desk.temporary.folder + "/shuffled"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let register = try Register.create(at: folder + "/xize.db", key: TokenKey(low: 1, high: 2))
    for schema in [OfficerTable.schema] + CitySchema.tables.filter({ $0.name != "division" && $0.name != "complaint" }) + [Complaint.schema] {
      let path = "\(city)/\(schema.plural).csv"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
      var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
      let header = lines.removeFirst()
      // No field of the sample holds a line break.
      var state: UInt64 = 88172645463325252
      for index in stride(from: lines.count - 1, to: 0, by: -1) {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        lines.swapAt(index, Int(state % UInt64(index + 1)))
      }
      let shuffled = "\(folder)/\(schema.plural).csv"
      try ([header] + lines).joined(separator: "\n").appending("\n").write(toFile: shuffled, atomically: true, encoding: .utf8)
      _ = try register.importTable(schema, from: shuffled, by: Self.files)
    }
    let second = Office(register: register, rulebook: desk.office.rulebook, scripts: desk.office.scripts)
    let period = try Self.september()
    func outputs(_ office: Office) throws -> [String] {
      try office.runJobs(["monthly-lists", "early-warning"], period: period, counties: Divisions.changzhi.counties).districts.flatMap { district in
        district.results.map { JobOutput($0, district: district.county.code, period: period).text }
      }
    }
    let (straight, mixed) = (try outputs(desk.office), try outputs(second))
    #expect(straight.count == 13)
    #expect(straight == mixed)
  }
}

/// One county's mistake is that county's alone.
@Suite("jobs beside a script that does not load") struct UnreadableScriptTests {
  private static let who = Attribution(officer: "job", role: "job", moment: ScriptDesk.autumn)
  private static let broken = "job \"of-their-own\" { title = \"unfinished\", "

  @Test("eleven counties are recorded, the twelfth as failed; mended, a resume does it") func run() throws {
    let desk = try ScriptDesk()
    try desk.write("140431-qinyuan/unfinished.lua", Self.broken)
    let office = desk.office, counties = Divisions.changzhi.counties
    let period = try #require(Period("2026-09"))
    let run = try office.runJobs(["monthly-lists", "of-their-own"], period: period, counties: counties)
    #expect(run.districts.count == 11)
    #expect(run.failed.map(\.order.county) == ["140431"] && run.failed[0].code == "unclosed")
    let recorded = try office.record(run, by: Self.who)
    #expect(recorded.count { $0.outcome == .done } == 11)
    #expect(recorded.filter { $0.outcome == .failed }.map { "\($0.job) \($0.district)" } == ["monthly-lists 140431", "of-their-own 140431"])
    try desk.write("140431-qinyuan/unfinished.lua", JobRunTests.failing.replacing("fragile", with: "of-their-own"))
    let resumed = try office.resume(["monthly-lists", "of-their-own"], period: period, counties: counties, by: Self.who)
    #expect(resumed.map(\.district) == ["140431", "140431"] && resumed.allSatisfy { $0.outcome == .done })
  }

  @Test("a tick runs the others and tells the script; a name that nobody has stays an error") func tick() throws {
    let desk = try ScriptDesk()
    try desk.write("140431-qinyuan/unfinished.lua", Self.broken)
    let office = desk.office, period = try #require(Period("2026-09"))
    let report = try office.tick(at: try #require(Moment("2026-02-02 06:00")), by: Self.who)
    #expect(report.unreadable.map(\.name) == ["140431-qinyuan/unfinished.lua"])
    let jobs = try #require(report.recorded.first?.jobs)
    #expect(jobs.count { $0.outcome == .done } == 11 && jobs.filter { $0.outcome == .failed }.map(\.district) == ["140431"])
    let error = #expect(throws: OfficeError.self) {
      _ = try office.runJobs(["no-such-job"], period: period, counties: Divisions.changzhi.counties)
    }
    #expect(error?.code == "unknown-job")
  }

  @Test("where one enterprise fails, what a job counts stays the whole; an error at every one is the job's") func counts() throws {
    let desk = try ScriptDesk()
    let office = desk.office
    let period = try #require(Period("2026-09")), county = try #require(Divisions.changzhi["140429"])
    let enterprises = try office.snapshot(.county("140429"), asOf: period.cut).table(Enterprise.schema)
    let name = try #require(try enterprises.column(Enterprise.name).text(1))
    func result(_ inside: String) throws -> JobResult {
      try desk.write(
        "140429-wuxiang/counting.lua",
        """
        job "counting" {
          title = "约谈", basis = { document = "d", published = "2026-01-01" }, effective = { from = "2026-01-01" }, every = "month",
          run = function(period)
            local first = true
            for e in enterprise:each() do
              \(inside)
              if first then propose.interview(e) { because = #enterprise .. " in all", evidence = enterprises } end
              first = false
            end
          end,
        }
        """)
      return try #require(try office.runJobs(["counting"], period: period, counties: [county]).districts[0].results.first)
    }
    let partly = try result("if e.name == \"\(name)\" then error(\"no such thing\") end")
    #expect(partly.outcome == .partly && partly.failures.count == 1)
    #expect(partly.proposals.map(\.proposal.because) == ["\(enterprises.count) in all"], "once, and of all")
    let failed = try result("error(\"no such thing\")")
    #expect(failed.outcome == .failed && failed.failures.map(\.enterprise) == [nil] && failed.proposals.isEmpty)
  }

  @Test("the search for who fails takes no longer than the job may: then it is the job that failed") func patience() throws {
    let desk = try ScriptDesk()
    try desk.write(
      "140403-luzhou/slow.lua",
      """
      job "slow" {
        title = "约谈", basis = { document = "d", published = "2026-01-01" }, effective = { from = "2026-01-01" }, every = "month",
        run = function(period)
          local first = enterprise:first()
          for e in enterprise:each() do
            for i = 1, 20000000 do local x = i * i end
            if e == first then error("no such thing") end
          end
        end,
      }
      """)
    let county = try #require(Divisions.changzhi["140403"])
    let run = try desk.office.runJobs(
      ["slow"], period: #require(Period("2026-09")), counties: [county], limits: .init(time: .seconds(3)))
    let result = try #require(run.districts[0].results.first)
    #expect(result.outcome == .failed && result.failures.map(\.enterprise) == [nil])
    #expect(result.failures[0].code != "time-limit", "the job's own error, not that of a search beyond its time")
  }
}
