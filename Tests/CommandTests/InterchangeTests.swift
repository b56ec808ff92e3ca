import Foundation
import Testing

@Suite("Exports, forms and Open311 as a user has them") struct InterchangeTests {
  @Test("what a county exports as Open311, another register takes in, in both forms", arguments: ["json", "xml"]) func round(_ form: String) throws {
    let office = try SampleOffice()
    let xize = office()
    #expect(try xize("export", "open311", "--format", form, "--district", "潞州区", "--out", "requests").code == 0)
    #expect(try xize("create", "--register", "other.db").code == 0)
    for table in ["officers", "enterprises", "communities", "projects"] {
      #expect(try xize.shell("$xize export \(table) --out \(table).csv && $xize import \(table) \(table).csv --register other.db").code == 0)
    }
    let first = try xize("import", "open311", "requests", "--register", "other.db")
    #expect(first.code == 0, "\(first.all)")
    let again = try xize("import", "open311", "requests", "--format", form, "--register", "other.db")
    #expect(again.code == 0)
    #expect(again.output.contains(" 0 "), "\(again.output)")
    #expect(try xize("export", "open311", "--format", form, "--register", "other.db", "--out", "back").code == 0)
    #expect(try office.folder.bytes("back") == office.folder.bytes("requests"))
    #expect(try office.folder.bytes("back").count > 10_000)
  }

  @Test("every table goes out and comes in again") func all() throws {
    let office = try SampleOffice()
    let xize = office()
    #expect(try xize("export", "all", "--out", "copy").code == 0)
    #expect(try xize("create", "--register", "other.db").code == 0)
    let imported = try xize("import", "all", "copy", "--register", "other.db")
    #expect(imported.code == 0, "\(imported.all)")
    #expect(try xize("export", "all", "--out", "again", "--register", "other.db").code == 0)
    for file in try office.folder.contents("copy") {
      let copy = try office.folder.bytes("copy/" + file), again = try office.folder.bytes("again/" + file)
      #expect(copy == again, "\(file)")
    }
  }

  @Test("forms of every table, which are files of no rows") func forms() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder)
    #expect(try xize("export", "all", "--form", "--out", "forms").code == 0)
    #expect(try folder.contents("forms").count > 50)
    #expect(try xize("create").code == 0)
    #expect(try xize("import", "all", "forms").code == 0)
    #expect(try xize("export", "buildings", "--form").output == folder.read("forms/buildings.csv"))
  }

  @Test(
    "a wrong word has its answer",
    arguments: [
      (["export", "nothing"], "unknown-table"), (["export", "complaints", "--from", "2026-01-01"], "only-for-open311"),
      (["export", "complaints", "--format", "json"], "only-for-open311"), (["export", "open311", "--format", "csv"], "bad-format"),
      (["export", "open311", "--status", "done"], "bad-status"), (["export", "open311", "--to", "tomorrow"], "bad-day"),
      (["export", "open311", "--form"], "no-form"), (["export", "divisions", "--form"], "no-form"), (["export", "all"], "no-folder"),
      (["export", "open311", "--district", "nowhere"], "unknown-division"), (["export", "officers", "--out", "city"], "file-exists"),
      (["export", "officers", "--out", "no/such/folder"], "not-writable"), (["import", "open311", "nothing.json"], "missing-file"),
      (["import", "open311", "city/projects.csv"], "open311-json"), (["import", "open311", "x", "--format", "csv"], "bad-format"),
      (["import", "complaints", "city/complaints.csv", "--source", "x"], "source-without-open311"),
    ])
  func wrong(_ words: [String], _ code: String) throws {
    let office = try SampleOffice()
    let outcome = try office().run(Command.binary, words, input: "", at: #_sourceLocation)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains(code), "\(outcome.errors)")
    #expect(outcome.errors.contains("help:"), "\(outcome.errors)")
  }
}
