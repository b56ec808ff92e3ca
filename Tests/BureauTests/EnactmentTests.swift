@testable import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import LuaSyntax
import Register
import Testing

/// A desk whose scripts stand in a folder of its own, so that they can be changed.
final class ScriptDesk {
  let temporary: TemporaryOffice
  let office: Office
  let scripts: String
  static let autumn = Moment("2026-10-12 09:00")!

  init(complaints: Int = 3000) throws {
    temporary = try TemporaryOffice(complaints: complaints)
    scripts = temporary.folder + "/scripts"
    try FileManager.default.copyItem(atPath: TemporaryOffice.scripts, toPath: scripts)
    office = Office(register: temporary.office.register, rulebook: temporary.office.rulebook, scripts: ScriptFolder(path: scripts))
  }

  func script(_ name: String) throws -> Script { try ScriptFolder.read("\(scripts)/\(name)") }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: "\(scripts)/\(name)", atomically: true, encoding: .utf8)
  }

  func order(
    _ name: String = "140403-luzhou/lift-entrapment.lua", officer: String = "140403-01", from: Day? = nil, preview: String? = nil
  ) throws -> EnactmentOrder {
    EnactmentOrder(
      scripts: [try script(name)], document: "潞州住建〔2026〕12号", officer: officer, reviewedBy: "潞州区司法局",
      reviewDocument: "潞司审〔2026〕7号", from: from, preview: preview)
  }

  func token(_ name: String = "140403-luzhou/lift-entrapment.lua", from: Day? = nil) throws -> String {
    try office.preview(PreviewRequest(scripts: [try script(name)], period: #require(Period("2026-09")), from: from)).token
  }

  @discardableResult
  func enact(_ name: String = "140403-luzhou/lift-entrapment.lua", from: Day? = nil, at now: Moment = autumn) throws -> RuleRevision {
    try office.enact(try order(name, from: from, preview: try token(name, from: from)), at: now)
  }

  func refusal(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? OfficeError)?.code ?? "\(error)" }
    return nil
  }
}

@Suite("enactment") struct EnactmentTests {
  @Test("a revision keeps the text, its hash, the review, the publication, the days and the preview") func kept() throws {
    let desk = try ScriptDesk()
    let token = try desk.token()
    let revision = try desk.office.enact(try desk.order(preview: token), at: ScriptDesk.autumn)
    #expect(revision.number == 1)
    #expect(revision.startsOn == Day("2026-07-01"))
    let stored = try #require(try desk.office.register.ruleRevisions(of: "140403").first)
    #expect(stored.files.map(\.name) == ["140403-luzhou/lift-entrapment.lua"])
    let text = try desk.script("140403-luzhou/lift-entrapment.lua")
    let onDisk = try String(contentsOfFile: text.name, encoding: .utf8)
    #expect(stored.files[0].text.map { String(decoding: $0, as: UTF8.self) } == onDisk)
    #expect(stored.files[0].sha256?.count == 64)
    #expect(stored.reviewedBy == "潞州区司法局" && stored.reviewDocument == "潞司审〔2026〕7号")
    #expect(stored.publishedOn == Day("2026-06-10"), "from the script's own basis")
    #expect(stored.preview == token)
    #expect(stored.areas == ["140403"])
    let entry = try #require(try desk.office.register.ledger(table: "rule_revisions").last)
    #expect(entry.kind == "rules-enacted" && entry.officer == "140403-01" && entry.document == "潞州住建〔2026〕12号")
  }

