internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Foundation
internal import Register
internal import Reports

extension JobsCommand {
  struct Figures: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "figures", abstract: "Show which figures of the policy text are due, or take them.",
      discussion: """
        Each figure has a cycle: a day, a month, a quarter or a year. With --out, every one that is due is written as of the end of
        its period, one CSV file each, and the ledger says that it was taken. Cron can call it, as it calls `jobs tick`.

        Examples:
          xize jobs figures --at 2026-10-12
          xize jobs figures --at 2026-10-12 --out 图表 --officer 1404-01
        """)

    @Option(help: ArgumentHelp("Seen from this moment. Default: now.", valueName: "moment")) var at: String?
    @Option(help: ArgumentHelp("Take the figures that are due, into this folder.", valueName: "folder")) var out: String?
    @Option(help: ArgumentHelp("Who takes them, for the ledger.", valueName: "officer")) var officer: String = "job"
    @OptionGroup var office: OfficeOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var lang: LanguageOptions

    func run() throws {
      try lang.reporting {
        _ = try format.tableFormat()
        let now = try MomentOption.read(at)
        let desk = try office.office(readOnly: out == nil)
        guard let out else { return try format.write(JobTables.figures(try desk.figureStandings(at: now)), lang.language) }
        try makeFolder(out)
        let taken = try desk.takeFigures(at: now, by: Attribution(officer: officer, role: "job", moment: now)) { standing, result in
          let file = "\(out)/\(standing.figure.name)-\(standing.period.name).csv"
          do {
            try WholeFile.write(result.table.rendered(as: .csv, options: TableOptions(language: .chinese, byteOrderMark: true)), to: file)
          } catch {
            throw unwritable(file)
          }
        }
        try format.write(JobTables.figures(taken), lang.language)
        if taken.isEmpty { Terminal.note(lang("没有应出的图表", "no figure is due")) }
      }
    }

    private func makeFolder(_ path: String) throws {
      do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch { throw unwritable(path) }
    }

    private func unwritable(_ path: String) -> OfficeError {
      OfficeError("unwritable", Bilingual(zh: "不能写入 `\(path)`\n提示：换一个目录（--out）", en: "cannot write to `\(path)`\nhelp: name another folder with --out"))
    }
  }
}
