internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Reports

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Explain a figure: its lines, rules and revisions, parameters, facts, and each clause that was met or not.",
    discussion: """
      Examples:
        xize why 91140403YYYY00020N
        xize why 潞安物业 --district 潞州区 --as-of 2026-09-30     with the district's own rules, clause by clause
        xize why 91140403YYYY00020N red_list --district 潞州区    every criterion, also those that are not met
        xize why 91140403YYYY00020N exit --district 潞州区
        xize why 91140403YYYY00020N D10 --district 潞州区         one line of the score: the complaints that it rests on
        xize why T-2026-000012 --district 潞州区                  a complaint: its clocks, and which rules count it
        xize why ZG-1 --district 潞州区                           a rectification order: what rests on it, clause by clause
        xize why 140403002-0001 --district 潞州区                 an estate: its lines in the score of who serves it, its orders
        xize why WX-1 --district 襄垣县                           a fund request: whose turn it is and by when
        xize why 提请12                                           a proposal: its reasons, its run, what was decided
      """)

  @Argument(help: ArgumentHelp("An enterprise's or estate's code or name; a complaint's, order's or request's number; or `proposal 12`.", valueName: "subject"))
  var subject: String
  @Argument(help: ArgumentHelp("Of an enterprise: score, red_list, black_list, exit, or a line of its score (D10, a rule's name).", valueName: "figure")) var figure: String?
  @Flag(help: "Also list the parameters that were read.") var parameters = false
  @OptionGroup var rules: RulesOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let form = try format.tableFormat()
      let lang = lang
      let answer = try office.office().explain(
        subject, figure: figure, scope: try scope.scope(), asOf: try scope.cut(), choice: try rules.choice(), say: { lang($0) })
      // The parameters of a score are many; those of a single criterion or clock are the answer.
      let sections = answer.sections.filter { $0.code != "parameters" || parameters || answer.figure != "score" }
      if form == .table || form == .markdown { Terminal.say("\(lang(answer.subject))\n\(lang(answer.figureName))\(lang("：", ": "))\(lang(answer.value))") }
      for section in sections {
        if form == .table || form == .markdown { Terminal.print("\n\(lang(section.title))") }
        try format.write(section.table, lang.language)
      }
    }
  }
}
