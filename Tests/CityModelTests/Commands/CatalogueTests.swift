import CityModel
import Columns
import Testing

@Suite("The list of commands") struct CatalogueTests {
  @Test("names are unique in both languages, and both find the command") func names() {
    let all = CityCommands.all
    #expect(all.count >= 100)
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.chinese)).count == all.count)
    for command in all {
      let dashed = String(command.name.map { $0 == " " ? "-" : $0 })
      #expect(CityCommands.named(dashed)?.name == command.name)
      #expect(CityCommands.named(command.chinese)?.name == command.name)
    }
  }

  @Test("every article that asks something of an office has commands") func articles() {
    let articles = Set(CityCommands.all.map(\.article))
    for number in 1...18 { #expect(articles.contains("A\(number)"), "A\(number)") }
  }

  @Test("a command acts on a table of the city, has levels and says what it does in both languages", arguments: CityCommands.all.map(\.name))
  func complete(_ name: String) throws {
    let command = try #require(CityCommands.named(name))
    #expect(CitySchema.storedTables.contains { $0.name == command.table.name })
    #expect(!command.levels.isEmpty && !command.meaning.zh.isEmpty && !command.meaning.en.isEmpty)
    #expect(Set(command.arguments.map(\.field.name)).count == command.arguments.count)
    let taken: Set = ["officer", "document", "basis", "position", "at", "attach", "register", "lang", "format", "scripts", "phone"]
    #expect(command.arguments.allSatisfy { !taken.contains($0.field.name) })
    for earlier in command.notBy { #expect(CityCommands.named(earlier) != nil) }
    for argument in command.arguments where !argument.example.isEmpty {
      let value = try CaseValue(argument.example, for: argument.field)
      #expect(!value.isNone)
    }
  }

  @Test("a table of the city that is not computed or imported only has a command that writes it") func tables() {
    let written = Set(CityCommands.all.map(\.table.name))
    // Rows that come with another command, from the divisions, or from the fund procedure.
    let elsewhere: Set = [
      "division", "revisit", "rework", "disposition", "complaint_assignment", "list_entry", "exit_step",
      "service_period", "fund_request", "fund_allocation", "fund_payment", "published_grade",
    ]
    let missing = CitySchema.storedTables.map(\.name).filter { !written.contains($0) && !elsewhere.contains($0) }
    #expect(missing.isEmpty)
  }
}
