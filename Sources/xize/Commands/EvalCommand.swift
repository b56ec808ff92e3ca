internal import ArgumentParser
internal import Bureau
internal import DistrictRules

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Answer a question in the rule language.",
    discussion: """
      Examples:
        xize eval -c '#complaints'
        xize eval -c 'complaints:where{ status = "open" }:group("enterprise"):count():sort("-count"):limit(10)'
        xize eval -c '投诉:范围{ 类别 = "电梯困人" }:分组("县区"):计数()' --format csv
        xize eval -c 'what_if "scripts/140403-luzhou/lift-entrapment.lua"' --as-of 2026-09-30
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The question.", valueName: "code")) var code: String
  @OptionGroup var office: OfficeOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var limit: LimitOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let limits = try limit.limits()
      let office = try office.office()
      let snapshot = try office.snapshot(try scope.scope(), asOf: try scope.cut())
      let desk = try ScriptDesk(snapshot, of: office, limits, lang)
      let prompt = try desk.session.makePrompt(name: "-c")
      for value in try desk.evaluate(code, prompt) { try format.show(value, lang.language) }
    }
  }
}
