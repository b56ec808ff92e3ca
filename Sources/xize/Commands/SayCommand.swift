internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Register

struct SayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "say",
    abstract: "Print a rule as numbered plain sentences, complete: the author and the lawyer read the same text.",
    discussion: """
      Examples:
        xize say scripts/140403-luzhou/lift-entrapment.lua
        xize say scripts/140403-luzhou --lang en
      """)

  @Argument(help: ArgumentHelp("Scripts or folders.", valueName: "script")) var paths: [String]
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let snapshot = Snapshot(cut: Moment(seconds: 0), rulebook: try Rulebook.standard(), tables: [])
      var isFirst = true
      for file in try ScriptFiles.scripts(paths) {
        let session = try ScriptSession(snapshot)
        for text in try session.say(try ScriptFolder.read(file), in: lang.language) {
          Terminal.print((isFirst ? "" : "\n") + text)
          isFirst = false
        }
      }
    }
  }
}
