import Bureau
import CityModel
import Columns
import Foundation
import Register
import Testing

/// What a command changes later is not so earlier: each case is what officers did, and what a row says as of some moments.
@Suite("a look at the past") struct PastTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var did: [String]
    /// Table, key and field, `2026-09-30` (its end) or a moment, and the value; `nil` where the row is not there.
    var says: [(table: TableSchema, key: String, field: Field, asOf: String, value: String?)]

    var testDescription: String { name }
  }

  static let complaint = [
    #"受理投诉 T-1 --officer 140403001-01 --project 140403001001 --category 电梯困人 --channel 来电 --at "2026-09-01 08:30""#,
    #"责任到人 T-1 --officer 140403001-01 --person 140403001-01 --at "2026-09-01 08:40""#,
    #"基本办结 T-1 --officer 140403001-01 --disposition 已解决 --result 更换门机 --informed-at "2026-09-03 09:00" --finding 属实 --attach 维修单 --at "2026-09-03 10:00""#,
  ]

  static let cases: [Case] = [
    Case(
      name: "the finding and the category of a complaint, corrected in October",
      did: complaint + [
        #"更正投诉 T-1 --officer 1404-01 --because 录入有误 --category 电梯故障 --finding 不属实 --attach 复核记录 --at "2026-10-05 09:00""#
      ],
      says: [
        (Complaint.schema, "T-1", Complaint.finding, "2026-09-02", ""), (Complaint.schema, "T-1", Complaint.status, "2026-09-02", "open"),
        (Complaint.schema, "T-1", Complaint.finding, "2026-09-30", "substantiated"),
        (Complaint.schema, "T-1", Complaint.category, "2026-09-30", "lift entrapment"),
        (Complaint.schema, "T-1", Complaint.finding, "2026-10-05 08:59", "substantiated"),
        (Complaint.schema, "T-1", Complaint.finding, "2026-10-05 09:01", "unsubstantiated"),
        (Complaint.schema, "T-1", Complaint.category, "2026-10-05", "lift failure"),
        (Complaint.schema, "T-1", Complaint.status, "2026-08-31", nil),
        (Disposition.schema, "T-1 desk/disposition-1", Disposition.result, "2026-09-02", nil),
        (Disposition.schema, "T-1 desk/disposition-1", Disposition.result, "2026-09-03", "更换门机"),
      ]),
    Case(
      name: "the answer of a complainant who was asked twice",
      did: complaint + [
        #"回访 T-1 --officer 140403001-03 --satisfied 否 --at "2026-09-10 10:00""#, #"回访 T-1 --officer 1404-01 --satisfied 是 --at "2026-10-08 10:00""#,
        #"办结 T-1 --officer 140403-01 --at "2026-10-08 11:00""#,
      ],
      says: [
        (Complaint.schema, "T-1", Complaint.satisfied, "2026-09-09", ""), (Complaint.schema, "T-1", Complaint.satisfied, "2026-09-30", "false"),
        (Complaint.schema, "T-1", Complaint.revisitedAt, "2026-09-30", "2026-09-10 10:00"),
        (Complaint.schema, "T-1", Complaint.satisfied, "2026-10-08", "true"),
        (Complaint.schema, "T-1", Complaint.status, "2026-10-07", "basically closed"), (Complaint.schema, "T-1", Complaint.status, "2026-10-08", "closed"),
      ]),
    Case(
      name: "a filing, cancelled in October",
      did: [
        #"提交备案 BA-1 --officer 140403-01 --enterprise 91140404YYYY000392 --county 140403 --attach 营业执照 --attach 人员结构表 --at "2026-09-01 09:00""#,
        #"备案通过 BA-1 --officer 140403-02 --at "2026-09-10 09:00""#, #"注销备案 BA-1 --officer 140403-02 --because 已退出本县 --at "2026-10-05 09:00""#,
      ],
      says: [
        (Filing.schema, "BA-1", Filing.status, "2026-08-31", nil), (Filing.schema, "BA-1", Filing.status, "2026-09-09", "submitted"),
        (Filing.schema, "BA-1", Filing.acceptedOn, "2026-09-09", ""), (Filing.schema, "BA-1", Filing.status, "2026-09-30", "accepted"),
        (Filing.schema, "BA-1", Filing.endedOn, "2026-09-30", ""), (Filing.schema, "BA-1", Filing.status, "2026-10-05", "cancelled"),
        (Filing.schema, "BA-1", Filing.endedOn, "2026-10-05", "2026-10-05"),
      ]),
    Case(
      name: "a listing, proposed in September and decided in October",
      did: [
        #"提出列榜 LB-1 --officer 140403-01 --enterprise 91140404YYYY000392 --county 140403 --list 黑榜 --reason 两次拒不整改 --attach 照片 --at "2026-09-01 09:00""#,
        #"列榜告知 LB-1 --officer 140403-01 --document 潞州住建告〔2026〕31号 --at "2026-09-02 10:00""#,
        #"列榜决定 LB-1 --officer 140403-02 --listed 是 --document 潞州住建〔2026〕42号 --basis 潞州住建〔2026〕12号 --at "2026-10-12 14:00""#,
        #"公示列榜 LB-1 --officer 140403-01 --at "2026-10-13 14:00""#,
        #"移出榜单 LB-1 --officer 140403-02 --because 依据已撤销 --document 潞州住建〔2026〕50号 --at "2026-11-20 14:00""#,
      ],
      says: [
        (Listing.schema, "LB-1", Listing.status, "2026-09-01", "proposed"), (Listing.schema, "LB-1", Listing.status, "2026-09-30", "noticed"),
        (Listing.schema, "LB-1", Listing.document, "2026-09-30", ""), (ListEntry.schema, "LB-1", ListEntry.list, "2026-09-30", nil),
        (Listing.schema, "LB-1", Listing.status, "2026-10-12 13:59", "noticed"), (Listing.schema, "LB-1", Listing.status, "2026-10-12", "listed"),
        (ListEntry.schema, "LB-1", ListEntry.list, "2026-10-12", "black"), (Listing.schema, "LB-1", Listing.status, "2026-10-31", "published"),
        (ListEntry.schema, "LB-1", ListEntry.removedOn, "2026-10-31", ""), (Listing.schema, "LB-1", Listing.status, "2026-11-20", "removed"),
        (ListEntry.schema, "LB-1", ListEntry.removedOn, "2026-11-20", "2026-11-20"),
      ]),
    Case(
      name: "an exit, proposed by one, confirmed by the other, ended in October",
      did: [
        #"提出退出 TC-1 --officer 140403-01 --enterprise 91140404YYYY000392 --county 140403 --exit-ground 投诉触发 --attach 投诉台账 --at "2026-09-20 11:20""#,
        #"会同确认 TC-1 --officer 140403001-01 --at "2026-09-25 11:30""#,
        #"终结退出案件 TC-1 --officer 140403-02 --because 已整改 --document 潞州住建〔2026〕44号 --at "2026-10-08 09:00""#,
      ],
      says: [
        (ExitCase.schema, "TC-1", ExitCase.status, "2026-09-19", nil), (ExitCase.schema, "TC-1", ExitCase.status, "2026-09-22", "proposed"),
        (ExitCase.schema, "TC-1", ExitCase.streetOn, "2026-09-22", ""), (ExitCase.schema, "TC-1", ExitCase.streetOn, "2026-09-30", "2026-09-25"),
        (ExitCase.schema, "TC-1", ExitCase.status, "2026-09-30", "proposed"), (ExitCase.schema, "TC-1", ExitCase.status, "2026-10-08", "ended"),
      ]),
    Case(
      name: "a contract that ended in September, entered in October: the date tells",
      did: [#"终止合同 HT-1 --officer 140403001-01 --ended-on 2026-09-20 --attach 解除协议 --at "2026-10-05 09:00""#],
      says: [
        (Contract.schema, "HT-1", Contract.endedOn, "2026-09-19", ""), (Contract.schema, "HT-1", Contract.endedOn, "2026-09-30", "2026-09-20"),
      ]),
    Case(
      name: "a price table and an estate's fee",
      did: [
        #"制定指导价 JG-1 --officer 140403-01 --county 140403 --service-level 3 --base-price 1.50 --float-up 20 --starts-on 2026-10-01 --document 潞州发改〔2026〕1号 --at "2026-09-10 09:00""#,
        #"记录收费标准 SF-1 --officer 140403001-01 --project 140403001001 --regime 市场调节 --service-level 3 --price 1.60 --starts-on 2026-01-01 --at "2026-01-05 09:00""#,
        #"终止收费标准 SF-1 --officer 140403001-01 --ended-on 2026-09-30 --at "2026-09-15 09:00""#,
      ],
      says: [
        (GuidedPrice.schema, "JG-1", GuidedPrice.basePrice, "2026-09-30", nil), (GuidedPrice.schema, "JG-1", GuidedPrice.basePrice, "2026-10-01", "1.50"),
        (ProjectFee.schema, "SF-1", ProjectFee.endedOn, "2026-09-29", ""), (ProjectFee.schema, "SF-1", ProjectFee.endedOn, "2026-09-30", "2026-09-30"),
      ]),
    Case(
      name: "the balance of a fund account, reconciled twice",
      did: [
        #"开立账户 ZH-1 --officer 140403-01 --project 140403001001 --balance 800000 --at "2026-09-01 09:00""#,
        #"账户对账 ZH-1 --officer 140403-01 --balance 820000 --attach 对账单 --at "2026-09-15 09:00""#,
        #"账户对账 ZH-1 --officer 140403-01 --balance 700000 --attach 对账单 --at "2026-10-05 09:00""#,
      ],
      says: [
        (FundAccount.schema, "ZH-1", FundAccount.balance, "2026-08-31", nil), (FundAccount.schema, "ZH-1", FundAccount.balance, "2026-09-10", "800000.00"),
        (FundAccount.schema, "ZH-1", FundAccount.reconciledOn, "2026-09-10", ""),
        (FundAccount.schema, "ZH-1", FundAccount.balance, "2026-09-30", "820000.00"),
        (FundAccount.schema, "ZH-1", FundAccount.reconciledOn, "2026-09-30", "2026-09-15"),
        (FundAccount.schema, "ZH-1", FundAccount.balance, "2026-10-05", "700000.00"),
      ]),
    Case(
      name: "a community's committee that ended in October, and a check of fire safety that an order followed in October",
      did: [
        #"组建社区物管委 SW-1 --officer 140403001-03 --community 东街社区 --established-on 2026-03-01 --at "2026-03-02 09:00""#,
        #"消防检查 XF-1 --officer 140403001-01 --project 140403001001 --lane-clear 否 --at "2026-09-20 09:00""#,
        #"撤销社区物管委 SW-1 --officer 140403001-03 --at "2026-10-05 09:00""#,
        #"责令整改 ZG-1 --officer 140403-01 --enterprise 91140403YYYY00020N --county 140403 --project 140403001001 --deadline 2026-10-20 --fire-inspection XF-1 --document 责〔2026〕1号 --attach 记录 --at "2026-10-08 09:00""#,
      ],
      says: [
        (CommunityCommittee.schema, "SW-1", CommunityCommittee.endedOn, "2026-09-30", ""),
        (CommunityCommittee.schema, "SW-1", CommunityCommittee.endedOn, "2026-10-05", "2026-10-05"),
        (FireInspection.schema, "XF-1", FireInspection.laneClear, "2026-09-19", nil), (FireInspection.schema, "XF-1", FireInspection.order, "2026-10-07", ""),
        // A reference is shown as the row that it leads to.
        (FireInspection.schema, "XF-1", FireInspection.order, "2026-10-08", "0"),
      ]),
    Case(
      name: "who serves an estate",
      did: [#"确定服务方式 140403001002 --officer 140403001-01 --service-mode 社区托管 --service-operator 和平社区居委会 --because 无人接管 --at "2026-10-05 09:00""#],
      says: [
        (Project.schema, "140403001002", Project.serviceMode, "2026-09-30", "none"),
        (Project.schema, "140403001002", Project.serviceMode, "2026-10-05", "community trustee"),
      ]),
    Case(
      name: "a committee",
      did: [
        #"组建业委会 YW-1 --officer 140403001-03 --project 140403001001 --committee-kind 物管会 --elected-on 2026-09-01 --attach 公告 --at "2026-09-02 09:00""#,
        #"业委会备案 YW-1 --officer 140403001-01 --at "2026-09-20 09:00""#, #"业委会终止 YW-1 --officer 140403001-01 --at "2026-10-05 09:00""#,
      ],
      says: [
        (Committee.schema, "YW-1", Committee.filedOn, "2026-08-31", nil), (Committee.schema, "YW-1", Committee.filedOn, "2026-09-10", ""),
        (Committee.schema, "YW-1", Committee.filedOn, "2026-09-30", "2026-09-20"), (Committee.schema, "YW-1", Committee.endedOn, "2026-09-30", ""),
        (Committee.schema, "YW-1", Committee.endedOn, "2026-10-05", "2026-10-05"),
      ]),
    Case(
      name: "an authority and its staff: a row without a date is there from its command, one with a date from that",
      did: [
        #"登记机构 JG-2 --officer 140403-01 --name 潞州区物业服务中心 --level county --division 140403 --county 140403 --dedicated-agency 是 --at "2026-09-10 09:00""#,
        #"配备人员 RY-1 --officer 140403-01 --authority JG-2 --person P-1 --full-time 是 --starts-on 2026-09-15 --at "2026-10-05 09:00""#,
        #"人员离任 RY-1 --officer 140403-01 --ended-on 2026-10-20 --at "2026-10-21 09:00""#,
      ],
      says: [
        (Authority.schema, "JG-2", Authority.dedicatedAgency, "2026-09-09", nil), (Authority.schema, "JG-2", Authority.dedicatedAgency, "2026-09-10", "true"),
        (StaffAssignment.schema, "RY-1", StaffAssignment.endedOn, "2026-09-14", nil), (StaffAssignment.schema, "RY-1", StaffAssignment.endedOn, "2026-09-30", ""),
        (StaffAssignment.schema, "RY-1", StaffAssignment.endedOn, "2026-10-19", ""), (StaffAssignment.schema, "RY-1", StaffAssignment.endedOn, "2026-10-21", "2026-10-20"),
      ]),
  ]

  private static func moment(_ text: String) throws -> Moment { try #require(Day(text).map(\.end) ?? Moment(text)) }

  private func perform(_ lines: [String], in city: CommandCity) throws {
    for line in lines {
      let words = try #require(TypedCommand.words(of: line))
      let outcome = try city.act(try TypedCommand(words).command(at: Moment("2026-12-31 18:00")!))
      #expect(outcome == "done", "\(outcome): \(line)")
    }
  }

  private func value(_ snapshot: Snapshot, _ table: TableSchema, _ key: String, _ field: Field) throws -> String? {
    let table = snapshot.table(table)
    let keys = try table.column(table.schema.key)
    guard let row = (0..<table.count).first(where: { keys.text($0) == key }) else { return nil }
    return try table.cell(field.name, row: row).plain
  }

  @Test("a row says what it said then", arguments: cases) func says(_ one: Case) throws {
    let city = try CommandCity()
    try perform(one.did, in: city)
    for (table, key, field, asOf, expected) in one.says {
      for scope in [Scope.city, .county("140403")] {
        let snapshot = try city.register.snapshot(scope: scope, asOf: try Self.moment(asOf), rulebook: city.rulebook)
        let said = try value(snapshot, table, key, field)
        #expect(said == expected, "\(table.name) \(key) \(field.name) as of \(asOf)")
      }
      // The file of a case says the same of what commands wrote; a price that is set for a later day has one already.
      let file = try city.register.caseFile(table, key, asOf: try Self.moment(asOf))
      if expected == nil, table.name != GuidedPrice.schema.name { #expect(file == nil, "\(key) as of \(asOf), the file") }
      if let expected, case .enumeration = field.type {
        #expect(file?.row.text(field) ?? "" == expected, "\(key) \(field.name) as of \(asOf), the file")
      }
    }
  }

  @Test("a grade is there from its publication, a parameter has the value of the day") func published() throws {
    let city = try CommandCity()
    let file = (city.path as NSString).deletingLastPathComponent + "/grades.csv"
    try "enterprise,year,grade,score,published_on\n91140403YYYY00020N,2025,B,81,2026-09-20\n".write(toFile: file, atomically: true, encoding: .utf8)
    let who = Attribution(officer: "1404-01", role: "import", moment: try Self.moment("2026-11-02 09:00"))
    #expect(try city.register.importTable(PublishedGrade.schema, from: file, by: who).stored == 1)
    for (asOf, rows) in [("2026-09-19", 0), ("2026-09-20", 1)] {
      let snapshot = try city.register.snapshot(scope: .city, asOf: try Self.moment(asOf), rulebook: city.rulebook)
      #expect(snapshot.table(PublishedGrade.schema).count == rows, "as of \(asOf)")
    }
    let lower = "credit.base:\n  - {from: 2026-10-01, value: 60, source: 长住建〔2026〕9号, mark: draft}\n"
    let changed = try Rulebook(
      parameters: Rulebook.parameterFile.replacingOccurrences(of: "credit.base:\n", with: lower), calendar: Rulebook.calendarFile)
    for (asOf, less) in [("2026-09-30", Int64(0)), ("2026-10-01", 20_000)] {
      func score(_ rulebook: Rulebook) throws -> Int64 {
        let snapshot = try city.register.snapshot(scope: .city, asOf: try Self.moment(asOf), rulebook: rulebook)
        return try #require(try ScoreBoard.compute(snapshot, on: snapshot.day).scores.first).score.thousandths
      }
      #expect(try score(city.rulebook) - score(changed) == less, "as of \(asOf)")
    }
  }

  @Test("whatever is done later, every row is said as it was said at the time, and more only where its own date is earlier")
  func nothingChanges() throws {
    let city = try CommandCity()
    struct Look {
      var cut: Moment
      var rows: [String: Set<String>]
    }
    func look(_ cut: Moment) throws -> Look {
      var rows: [String: Set<String>] = [:]
      for schema in CitySchema.storedTables where schema.name != Division.schema.name {
        var text = ""
        try city.register.export(schema, asOf: cut, rulebook: city.rulebook) { text += $0 }
        rows[schema.plural] = Set(text.split(separator: "\r\n").flatMap { $0.split(separator: "\n") }.dropFirst().map(String.init))
      }
      return Look(cut: cut, rows: rows)
    }
    var looks: [Look] = []
    // By the clock: what is entered later and dated back is another matter, which the marks of a run tell apart.
    // (Lines on the fund are another desk's.)
    let commands = try WorkingDayTests.lines().filter { try TypedFundCommand(TypedCommand.words(of: $0.text) ?? []) == nil }.map { line in
      try TypedCommand(try #require(TypedCommand.words(of: line.text))).command(at: Moment("2026-11-24 18:00")!)
    }.enumerated().sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }
    for (place, command) in commands.enumerated() {
      if place % 16 == 11 { looks.append(try look(command.element.moment)) }
      _ = try city.act(command.element)
    }
    #expect(looks.count >= 5)
    #expect(looks.first.map { $0.rows["complaints"]?.isEmpty == false } == true)
    var late: Set<String> = []
    for then in looks {
      let now = try look(then.cut)
      for (table, rows) in then.rows {
        let seen = now.rows[table] ?? []
        #expect(rows.isSubset(of: seen), "\(table) as of \(then.cut): \(rows.subtracting(seen).sorted()) became \(seen.subtracting(rows).sorted())")
        if !seen.isSubset(of: rows) { late.insert(table) }
      }
    }
    // Held, signed, honoured or served before they were entered; and who there is.
    let dated: Set = [
      "commendations", "community_committees", "conferences", "contracts", "credit_records", "improvements", "leading_groups", "managers", "member_units",
      "owner_votes", "service_periods", "trainings",
    ]
    #expect(late == dated, "\(late.sorted())")
  }

  @Test("a run's rows are seen again as the run saw them, whatever was recorded after it, dated back or not")
  func marks() throws {
    let city = try CommandCity()
    try perform(Self.complaint, in: city)
    let cut = try Self.moment("2026-11-30")
    let first = try city.register.markedSnapshot(scope: .county("140403"), asOf: cut, rulebook: city.rulebook)
    try perform(
      [
        #"更正投诉 T-1 --officer 1404-01 --because 录入有误 --finding 不属实 --attach 复核记录 --at "2026-10-05 09:00""#,
        #"确定服务方式 140403001002 --officer 140403001-01 --service-mode 社区托管 --service-operator 和平社区居委会 --because 无人接管 --at "2026-10-05 09:00""#,
        #"受理投诉 T-2 --officer 140403001-01 --project 140403001001 --category 电梯困人 --channel 来电 --at "2026-10-06 08:30""#,
      ], in: city)
    for (marks, finding, mode, complaints) in [(first.marks, "substantiated", "none", 1), (nil, "unsubstantiated", "community trustee", 2)] as [(RunMarks?, String, String, Int)] {
      let again = try city.register.markedSnapshot(scope: .county("140403"), asOf: cut, rulebook: city.rulebook, past: marks).snapshot
      #expect(try value(again, Complaint.schema, "T-1", Complaint.finding) == finding)
      #expect(try value(again, Project.schema, "140403001002", Project.serviceMode) == mode)
      #expect(again.table(Complaint.schema).count == complaints)
    }
    // Listed for whoever looks at the run again: what is dated back into its days, and nothing that happened after them.
    let october = try #require(Day("2026-10-01")), september = try #require(Day("2026-09-01"))
    let late = try city.register.lateRecords(district: "140403", marks: first.marks, from: september, cut: cut)
    #expect(late.filter { $0.table == "complaints" }.map(\.key) == ["T-1", "T-2"])
    #expect(Set(late.map(\.table)) == ["complaints", "service_periods"], "\(late)")
    #expect(try city.register.lateRecords(district: "140403", marks: first.marks, from: september, cut: october.start) == [])
    // And before the correction's own day, it is not known either way.
    let earlier = try city.register.snapshot(scope: .city, asOf: try Self.moment("2026-09-30"), rulebook: city.rulebook)
    #expect(try value(earlier, Complaint.schema, "T-1", Complaint.finding) == "substantiated")
  }
}
