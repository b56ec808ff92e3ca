internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Register

struct JobsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "Show what ran, what is due and what failed; run what is due.",
    discussion: """
      Examples:
        xize jobs
        xize jobs tick                                 what cron or a systemd timer calls
        xize jobs figures --out 图表                   the figures that are due, one CSV file each
        xize jobs late 12                              records that came in after run 12
      """, subcommands: [List.self, Tick.self, Figures.self, Late.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show what ran, what is due and what failed.",
      discussion: """
        Examples:
          xize jobs list
          xize jobs list --at 2026-10-12 --state due --district 潞州区
        """)

    @Option(help: ArgumentHelp("Seen from this moment. Default: now.", valueName: "moment")) var at: String?
    @Option(help: ArgumentHelp("done, partly, failed, due, missed or coming.", valueName: "state")) var state: String?
    @Option(help: ArgumentHelp("A county by code or name.", valueName: "county")) var district: String?
    @Flag(help: "Each period on its own line; without it, those of one job, county and state share one.") var all = false
    @OptionGroup var rules: RulesOptions
    @OptionGroup var office: OfficeOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var lang: LanguageOptions

    func run() throws {
      try lang.reporting {
        _ = try format.tableFormat()
        let desk = try office.office()
        let now = try MomentOption.read(at)
        let catalogue = try desk.jobHistory(choice: try rules.choice(), upTo: now.day)
        var standings = try desk.standings(of: catalogue, at: now)
        if let district, case .county(let code) = try ScopeOptions.scope(named: district) { standings.removeAll { $0.district != code } }
        if let state {
          guard let wanted = JobStanding.State(rawValue: state) else {
            let states = JobStanding.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw OfficeError(
              "bad-state", Bilingual(zh: "没有状态 `\(state)`\n提示：\(states)", en: "there is no state `\(state)`\nhelp: \(states)"))
          }
          standings.removeAll { $0.state != wanted }
        }
        var table = try JobTables.standings(standings, desk, isFolded: !all)
        if district == nil { table.rows += JobTables.figures(try figures(desk)).rows }
        try format.write(table, lang.language)
        JobTables.tell(catalogue.unreadable, lang)
        if !catalogue.unreadable.isEmpty { throw Exit.failed }
      }
    }

    /// The city's figures beside the jobs, in the state that is asked for.
    private func figures(_ desk: Office) throws -> [FigureStanding] {
      try desk.figureStandings(at: try MomentOption.read(at)).filter { state == nil || $0.state.rawValue == state }
    }
  }

  struct Tick: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tick", abstract: "Run every job that is due and has not run, the oldest period first.",
      discussion: """
        Called by cron or a systemd timer (scripts/systemd). A second tick at the same time does nothing and is recorded.

        Examples:
          xize jobs tick
          xize jobs tick --at "2026-10-12 06:00" --workers 2 --bound 3
        """)

    @Option(help: ArgumentHelp("As if it were this moment. Default: now.", valueName: "moment")) var at: String?
    @Option(help: ArgumentHelp("Missed periods of one job and district that are run at most; more are alerted.", valueName: "count"))
    var bound: Int = 3
    @Option(help: ArgumentHelp("Who runs it, for the ledger.", valueName: "officer")) var officer: String = "job"
    @Flag(name: .customLong("dry-run"), help: "Show what would be run, record nothing.") var dryRun = false
    @OptionGroup var rules: RulesOptions
    @OptionGroup var workers: WorkerOptions
    @OptionGroup var office: OfficeOptions
    @OptionGroup var limit: LimitOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var lang: LanguageOptions

    func run() throws {
      try lang.reporting {
        _ = try format.tableFormat()
        let limits = try limit.limits()
        let now = try MomentOption.read(at)
        let desk = try office.office(readOnly: dryRun)
        guard bound > 0 else { throw OfficeError("bad-bound", Bilingual(zh: "--bound 至少为 1", en: "--bound is at least 1")) }
        if dryRun {
          let due = try desk.standings(at: now, choice: try rules.choice()).filter { $0.state == .due || $0.state == .missed }
          return try format.write(try JobTables.standings(due, desk), lang.language)
        }
        let report = try desk.tick(
          at: now, bound: bound, choice: try rules.choice(), limits: limits, workers: workers.pool(office, limit, lang),
          by: Attribution(officer: officer, role: "job", moment: now))
        guard !report.isRunningElsewhere else {
          Terminal.note(lang("另一进程正在运行任务，本次启动已登记，不再重复", "another process is running jobs; this start is recorded and does nothing"))
          return
        }
        var table = JobTables.recorded([], period: "", lang)
        for (period, jobs) in report.recorded { table.rows += JobTables.recorded(jobs, period: period, lang).rows }
        try format.write(table, lang.language)
        for run in report.runs { JobTables.tellSources(run, lang) }
        JobTables.tell(report.unreadable, lang)
        // One line a job and set of periods: twelve districts usually miss the same ones.
        for (_, alike) in Dictionary(grouping: report.leftOver, by: { "\($0.job) \($0.periods)" }).sorted(by: { $0.key < $1.key }) {
          guard let first = alike.first else { continue }
          let places = alike.map { Divisions.changzhi[$0.district]?.name ?? $0.district }.joined(separator: lang("、", ", "))
          let left = first.periods.count
          let (earliest, latest) = (first.periods.first ?? "", first.periods.last ?? "")
          Terminal.note(
            lang(
              "警示：\(first.job) 还有 \(left) 期未运行（\(left == 1 ? earliest : "\(earliest) 至 \(latest)")），超过一次补跑上限：\(places)",
              "alert: \(first.job) has \(left) more missed \(left == 1 ? "period" : "periods") (\(left == 1 ? earliest : "\(earliest) to \(latest)")) than one tick makes good: \(places)"))
        }
        if report.recorded.isEmpty { Terminal.note(lang("没有应运行的任务", "no job is due")) }
        if !report.unreadable.isEmpty || report.recorded.contains(where: { $0.jobs.contains { $0.outcome != .done } }) { throw Exit.failed }
      }
    }
  }

  struct Late: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "late", abstract: "List the records of a run's days that came into the register after it, or were changed since.",
      discussion: """
        They are never mixed into the run; `job run --rerun` proposes what they change.

        Examples:
          xize jobs late 12
        """)

    @Argument(help: ArgumentHelp("Number of the run.", valueName: "run")) var number: Int64
    @OptionGroup var office: OfficeOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var lang: LanguageOptions

    func run() throws {
      try lang.reporting {
        let desk = try office.office()
        guard let found = try desk.register.run(number: number) else {
          throw OfficeError("unknown-run", Bilingual(zh: "没有第 \(number) 次运行", en: "there is no run \(number)"))
        }
        let late = try desk.lateRecords(of: found)
        try format.write(
          ResultTable(
            columns: [.init("table", title: "表"), .init("key", title: "编号")],
            rows: late.map { [.text(lang(CitySchema.table($0.table)?.chinese ?? $0.table, $0.table)), .text($0.key)] }),
          lang.language)
      }
    }
  }
}

enum MomentOption {
  /// The moment of a text (a day is its first), or now.
  static func read(_ text: String?) throws -> Moment {
    guard let text else { return Clock.now }
    if let day = Day(text), day.year < 2200 { return day.start }
    if let moment = Moment(text), moment.day.year < 2200 { return moment }
    throw OfficeError(
      "bad-moment",
      Bilingual(
        zh: "`\(text)` 不是日期或时刻\n提示：写作 2026-09-30 或 \"2026-09-30 17:50\"",
        en: "`\(text)` is neither a day nor a moment\nhelp: write 2026-09-30 or \"2026-09-30 17:50\""))
  }
}
