import CityModel
import Columns
import DistrictRules
import Foundation
import Testing

@testable import Bureau

/// The pages under `docs` are what the engine's own lists say. `XIZE_WRITE_PAGES=1` writes them.
@Suite("the reference") struct ReferenceTests {
  @Test("is the page that ships, in both languages", arguments: ["zh", "en"])
  func ships(language: String) throws {
    let page = ReferencePage.markdown { language == "zh" ? $0.zh : $0.en } + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/reference.\(language).md").standardized
    if ProcessInfo.processInfo.environment["XIZE_WRITE_PAGES"] != nil { try Data(page.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  @Test("names every word, field, parameter and command")
  func complete() {
    let page = ReferencePage.markdown { $0.en }
    for word in RuleWord.all { #expect(page.contains("| `\(word.english)` | `\(word.chinese)` |")) }
    for table in CitySchema.tables { for field in table.fields { #expect(page.contains("| `\(field.chinese)` |"), "\(table.name).\(field.name)") } }
    for parameter in CityParameters.all { #expect(page.contains("| `\(parameter.name)` |")) }
    for command in CityCommands.all { #expect(page.contains("| \(command.chinese) |")) }
    for verb in FundVerb.allCases { #expect(page.contains("| \(verb.chinese) |")) }
    let clauses = CommandClause.all.map(\.code) + CityInvariant.all.map(\.code) + FundInvariant.all.map(\.code) + ProposalInvariant.all.map(\.code)
    for clause in clauses { #expect(page.contains("| `\(clause)` |"), "\(clause)") }
  }

  @Test("says everything in Chinese, and keeps no sentence that nothing says")
  func chinese() {
    var said = Set(RuleWord.all.map(\.meaning))
    for table in CitySchema.tables { said.formUnion([table.meaning] + table.fields.map(\.meaning)) }
    for parameter in CityParameters.all { said.formUnion([parameter.meaning, parameter.unit]) }
    said.remove("")
    let han = /\p{Script=Han}/
    for sentence in said.sorted() { #expect(Meanings.chinese[sentence]?.contains(han) == true, "\(sentence)") }
    for sentence in Meanings.chinese.keys.sorted() where !said.contains(sentence) { Issue.record("nothing says: \(sentence)") }
  }
}
