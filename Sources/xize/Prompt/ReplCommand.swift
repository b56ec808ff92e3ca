internal import ArgumentParser
internal import Bureau
internal import CEdit
internal import CityModel
internal import DistrictRules
internal import LuaSyntax

struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Ask questions at a prompt.",
    discussion: """
      A bare expression prints its value; what_if "FILE" shows what a script would change; a line that begins with : goes on from the last result; Tab completes;
      Ctrl-C stops a running script; Ctrl-D leaves.

      Examples:
        xize repl
        xize repl --district 140403 --as-of 2026-09-30
      """)

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
      try Prompt(try ScriptDesk(snapshot, of: office, limits, lang), format, lang).run()
    }
  }
}
