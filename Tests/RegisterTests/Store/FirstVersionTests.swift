import CityModel
import Columns
import Testing

@testable import Register

@Suite("A register of the first version") struct FirstVersionTests {
  @Test("gets the new columns, keeps its entries, and stamps the next ones") func migrates() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("old.xize")
    let old = try Register.create(at: path, key: TokenKey(low: 1, high: 2))
    for statement in [
      "DROP INDEX complaints_original", "DROP INDEX ledger_moment", "ALTER TABLE complaints DROP COLUMN duplicate_of", "ALTER TABLE credit_records DROP COLUMN origin",
      "ALTER TABLE inspections DROP COLUMN inspection_findings", "ALTER TABLE ledger DROP COLUMN recorded_at",
      "ALTER TABLE filings DROP COLUMN papers", "ALTER TABLE projects DROP COLUMN fit_for_professional", "ALTER TABLE service_periods DROP COLUMN service_operator",
      "ALTER TABLE work_tasks DROP COLUMN leading_group", "ALTER TABLE work_tasks DROP COLUMN task_matter", "DROP TABLE member_units",
      "INSERT INTO ledger (position, moment, officer, role, kind, data) VALUES (1, 1790000000, 'CZ-01', 'chief', 'import', '{}')",
      "PRAGMA user_version = 1",
    ] { try old.execute(statement) }
    try old.close()
    let machine = Moment("2026-11-24 10:00")!
    let register = try Register.open(at: path, clock: RecordingClock { machine })
    try register.recordAdoption(
      document: "长政发〔2026〕8号", on: Day("2026-09-01")!, by: Attribution(officer: "CZ-01", role: "chief", moment: Moment("2026-11-01 10:00")!))
    let entries = try register.ledger()
    #expect(entries.map(\.recordedAt) == [nil, machine])
    #expect(entries.map(\.delay) == [nil, 23 * 86_400])
    #expect(try register.texts("SELECT name FROM pragma_table_info('complaints') WHERE name = 'duplicate_of'").count == 1)
    #expect(try register.texts("SELECT origin FROM credit_records UNION ALL SELECT inspection_findings FROM inspections").isEmpty)
    #expect(
      try register.texts(
        "SELECT f.papers || p.fit_for_professional || s.service_operator || w.task_matter || w.leading_group || m.name FROM filings f, projects p, service_periods s, work_tasks w, member_units m"
      ).isEmpty)
    #expect(try register.check().isEmpty)
  }
}
