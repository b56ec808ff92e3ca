internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Foundation
internal import LuaSyntax
internal import Register
internal import Reports

struct JobCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "job", abstract: "Run what is done every month, quarter or year.",
    discussion: """
      Examples:
        xize job run monthly-lists --period 2026-09
      """, subcommands: [RunJobs.self])
}

/// The processes that carry out districts' orders.
struct WorkerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Processes that work at once; 0 for this one alone.", valueName: "count")) var workers: Int = 2

  func pool(_ office: OfficeOptions, _ limit: LimitOptions, _ lang: LanguageOptions) -> ProcessWorkers? {
    guard workers > 0 else { return nil }
    return ProcessWorkers(
      program: Terminal.program,
      arguments: [
        "district-worker", "--register", office.registerPath, "--scripts", office.scriptsPath, "--time-limit", "\(limit.timeLimit)",
      ], count: workers)
  }
}

/// Which rules a run goes by.
struct RulesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "in-force: what was enacted and in force then; current: the folder of scripts as it stands; city: none of a district's.",
      valueName: "rules"))
  var rules: String = "in-force"

  func choice() throws -> RulesChoice {
    guard let choice = RulesChoice(rawValue: rules) else {
      throw OfficeError(
        "bad-rules", Bilingual(zh: "没有 `\(rules)`\n提示：in-force、current、city", en: "there is no `\(rules)`\nhelp: in-force, current, city"))
    }
    return choice
  }
}

