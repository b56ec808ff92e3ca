internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import LuaSyntax
internal import Reports

struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Write an official letter about a proposal, a listing, a measure, an order, a restriction or an exit: a page to print on A4.",
    discussion: """
      The kinds are notice (告知书), decision (决定书), interview (约谈通知), rectification (整改通知) and advice (建议业主大会函); auto takes the
      one that the state of the case asks for. Facts, rule, evidence and last days come from the register; nothing is written to it.

      Examples:
        xize letter notice 12 --document "潞州住建告〔2026〕3号" --out notice.html
        xize letter decision 12 --out decision.html
        xize letter decision LB-1 --lang en --out decision.html
        xize letter interview YT-1 --meet "2026-10-20 10:00" --place "潞州区政务大厅302" --out interview.html
        xize letter advice YT-1 --out advice.html
        xize letter auto TQ-12 --out letter.html
        xize letter notice GZ-1 --out notice.html
        xize letter decision TC-00001 --out exit.html
      """)

  @Argument(help: ArgumentHelp("notice, decision, interview, rectification, advice or auto.", valueName: "kind")) var kind: String
  @Argument(help: ArgumentHelp("A proposal's number, or that of a listing, a measure, an order, a restriction or an exit.", valueName: "subject")) var subject: String
  @Option(help: ArgumentHelp("Where the page goes. Default: the standard output.", valueName: "file")) var out: String?
  @Option(help: ArgumentHelp("Number of the letter, where none is recorded yet.", valueName: "document")) var document: String?
  @Option(help: ArgumentHelp("Day of a notice that is not served yet. Default: today.", valueName: "day")) var on: String?
  @Option(help: ArgumentHelp("Who signs. Default: the county's housing authority.", valueName: "name")) var issuer: String?
  @Option(help: ArgumentHelp("When the interview is.", valueName: "time")) var meet: String?
  @Option(help: ArgumentHelp("Where the interview is.", valueName: "place")) var place: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      guard let kind = self.kind == "auto" ? .some(nil) : LetterFacts.Kind(named: self.kind).map(Optional.some) else {
        let names = LetterFacts.Kind.allCases
        throw OfficeError(
          "letter-kind",
          Bilingual(
            zh: "没有函件 `\(self.kind)`\n提示：\(names.map { "\($0.rawValue)（\($0.chinese)）" }.joined(separator: "、"))、auto",
            en: "there is no letter `\(self.kind)`\nhelp: \(names.map(\.rawValue).joined(separator: ", ")), auto"))
      }
      let day = try on.map { word in
        guard let day = Day(word), day.year < 2200 else {
          throw OfficeError(
            "bad-day", Bilingual(zh: "`\(word)` 不是日期\n提示：写作 2026-10-12", en: "`\(word)` is no day\nhelp: write 2026-10-12"))
        }
        return day
      }
      let facts = try office.office().letter(
        LetterRequest(
          kind, of: subject, on: day ?? Clock.now.day, document: document, issuer: issuer, meeting: meet, place: place))
      let page = facts.html(language: lang.language == .chinese ? .chinese : .english)
      guard let out else { return Terminal.write(page) }
      try Files.write(page, to: out, lang)
      Terminal.say(lang("\(facts.kind.chinese) → \(out)", "\(facts.kind.rawValue) → \(out)"))
    }
  }
}
