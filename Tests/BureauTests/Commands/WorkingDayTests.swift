import Bureau
import CityModel
import Columns
import Foundation
import Register
import Testing

@Suite("A working day of five officers") struct WorkingDayTests {
  struct Line {
    var text: String
    var expected: String
  }

  static func lines() throws -> [Line] {
    let text = try String(contentsOfFile: CommandCity.repository + "/scripts/working-day.txt", encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      guard line.hasPrefix("!") else { return Line(text: String(line), expected: "done") }
      let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
      return Line(text: String(parts[1]), expected: String(parts[0]))
    }
  }

  @Test("each line ends as it says, and the day's figures are those of the script") func day() throws {
    let city = try CommandCity()
    var officers: Set<String> = []
    var levels: Set<String> = []
    var refusals: Set<String> = []
    let lines = try Self.lines()
    for line in lines {
      let words = try #require(TypedCommand.words(of: line.text))
      let now = Moment("2026-11-24 18:00")!, officer: String
      if let request = try TypedFundCommand(words) {
        officer = request.officer
        #expect(try city.code(of: request.act(at: FundDesk(city.office), now: now)) == line.expected, "\(line.text)")
      } else {
        let command = try TypedCommand(words).command(at: now)
        officer = command.officer
        #expect(try city.act(command) == line.expected, "\(line.text)")
      }
      officers.insert(officer)
      levels.formUnion(try city.sql("SELECT level FROM officers WHERE code = '\(officer)'"))
      if line.expected != "done" { refusals.insert(line.expected) }
    }
    // What the day is to show, whatever its wording: that is the assertion of intent beside the script.
    #expect(lines.count >= 60 && officers.count == 5 && levels.count == 4 && refusals.count >= 20)

    #expect(try city.sql("SELECT status FROM complaints ORDER BY number") == ["closed", "duplicate", "transferred"])
    #expect(try city.sql("SELECT level || ' ' || satisfied FROM revisits ORDER BY number") == ["community 0", "city 1"])
    #expect(try city.sql("SELECT list || ' ' || document FROM list_entries") == ["black 潞州住建〔2026〕42号"])
    #expect(try city.sql("SELECT status FROM listings") == ["objected"])
    #expect(try city.sql("SELECT count(*) FROM contracts WHERE filed_on IS NOT NULL") == ["2"])
    #expect(try city.sql("SELECT service_mode FROM projects WHERE code = '140403001002'") == ["professional"])
    #expect(try city.sql("SELECT count(*) FROM ledger WHERE data LIKE '%138%'") == ["0"], "the telephone number is nowhere")
    #expect(try city.sql("SELECT count(*) FROM ledger WHERE subject_key = 'T-1 desk'") == ["9"])
    #expect(try city.sql("SELECT status || ' ' || paid FROM fund_requests") == ["approved 2400000"])
    #expect(try city.sql("SELECT payment_kind || ' ' || paid_amount || ' ' || a.code FROM fund_payments p JOIN fund_accounts a ON a.id = p.fund_account") == ["advance 2400000 ZH-1"])
    #expect(try city.sql("SELECT share FROM fund_allocations") == ["4800000"])
    #expect(try city.sql("SELECT papers FROM filings") == ["营业执照、人员结构"])
    #expect(try city.sql("SELECT c.name || ' ' || d.code FROM urgings u JOIN communities c ON c.id = u.community JOIN divisions d ON d.id = u.county") == ["东街社区 140403"])
    #expect(try city.sql("SELECT o.number FROM fire_inspections f JOIN orders o ON o.id = f.\"order\"") == ["ZG-2"])
    #expect(try city.sql("SELECT b.code FROM complaints c JOIN buildings b ON b.id = c.building") == ["140403001001-1"])
    #expect(try city.register.check().isEmpty)
  }

