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

  struct RunJobs: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "Run jobs for a period: each county on its own rows, with its own rules.",
      discussion: """
        Proposals are recorded and wait for an officer; the report is one HTML file. With --dry-run nothing is written but
        the report, if one is named.

        Examples:
          xize job run monthly-lists --period 2026-09
          xize job run monthly-lists early-warning --period 2026-09 --district 武乡县 --dry-run
        """)

    @Argument(help: ArgumentHelp("The jobs.", valueName: "job")) var jobs: [String]
    @Option(help: ArgumentHelp("The period: 2026-09. Default: the month that ended last.", valueName: "period")) var period: String?
    @Option(help: ArgumentHelp("One county, by code or name. Default: all twelve.", valueName: "county")) var district: String?
    @Flag(name: .customLong("dry-run"), help: "Look and propose, record nothing.") var dryRun = false
    @Option(help: ArgumentHelp("Where the report goes. Default: reports/PERIOD.html beside the register.", valueName: "file")) var report: String?
    @Option(help: ArgumentHelp("Who runs it, for the ledger.", valueName: "officer")) var officer: String = "job"
    @OptionGroup var office: OfficeOptions
    @OptionGroup var limit: LimitOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var lang: LanguageOptions

    func run() throws {
      try lang.reporting {
        _ = try format.tableFormat()
        let limits = try limit.limits()
        let period = try PeriodOption.read(period)
        let desk = try office.office(readOnly: dryRun)
        let counties = try self.counties()
        let bar = ProgressBar(lang("县区", "counties"), unit: "")
        var done = 0
        let run = try desk.runJobs(jobs, period: period, counties: counties, limits: limits) { _ in
          bar.update(done: done, total: counties.count, rows: done)
          done += 1
        }
        bar.finish()
        try format.write(summary(run), lang.language)
        if !dryRun { try record(run, desk) }
        try writeReport(run)
      }
    }

    private func counties() throws -> [Division] {
      guard let district else { return Divisions.changzhi.counties }
      guard case .county(let code) = try ScopeOptions.scope(named: district), let county = Divisions.changzhi[code] else { return [] }
      return [county]
    }

    private func summary(_ run: PeriodRun) -> ResultTable {
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

    private func record(_ run: PeriodRun, _ desk: Office) throws {
      let outcomes = try desk.record(run, by: Attribution(officer: officer, role: "job", moment: Clock.now))
      let recorded = outcomes.count { $0.isNew }
      Terminal.note(
        lang(
          "已登记 \(recorded) 次运行，\(outcomes.filter(\.isNew).reduce(0) { $0 + $1.proposals }) 项提请待决定",
          "recorded \(recorded) runs with \(outcomes.filter(\.isNew).reduce(0) { $0 + $1.proposals }) proposals, which wait for a decision"))
      let earlier = outcomes.count - recorded
      if earlier > 0 {
        Terminal.note(
          lang("\(earlier) 次运行此前已登记，保持原样", "\(earlier) runs had been recorded before and stay as they were"))
      }
    }

    private func writeReport(_ run: PeriodRun) throws {
      guard report != nil || !dryRun else { return }
      let folder = (office.registerPath as NSString).deletingLastPathComponent
      let path = report ?? (folder.isEmpty ? "" : folder + "/") + "reports/\(run.period.name).html"
      let page = MonthlyReport(run, lang).html(language: lang.language == .chinese ? .chinese : .english)
      let parent = (path as NSString).deletingLastPathComponent
      do {
        if !parent.isEmpty { try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true) }
        try Data(page.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw OfficeError(
          "report-not-written",
          Bilingual(zh: "无法写出报告 `\(path)`：\(error.localizedDescription)", en: "cannot write the report `\(path)`: \(error.localizedDescription)"))
      }
      Terminal.print(lang("报告：\(path)", "report: \(path)"))
    }
  }
}
