import CityModel
import Columns
import DistrictRules
import Testing

/// A heading that every case shares.
private func rule(_ kind: String, _ body: String, effective: String = "from = \"2026-01-01\"") -> String {
  """
  \(kind) "case" {
    title = "t", basis = { document = "d" }, effective = { \(effective) },
  \(body)
  }
  """
}

private extension ScriptSession {
  func declaration(_ text: String) throws -> (Declaration, Script) {
    let script = Script(name: "scripts/140403-luzhou/case.lua", text: text)
    return (try #require(try load(script).first), script)
  }
}

@Suite("adjustments: how repetition, time and caps count") struct CountingTests {
  static func outcome(_ city: SmallCity, _ body: String, cut: String = "2026-10-01 00:00", effective: String = "from = \"2026-01-01\"") throws -> AdjustmentOutcome {
    try ScriptSession(city.snapshot(cut: cut)).outcome(
      rule("adjustment", "each = complaint, because = \"{number}\", where = { category = \"noise\" },\n" + body, effective: effective),
      year: SmallCity.day("2026-01-01")...SmallCity.day("2026-09-30"))
  }

  @Test("an event begins with its first row and lasts so long") func events() throws {
    var city = SmallCity()
    for moment in ["2026-03-01 08:00", "2026-03-02 08:00", "2026-03-02 08:01", "2026-03-03 09:00"] {
      city.complain("noise", project: 0, at: moment, by: 1)
    }
    let outcome = try Self.outcome(city, "counted = { once_for = \"project\", within = hours(24) }, deduct = 1")
    #expect(outcome.effects.map(\.points) == [Points(-3)])
    #expect(outcome.effects[0].counts.map(\.rows) == [[0, 1], [2], [3]], "the first event ends after 24 hours, that hour included")
  }

  @Test("at least so many in a period make one count") func atLeast() throws {
    var city = SmallCity()
    for moment in ["2026-01-05 08:00", "2026-02-05 08:00", "2026-03-31 23:59", "2026-04-01 00:00", "2026-05-01 08:00"] {
      city.complain("noise", project: 0, at: moment, by: 1)
    }
    let outcome = try Self.outcome(city, "counted = { at_least = 3, per = \"quarter\" }, add = 1")
    #expect(outcome.effects.map(\.points) == [Points(1)])
    #expect(outcome.effects[0].counts.map(\.rows) == [[0, 1, 2]])
  }

  @Test("a cap holds for each month", arguments: [("month", -4), ("quarter", -2), ("year", -2)])
  func capPeriods(period: String, points: Int) throws {
    var city = SmallCity()
    for moment in ["2026-01-05 08:00", "2026-01-06 08:00", "2026-01-07 08:00", "2026-02-05 08:00", "2026-02-06 08:00"] {
      city.complain("noise", project: 0, at: moment, by: 1)
    }
    let outcome = try Self.outcome(city, "deduct = 1, cap = { points = 2, period = \"\(period)\" }")
    #expect(outcome.effects.map(\.points) == [Points(points)])
    #expect(outcome.effects.map(\.beforeCap) == [Points(-5)])
  }

  @Test("whole units that have passed: none, one, two", arguments: [("hours(24)", 3), ("calendar_days(1)", 3), ("calendar_days(2)", 1), ("hours(96)", 0)])
  func forEach(unit: String, points: Int) throws {
    var city = SmallCity()
    city.complain("noise", project: 0, at: "2026-03-01 08:00", by: 1, closed: "2026-03-04 09:00")  // 73 h
    city.complain("noise", project: 0, at: "2026-03-01 08:00", by: 1, closed: "2026-03-02 07:59")
    let outcome = try Self.outcome(city, "deduct = { points = 1, for_each = { closing_time = \(unit) } }")
    #expect(outcome.total == Points(-points))
  }

  @Test("months pass by the calendar: 31 January to 28 February is one") func months() throws {
    var city = SmallCity()
    city.complain("noise", project: 0, at: "2026-01-31 08:00", by: 1, closed: "2026-02-28 08:00")
    city.complain("noise", project: 0, at: "2026-03-01 08:00", by: 1, closed: "2026-03-31 08:00")
    let outcome = try Self.outcome(city, "deduct = { points = 1, for_each = { closing_time = calendar_months(1) } }")
    #expect(outcome.effects.map(\.rows) == [[0]])
  }

