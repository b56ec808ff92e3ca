internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Register

/// Runs of jobs as tables.
enum JobTables {
  static func summary(_ run: PeriodRun) -> ResultTable {
    let kinds = Proposal.Kind.allCases.filter { kind in run.proposals.contains { $0.proposal.kind == kind } }
    return ResultTable(
      columns: [
        .init("county", title: "县区"), .init("complaints", title: "受理"),
      ] + kinds.map { .init($0.rawValue, title: CityVocabulary.chinese($0.rawValue)) } + [
        .init("assigned_30min", title: "30分钟"), .init("preliminary_3h", title: "3小时"), .init("closed_3d", title: "3天"), .init("adjustments", title: "本地加扣"),
      ],
      rows: run.districts.map { district in
        [
          .text(district.county.name), .integer(Int64(district.rates?.complaints ?? 0)),
        ] + kinds.map { kind in .integer(Int64(district.proposals.count { $0.proposal.kind == kind })) } + [
          district.rates?.assign.rate ?? .empty,
          district.rates?.preliminary.rate ?? .empty, district.rates?.close.rate ?? .empty,
          .decimal(units: district.adjustments.reduce(0) { $0 + $1.points.thousandths }, digits: 3),
        ]
      })
  }

  /// What a run proposes, with its reasons.
  static func proposals(_ run: PeriodRun) -> ResultTable {
    ResultTable(
      columns: [
        .init("county", title: "县区"), .init("kind", title: "提请", type: .enumeration(OfficeWords.proposals)), .init("enterprise", title: "企业"), .init("uscc", title: "统一社会信用代码"),
        .init("project", title: "项目"), .init("because", title: "理由"), .init("evidence", title: "证据数"), .init("job", title: "任务"),
      ],
      rows: run.proposals.map { one in
        [
          .text(one.county.name), .text(one.proposal.kind.rawValue), .text(one.enterprise), .text(one.uscc), one.project.map { .text($0) } ?? .empty,
          .text(one.proposal.because), .integer(Int64(one.evidence.count)), .text(one.proposal.rule),
        ]
      })
  }

  static func recorded(_ jobs: [RecordedJob], period: String, _ lang: LanguageOptions) -> ResultTable {
    ResultTable(
      columns: [
        .init("job", title: "任务"), .init("district", title: "县区"), .init("period", title: "期间"), .init("effect", title: "结果", type: .enumeration(OfficeWords.effects)),
        .init("outcome", title: "状态", type: .enumeration(OfficeWords.jobStates)), .init("proposals", title: "新提请"), .init("withdrawn", title: "撤回"), .init("failures", title: "失败"),
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
          .word(one.figure.name, chinese: one.figure.title.zh), .text("长治市"), .text(one.period.name), one.due.map { .day($0) } ?? .empty, .text(one.state.rawValue), .integer(1), .empty,
          one.at.map { .moment($0) } ?? .empty, .empty, .empty,
        ]
      })
  }

  private static let standingColumns: [ResultTable.Column] = [
    .init("job", title: "任务"), .init("district", title: "县区"), .init("period", title: "期间"), .init("due", title: "应运行日"),
    .init("state", title: "状态", type: .enumeration(OfficeWords.jobStates)), .init("periods", title: "期数"), .init("run", title: "编号"), .init("ran_at", title: "运行时间"), .init("proposals", title: "提请"),
    .init("late_records", title: "迟到记录"),
  ]

  /// - Parameter isFolded: the periods of one job, county and state share a line, from the first to the last.
  static func standings(_ standings: [JobStanding], _ office: Office, isFolded: Bool = false) throws -> ResultTable {
    var table = ResultTable(columns: standingColumns)
    if isFolded {
      struct Key: Hashable {
        var job: String, district: String, state: JobStanding.State
      }
      var order: [Key] = [], alike: [Key: [JobStanding]] = [:]
      for one in standings {
        let key = Key(job: one.job.name, district: one.district, state: one.state)
        if alike[key] == nil { order.append(key) }
        alike[key, default: []].append(one)
      }
      for key in order {
        let each = (alike[key] ?? []).sorted { $0.period.lastDay < $1.period.lastDay }
        let rows = try self.standings(each, office).rows
        guard each.count > 1, var folded = rows.first, let last = rows.last else {
          table.rows += rows
          continue
        }
        folded[2] = .text("\(folded[2].plain) … \(last[2].plain)")
        folded[3] = .text("\(folded[3].plain) … \(last[3].plain)")
        folded[5] = .integer(Int64(each.count))
        (folded[6], folded[7]) = (.empty, last[7])
        for column in 8...9 {
          let counts = each.compactMap(\.run).isEmpty ? [] : rows.compactMap { Int64($0[column].plain) }
          folded[column] = counts.isEmpty ? .empty : .integer(counts.reduce(0, +))
        }
        table.rows.append(folded)
      }
      return table
    }
    for one in standings {
      table.rows.append([
        .text(one.job.name), .text(Divisions.changzhi[one.district]?.name ?? one.district), .text(one.period.name),
        one.due.map { .day($0) } ?? .empty, .text(one.state.rawValue), .integer(1), one.run.map { .integer($0.number) } ?? .empty,
        one.run?.moment.map { .moment($0) } ?? .empty,
        try one.run.map { .integer(Int64(try office.register.proposals(ofRun: $0.number).count)) } ?? .empty,
        try one.run.map { .integer(Int64(try office.lateRecords(of: $0).count)) } ?? .empty,
      ])
    }
    return table
  }
}
