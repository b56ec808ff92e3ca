import Foundation
import Testing

/// What an officer types, a file says or a script prints never brings a telephone or identity number out again: not on the screen,
/// not in a log, not in a report, not in the register's bytes.
@Suite("Numbers of persons, at the command") struct PrivacyTests {
  /// Half width, letters and digits alone: a number in any dress is found.
  private static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          let half = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
          return half.isASCII && (half.properties.isAlphabetic || (48...57).contains(half.value)) ? half : nil
        }))
  }

  private static let written = [
    "13912345678", "139 1234 5678", "139-1234-5678", "１３９１２３４５６７８", "140403198001011234", "140403 19800101 123X", "１４０４０３１９８００１０１１２３Ｘ",
    "1\u{200B}3\u{200B}9\u{200B}1\u{200B}2\u{200B}3\u{200B}4\u{200B}5\u{200B}6\u{200B}7\u{200B}8",
  ]
  private static let secrets = ["13912345678", "14040319800101123"]

  @Test("none in outputs, errors, logs, reports, the prompt's answers and the register") func numbers() throws {
    let office = try SampleOffice()
    let xize = office()
    var places: [String: String] = [:]
    func keep(_ place: String, _ outcome: Command.Outcome) { places[place, default: ""] += outcome.all }
    var day = ""
    for (number, word) in Self.written.enumerated() {
      let facts = ["--county", "140403", "--referred-by", "住建", "--referred-to", "城管", "--facts", "联系 \(word) 张某", "--due", "2026-12-20"]
      let refer = ["do", "refer", "YS-\(number)", "--officer", "140403-01", "--attach", "照片 \(word)", "--document", "潞州住建〔2026〕12号 \(word)", "--at", "2026-11-02 09:00"]
      let done = try xize.run(Command.binary, refer + facts, input: "", at: #_sourceLocation)
      #expect(done.code == 0, "\(done.all)")
      keep("done", done)
      keep("shown", try xize("show", "referral", "YS-\(number)"))
      keep("refused", try xize("do", "assign", word, "--officer", word, "--person", word))
      keep("refused", try xize("do", "refer", "\(word)", "--officer", "140403-01", "--county", word))
      keep("refused", try xize("do", word, "T", "--officer", "140403-01"))
      keep("fund", try xize("do", "fund", "refuse", word, "--officer", "140423100-01", "--reason", "电话 \(word)", "--document", word))
      keep("errors", try xize("show", "complaint", word))
      keep("errors", try xize("eval", "-c", "error('\(word)')"))
      keep("errors", try xize("figures", "--as-of", word))
      keep("errors", try xize("import", "listings", "\(word).csv"))
      day += "refer YS-1\(number) --officer 140403-01 --county 140403 --referred-by 住建 --referred-to 城管 --facts \"电话 \(word)\" --due 2026-12-20 --attach 照片 --at \"2026-11-02 10:00\"\n"
    }
    try office.folder.write("day.txt", day)
    keep("log", try xize("do", "--script", "day.txt"))
    let firm = "91140403YYYY00020N"
    try office.folder.write(
      "listings.csv",
      "number,enterprise,county,list,reason,proposed_on,status\n"
        + Self.written.enumerated().map { "DR-\($0.offset),\(firm),140403,black,打 \($0.element) 找我,2026-11-02,proposed\n" }.joined())
    keep("import", try xize("import", "listings", "listings.csv"))
    keep("eval", try xize("eval", "-c", "for l in listings:each() do print(l.number, l.reason) end for r in referrals:each() do print(r.facts) end"))
    #expect(places["eval"]?.contains("DR-0") == true && places["eval"]?.contains("***") == true, "\(places["eval"]?.prefix(400) ?? "")")
    keep("job", try xize("job", "run", "monthly-lists", "--period", "2026-09", "--district", "140403", "--officer", "140403-02", "--report", "r.html"))
    places["report"] = try office.folder.read("r.html")
    for (place, text) in places.sorted(by: { $0.key < $1.key }) {
      #expect(text.utf8.count > 20, "\(place) must say something")
      for secret in Self.secrets { #expect(!Self.folded(text).contains(secret), "\(place) leaks \(secret)") }
    }
    for file in ["xize.db", "xize.db-wal"] where FileManager.default.fileExists(atPath: office.folder[file]) {
      let bytes = Data(try office.folder.bytes(file))
      for word in Self.written { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(file)") }
    }
    // What names a document stays to the letter.
    #expect(places["shown"]?.contains("潞州住建〔2026〕12号") == true)
  }
}