  @Test("a season recurs and may run over new year") func season() throws {
    var city = SmallCity()
    for moment in ["2026-01-10 08:00", "2026-03-15 23:59", "2026-03-16 00:00", "2026-07-01 08:00"] {
      city.complain("noise", project: 0, at: moment, by: 1)
    }
    let outcome = try Self.outcome(city, "season = { from = \"11-15\", to = \"03-15\" }, deduct = 1")
    #expect(outcome.effects.map(\.rows) == [[0, 1]])
  }

  @Test(
    "the time before the data cut", arguments: [
      ("within_last(hours(24))", [2, 3]), ("within_last(calendar_days(2))", [1, 2, 3]), ("within_last(calendar_months(1))", [0, 1, 2, 3]),
      ("in_period \"month\"", [0, 1, 2, 3]), ("in_period \"day\"", [3]), ("within_last(working_days(1))", [3]),
    ])
  func withinLast(test: String, rows: [UInt32]) throws {
    var city = SmallCity()
    for moment in ["2026-09-01 08:00", "2026-09-29 08:00", "2026-09-29 12:00", "2026-09-30 11:59"] {
      city.complain("noise", project: 0, at: moment, by: 1)
    }
    let outcome = try Self.outcome(city, "when = { accepted_at = \(test) }, deduct = 1", cut: "2026-09-30 12:00")
    #expect(outcome.effects.flatMap(\.rows) == rows)
  }
}

@Suite("duties, offsets, clocks and thresholds") struct TighteningTests {
  @Test("a late duty costs a point a month, whether or not anything was filed") func duties() throws {
    let city = SmallCity()
    let session = try ScriptSession(city.snapshot())
    let (declaration, _) = try session.declaration(
      rule(
        "tighten", "concerns = duty, where = { duty = \"common revenue accounts\" }, due = { \"07-31\", \"01-31\" }",
        effective: "from = \"2026-07-01\""))
    guard case .tightening(let rule) = declaration, case .duty(let duty) = rule.target else { throw ScriptSession.Missing() }
    #expect(duty.periods.map { "\($0.from) \($0.until) \($0.due)" } == ["07-01 12-31 01-31", "01-01 06-30 07-31"])
    let stricter = try ScriptSession(city.snapshot(cut: "2026-09-30 00:00").with(requirements: rule.requirements))
    let outcome = try stricter.outcome(
      """
      adjustment "late-revenue" {
        title = "t", basis = { document = "屯住建〔2026〕7号" }, effective = { from = "2026-07-01" }, relates = "D06", each = duties,
        where = { duty = "common revenue accounts", requirement = "d" }, when = { late_by = at_least(calendar_months(1)) },
        deduct = { points = 1, for_each = { late_by = calendar_months(1) } }, cap = { points = 6, per = "enterprise", period = "year" },
        because = "{project.name}: due {due}, {late_by} late",
      }
      """)
    // Due on 31 July, seen on 29 September: one month has passed; the second ends on 30 September (Civil Code, article 202).
    #expect(outcome.effects.map(\.points) == [Points(-1), Points(-2)], "\(outcome)")
  }

  @Test("a clock: the earlier of both deadlines, its state and its alert") func clock() throws {
    var city = SmallCity()
    city.complain("heating", project: 0, at: "2026-01-20 08:00", by: 1, closed: "2026-01-21 07:00")
    city.complain("heating", project: 0, at: "2026-01-20 08:00", by: 2, closed: "2026-01-21 09:00")  // 25 h: late here, not for the city
    city.complain("heating", project: 0, at: "2026-01-31 08:00", by: 3)  // open: due, alerted
    city.complain("heating", project: 0, at: "2026-01-31 20:00", by: 4)  // open: running, not alerted
    city.complain("heating", project: 0, at: "2026-06-01 08:00", by: 5)  // out of season
    city.complain("noise", project: 0, at: "2026-01-31 08:00", by: 6)
    let session = try ScriptSession(city.snapshot(cut: "2026-02-01 07:00"))
    let (declaration, script) = try session.declaration(
      """
      收紧 "供暖" {
        标题 = "供暖期一日办结", 依据 = { 文号 = "潞城住建〔2026〕9号" }, 施行 = { 自 = "2026-01-01" }, 季节 = { 自 = "11-15", 至 = "03-15" },
        涉及 = 投诉, 范围 = { 类别 = 之一{ "供暖", "供水" } }, 期限 = "基本办结", 时限 = 小时(24), 预警 = { 之后 = 小时(12), 至 = "街道" },
      }
      """)
    guard case .tightening(let rule) = declaration else { throw ScriptSession.Missing() }
    let outcome = try #require(try session.outcome(of: rule, days: SmallCity.day("2026-01-01")...SmallCity.day("2026-12-31"), in: script))
    #expect(outcome.rows.map(\.row) == [0, 1, 2, 3])
    #expect(outcome.rows.map(\.state) == [.inTime, .late, .running, .running])
    #expect(outcome.rows.map(\.isAlerted) == [false, false, true, false])
    #expect(outcome.newlyLate.map(\.row) == [1])
    #expect(outcome.rows.map(\.due.description).first == "2026-01-21 08:00")
    #expect(outcome.alertTo == .street)
  }

