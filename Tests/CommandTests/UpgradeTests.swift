import Testing

/// The registers that earlier versions wrote are those that the replays keep.
@Suite("a register of an older version") struct UpgradeTests {
  @Test("is refused for reading with what to do, and after that is read; its entries stay", arguments: ["2026-11", "2026-11-jobs"])
  func upgrade(_ name: String) throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder)
    _ = try xize.shell("gunzip -c '\(Command.repository)/Tests/Fixtures/replays/\(name).db.gz' > xize.db")
    let entries = try xize.shell("sqlite3 -readonly xize.db 'SELECT count(*) FROM ledger'").output
    let before = try xize("eval", "-c", "1 + 1")
    #expect(before.code == 1 && before.errors.contains("[older-version] xize.db: ") && before.errors.contains("xize upgrade --register xize.db"), "\(before.all)")
    let upgrade = try xize("upgrade")
    #expect(upgrade.code == 0 && upgrade.all.contains("upgraded xize.db"), "\(upgrade.all)")
    #expect(try xize.shell("sqlite3 -readonly xize.db 'SELECT count(*) FROM ledger'").output == entries)
    #expect(try xize("eval", "-c", "1 + 1").output == "2\n")
    let again = try xize("upgrade")
    #expect(again.code == 0 && again.all.contains("xize.db has today's layout already"), "\(again.all)")
  }
}
