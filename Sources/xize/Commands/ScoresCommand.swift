internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Reports

struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "The credit scores and grades of all enterprises, the best first.",
    discussion: """
      For a county: over its estates, with its own adjustments in a column of their own. `xize why` shows the lines of one score.

      Examples:
        xize scores
        xize scores --district 潞州区 --as-of 2026-09-30
        xize scores --as-of 2026-09-30 --format csv
      """)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let (table, rules) = try office.office().scoresInForce(try scope.scope(), asOf: try scope.cut())
      try format.write(table, lang.language)
      for one in rules where rules.count > 1 { Terminal.note(lang(one.origin)) }
    }
  }
}
