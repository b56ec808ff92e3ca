internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Reports

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show the lines that an enterprise's score is made of.",
    discussion: """
      Examples:
        xize why 91140403YYYY00020N
        xize why 潞安物业 --district 潞州区 --as-of 2026-09-30     with the district's own column
        xize why 91140403YYYY00020N --parameters                  and every parameter that was read, with its source
      """)

  @Argument(help: ArgumentHelp("The enterprise's unified social credit code or name.", valueName: "enterprise")) var enterprise: String
  @Flag(help: "Also list the parameters that were read.") var parameters = false
  @OptionGroup var office: OfficeOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let answer = try office.office().why(enterprise, scope: try scope.scope(), asOf: try scope.cut(), say: { lang($0) })
      if try format.tableFormat() == .table {
        Terminal.print(
          lang(
            "\(answer.name)（\(answer.uscc)）截至 \(answer.day)：\(answer.score) 分，等级 \(answer.grade.rawValue)\(answer.isProvisional ? "（暂定）" : "")",
            "\(answer.name) (\(answer.uscc)) as of \(answer.day): \(answer.score) points, grade \(answer.grade.rawValue)\(answer.isProvisional ? " (provisional)" : "")"))
      }
      try format.write(answer.lines, lang.language)
      if parameters { try format.write(answer.parameters, lang.language) }
    }
  }
}