struct RunJobs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run jobs for a period: each county on its own rows, with its own rules.",
    discussion: """
      Proposals are recorded and wait for an officer; the report is one HTML file. With --dry-run nothing is written but
      the report, if one is named. The rules are those that were in force for the period; where a division has enacted
      nothing, the scripts of its folder stand in, and the output says so.

      Examples:
        xize job run monthly-lists --period 2026-09
        xize job run monthly-lists early-warning --period 2026-09 --district 武乡县 --dry-run
        xize job run monthly-lists --period 2026-09 --resume     only what failed
        xize job run monthly-lists --period 2026-09 --rerun      everything again: proposes the difference
      """)

  @Argument(help: ArgumentHelp("The jobs.", valueName: "job")) var jobs: [String]
  @Option(help: ArgumentHelp("The period: 2026-09. Default: the month that ended last.", valueName: "period")) var period: String?
  @Option(help: ArgumentHelp("One county, by code or name. Default: all twelve.", valueName: "county")) var district: String?
  @Flag(name: .customLong("dry-run"), help: "Look and propose, record nothing.") var dryRun = false
  @Flag(help: "Do again what failed, and nothing else.") var resume = false
  @Flag(help: "Do all of it again: new proposals are added, waiting ones that no longer hold are withdrawn.") var rerun = false
  @Option(help: ArgumentHelp("Where the report goes. Default: reports/PERIOD.html beside the register.", valueName: "file")) var report: String?
  @Option(help: ArgumentHelp("Who runs it, for the ledger.", valueName: "officer")) var officer: String = "job"
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
      let choice = try rules.choice()
      let period = try PeriodOption.read(period)
      let desk = try office.office(readOnly: dryRun)
      let counties = try self.counties()
      let jobs = try desk.jobNames(jobs, counties: counties, choice: choice, on: period.lastDay)
      let attribution = Attribution(officer: officer, role: "job", moment: Clock.now)
      let pool = workers.pool(office, limit, lang)
      guard !dryRun else {
        try finish(try compute(jobs, desk, period, counties, choice, pool), nil)
        return
      }
      try desk.admit(jobs, period: period, counties: counties, choice: choice, at: attribution.moment)
      let done: Void? = try desk.withJobLock("\(jobs.joined(separator: " ")) \(period.name)", by: attribution) {
        if resume {
          let recorded = try desk.resume(
            jobs, period: period, counties: counties, choice: choice, limits: limits, workers: pool, by: attribution)
          try format.write(JobTables.recorded(recorded, period: period.name, lang), lang.language)
          try tell(recorded)
          if recorded.contains(where: { $0.outcome != .done }) { throw Exit.failed }
          return
        }
        let run = try compute(jobs, desk, period, counties, choice, pool)
        try finish(run, try desk.record(run, kind: rerun ? .rerun : .first, by: attribution))
      }
      if done == nil {
        Terminal.note(lang("另一进程正在运行任务，本次启动已登记，不再重复", "another process is running jobs; this start is recorded and does nothing"))
      }
    }
  }

  private func compute(
    _ jobs: [String], _ desk: Office, _ period: Period, _ counties: [Division], _ choice: RulesChoice, _ pool: ProcessWorkers?
  ) throws -> PeriodRun {
    let bar = ProgressBar(lang("县区", "counties"), unit: "")
    defer { bar.finish() }
    var done = 0
    return try desk.runJobs(jobs, period: period, counties: counties, choice: choice, limits: try limit.limits(), workers: pool) { _ in
      bar.update(done: done, total: counties.count, rows: done)
      done += 1
    }
  }

  private func finish(_ run: PeriodRun, _ recorded: [RecordedJob]?) throws {
    try format.write(JobTables.summary(run), lang.language)
    if dryRun {
      if run.proposals.isEmpty { Terminal.note(lang("没有提请", "nothing is proposed")) } else { try format.write(JobTables.proposals(run), lang.language) }
    }
    JobTables.tellSources(run, lang)
    for failed in run.failed {
      let name = Divisions.changzhi[failed.order.county]?.name ?? failed.order.county
      Terminal.note("xize: [\(failed.code)] \(name)：\(lang(failed.message))")
    }
    if let failure = run.cityFailure {
      Terminal.note("xize: [\(failure.code)] \(lang("全市评分", "the city's scores"))：\(lang(failure.message))")
    }
    if let recorded {
      try tell(recorded)
    } else {
      for district in run.districts { for result in district.results { tell(result.failures, of: result.job, in: district.county.code) } }
    }
    try writeReport(run)
    if !run.failed.isEmpty || run.cityFailure != nil || run.districts.contains(where: { $0.results.contains { $0.outcome != .done } }) { throw Exit.failed }
  }

  private func counties() throws -> [Division] {
    guard let district else { return Divisions.changzhi.counties }
    guard case .county(let code) = try ScopeOptions.scope(named: district), let county = Divisions.changzhi[code] else { return [] }
    return [county]
  }

  private func tell(_ outcomes: [RecordedJob]) throws {
    for job in outcomes { tell(job.failures, of: job.job, in: job.district) }
    let new = outcomes.filter { $0.effect == .recorded || $0.effect == .amended }
    let proposals = new.reduce(0) { $0 + $1.proposals }
    Terminal.note(
      lang(
        "已登记 \(new.count) 次运行，\(proposals) 项提请待决定",
        "recorded \(new.count) runs with \(proposals) proposals, which wait for a decision"))
    let withdrawn = new.reduce(0) { $0 + $1.withdrawn }
    if withdrawn > 0 { Terminal.note(lang("撤回 \(withdrawn) 项不再成立的提请", "\(withdrawn) proposals no longer hold and are withdrawn")) }
    let earlier = outcomes.count { $0.effect == .already }
    if earlier > 0 {
      Terminal.note(
        lang("\(earlier) 次运行此前已登记，保持原样", "\(earlier) runs had been recorded before and stay as they were"))
    }
    let same = outcomes.count { $0.effect == .same }
    if same > 0 { Terminal.note(lang("\(same) 次重算逐字节相同", "\(same) reruns gave the same bytes")) }
  }

  private func tell(_ failures: [JobFailure], of job: String, in district: String) {
    for failure in failures { Terminal.note("xize: \(job) \(district) \(failure.enterprise ?? "")：[\(failure.code)] \(lang(failure.message))") }
  }

  private func writeReport(_ run: PeriodRun) throws {
    guard report != nil || !dryRun else { return }
    let folder = (office.registerPath as NSString).deletingLastPathComponent
    let path = report ?? (folder.isEmpty ? "" : folder + "/") + "reports/\(run.period.name).html"
    let page = MonthlyReport(run, isDraft: try office.office().isDraft(on: run.period.lastDay), lang).html(language: lang.language == .chinese ? .chinese : .english)
    try Files.write(page, to: path, lang)
    Terminal.say(lang("报告：\(path)", "report: \(path)"))
  }
}

/// Pages that commands write.
enum Files {
  static func write(_ text: String, to path: String, _ lang: LanguageOptions) throws {
    let parent = (path as NSString).deletingLastPathComponent
    do {
      if !parent.isEmpty { try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true) }
      try WholeFile.write(text, to: path)
    } catch {
      let reason = (error as? WholeFile.Failure)?.reason ?? error.localizedDescription
      throw OfficeError(
        "report-not-written", Bilingual(zh: "无法写出 `\(path)`：\(reason)", en: "cannot write `\(path)`: \(reason)"))
    }
  }
}
