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
      let files = try ScriptFiles.scripts(paths)
      guard !files.isEmpty else {
        let names = paths.joined(separator: " ")
        throw OfficeError(
          "no-scripts", Bilingual(zh: "`\(names)` 里没有脚本\n提示：脚本的文件名以 .lua 结尾", en: "there are no scripts in `\(names)`\nhelp: the names of scripts end in .lua"))
      }
      for file in files {
        let session = try ScriptSession(snapshot)
        let texts = try session.say(try ScriptFolder.read(file), in: lang.language)
        guard !texts.isEmpty else { throw OfficeError.noDeclaration(in: file) }
        for text in texts {
          Terminal.print((isFirst ? "" : "\n") + text)
          isFirst = false
        }
      }
    }
  }
}