  @Test("a threshold changes the rulebook only when it is stricter", arguments: [(20, 20), (30, 30), (40, 30)])
  func threshold(to: Int, value: Int) throws {
    let session = try SmallCity().session()
    let (declaration, _) = try session.declaration(rule("tighten", "parameter = \"filing.contractDays\", to = \(to)", effective: "from = \"2026-07-01\", to = \"2026-07-31\""))
    guard case .tightening(let rule) = declaration else { throw ScriptSession.Missing() }
    let changed = rule.applied(to: session.snapshot.rulebook).parameters
    #expect(try changed.value(CreditParameters.contractDays, on: SmallCity.day("2026-07-15")) == value)
    #expect(try changed.value(CreditParameters.contractDays, on: SmallCity.day("2026-06-30")) == 30)
    #expect(try changed.value(CreditParameters.contractDays, on: SmallCity.day("2026-08-01")) == 30)
  }

  @Test("a threshold with a season holds in that part of each year", arguments: [("2026-11-14", 30), ("2026-11-15", 20), ("2027-03-15", 20), ("2027-03-16", 30), ("2029-01-10", 20)])
  func seasonalThreshold(_ day: String, _ value: Int) throws {
    let session = try SmallCity().session()
    let (declaration, _) = try session.declaration(
      rule("tighten", "season = { from = \"11-15\", to = \"03-15\" }, parameter = \"filing.contractDays\", to = 20", effective: "from = \"2026-07-01\""))
    guard case .tightening(let rule) = declaration else { throw ScriptSession.Missing() }
    #expect(try rule.applied(to: session.snapshot.rulebook).parameters.value(CreditParameters.contractDays, on: SmallCity.day(day)) == value)
  }

  @Test("an offset gives back what the city's line took, and leaves the line") func offset() throws {
    var city = SmallCity()
    for person in 1...4 { city.complain("noise", project: 1, at: "2026-08-01 10:00", by: Int64(person)) }
    for person in 1...4 { city.complain("noise", project: 2, at: "2026-08-01 10:00", by: Int64(person)) }
    let session = try city.session()
    let text = rule("adjustment", "each = project, where = { name = \"西湖里\" }, offset = { \"D10\" }, because = \"{name}\"")
    let outcome = try session.outcome(text)
    let board = try ScoreBoard.compute(session.snapshot, on: SmallCity.day("2026-09-30"))
    let taken = try #require(board[enterprise: 1]?.lines.first { $0.item.code == "D10" && $0.project == 1 })
    #expect(taken.weighted < .zero)
    #expect(outcome.effects.map(\.points) == [-taken.weighted])
    #expect(outcome.effects.map(\.enterprise) == [1])
  }
}

@Suite("criteria, table jobs, reports, procedures") struct OtherDeclarationTests {
  @Test("red: narrowed, ordered, one kept a street; who is left out is told why") func red() throws {
    var city = SmallCity()
    city.complain("noise", project: 0, at: "2026-08-01 10:00", by: 1)
    let session = try city.session()
    let (declaration, script) = try session.declaration(rule("criterion", "list = \"red\", one_per = \"street\", rank = { \"-uscc\" }"))
    guard case .criterion(let criterion) = declaration else { throw ScriptSession.Missing() }
    let outcome = try session.outcome(of: criterion, candidates: [0, 1], in: script)
    #expect(outcome.kept == [1])
    #expect(outcome.dropped.map(\.enterprise) == [0] && outcome.dropped.map(\.reason) == [.place(1)])
    #expect(outcome.added.isEmpty)
  }