  @Test(
    "a command on a request may be named in English or Chinese, with hyphens or without; what it lacks or has too much is said",
    arguments: [
      (["fund", "submit", "W-1"], FundVerb.submit), (["fund-submit", "W-1"], .submit), (["维修资金申请", "W-1"], .submit),
      (["submit", "fund", "request", "W-1"], .submit), (["approve", "step", "W-1"], .approve), (["pay", "W-1"], .pay), (["fund", "substitute", "W-1"], .substitute),
    ])
  func fundVerbs(_ words: [String], _ verb: FundVerb) throws {
    let command = try #require(try TypedFundCommand(words + ["--officer", "X"]))
    #expect(command.verb == verb && command.number == "W-1" && command.officer == "X")
    #expect(throws: OfficeError.self) { _ = try TypedFundCommand(words) }
    #expect(throws: OfficeError.self) { _ = try TypedFundCommand(words + ["--officer", "X", "--colour", "red"]) }
    #expect(try TypedFundCommand(["assign", "T-1", "--officer", "X"]) == nil)
    let listed = CommandHelp.list(chinese: true, article: "A14").rows.map { $0[2].plain }
    #expect(listed.contains(verb.chinese))
  }

  @Test("the words of the forms are read: 一般, 小额, 应急", arguments: [("一般", FundProcedures.Kind.general), ("小额", .small), ("小额简易", .small), ("应急", .emergency), ("small", .small)])
  func fundKinds(_ word: String, _ kind: FundProcedures.Kind) throws {
    let command = try #require(
      try TypedFundCommand(["fund", "submit", "W-1", "--officer", "X", "--project", "140403001001", "--kind", word, "--category", "排水管网", "--amount", "100"]))
    guard case .submit(let submission) = try command.action.action(on: "W-1", nil) else { return #expect(Bool(false)) }
    #expect(submission.kind == kind)
  }

  @Test("a case is shown with its history, and as it stood") func show() throws {
    let city = try CommandCity()
    for line in try Self.lines() where line.expected == "done" && line.text.contains(" T-1 ") {
      _ = try city.act(try TypedCommand(try #require(TypedCommand.words(of: line.text))).command(at: Moment("2026-11-24 18:00")!))
    }
    let file = try #require(try city.register.caseFile(Complaint.schema, "T-1"))
    #expect(file.position == 9)
    #expect(file.row.text(Complaint.status) == "closed")
    let earlier = try #require(try city.register.caseFile(Complaint.schema, "T-1", asOf: Moment("2026-11-24 10:00")!))
    #expect(earlier.position == 3)
    #expect(earlier.row.text(Complaint.status) == "open")
    #expect(!earlier.row.has(Complaint.basicallyClosedAt))
    #expect(try city.register.caseFile(Complaint.schema, "T-1", asOf: Moment("2026-11-24 08:00")!) == nil, "not yet there")
  }

  @Test("words of a line: quotes hold together, an open one is refused, names may have spaces, hyphens or be Chinese")
  func words() throws {
    #expect(TypedCommand.words(of: "a  \"b c\" 'd' \"\"") == ["a", "b c", "d", ""])
    #expect(TypedCommand.words(of: "a \"b") == nil)
    for name in [["record", "preliminary"], ["record-preliminary"], ["初步结果"]] {
      let command = try TypedCommand(name + ["T-1", "--officer", "X", "--attach", "a", "--attach", "b", "--result=是"]).command(at: Moment(seconds: 0))
      #expect(CityCommands.named(command.name)?.name == "record preliminary")
      #expect(command.subject == "T-1" && command.attachments == ["a", "b"] && command.arguments == ["result": "是"])
    }
    for wrong in [["assign", "T-1", "--officer"], ["assign", "T-1", "--at", "x", "--officer", "X"], ["assign", "T-1"], ["nonsense", "T-1", "--officer", "X"], []] {
      #expect(throws: OfficeError.self) { _ = try TypedCommand(wrong).command(at: Moment(seconds: 0)) }
    }
  }

  @Test("help of every command names its article, its levels and an example that is understood", arguments: CityCommands.all.map(\.name))
  func help(_ name: String) throws {
    let command = try #require(CityCommands.named(name))
    for chinese in [true, false] {
      let text = CommandHelp.text(of: command, chinese: chinese)
      #expect(text.contains(command.article) && text.contains(command.chinese))
    }
    let example = CommandHelp.example(of: command)
    let words = try #require(TypedCommand.words(of: example)).dropFirst(2)
    let typed = try TypedCommand(Array(words)).command(at: Moment("2026-11-24 18:00")!)
    #expect(CityCommands.named(typed.name)?.name == command.name && typed.subject == "N-1")
    for (name, text) in typed.arguments {
      let field = try #require(command.arguments.first { $0.field.name == String(name.map { $0 == "-" ? "_" : $0 }) }?.field)
      #expect(throws: Never.self) { _ = try CaseValue(text, for: field) }
    }
  }
}