  @Test("each clause refuses, by its code, and nothing is written") func refused() throws {
    let desk = try ScriptDesk()
    let token = try desk.token()
    let office = desk.office
    let before = try office.register.ledgerPosition()
    func code(_ change: (inout EnactmentOrder) throws -> Void) -> String? {
      desk.refusal {
        var order = try desk.order(preview: token)
        try change(&order)
        _ = try office.enact(order, at: ScriptDesk.autumn)
      }
    }
    #expect(code { $0.document = "" } == "document-missing")
    #expect(code { $0.reviewedBy = nil } == "legality-review-missing")
    #expect(code { $0.reviewDocument = "" } == "legality-review-missing")
    #expect(code { $0.officer = "140429-01" } == "officer-division", "an officer of Wuxiang")
    #expect(code { $0.officer = "1404-01" } == "officer-division", "the city does not write a county's rules")
    #expect(code { $0.officer = "nobody" } == "unknown-officer")
    #expect(code { $0.preview = nil } == "preview-missing")
    #expect(code { $0.preview = "pv.h.i" } == "preview-other")
    #expect(code { $0.scripts.append(try desk.script("140429-wuxiang/early-warning.lua")) } == "outside-folder")
    #expect(code { $0.scripts = [Script(name: "somewhere/x.lua", text: "")] } == "outside-folder")
    #expect(code { $0.from = Day("2025-12-31") } == "reaches-back", "2025's grades are published")
    #expect(code { $0.published = Day("2026-11-01") } == "publication-missing", "not yet")
    #expect(code { $0.published = Day("2026-08-01") } == "before-publication", "the rule would apply before it is public")
    #expect(code { $0.from = Day("2026-09-01") } == "preview-differs", "the preview was of another first day")
    #expect(try office.register.ledgerPosition() == before)
    #expect(try office.register.ruleRevisions(of: "140403").isEmpty)
  }

  @Test("a basis without a day of publication is refused until one is given") func unpublished() throws {
    let desk = try ScriptDesk()
    let name = "140403-luzhou/lift-entrapment.lua"
    let text = try String(contentsOfFile: "\(desk.scripts)/\(name)", encoding: .utf8)
    try desk.write(name, text.replacingOccurrences(of: "公布 = \"2026-06-10\", ", with: ""))
    let token = try desk.token()
    #expect(desk.refusal { _ = try desk.office.enact(try desk.order(preview: token), at: ScriptDesk.autumn) } == "publication-missing")
    var order = try desk.order(preview: token)
    order.published = Day("2026-06-20")
    #expect(try desk.office.enact(order, at: ScriptDesk.autumn).publishedOn == Day("2026-06-20"))
  }

