internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Foundation
internal import LuaSyntax
internal import Reports

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show what scripts would change on the real register, before they are enacted; nothing is written.",
    discussion: """
      Counts first, then the movers with their reasons, then what `xize check` finds beside the rules in force. The token at the
      end names this preview for `xize enact`; with an error of the check there is none, and the exit code is 1.

      Examples:
        xize preview scripts/140403-luzhou/lift-entrapment.lua --period 2026-09
        xize preview scripts/140403-luzhou/lift-entrapment.lua --against city --format html --out lift.html
      """)

  @Argument(help: ArgumentHelp("The scripts.", valueName: "file")) var files: [String]
  @Option(help: ArgumentHelp("A county by code or name, instead of the scripts' own.", valueName: "county")) var district: String?
  @Option(help: ArgumentHelp("The month, quarter or year. Default: the month that ended last.", valueName: "period")) var period: String?
  @Option(help: ArgumentHelp("enacted: the rules in force; city: the city's rule alone.", valueName: "rules")) var against: String = "enacted"
  @Option(help: ArgumentHelp("First day in force. Default: the rules' own.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("The day on which the check judges the rules. Default: today.", valueName: "day")) var on: String?
  @Option(help: ArgumentHelp("Where an HTML page goes. Default: standard output.", valueName: "file")) var out: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var limit: LimitOptions
  @Option(name: [.customShort("f"), .long], help: ArgumentHelp("table, csv, json, markdown or html.", valueName: "format")) var format: String = "table"
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      var plain = FormatOptions()
      plain.format = format == "html" ? "table" : format
      _ = try plain.tableFormat()
      guard let against = PreviewRequest.Against(rawValue: against) else {
        throw OfficeError(
          "bad-rules", Bilingual(zh: "没有 `\(against)`\n提示：enacted、city", en: "there is no `\(against)`\nhelp: enacted, city"))
      }
      let office = try office.office()
      let scripts = try files.map { try ScriptFolder.read($0) }
      let from = try DayOption.read(from)
      let preview = try office.preview(
        PreviewRequest(
          scripts: scripts, county: try district.map { try ScopeOptions.scope(named: $0).description },
          period: try PeriodOption.read(period), against: against, from: from),
        limits: try limit.limits())
      let report = try office.check(scripts, from: from ?? preview.rules.map(\.from).min(), on: try DayOption.read(on) ?? Clock.now.day)
      let token = report.errors == 0 ? preview.token : nil
      if !preview.notEnacted.isEmpty {
        let names = preview.notEnacted.map { Divisions.changzhi[$0]?.name ?? $0 }.joined(separator: lang("、", ", "))
        Terminal.note(lang("未施行，按脚本文件夹比较：\(names)", "not enacted: compared with the folder — \(names)"))
      }
      if format == "html" {
        var shown = PreviewReport(preview, token: token, lang)
        shown.isDraft = try office.isDraft(on: preview.period.lastDay)
        let page = shown.html(language: lang.language == .chinese ? .chinese : .english)
        if let out {
          try Files.write(page, to: out, lang)
          Terminal.say(lang("页面：\(out)", "page: \(out)"))
        } else {
          Terminal.print(page)
        }
      } else if try plain.tableFormat() == .json {
        Terminal.print(PreviewTables.json(preview, token: token, report))
      } else {
        try plain.write(PreviewTables.counts(preview), lang.language)
        for table in PreviewTables.movers(preview, lang) where !table.rows.isEmpty {
          Terminal.print("")
          try plain.write(table, lang.language)
        }
        if preview.isEmpty { Terminal.print(lang("什么都不会改变", "nothing would change")) }
      }
      try lang.noteDraft(office, on: preview.period.lastDay)
      lang.note(report)
      guard let token else {
        Terminal.note(
          lang("检查有 \(report.errors) 个错误，没有预览编号：改正后请重新预览", "the check finds errors (\(report.errors)): there is no token; correct them and preview again"))
        throw Exit.failed
      }
      Terminal.note(lang("预览编号：\(token)", "preview token: \(token)"))
    }
  }
}
