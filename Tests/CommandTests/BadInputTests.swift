import Foundation
import Testing

/// Each wrong thing, done on purpose: it is refused with its code, in words, and nothing is lost.
@Suite("bad input, at the command", .serialized) struct BadInputTests {
  /// A small register with one enterprise, made anew for each test.
  private func office(_ language: String = "en") throws -> (Command, TemporaryFolder) {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder, language)
    try folder.write("enterprises.csv", "uscc,name\n91140403YYYY00020N,潞安物业\n")
    #expect(try xize("create").code == 0)
    #expect(try xize("import", "enterprises", "enterprises.csv").code == 0)
    return (xize, folder)
  }

  private static let wrong: [(words: [String], code: String, says: String)] = [
    (["import", "enterprises", "nowhere.csv"], "missing-file", "nowhere.csv"),
    (["import", "enterprises", "."], "is-directory", "."),
    (["import", "enterprise_s", "enterprises.csv"], "unknown-table", "enterprises"),
    (["import", "enterprises", "gbk.csv"], "looks-like-gbk", "--encoding gbk"),
    (["import", "enterprises", "columns.csv"], "unknown-column", "columns.csv:1"),
    (["import", "complaints", "enterprises.csv", "--mapping", "bad.yaml"], "bad-mapping", "bad.yaml:"),
    (["check", "--register", "text.db"], "not-a-database", "text.db"),
    (["check", "--register", "newer.db"], "newer-version", "newer.db"),
    (["check", "--register", "other.db"], "other-application", "other.db"),
    (["check", "--register", "none.db"], "missing-file", "none.db"),
    (["run", "syntax.lua"], "", "syntax.lua:2:"),
    (["run", "field.lua"], "unknown-field", "did you mean `category`?"),
    (["run", "endless.lua", "--time-limit", "1"], "time-limit", "endless.lua:1"),
    (["eval", "-c", "compliants"], "", "complaints"),
    (["eval", "-c", "1", "--district", "nowhere"], "unknown-division", "潞州区"),
    (["eval", "-c", "1", "--format", "xml"], "bad-format", "markdown"),
    (["run", "field.lua", "--period", "2026-13"], "bad-period", "2026-09"),
    (["job", "run", "monthly-list", "--dry-run", "--district", "140403", "--period", "2026-09"], "unknown-job", "monthly-lists"),
    (["why", "nobody"], "unknown-enterprise", "nobody"),
    (["do", "fund", "show", "WX-0"], "unknown-request", "WX-0"),
    (["why", "91140403YYYY00020N", "beauty"], "unknown-figure", "black_list"),
    (["why", "proposal 7"], "unknown-proposal", "7"),
    (["preview", "field.lua"], "no-division", "140403-luzhou"),
    (["preview", "nowhere.lua", "--district", "140403"], "missing-file", "nowhere.lua"),
    (["enact", "field.lua", "--document", "d", "--officer", "o"], "outside-folder", "140403-luzhou"),
    (["repeal", "x", "--from", "yesterday", "--document", "d", "--officer", "o"], "bad-day", "2026-09-30"),
    (["repeal", "x", "--from", "2026-12-01", "--document", "d", "--officer", "o"], "unknown-officer", "officers.csv"),
    (["layers", "city/D99"], "unknown-layer", "D10"),
    (["publish", "2026-09", "--document", "d", "--officer", "o"], "unknown-officer", "o"),
    (["adopt", "--document", "d", "--on", "2026-09-01", "--officer", "o"], "unknown-officer", "o"),
    (["proposals", "--state", "odd"], "bad-state", "waiting"),
    (["notice", "3", "--officer", "o"], "unknown-proposal", "xize proposals"),
    (["decide", "3", "--accept", "--officer", "o"], "unknown-proposal", "3"),
    (["replay", "9"], "unknown-run", "9"),
    (["jobs", "late", "9"], "unknown-run", "9"),
    (["jobs", "tick", "--bound", "0"], "bad-bound", "--bound"),
    (["jobs", "list", "--at", "soon"], "bad-moment", "2026-09-30"),
    (["jobs", "list", "--state", "odd"], "bad-state", "missed"),
    (["job", "run", "monthly-lists", "--rules", "mine", "--period", "2026-09"], "bad-rules", "in-force"),
    (["job", "run", "monthly-lists", "--period", "2026-Q3"], "period-not-of-job", "--period 2026-09"),
    (["job", "run", "monthly-lists", "--period", "2999-01"], "period-not-over", "--dry-run"),
  ]

  @Test("each mistake has its code, names its place and ends with 1", arguments: wrong)
  func refused(words: [String], code: String, says: String) throws {
    let (xize, folder) = try office()
    try folder.write("columns.csv", "uscc,nmae\n")
    try folder.write("bad.yaml", "columns: [\n")
    try folder.write("text.db", String(repeating: "this is no database\n", count: 100))
    try folder.write("syntax.lua", "local a = 1\nlocal b = = 2\n")
    try folder.write("endless.lua", "while true do end\n")
    try folder.write(
      "field.lua",
      """
      adjustment "x" { title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, each = complaint,
        where = { categry = "noise" }, deduct = 1, because = "{number}" }
      """)
    let preparation = """
      printf 'uscc,name\\n91140400YYYY00012G,\\xc2\\xba\\xb0\\xb2\\xce\\xef\\xd2\\xb5\\n' > gbk.csv
      """
    #expect(try xize.shell(preparation).code == 0)
    // SQLite keeps the user version at byte 60 of the header and the application's number at byte 68, big-endian.
    var newer = try folder.bytes("xize.db"), other = newer
    newer.replaceSubrange(60..<64, with: [0, 0, 0x27, 0x0F])
    other.replaceSubrange(68..<72, with: [0, 0, 0, 1])
    try folder.write("newer.db", newer)
    try folder.write("other.db", other)
    let before = try xize("eval", "-c", "#enterprises").output
    let outcome = try xize.run(Command.binary, words, input: "", at: #_sourceLocation)
    #expect(outcome.code == 1, "\(outcome.all)")
    #expect(outcome.errors.contains("[\(code)") || code.isEmpty, "\(outcome.all)")
    #expect(outcome.errors.contains(says), "\(outcome.all)")
    #expect(!outcome.errors.contains("\u{1B}"), "no colour in a pipe")
    #expect(try xize("eval", "-c", "#enterprises").output == before)
  }

  /// What stands where a file is named, and what each command says of it.
  private static let named: [(words: [String], codes: [String: String])] = [
    (["say", "FILE"], ["folder": "no-scripts", "empty": "no-declaration", "binary": "invalid-utf-8", "utf16": "invalid-utf-8", "huge": "file-too-large"]),
    (["check", "FILE"], ["folder": "no-scripts", "empty": "no-declaration", "binary": "invalid-utf-8", "utf16": "invalid-utf-8", "huge": "file-too-large"]),
    (["run", "FILE", "--scripts", "folder"], ["folder": "is-directory", "empty": "no-declaration", "binary": "invalid-utf-8", "utf16": "invalid-utf-8", "huge": "file-too-large"]),
    (["eval", "-c", "what_if \"FILE\"", "--scripts", "folder"], ["folder": "is-directory", "empty": "no-declaration", "binary": "invalid-utf-8", "utf16": "invalid-utf-8", "huge": "file-too-large"]),
    (["new", "adjustment", "--from", "FILE"], ["folder": "is-directory", "empty": "missing-row", "binary": "invalid-utf-8", "utf16": "invalid-utf-8", "huge": "file-too-large"]),
    (["do", "--script", "FILE"], ["folder": "is-directory", "empty": "no-commands", "binary": "invalid-utf-8", "utf16": "invalid-utf-8", "huge": "file-too-large"]),
    (["verify", "FILE"], ["folder": "it is a folder", "empty": "packet-unreadable", "binary": "packet-unreadable", "utf16": "packet-unreadable", "huge": "packet-"]),
    (["import", "complaints", "FILE"], ["folder": "is-directory", "empty": "bad-header", "binary": "nothing was imported", "utf16": "UTF-16"]),
    (
      ["import", "complaints", "enterprises.csv", "--mapping", "FILE"],
      ["folder": "is-directory", "empty": "bad-mapping", "binary": "bad-mapping", "utf16": "bad-mapping", "huge": "bad-mapping"]
    ),
  ]

  @Test("a folder, an empty file, no text, another encoding, 8 MB: told at once, without a byte of it on the screen, and nothing is lost", arguments: named)
  func wrongFile(words: [String], codes: [String: String]) throws {
    let (xize, folder) = try office()
    #expect(try xize.shell("mkdir folder && printf '' > empty && printf '\\000\\033[31m\\377\\376\\001' > binary && printf 'a = 1\\n' | iconv -t UTF-16 > utf16").code == 0)
    try folder.write("huge", String(repeating: "a", count: 8 << 20))
    let before = try xize("eval", "-c", "#enterprises").output
    for (file, code) in codes.sorted(by: { $0.key < $1.key }) {
      let outcome = try xize.run(Command.binary, words.map { $0.replacingOccurrences(of: "FILE", with: file) }, input: "", at: #_sourceLocation)
      #expect([1, 2].contains(outcome.code) && outcome.all.contains(code) && outcome.all.contains(file), "\(file): \(outcome.all.prefix(1000))")
      #expect(!outcome.all.contains("\u{1B}") && !outcome.all.contains("\0") && outcome.all.utf8.count < 2_000, "\(file)")
    }
    #expect(try xize("eval", "-c", "#enterprises").output == before)
  }

  @Test("a GBK file is read once it is said to be one") func gbk() throws {
    let (xize, _) = try office()
    #expect(try xize.shell("printf 'uscc,name\\n91140400YYYY00012G,\\xc2\\xba\\xb0\\xb2\\xce\\xef\\xd2\\xb5\\n' > gbk.csv").code == 0)
    #expect(try xize("import", "enterprises", "gbk.csv", "--encoding", "gbk").code == 0)
    #expect(try xize("eval", "-c", "enterprise(\"91140400YYYY00012G\").name").output == "潞安物业\n")
  }

  @Test("a bad row goes to quarantine with its line, the others are stored, and the exit code says so") func quarantine() throws {
    let (xize, folder) = try office("zh")
    try folder.write("more.csv", "uscc,name\n91140400YYYY00012G,甲\n91140400YYYY00013G,乙\n\"91140404YYYY000392\",丙\n")
    let outcome = try xize("import", "enterprises", "more.csv", "--format", "json")
    #expect(outcome.code == 3)
    #expect(outcome.output.contains("\"read\":3") && outcome.output.contains("\"stored\":2") && outcome.output.contains("\"quarantined\":1"), "\(outcome.all)")
    #expect(outcome.errors.contains("more.csv:3"), "\(outcome.errors)")
    let again = try xize("import", "enterprises", "more.csv", "--format", "json")
    #expect(again.output.contains("\"stored\":0") && again.output.contains("\"known\":2"), "\(again.output)")
  }

  @Test("a dry run leaves the register's bytes as they were") func dryRun() throws {
    let (xize, folder) = try office()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder["xize.db"]))
    let outcome = try xize("job", "run", "monthly-lists", "--dry-run", "--period", "2026-09", "--district", "140403")
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder["xize.db"])) == before)
  }

  @Test("a job is recorded once; the second run says that it was") func twice() throws {
    let (xize, _) = try office()
    let words = ["job", "run", "monthly-lists", "--period", "2026-09", "--district", "140403"]
    let first = try xize.run(Command.binary, words, input: "", at: #_sourceLocation)
    let second = try xize.run(Command.binary, words, input: "", at: #_sourceLocation)
    #expect(first.code == 0 && first.errors.contains("recorded 1 run"), "\(first.all)")
    #expect(second.code == 0 && second.errors.contains("recorded 0 run") && second.errors.contains("before"), "\(second.all)")
  }

  @Test("a piped session answers line by line") func piped() throws {
    let (xize, _) = try office()
    let outcome = try xize("repl", input: "#enterprises\nfor i = 1, 2 do\nprint(i)\nend\n1 + 1\n")
    #expect(outcome.output == "1\n1\n2\n2\n", "\(outcome.all)")
  }
}

@Suite("evidence packets that cannot be used") struct BadPacketTests {
  @Test("garbage, another version, a file beyond the limit, none at all: exit code 2 and the code", arguments: [
    ("echo garbage > p.json", "packet-unreadable"), (#"echo '{"format":"xize-packet","version":2}' > p.json"#, "packet-version"),
    ("truncate -s 300M p.json", "packet-too-large"), ("true", "packet-unreadable"), ("mkdir p.json", "packet-unreadable"),
  ]) func unusable(make: String, code: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Command(in: folder).shell("\(make); \"$xize\" verify p.json")
    #expect(outcome.code == 2 && outcome.errors.contains("[\(code)]"), "\(outcome.all)")
  }
}
