internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Register

/// Runs of jobs as tables.
enum JobTables {
  static func summary(_ run: PeriodRun) -> ResultTable {
    func count(_ district: DistrictRun, _ kind: Proposal.Kind) -> Cell {
      .integer(Int64(district.proposals.count { $0.proposal.kind == kind }))
    }
    return ResultTable(
      columns: [
        .init("county", title: "县区"), .init("complaints", title: "受理"), .init("red_list", title: "红榜提名"),
        .init("black_list", title: "黑榜提名"), .init("interview", title: "约谈"), .init("assigned_30min", title: "30分钟"),
        .init("preliminary_3h", title: "3小时"), .init("closed_3d", title: "3天"), .init("adjustments", title: "本地加扣"),
      ],
      rows: run.districts.map { district in
        [
          .text(district.county.name), .integer(Int64(district.rates?.complaints ?? 0)), count(district, .redList),
          count(district, .blackList), count(district, .interview), district.rates?.assign.rate ?? .empty,
          district.rates?.preliminary.rate ?? .empty, district.rates?.close.rate ?? .empty,
          .decimal(units: district.adjustments.reduce(0) { $0 + $1.points.thousandths }, digits: 3),
        ]
      })
  }

  static func recorded(_ jobs: [RecordedJob], period: String, _ lang: LanguageOptions) -> ResultTable {
    ResultTable(
      columns: [
        .init("job", title: "任务"), .init("district", title: "县区"), .init("period", title: "期间"), .init("effect", title: "结果"),
        .init("outcome", title: "状态"), .init("proposals", title: "新提请"), .init("withdrawn", title: "撤回"), .init("failures", title: "失败"),
      ],
      rows: jobs.map { job in
        [
          .text(job.job), .text(Divisions.changzhi[job.district]?.name ?? job.district), .text(period), .text(job.effect.rawValue),
          .text(job.outcome.rawValue), .integer(Int64(job.proposals)), .integer(Int64(job.withdrawn)), .integer(Int64(job.failures.count)),
        ]
      })
  }

  /// Says for which divisions the folder stood in for enacted rules.
  static func tellSources(_ run: PeriodRun, _ lang: LanguageOptions) {
    let codes = Set(run.districts.flatMap(\.notEnacted)).sorted()
    guard !codes.isEmpty else { return }
    let names = codes.map { Divisions.changzhi[$0]?.name ?? $0 }.joined(separator: lang("、", ", "))
    Terminal.note(lang("未施行，按脚本文件夹：\(names)", "not enacted: folder — \(names)"))
  }

  /// Scripts that do not load: what jobs they declare nobody knows.
  static func tell(_ unreadable: [UnreadableScript], _ lang: LanguageOptions) {
    for one in unreadable {
      let division = Divisions.changzhi[one.division]?.name ?? one.division
      Terminal.note("xize: \(division) \(one.name)：[\(one.error.code)] \(lang(one.error.message))")
    }
  }

  /// Figures of the city in the columns of ``standings(_:_:)``.
  static func figures(_ standings: [FigureStanding]) -> ResultTable {
    ResultTable(
      columns: standingColumns,
      rows: standings.map { one in
        [
          .text(one.figure.name), .text("长治市"), .text(one.period.name), one.due.map { .day($0) } ?? .empty, .text(one.state.rawValue), .empty,
          one.at.map { .moment($0) } ?? .empty, .empty, .empty,
        ]
      })
  }

  private static let standingColumns: [ResultTable.Column] = [
    .init("job", title: "任务"), .init("district", title: "县区"), .init("period", title: "期间"), .init("due", title: "应运行日"),
    .init("state", title: "状态"), .init("run", title: "编号"), .init("ran_at", title: "运行时间"), .init("proposals", title: "提请"),
    .init("late_records", title: "迟到记录"),
  ]

  static func standings(_ standings: [JobStanding], _ office: Office) throws -> ResultTable {
    var table = ResultTable(columns: standingColumns)
    for one in standings {
      table.rows.append([
        .text(one.job.name), .text(Divisions.changzhi[one.district]?.name ?? one.district), .text(one.period.name),
        one.due.map { .day($0) } ?? .empty, .text(one.state.rawValue), one.run.map { .integer($0.number) } ?? .empty,
        one.run?.moment.map { .moment($0) } ?? .empty,
        try one.run.map { .integer(Int64(try office.register.proposals(ofRun: $0.number).count)) } ?? .empty,
        try one.run.map { .integer(Int64(try office.lateRecords(of: $0).count)) } ?? .empty,
      ])
    }
    return table
  }
}
