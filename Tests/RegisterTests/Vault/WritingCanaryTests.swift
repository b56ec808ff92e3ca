import Canaries
import CityModel
import Columns
import Foundation
import Testing

@testable import Register

/// The second flow, under the same thousand canaries: whatever an officer types, no telephone or identity number gets behind the
/// command into the ledger, the tables, an export, a message.
@Suite("A thousand canaries in what officers write") struct WritingCanaryTests {
  /// Every number of a person, in every dress: as typed, spaced, dashed, full width, with invisible marks, in numerals.
  static let words: [String] = Canary.all.map { canary in
    "联系\(canary.phoneWritten)，证件\(canary.identityWritten)、\(canary.number % 3 == 0 ? Canary.numerals(canary.phone) : canary.phone)，c\(canary.phone)@example.com"
  }

  @Test("none in ledger, tables, exports, refusals and the file's bytes; what is no person's stays") func commands() throws {
    let city = try SmallCity()
    try city.add(OfficerTable.schema, VaultTests.officers)
    try city.add(
      PolicyVersion.schema,
      """
      code,title,document,adopted_on
      ZC-1,实施意见,长政发〔2026〕8号,2026-01-10

      """)
    let register = city.register
    let rulebook = Rulebook.empty
    var outputs: [String: String] = [:]
    var done: [String: Int] = [:]
    var now = Moment("2026-03-02 09:00")!
    func act(_ name: String, _ subject: String, _ officer: String, _ arguments: [String: String], _ word: String) throws {
      now = now.adding(seconds: 60)
      let command = CityCommand(
        name, on: subject, arguments, officer: officer, document: "潞州住建〔2026〕12号 \(word)", basis: "《民法典》\(word)", attachments: ["照片 \(word)"], at: now)
      switch try register.perform(command, rulebook: rulebook) {
      case .done(let result, _):
        done[name, default: 0] += 1
        outputs["results", default: ""] += "\(result.changes) \(result.attachments) \(result.document ?? "") \(result.basis ?? "")\n"
      case .refused(let refusal): outputs["refusals", default: ""] += "\(refusal) \(refusal.sentence.zh) \(refusal.help?.zh ?? "")\n"
      }
    }
    let firm = "91140403YYYY00020N"
    for (number, word) in Self.words.enumerated() {
      // Free text, papers, document and basis of a command that is done; and words where no words belong.
      switch number % 5 {
      case 0:
        try act(
          "refer", "YS-\(number)", "LZ-01", ["county": "140403", "referred_by": "住建", "referred_to": "城管", "enterprise": firm, "facts": word, "due": "2026-12-01"], word)
      case 1: try act("propose listing", "LB-\(number)", "LZ-01", ["enterprise": firm, "county": "140403", "list": "black", "reason": word], word)
      case 2: try act("receive", "TS-\(number)", "LZ-01", ["project": "140403001001", "category": word, "channel": "来电"], word)
      case 3: try act("receive", Canary.all[number].phoneWritten, "LZ-01", ["project": "140403001001", "category": "供暖", "channel": "来电"], word)
      default: try act("open tender", "ZB-\(number)", "LZ-01", ["project": word, "tenderer_kind": "业主"], word)
      }
    }
    #expect(done["refer"] == 200 && done["propose listing"] ?? 0 >= 1, "\(done) \(outputs["refusals"]?.prefix(600) ?? "")")

    // Free text of other tables' files.
    let listings = "number,enterprise,county,list,reason,proposed_on,status\n"
      + Self.words.enumerated().map { "DR-\($0.offset),\(firm),140403,black,\(Canary.quoted($0.element)),2026-03-01,proposed\n" }.joined()
    let summary = try city.add(Listing.schema, listings)
    #expect(summary.stored == 1000, "\(summary.firstFaults)")
    outputs["summary"] = "\(summary) \(try register.imports())"
    // A number that names somebody is refused, and the quarantine does not show it.
    let keys = "number,enterprise,county,list,reason,proposed_on,status\n"
      + Canary.all.map { "\($0.phone),\(firm),140403,black,理由,2026-03-01,proposed\n" }.joined()
    let refused = try city.add(Listing.schema, keys)
    #expect(refused.quarantined == 1000, "\(refused)")
    for row in try register.quarantine(ofImport: refused.number) { outputs["quarantine", default: ""] += "\(row)\n" }

    for word in Self.words.prefix(50) {
      let by = Attribution(officer: "CZ-01", role: "chief", moment: now, document: word)
      try register.recordAdoption(document: word, on: Day("2026-02-01")!, by: by)
      try register.recordAlert("job-missed", key: "x", data: ["reason": .array([.object(["in": .text(word)])])], by: by)
    }

    for entry in try register.ledger() { outputs["ledger", default: ""] += "\(entry)\n" }
    let cut = Moment("2026-10-01 00:00")!
    for schema in CitySchema.tables { try register.export(schema, asOf: cut, rulebook: rulebook) { outputs["export", default: ""] += $0 } }
    for (place, text) in outputs.sorted(by: { $0.key < $1.key }) {
      #expect(text.utf8.count > 50, "\(place) must say something")
      let found = Leaks.numbers(in: text)
      #expect(found.isEmpty, "\(place): \(found.count) leaks, first \(found.prefix(5))")
    }
    // Quarantined rows are kept for who corrects them, sealed.
    for suffix in ["", "-wal"] {
      guard let bytes = FileManager.default.contents(atPath: city.folder.file("city.xize" + suffix)) else { continue }
      #expect(Leaks.numbers(inDigits: bytes).isEmpty, "the file\(suffix)")
      for canary in Canary.all where canary.number % 100 < 6 {
        #expect(bytes.range(of: Data(canary.phoneWritten.utf8)) == nil, "\(canary.phoneWritten) in the file\(suffix)")
      }
    }

    // What names an enterprise, an officer or a document stays to the letter.
    let kept = try #require(outputs["ledger"])
    for text in ["潞州住建〔2026〕12号", firm, "140403001001"] { #expect(kept.contains(text) || (outputs["export"] ?? "").contains(text), "\(text)") }
    #expect(Set(Self.words.flatMap { Leaks.numbers(in: $0) }).count >= 1900, "the test is not vacuous")
  }

  @Test(
    "document numbers, credit codes and officers' numbers are no person's",
    arguments: [
      "潞州住建〔2026〕12号", "长政办发〔2026〕138号第13800条", "91140403YYYY00020N", "914403001922038216", "140403001-01", "140423100-0001 2026-05-01 10:30",
      "140403001001001", "2026-11-24 09:10", "ZB-2026-0001", "000000000000004d", "合同HT-2026-0012，金额1234567.89元", "《物业管理条例》第三十三条", "2026+lift-emergency@7 2026-09-01",
    ])
  func kept(_ text: String) { #expect(PersonalText.recognised(text) == text) }
}