  @Test("black: adds whom the condition names, once") func black() throws {
    let session = try SmallCity().session()
    let (declaration, script) = try session.declaration(rule("criterion", "list = \"black\", where = { name = \"浊漳物业\" }, because = \"{name}\""))
    guard case .criterion(let criterion) = declaration else { throw ScriptSession.Missing() }
    #expect(try session.outcome(of: criterion, candidates: [], in: script).added.map(\.because) == ["浊漳物业"])
    #expect(try session.outcome(of: criterion, candidates: [1], in: script).added.isEmpty)
  }

  @Test("a table job proposes once for each subject, with all its rows") func job() throws {
    var city = SmallCity()
    for person in 1...2 { city.complain("noise", project: 1, at: "2026-09-0\(person) 10:00", by: Int64(person)) }
    city.complain("noise", project: 2, at: "2026-09-03 10:00", by: 3)
    city.complain("noise", project: 2, at: "2026-08-31 10:00", by: 3)
    let session = try city.session()
    let (declaration, script) = try session.declaration(
      rule(
        "job", """
          every = "month", each = complaint, where = { category = "noise", accepted_at = in_period "month" }, propose = "rectification",
          due = working_days(5), to = "street", once_per = "year", because = "{project}：{accepted_at}",
          """))
    guard case .job(let job) = declaration else { throw ScriptSession.Missing() }
    let period = try #require(Period("2026-09"))
    let outcome = try session.outcome(of: job, period: period, in: script)
    #expect(outcome.proposals.map(\.project) == [1, 2])
    #expect(outcome.proposals.map(\.enterprise) == [1, 1])
    #expect(outcome.proposals.map { $0.evidence?.rows ?? [] } == [[0, 1], [2]])
    #expect(outcome.proposals[0].because == "西湖里：2026-09-01 10:00")
    #expect(outcome.proposals[0].due == TimeSpan(5, .workingDays))
    #expect(try session.outcome(of: job, period: #require(Period("2025-12")), in: script).proposals.isEmpty, "before the rule applies")
  }

  @Test("a report of groups with figures, in Chinese words") func groups() throws {
    var city = SmallCity()
    city.complain("noise", project: 1, at: "2026-09-01 10:00", by: 1, closed: "2026-09-20 10:00")
    city.complain("noise", project: 1, at: "2026-09-01 10:00", by: 1, closed: "2026-09-02 10:00")
    city.complain("parking", project: 0, at: "2026-09-01 10:00", by: nil, closed: "2026-09-02 10:00")
    let session = try city.session()
    let (declaration, script) = try session.declaration(
      """
      报表 "月报" {
        标题 = "t", 依据 = { 文号 = "d" }, 施行 = { 自 = "2026-01-01" }, 逐条 = 投诉, 由 = { "企业" },
        指标 = { 投诉数 = 计数, 超期数 = 其中{ 超期 = 是 }, 超期率 = 占比{ 超期 = 是 }, 投诉者 = 去重计数 "投诉人" }, 排序 = { "-投诉数" },
      }
      """)
    guard case .report(let report) = declaration else { throw ScriptSession.Missing() }
    let table = try #require(try session.tables(of: report, period: nil, in: script).first)
    #expect(table.columns.map(\.name).sorted() == ["enterprise", "投诉者", "投诉数", "超期数", "超期率"].sorted())
    let at = { (name: String, row: Int) in table.rows[row][table.column(named: name) ?? 0] }
    #expect(at("enterprise", 0) == .text("浊漳物业"))
    #expect(at("投诉数", 0) == .integer(2))
    #expect(at("超期数", 0) == .integer(1))
    #expect(at("超期率", 0) == .ratio(1, of: 2))
    #expect(at("投诉者", 0) == .integer(1))
    #expect(at("超期数", 1) == .integer(0))
  }

