internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import LuaSyntax
internal import Register

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case with what was done to it, as it stands or stood.",
    discussion: """
      Examples:
        xize show complaint T-1
        xize show 列榜案件 LB-1 --as-of 2026-09-30
      """)
  @Argument(help: ArgumentHelp("What it is: complaint, 投诉, filings, …", valueName: "table")) var table: String
  @Argument(help: ArgumentHelp("Its number, code or key.", valueName: "key")) var key: String
  @Option(name: .customLong("as-of"), help: ArgumentHelp("A day (its end) or a moment. Default: now.", valueName: "moment")) var asOf: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      var cut: Moment?
      if let asOf {
        guard let moment = Day(asOf).map(\.end) ?? Moment(asOf), moment.day.year < 2200 else {
          throw OfficeError(
            "bad-moment", Bilingual(
              zh: "`\(asOf)` 不是日期或时刻\n提示：写作 2026-09-30 或 \"2026-09-30 17:50\"",
              en: "`\(asOf)` is neither a day nor a moment\nhelp: write 2026-09-30 or \"2026-09-30 17:50\""))
        }
        cut = moment
      }
      let file = try CommandDesk(try office.office()).show(table, key, asOf: cut)
      let chinese = lang.language == .chinese
      Terminal.print("\(chinese ? file.row.table.chinese : file.row.table.name) \(file.row.key)" + lang("，第 \(file.position) 步", ", position \(file.position)"))
      try format.write(CommandDesk.values(of: file, chinese: chinese), lang.language)
      try format.write(CommandDesk.history(of: file, chinese: chinese), lang.language)
      let otherwise = CommandDesk.datedOtherwise(file, chinese: chinese)
      if !otherwise.rows.isEmpty { try format.write(otherwise, lang.language) }
    }
  }
}
