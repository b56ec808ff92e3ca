import Columns
import Testing

@testable import CityModel

@Suite("Clauses that no command passes: one good and one bad case each") struct InvariantTests {
  @Test("every clause has its pair, and every pair its clause") func complete() {
    #expect(Set(InvariantFixtures.all.map(\.code)) == Set(CityInvariant.all.map(\.code)))
    #expect(Set(CityInvariant.all.map(\.code)).count == CityInvariant.all.count, "codes are unique")
    for clause in CityInvariant.all {
      #expect(!clause.article.isEmpty && !clause.sentence.zh.isEmpty && !clause.sentence.en.isEmpty)
      #expect(clause.code.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }

  @Test("the good case passes", arguments: InvariantFixtures.all) func good(_ clause: Clause) throws {
    #expect(try verdict(clause, clause.good, clause.withGood) == nil)
  }

  @Test("the bad case does not, and says why in both languages", arguments: InvariantFixtures.all) func bad(_ clause: Clause) throws {
    let facts = try #require(try verdict(clause, clause.bad, clause.withBad))
    #expect(!facts.zh.isEmpty && !facts.en.isEmpty)
    #expect(facts.zh.unicodeScalars.contains { $0.value > 0x3000 })
  }

  private func verdict(_ clause: Clause, _ values: [(Field, CaseValue)], _ also: [CaseRow]) throws -> Bilingual? {
    let invariant = try #require(CityInvariant.all.first { $0.code == clause.code })
    let reader = HandfulOfRows(clause.with + also)
    // A row of the same key among the further rows is the one that is about to change.
    let stored = also.first { $0.table.name == clause.table.name && $0.key == clause.key }
    let key = values.first { $0.0 == clause.table.keyField }?.1.text ?? clause.key
    let before = stored ?? CaseRow(clause.table, key: clause.table.name == Complaint.schema.name ? clause.key : key, clause.before)
    let row = before.after(Change(clause.table, key: before.key, isNew: before.values.isEmpty, values))
    var related: [String: [CaseRow]] = [:]
    for need in invariant.needs { related[need.name] = try need.rows(of: row, related, after: [row], reader) }
    let day = InvariantFixtures.day
    let changed = ChangedRow(row: row, before: before, related: related, day: day, now: day.end, rulebook: try Fixture.rulebook())
    return try invariant.check(changed)
  }
}