  @Test(
    "what `check` refuses is not enacted, whatever the preview: a looser deadline, points beyond the bound",
    arguments: [
      ("140406-lucheng/heating-season.lua", "140406-01", "小时(24)", "小时(100)", "deadline-above-city"),
      ("140403-luzhou/lift-entrapment.lua", "140403-01", "扣分 = 1,", "扣分 = 20,", "adjustment-beyond-bound"),
    ])
  func checkFailed(_ name: String, _ officer: String, _ was: String, _ becomes: String, _ code: String) throws {
    let desk = try ScriptDesk()
    let text = try String(contentsOfFile: "\(desk.scripts)/\(name)", encoding: .utf8)
    #expect(text.contains(was))
    try desk.write(name, text.replacingOccurrences(of: was, with: becomes))
    let error = #expect(throws: OfficeError.self) {
      try desk.office.enact(try desk.order(name, officer: officer, preview: try desk.token(name)), at: ScriptDesk.autumn)
    }
    #expect(error?.code == "check-failed")
    #expect(error?.message.zh.contains("[\(code)]") == true && error?.message.en.contains("[\(code)]") == true)
    #expect(try desk.office.register.ruleRevisions(of: String(name.prefix(6))).isEmpty)
    #expect(try desk.office.check([desk.script(name)], on: ScriptDesk.autumn.day).findings.map(\.code.rawValue).contains(code))
  }

  @Test("a second rule for the same facts is refused beside the one in force, not beside a draft in the folder") func besideThoseInForce() throws {
    let desk = try ScriptDesk()
    let name = "140403-luzhou/lift-entrapment.lua"
    let text = try String(contentsOfFile: "\(desk.scripts)/\(name)", encoding: .utf8)
    try desk.write("140403-luzhou/again.lua", text)
    let again = [try desk.script("140403-luzhou/again.lua")]
    #expect(try desk.office.check(again, on: ScriptDesk.autumn.day).findings.isEmpty)
    try desk.enact()
    #expect(try desk.office.check(again, on: ScriptDesk.autumn.day).findings.map(\.code.rawValue) == ["repeated-name"])
    #expect(desk.refusal { try desk.enact("140403-luzhou/again.lua") } == "check-failed")
    #expect(try desk.office.check([try desk.script(name)], on: ScriptDesk.autumn.day).findings.isEmpty, "it takes its own place")
    _ = try desk.office.repeal(
      "lift-entrapment", from: #require(Day("2026-10-12")), document: "废", officer: "140403-01", at: ScriptDesk.autumn)
    #expect(try desk.office.check(again, from: ScriptDesk.autumn.day, on: ScriptDesk.autumn.day).findings.isEmpty, "the other is repealed")
  }

  @Test("a document that is not the rule's basis is told and does not refuse") func otherDocument() throws {
    let desk = try ScriptDesk()
    var order = try desk.order(preview: try desk.token())
    order.document = "别的〔2026〕1号"
    var told: [Finding] = []
    #expect(try desk.office.enact(order, at: ScriptDesk.autumn, warnings: { told += $0.findings }).number == 1)
    #expect(told.map(\.code.rawValue) == ["other-document"])
    #expect(told.first?.diagnostic.message.chinese.contains("`潞州住建〔2026〕12号`") == true)
    #expect(told.first?.diagnostic.message.english.contains("`别的〔2026〕1号`") == true)
    told = []
    try desk.office.register.close()
    let plain = try ScriptDesk()
    _ = try plain.office.enact(try plain.order(preview: try plain.token()), at: ScriptDesk.autumn, warnings: { told += $0.findings })
    #expect(told.isEmpty)
  }

  @Test("a preview older than the data it showed, or of another text, is refused") func stale() throws {
    let desk = try ScriptDesk()
    let token = try desk.token()
    try desk.office.adopt(document: "长政发〔2026〕8号", on: #require(Day("2026-09-01")), officer: "1404-01", at: ScriptDesk.autumn)
    #expect(desk.refusal { _ = try desk.office.enact(try desk.order(preview: token), at: ScriptDesk.autumn) } == "preview-stale")
    let fresh = try desk.token()
    let name = "140403-luzhou/lift-entrapment.lua"
    let text = try String(contentsOfFile: "\(desk.scripts)/\(name)", encoding: .utf8)
    try desk.write(name, text.replacingOccurrences(of: "扣分 = 1,", with: "扣分 = 2,"))
    #expect(desk.refusal { _ = try desk.office.enact(try desk.order(preview: fresh), at: ScriptDesk.autumn) } == "preview-other")
    try desk.enact()
  }

  @Test("a published period is closed to rules and to repeals") func published() throws {
    let desk = try ScriptDesk()
    try desk.enact()
    _ = try desk.office.publish(
      #require(Period("2026-09")), division: "140403", document: "公〔2026〕9号", officer: "140403-01", at: ScriptDesk.autumn)
    #expect(desk.refusal { try desk.enact() } == "reaches-back")
    let inside = try #require(Day("2026-09-30")), after = try #require(Day("2026-10-01"))
    #expect(
      desk.refusal {
        _ = try desk.office.repeal("lift-entrapment", from: inside, document: "废", officer: "140403-01", at: ScriptDesk.autumn)
      } == "reaches-back")
    #expect(
      try desk.office.repeal("lift-entrapment", from: after, document: "废", officer: "140403-01", at: ScriptDesk.autumn).number == 2)
    #expect(
      desk.refusal {
        _ = try desk.office.publish(
          #require(Period("2026-09")), division: "140403", document: "公〔2026〕9号", officer: "140403-01", at: ScriptDesk.autumn)
      } == "already-published")
    #expect(
      desk.refusal {
        _ = try desk.office.publish(
          #require(Period("2026-10")), division: "140403", document: "公", officer: "140403-01", at: ScriptDesk.autumn)
      } == "not-over")
  }

  @Test("an old period goes by the revision in force then; the folder counts only when asked for") func oldPeriod() throws {
    let desk = try ScriptDesk(complaints: 8000)
    let name = "140403-luzhou/lift-entrapment.lua"
    let year = try #require(Day("2026-01-01"))...(try #require(Day("2026-09-30")))
    try desk.enact()
    func points(_ choice: RulesChoice = .inForce) throws -> Points {
      let period = try #require(Period("2026-09"))
      let run = try desk.office.runJobs(
        ["monthly-lists"], period: period, counties: [#require(Divisions.changzhi["140403"])], choice: choice)
      return run.districts[0].adjustments.reduce(.zero) { $0 + $1.points }
    }
    let first = try points()
    #expect(first < .zero)
    // The file is changed after enactment: it is a draft until it is enacted too.
    let text = try String(contentsOfFile: "\(desk.scripts)/\(name)", encoding: .utf8)
    try desk.write(name, text.replacingOccurrences(of: "扣分 = 1,", with: "扣分 = 2,"))
    #expect(try points() == first)
    #expect(try points(.current) < first)
    #expect(try points(.city) == .zero)
    // Enacted from September on, it leaves July's and August's facts to the first revision.
    try desk.enact(from: Day("2026-09-01"))
    let both = try points()
    let rules = try desk.office.rules(of: "140403", days: year)
    #expect(rules.source == .enacted(revision: 2))
    #expect(rules.scripts.map(\.to) == [Day("2026-08-31"), nil])
    #expect(rules.scripts.map(\.revision) == [1, 2])
    let all = try points(.current)
    #expect(both <= first && both >= all)
    // Repealed from August on, September is without it, but July's facts stay.
    _ = try desk.office.repeal("电梯困人加扣", from: #require(Day("2026-10-01")), document: "废", officer: "140403-01", at: ScriptDesk.autumn)
    #expect(try points() == both)
    let october = try #require(Day("2026-10-01"))...(try #require(Day("2026-10-31")))
    #expect(try desk.office.rules(of: "140403", days: october).scripts.isEmpty)
  }

  @Test("where nothing is enacted the folder stands in, and the run says so") func folder() throws {
    let desk = try ScriptDesk()
    let county = try #require(Divisions.changzhi["140403"])
    let period = try #require(Period("2026-09"))
    #expect(try desk.office.runJobs(["monthly-lists"], period: period, counties: [county]).districts[0].notEnacted == ["1404", "140403"])
    try desk.enact()
    #expect(try desk.office.runJobs(["monthly-lists"], period: period, counties: [county]).districts[0].notEnacted == ["1404"])
  }

  @Test("the layers of an item: the city's value, then each revision with its days") func layers() throws {
    let desk = try ScriptDesk()
    try desk.enact()
    _ = try desk.office.repeal("lift-entrapment.lua", from: #require(Day("2027-01-01")), document: "废〔2026〕1号", officer: "140403-01", at: ScriptDesk.autumn)
    let day = try #require(Day("2026-10-12"))
    let table = try desk.office.layers("city/D10", on: day)
    let kinds = table.rows.map { $0[3].plain }
    #expect(kinds == ["item", "parameter", "parameter", "adjustment", "repeal"])
    #expect(table.rows[3][6] == .day(Day("2026-07-01")!) && table.rows[3][7] == .day(Day("2026-12-31")!))
    #expect(desk.refusal { _ = try desk.office.layers("city/D99", on: day) } == "unknown-layer")
    for name in ["lift-entrapment", "lift-entrapment.lua", "电梯困人加扣"] {
      #expect(try desk.office.layers(name, on: day).rows.map { $0[3].plain } == ["adjustment", "repeal"], "\(name)")
    }
    #expect(try desk.office.layers("city/fund-emergency", on: day).rows.contains { $0[1] == "140423" }, "Xiangyuan's, not enacted")
  }
}

private enum ShippedRules {
  static let names: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: TemporaryOffice.scripts)) ?? []
    return names.filter { $0.hasPrefix("1404") && $0.hasSuffix(".lua") && !$0.hasSuffix(".test.lua") }.sorted()
  }()
}

@Suite("revisions that are overtaken") struct OvertakenTests {
  @Test("a revision that is repealed before its first day was never in force") func never() throws {
    let desk = try ScriptDesk()
    _ = try desk.enact(from: Day("2026-12-01"))
    _ = try desk.office.repeal("lift-entrapment", from: #require(Day("2026-12-01")), document: "废〔2026〕1号", officer: "140403-01", at: ScriptDesk.autumn)
    let table = try desk.office.layers("lift-entrapment", on: #require(Day("2026-10-12")))
    #expect(table.rows.first?[7] == .text("从未施行"), "\(table.rows)")
  }
}

@Suite("preview") struct PreviewTests {
  @Test("it shows what a run would make of the rule, and writes nothing") func equalsTheRun() throws {
    let desk = try ScriptDesk(complaints: 8000)
    let period = try #require(Period("2026-09"))
    let county = try #require(Divisions.changzhi["140403"])
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.office.register.path))
    let preview = try desk.office.preview(
      PreviewRequest(scripts: [try desk.script("140403-luzhou/lift-entrapment.lua")], period: period, against: .city))
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.office.register.path)) == before)
    let without = try desk.office.runJobs(["monthly-lists"], period: period, counties: [county], choice: .city).districts[0].scores
    let with = try desk.office.runJobs(["monthly-lists"], period: period, counties: [county], choice: .current).districts[0].scores
    let moved = zip(without, with).filter { $0.score != $1.score || $0.grade != $1.grade || $0.adjustment != $1.adjustment }
    #expect(preview.districts[0].scores.count == moved.count)
    #expect(!moved.isEmpty)
    for (old, new) in moved {
      let change = try #require(preview.districts[0].scores.first { $0.uscc == old.uscc })
      #expect(change.before == old.score && change.after == new.score && change.gradeAfter == new.grade)
      #expect(!change.reasons.isEmpty)
    }
    #expect(preview.districts[0].bandsAfter.reduce(0, +) == with.count { $0.grade != .unrated })
    let again = try desk.office.preview(
      PreviewRequest(scripts: [try desk.script("140403-luzhou/lift-entrapment.lua")], period: period, against: .city))
    #expect(again.token == preview.token)
  }

  @Test("every shipped script can be looked at on the sample, requests from before the rules among the rows", arguments: ShippedRules.names)
  func shipped(_ name: String) throws {
    let desk = try ScriptDesk()
    let preview = try desk.office.preview(PreviewRequest(scripts: [try desk.script(name)], period: #require(Period("2026-09"))))
    #expect(!preview.rules.isEmpty)
    #expect(PersonalText.recognised("预览编号：\(preview.token)") == "预览编号：\(preview.token)")
    #expect(try desk.office.check([desk.script(name)], on: ScriptDesk.autumn.day).findings.isEmpty)
  }

  @Test("a token holds nothing that could be a telephone or identity number, at any position of any division") func tokens() throws {
    let divisions = Divisions.changzhi.all.filter { $0.code.utf8.count <= 6 }.map(\.code)
    #expect(divisions.count == 13)
    for district in divisions {
      for position in stride(from: Int64(1), through: 100_000, by: 7) {
        let token = PreviewToken(
          position: position, district: district, period: ["2026", "2026-Q3", "2026-09", "2026-09-30"][Int(position % 4)], against: .enacted,
          scripts: "1380013800013999", digest: "0355202123498765")
        guard !token.text.contains(where: \.isNumber), PreviewToken(token.text) == token else {
          Issue.record("\(token.text)")
          return
        }
      }
      let token = PreviewToken(position: 3456, district: district, period: "2026-09", against: .city, scripts: "0123456789abcdef", digest: "fedcba9876543210")
      for said in ["预览编号：\(token.text)", "preview token: \(token.text)", "13 \(token.text) 8001380"] { #expect(PersonalText.recognised(said) == said) }
      #expect(PreviewToken(token.text) == token)
    }
    #expect(PreviewToken("pv.1.140403.2026-09.enacted.0.0") == nil, "digits")
  }

  @Test("against what is enacted, the same text changes nothing, another changes its difference") func againstEnacted() throws {
    let desk = try ScriptDesk(complaints: 8000)
    let name = "140403-luzhou/lift-entrapment.lua"
    let period = try #require(Period("2026-09"))
    try desk.enact()
    #expect(try desk.office.preview(PreviewRequest(scripts: [try desk.script(name)], period: period)).isEmpty)
    let text = try String(contentsOfFile: "\(desk.scripts)/\(name)", encoding: .utf8)
    try desk.write(name, text.replacingOccurrences(of: "扣分 = 1,", with: "扣分 = 2,"))
    let preview = try desk.office.preview(PreviewRequest(scripts: [try desk.script(name)], period: period))
    #expect(!preview.isEmpty)
    #expect(preview.districts[0].scores.allSatisfy { $0.moved <= .zero })
  }

  @Test("a job's proposals come and go; a city's script is looked at in every county") func proposals() throws {
    let desk = try ScriptDesk(complaints: 20_000)
    let period = try #require(Period("2026-09"))
    let name = "140429-wuxiang/early-warning.lua"
    let run = try desk.office.runJobs(["early-warning"], period: period, counties: [#require(Divisions.changzhi["140429"])])
    let preview = try desk.office.preview(PreviewRequest(scripts: [try desk.script(name)], period: period))
    #expect(preview.districts[0].proposals.filter(\.isNew).count == run.proposals.count)
    #expect(!run.proposals.isEmpty)
    try desk.write(
      name,
      """
      job "early-warning" {
        title = "t", basis = { document = "d", published = "2026-01-01" }, effective = { from = "2026-07-01" }, every = "month",
        run = function(period) end,
      }
      """)
    // Against the folder's own former text nothing is known: it is not enacted. Against what is enacted they go.
    #expect(try desk.office.preview(PreviewRequest(scripts: [try desk.script(name)], period: period)).isEmpty)
    let city = try desk.office.preview(PreviewRequest(scripts: [try desk.script("1404-changzhi/monthly-lists.lua")], period: period))
    #expect(city.districts.count == 12)
    #expect(city.districts.reduce(0) { $0 + $1.proposals.count } > 0)
  }

  @Test("a stricter procedure shows the requests in hand that would be due earlier or need more") func deadlines() throws {
    let desk = try ScriptDesk()
    let now = try #require(Moment("2026-10-12 09:00"))
    let snapshot = try desk.office.snapshot(.county("140423"), asOf: now)
    let project = try #require(try snapshot.table(Project.schema).column(Project.code).text(0))
    let officers = desk.temporary.folder + "/more.csv"
    try "id,name,level,division,role,from,until\nT-S1,甲某,street,\(project.prefix(9)),fund,2025-01-01,\n"
      .write(toFile: officers, atomically: true, encoding: .utf8)
    _ = try desk.office.register.importTable(
      OfficerTable.schema, from: officers, by: Attribution(officer: "import", role: "import", moment: now))
    let script = try desk.script("140423-xiangyuan/lift-emergency.lua")
    // Submitted under the city's rule alone: the county's folder is empty at that moment.
    try FileManager.default.moveItem(atPath: "\(desk.scripts)/140423-xiangyuan", toPath: "\(desk.scripts)/aside")
    _ = try FundDesk(desk.office).act(
      FundCommand(
        .submit(
          .init(
            number: "WX-9", kind: .emergency, category: "lift failure", project: project, county: "140423", street: String(project.prefix(9)),
            applicantKind: "owners committee", applicant: nil, amount: Money(fen: 6_000_000))), expectedPosition: 0, attachments: [], document: nil),
      on: "WX-9", officer: "T-S1", balance: Money(fen: 20_000_000), at: now)
    let preview = try desk.office.preview(PreviewRequest(scripts: [script], county: "140423", period: #require(Period("2026-10"))))
    let change = try #require(preview.districts[0].deadlines.first { $0.subject == "WX-9" })
    #expect(change.step == "street review")
    #expect(change.before == Day("2026-10-14") && change.after == Day("2026-10-13"), "two working days become one")
  }
}
