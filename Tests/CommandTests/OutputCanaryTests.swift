import Canaries
import Foundation
import Testing

/// A thousand persons in the register, and every command that prints, writes or stores something of it: none is found again.
@Suite("A thousand canaries, at every command") struct OutputCanaryTests {
  /// An office whose Luzhou has a thousand complaints more, each by a canary, all against one enterprise: it meets the exit test, so
  /// that proposals, letters and packets rest on them.
  private struct Stage {
    let office: SampleOffice
    let xize: Command
    let firm: String
    let project: String
    var outputs: [String: String] = [:]

    init() throws {
      office = try SampleOffice()
      xize = office()
      let contracts = try office.folder.read("city/contracts.csv").split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let head = try #require(contracts.first)
      func at(_ name: String) throws -> Int { try #require(head.firstIndex(of: name)) }
      let (of, by, ended) = (try at("project"), try at("enterprise"), try at("ended_on"))
      let contract = try #require(contracts.dropFirst().first { $0[of].hasPrefix("140403") && $0[ended].isEmpty })
      (firm, project) = (contract[by], contract[of])
      var lines = [
        "number,source,project,enterprise,category,accepted_at,status,finding,basically_closed_at,revisited_at,satisfied,complainant_name,complainant_phone,complainant_identity,complainant_room,complainant_text"
      ]
      for one in Canary.all {
        let day = 1 + one.number % 28
        let at = "2026-09-\(day < 10 ? "0" : "")\(day) 08:00"
        let told = "\(one.name),\(one.phoneWritten),\(one.identityWritten),\(one.room),\(Canary.quoted(one.text))"
        // Eight in a hundred are refused, and lie in quarantine.
        let broken = one.number % 100 >= 92
        let answered = one.number % 2 == 0 ? "\(at),\(at),false" : ",,"
        lines.append("K-\(one.number),12345,\(project),\(firm),\(broken ? one.name : "cleaning"),\(at),\(one.number % 2 == 0 ? "basically closed" : "open"),substantiated,\(answered),\(told)")
      }
      try office.folder.write("\(Canary.all[1].name)\(Canary.all[1].phone)投诉.csv", lines.joined(separator: "\n") + "\n")
    }

    /// Runs a command and keeps what it said.
    @discardableResult
    mutating func keep(_ place: String, _ words: String..., in xize: Command? = nil, input: String = "") throws -> Command.Outcome {
      try keep(place, words, in: xize, input: input)
    }

    @discardableResult
    mutating func keep(_ place: String, _ words: [String], in xize: Command? = nil, input: String = "") throws -> Command.Outcome {
      let outcome = try (xize ?? self.xize).run(Command.binary, words, input: input, at: #_sourceLocation)
      outputs[place, default: ""] += outcome.all + "\n"
      return outcome
    }

    mutating func keep(_ place: String, file: String) throws { outputs[place, default: ""] += try office.folder.read(file) + "\n" }

    /// Every output says something, and no canary.
    func check(_ leaks: (String) -> [String] = Leaks.all) {
      for (place, text) in outputs.sorted(by: { $0.key < $1.key }) {
        #expect(text.utf8.count > 20, "\(place) must say something")
        let found = leaks(text)
        #expect(found.isEmpty, "\(place): \(found.count) leaks, first \(found.prefix(5))")
      }
    }

    /// The complaints are in the register: the import itself has told no person.
    mutating func importCanaries() throws {
      let file = "\(Canary.all[1].name)\(Canary.all[1].phone)投诉.csv"
      let done = try keep("import", "import", "complaints", file)
      #expect(done.code == 3, "some are in quarantine: \(done.all.prefix(600))")
      #expect(Set(Leaks.all(in: try office.folder.read(file))).count >= 2000, "the test is not vacuous")
    }
  }

  @Test("looking: shown, asked, exported, explained, drawn") func looking() throws {
    var stage = try Stage()
    try stage.importCanaries()
    let folder = stage.office.folder
    try stage.keep("import", "import", "--help")
    for number in ["K-1", "K-5", "K-998"] {
      try stage.keep("show", "show", "complaint", number)
      try stage.keep("case", "do", "case", "show", number)
    }
    try stage.keep("case", "do", "case", "due", "--district", "140403", "--as-of", "2026-09-30")
    let fields = try stage.keep(
      "script", "eval", "-c",
      "for c in complaints:each() do print(c.number, c.masked_name, c.masked_phone, c.content, c.complainant, c.category, c.building) end", "--district", "140403")
    #expect(fields.output.contains("K-998") == false && fields.output.contains("K-991"), "what was refused is in no table")
    #expect(fields.output.contains("***"), "what is masked is seen to be")
    try stage.keep("script", "eval", "-c", "complaints", "--district", "140403", "--format", "json")
    try stage.keep("prompt", ["repl", "--district", "140403"], input: "complaints:where{ category = \"cleaning\" }:limit(400)\n:group(\"content\"):count()\nerror(complaints:first().content)\nhelp complaint\n")
    for table in ["complaints", "enterprises", "listings", "officers", "revisits"] { try stage.keep("export", "export", table) }
    try stage.keep("export all", "export", "all", "--out", "copy")
    for file in try folder.contents("copy") { try stage.keep("export all", file: "copy/" + file) }
    for form in ["json", "xml"] { try stage.keep("export open311", "export", "open311", "--format", form, "--from", "2026-09-01") }
    let names = try stage.xize("figures", "--format", "csv").output.split(whereSeparator: \.isNewline).dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
    #expect(names.count >= 30)
    for name in names { try stage.keep("figures", "figures", name, "--as-of", "2026-09-30", "--counted", "--parameters") }
    try stage.keep("scores", "scores", "--district", "140403", "--as-of", "2026-09-30")
    for figure in [[], ["black_list"], ["red_list"], ["exit"]] { try stage.keep("why", ["why", stage.firm] + figure + ["--as-of", "2026-09-30"]) }
    #expect(stage.outputs["why"]?.contains("D10") == true)
    let script = Command.repository + "/scripts/140403-luzhou/lift-entrapment.lua"
    for format in ["table", "csv", "json", "markdown", "html"] { try stage.keep("preview", "preview", script, "--period", "2026-09", "--format", format) }
    for code in ["unknown-field", "time-limit", "missing-basis"] { try stage.keep("findings", "check", "--explain", code) }
    try stage.keep("articles", "articles", "13")
    try stage.keep("completion", "--generate-completion-script", "bash")
    try stage.keep("check", "check")
    stage.check()
  }

  @Test("doing: runs, stored proposals, reports, letters, packets, journals, and the register's bytes") func doing() throws {
    var stage = try Stage()
    try stage.importCanaries()
    let folder = stage.office.folder
    // A county's own job and report, whose words are the complaints' own.
    let scripts = "scripts/140403-luzhou/"
    let basis = "basis = { document = \"潞州住建〔2026〕19号\", article = \"第二条\", published = \"2026-06-01\" }, effective = { from = \"2026-07-01\" }"
    try folder.write(
      scripts + "told.lua",
      """
      job "told" { title = "Told", \(basis), every = "month", on_working_day = 3, missed = "run each missed month",
        run = function(period)
          for e in enterprises:each() do
            local words, n = "", 0
            for c in complaints:of(e):each() do
              n = n + 1
              if n <= 60 then words = words .. (c.masked_name or "") .. (c.masked_phone or "") .. (c.content or "") end
            end
            if words ~= "" then propose.interview(e) { because = words, evidence = complaints:of(e) } end
          end
        end }
      """)
    try folder.write(
      scripts + "listed.lua",
      """
      report "listed" { title = "Listed", \(basis), each = complaints, where = { category = "cleaning" },
        columns = { "number", "masked_name", "masked_phone", "content" } }
      """)
    var own = stage.xize
    own.environment["XIZE_SCRIPTS"] = folder["scripts"]
    try stage.keep("own", "check", folder[scripts + "told.lua"], in: own)
    let told = try stage.keep("own", ["job", "run", "told", "--period", "2026-09", "--district", "140403", "--officer", "140403-02", "--report", "told.html"], in: own)
    #expect(told.code == 0, "\(told.all.prefix(800))")
    try stage.keep("own", file: "told.html")
    try stage.keep("own", ["run", folder[scripts + "listed.lua"], "--as-of", "2026-09-30"], in: own)
    try stage.keep("own", ["why", "proposal 1"], in: own)

    for format in ["table", "csv"] {
      try stage.keep("run", ["job", "run", "monthly-lists", "--period", "2026-09", "--district", "140403", "--officer", "140403-02", "--report", "r-\(format).html", "--format", format] + (format == "csv" ? ["--rerun"] : []))
      try stage.keep("report", file: "r-\(format).html")
    }
    try stage.keep("jobs", "jobs", "list", "--at", "2026-10-12")
    try stage.keep("jobs", "jobs", "figures", "--at", "2026-10-12")
    try stage.keep("proposals", "proposals", "--state", "all", "--format", "csv")
    let listed = try stage.xize("proposals", "--district", "140403", "--format", "csv").output.split(whereSeparator: \.isNewline)
    let black = try #require(listed.first { $0.contains(stage.firm) && $0.contains("black_list") }, "the enterprise of the canaries is proposed: \(listed.prefix(5))")
    let number = String(try #require(black.split(separator: ",").first))
    #expect(stage.outputs["proposals"]?.contains("***") == true, "the words of the complaints are in what was proposed")
    try stage.keep("why", "why", "proposal \(number)")
    try stage.keep("doing", "adopt", "--document", "长政发〔2026〕8号", "--on", "2026-09-01", "--officer", "1404-01", "--at", "2026-10-12")
    try stage.keep("doing", "notice", number, "--document", "告 \(Canary.all[7].phoneWritten)", "--officer", "140403-01", "--at", "2026-10-12")
    for kind in ["notice", "auto"] { for lang in ["zh", "en"] { try stage.keep("letters", "letter", kind, number, "--lang", lang, "--document", "潞州住建告〔2026〕3号") } }
    let decided = try stage.keep("doing", "decide", number, "--accept", "--document", "决 \(Canary.all[8].phoneWritten)", "--officer", "140403-01", "--at", "2026-10-20")
    #expect(decided.code == 0, "\(decided.all)")
    for lang in ["zh", "en"] { try stage.keep("letters", "letter", "decision", number, "--lang", lang) }
    try stage.keep("letters", "letter", "interview", "1", "--meet", Canary.all[9].phoneWritten, "--place", Canary.all[10].text, "--issuer", Canary.all[10].phoneWritten)
    let packet = try stage.keep("packet", "packet", number, "--out", "packet.json")
    #expect(packet.code == 0, "\(packet.all)")
    try stage.keep("packet", file: "packet.json")
    try stage.keep("packet", "verify", "packet.json")
    try stage.keep("replay", "replay", "1", in: own)
    try stage.keep("publish", "publish", "2026-09", "--district", "140403", "--document", "公 \(Canary.all[11].phoneWritten)", "--officer", "140403-01", "--at", "2026-10-22")
    stage.check()

    // What is stored: proposals, outputs of runs, journals, whatever lies beside the register.
    for file in try folder.contents() where file.hasPrefix("xize.db") && file != "xize.db.key" {
      let bytes = try folder.bytes(file)
      #expect(Leaks.numbers(inDigits: bytes).isEmpty, "\(file)")
      let data = Data(bytes)
      for one in Canary.all { #expect(data.range(of: Data(one.name.utf8)) == nil, "\(one.name) in \(file)") }
    }
    let others = try folder.contents().filter { $0 != "city" && !$0.hasPrefix("xize.db") && !$0.hasSuffix(".csv") && $0 != "scripts" }
    #expect(others.contains("packet.json"))
    for file in others {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder[file], isDirectory: &isFolder), !isFolder.boolValue else { continue }
      #expect(Leaks.all(in: try folder.read(file)).isEmpty, "\(file)")
    }
  }

  /// Words that are wrong in each command: in its arguments, in its options, in a place where no word belongs.
  private static func wrong(_ word: String) -> [[String]] {
    [
      [word], ["--\(word)"], ["create", word], ["create", "--register", "no/\(word)/x.db"], ["sample", "--complaints", word], ["sample", "--out", "/proc/\(word)"],
      ["import", word, "x.csv"], ["import", "complaints", "\(word).csv"], ["import", "complaints", "x.csv", "--mapping", "\(word).yaml"], ["import", "complaints", "x.csv", "--encoding", word],
      ["export", word], ["export", "complaints", "--district", word], ["export", "complaints", "--out", "no/\(word)/x.csv"], ["export", "all"], ["export", "open311", "--format", word],
      ["export", "open311", "--status", word], ["export", "open311", "--from", word], ["repl", "--district", word], ["repl", "--as-of", word],
      ["eval", "-c", "error('\(word)')"], ["eval", "-c", "complaints:where{ category = '\(word)' }"], ["eval", "-c", "enterprise '\(word)'"], ["eval", "-c", "project '\(word)'.name"],
      ["eval", "-c", "x = '\(word)' + 1"], ["eval", "-c", "'\(word)"], ["eval", "-c", "complaints:group('\(word)')"], ["eval", "-c", "1", "--format", word],
      ["run", "\(word).lua"], ["run", "bad.lua"], ["run", "wrong.lua"], ["check", "\(word).lua"], ["check", "bad.lua"], ["check", "wrong.lua"], ["check", "--explain", word], ["check", "--register", "\(word).db"],
      ["new", word, "--district", word], ["say", word], ["say", "bad.lua"], ["test", word], ["test", "bad.lua"], ["preview", "\(word).lua", "--district", word], ["preview", "bad.lua", "--district", "140403"],
      ["enact", "\(word).lua", "--document", word, "--officer", word], ["repeal", word, "--from", word, "--document", word, "--officer", word],
      ["repeal", word, "--from", "2026-12-01", "--document", word, "--officer", "140403-01"], ["layers", word],
      ["job", "run", word, "--period", "2026-09"], ["job", "run", "monthly-lists", "--period", word], ["job", "run", "monthly-lists", "--period", "2026-09", "--district", word],
      ["job", "run", "monthly-lists", "--period", "2026-09", "--officer", word, "--district", "140403", "--dry-run", "--report", "no/\(word)/r.html"], ["job", "run", "monthly-lists", "--rules", word, "--period", "2026-09"],
      ["jobs", word], ["jobs", "list", "--at", word], ["jobs", "list", "--state", word], ["jobs", "tick", "--at", word], ["jobs", "late", word], ["replay", word], ["replay", "9999999"],
      ["proposals", "--state", word], ["proposals", "--district", word], ["notice", word, "--officer", word], ["notice", "9", "--officer", word, "--document", word],
      ["decide", "9", "--accept", "--officer", word], ["decide", "9", "--officer", word], ["publish", word, "--officer", word, "--document", word], ["publish", "2026-09", "--district", word, "--officer", word, "--document", word],
      ["adopt", "--document", word, "--on", word, "--officer", word], ["letter", word, "1"], ["letter", "notice", word], ["letter", "auto", word], ["letter", "notice", "1", "--on", word],
      ["packet", word, "--out", "x.json"], ["packet", "9", "--out", "no/\(word).json"], ["verify", "\(word).json"], ["verify", "bad.json"], ["scores", "--district", word], ["scores", word], ["why", word], ["why", "91140403YYYY00020N", word], ["why", "proposal \(word)"],
      ["figures", word], ["figures", "conferences", "--district", word], ["do", word], ["do", word, word, "--officer", word], ["do", "assign", word, "--officer", word, "--person", word],
      ["do", "assign", "K-1", "--officer", "140403-01", "--\(word)", word], ["do", "assign", "K-1", "--officer", "140403-01", "--person", word, "--at", word], ["do", "assign", "K-1", "--officer", "140403-01", "--person", word, "--position", word],
      ["do", "receive", word, "--officer", "140403-01", "--project", word, "--category", word, "--channel", word], ["do", "--list", word], ["do", "--script", "\(word).txt"], ["do", "--script", "day.txt"],
      ["do", "fund", "show", word], ["do", "fund", "approve", word, "--officer", word, "--amount", word], ["do", "fund", "submit", word, "--officer", word, "--project", word, "--category", word, "--amount", "1", "--balance", "1", "--kind", word],
      ["do", "case", "show", word], ["do", "case", "step", word, word, "--officer", word], ["do", "case", "refuse", word, word, "--officer", word, "--reason", word], ["do", "case", "due", "--level", word], ["do", "case", "due", "--officer", word],
      ["show", word, word], ["show", "complaint", word], ["show", "complaint", "K-1", "--as-of", word], ["unmask", word, "--officer", word, "--purpose", word], ["unmask", word, "--row", "--officer", word, "--purpose", word],
      ["vault", "give", word, "--kind", word, "--to", word, "--officer", word], ["vault", "give", word, "--kind", "revisit", "--to", word, "--officer", word], ["vault", "end", word, "--officer", word], ["vault", "end", "9", "--officer", word],
      ["vault", "expire", "--on", word, "--officer", word], ["articles", word], ["reference", word], ["district-worker", word], ["help", word],
    ]
  }

  @Test("wrong words: no message of any command repeats a number of a person", arguments: [0, 2, 3]) func errors(form: Int) throws {
    var stage = try Stage()
    let one = Canary.all[210 + form]
    let word = Canary.written(form == 3 ? one.identity : one.phone, form)
    let folder = stage.office.folder
    try folder.write("bad.lua", "local a = '\(word)'\nlocal b = = '\(word)'\nerror('\(word)')\n")
    try folder.write(
      "wrong.lua",
      """
      adjustment "\(word)" { title = "\(word)", basis = { document = "\(word)" }, effective = { from = "\(word)" }, each = complaints, where = { category = "\(word)" }, deduct = 1, because = "{\(word)}" }
      """)
    try folder.write("bad.json", "{\"\(word)\": \(word)")
    try folder.write("day.txt", "assign \(word) --officer \(word) --person \(word)\n\(word)\n! \(word) receive \(word) --officer 140403-01 --phone \(one.phone)\n# \(word)\n")
    for words in Self.wrong(word) {
      for language in ["zh", "en"] where language == "en" || words.count % 2 == 0 { try stage.keep(words.prefix(3).joined(separator: " ").replacingOccurrences(of: word, with: "…"), words, in: stage.office(language)) }
    }
    stage.check(Leaks.numbers)
    #expect(stage.outputs.count >= 90)
  }
}
