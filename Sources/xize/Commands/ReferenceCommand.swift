internal import ArgumentParser
internal import Bureau

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print the reference as Markdown: words, tables and fields, scoring items, parameters, commands, clauses.",
    discussion: """
      Examples:
        xize reference > reference.md
        xize reference --lang zh | grep 投诉
      """)

  @OptionGroup var lang: LanguageOptions

  func run() throws { Terminal.print(ReferencePage.markdown { lang($0) }) }
}
