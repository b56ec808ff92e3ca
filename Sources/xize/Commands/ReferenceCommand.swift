internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import LuaSyntax

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print the reference as Markdown: words, tables and fields, categories, scoring items, parameters, commands, clauses.",
    discussion: """
      A name prints one part of it: words, tables, categories, items, parameters, commands or clauses, in English or Chinese, or a
      table with its fields.

      Examples:
        xize reference > reference.md
        xize reference 评分项
        xize reference 投诉类别
        xize reference 投诉
      """)

  @Argument(help: ArgumentHelp("One part, or one table. Default: everything.", valueName: "part")) var part: String?
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      guard let part else { return Terminal.print(ReferencePage.markdown { lang($0) }) }
      guard let text = ReferencePage.section(part, { lang($0) }) else {
        let parts = ReferencePage.Section.allCases
        let near = closest(to: part, among: parts.flatMap { [$0.rawValue, $0.title.zh] } + CitySchema.tables.flatMap { [$0.name, $0.chinese] })
        throw OfficeError(
          "unknown-part",
          Bilingual(
            zh: "参考里没有 `\(part)`\n提示：" + (near.map { "是否想写 `\($0)`？" } ?? parts.map(\.title.zh).joined(separator: "、") + "，或一类记录"),
            en: "the reference has no `\(part)`\nhelp: " + (near.map { "did you mean `\($0)`?" } ?? parts.map(\.rawValue).joined(separator: ", ") + ", or a table")))
      }
      Terminal.print(text)
    }
  }
}