  @Test("a report of rows through references, ordered by what is not shown; and one of events") func rows() throws {
    var city = SmallCity()
    city.complain("noise", project: 1, at: "2026-09-01 10:00", by: 1)
    city.complain("noise", project: 0, at: "2026-09-02 10:00", by: 2)
    city.complain("noise", project: 0, at: "2026-09-02 20:00", by: 3)
    let session = try city.session()
    func table(_ body: String) throws -> ResultTable {
      let (declaration, script) = try session.declaration(rule("report", body))
      guard case .report(let report) = declaration else { throw ScriptSession.Missing() }
      return try #require(try session.tables(of: report, period: nil, in: script).first)
    }
    let rows = try table("each = complaint, columns = { \"number\", { project = \"street\" } }, order = { \"-accepted_at\" }, limit = 2")
    #expect(rows.columns.map(\.name) == ["number", "project_street"])
    #expect(rows.rows.map { $0[0] } == [.text("T3"), .text("T2")])
    #expect(rows.totalRows == 3)
    let events = try table("each = complaint, events = { same = { \"project\", \"category\" }, within = hours(24) }, order = { \"-count\" }")
    #expect(events.rows.map { $0[events.column(named: "count") ?? 0] } == [.integer(2), .integer(1)])
    #expect(events.rows[0].last == .text("T2 T3"))
    let computed = try table("rows = function(period) return complaint:group(\"project\"):count() end")
    #expect(computed.rows.count == 2)
  }

  @Test("an own procedure is a graph of steps with an end") func ownProcedure() throws {
    let session = try SmallCity().session()
    let (declaration, _) = try session.declaration(
      rule(
        "procedure", """
          concerns = complaint,
          steps = {
            { "首次上门", by = "community", within = hours(2), late = "街道约谈", refused = finish },
            { "街道约谈", by = "street", within = working_days(1), needs = { attachment = "约谈记录" }, late = refer "county", not_same_person_as = "首次上门" },
          },
          """))
    guard case .ownProcedure(let procedure) = declaration else { throw ScriptSession.Missing() }
    #expect(procedure.steps.map(\.done) == [.step("街道约谈"), .finish])
    #expect(procedure.steps.map(\.late) == [.step("街道约谈"), .refer("county")])
    #expect(procedure.steps[1].needs == ["约谈记录"])
    #expect(procedure.reachable == ["首次上门", "街道约谈"])
  }

  @Test("an amendment with an inserted check becomes the city's procedure, amended") func amendment() throws {
    let session = try SmallCity().session()
    let (declaration, _) = try session.declaration(
      rule(
        "procedure", """
          amends = "city/fund-emergency", concerns = fund_request,
          changes = { ["street review"] = { within = working_days(1), at_most = nil } },
          insert = { ["site photo"] = { after = "submit", by = "street", within = working_days(1), needs = { attachment = "photo" } } },
          """))
    guard case .procedure(let change) = declaration else { throw ScriptSession.Missing() }
    let city = try FundProcedures.city(.emergency, session.snapshot.rulebook.parameters, on: SmallCity.day("2026-09-01"))
    let amended = try city.amended(by: change.amendment)
    #expect(amended.steps.map(\.name).prefix(3) == ["submit", "site photo", "street review"])
    #expect(amended.step(named: "street review")?.within == 1)
  }
}

@Suite("why, clause by clause") struct ExplanationTests {
  @Test("met, unmet and unknown are counted, and said of one row") func clauses() throws {
    var city = SmallCity()
    city.complain("noise", project: 0, at: "2026-09-01 10:00", by: 1)
    city.complain("heating", project: 1, at: "2026-09-01 10:00", by: 1)
    city.complain("noise", project: 2, at: "2026-09-01 10:00", by: 1, finding: "")
    let session = try city.session()
    let (declaration, _) = try session.declaration(
      rule(
        "adjustment", """
          each = complaint, where = { project = { high_rise = true }, category = any_of, finding = "substantiated" }, deduct = 1, because = "{number}",
          """.replacing("category = any_of", with: "category = one_of{ \"noise\", \"heating\" }")))
    let explanation = try #require(try declaration.explanation(in: session.snapshot))
    #expect(explanation.clauses.map(\.sentence.zh) == ["类别为噪声、供暖之一", "认定为属实", "项目的高层为是"])
    #expect(explanation.clauses.map(\.sentence.en) == ["category is one of noise, heating", "finding is substantiated", "high rise of project is yes"])
    #expect(explanation.clauses.map(\.met) == [3, 2, 2])
    #expect(explanation.clauses.map(\.unmet) == [0, 0, 1])
    #expect(explanation.clauses.map(\.unknown) == [0, 1, 0])
    let answers = try explanation.answers(row: 1)
    #expect(answers.map(\.verdict) == [.yes, .yes, .no])
    #expect(answers.map(\.found) == ["供暖", "属实", "否"])
    #expect(explanation.verdicts[2] == .unknown)
  }
}
