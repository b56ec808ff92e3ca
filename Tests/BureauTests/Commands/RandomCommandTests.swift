import CityModel
import Columns
import Foundation
import Register
import Testing

/// Random commands in random order at a register's file, valid and invalid, by officers who may and may not, at stale positions:
/// after each, no clause of the text is broken, as SQL over the file sees it.
@Suite("Random commands never break a clause") struct RandomCommandTests {
  @Test("of twenty-five hundred commands", arguments: [1, 2] as [UInt64]) func random(seed: UInt64) throws {
    let city = try CommandCity()
    try Self.bringExits(city)
    var chance = Chance(seed)
    var now = Moment("2026-01-05 09:00")!
    var done: [String: Int] = [:]
    var refused: [String: Int] = [:]
    let probe = RegisterClauses.all.map { "SELECT '\($0.0)' WHERE EXISTS (\($0.1))" }.joined(separator: " UNION ALL ")
    for step in 1...2500 {
      // Three hours on average, so that they fit into the year whose calendar is known.
      now = now.adding(seconds: Int64(chance.below(23_000)))
      let command = try RandomCommand.make(&chance, now, city)
      let before = try city.register.ledgerPosition()
      let outcome = try city.act(command)
      if outcome == "done" {
        done[command.name, default: 0] += 1
        #expect(command.expectedPosition != RandomCommand.stale, "a stale position is never done")
      } else {
        refused[outcome, default: 0] += 1
        #expect(try city.register.ledgerPosition() == before, "a refusal writes nothing")
      }
      // A refusal has written nothing: what held still holds.
      guard outcome == "done" else { continue }
      let breaches = try city.sql(probe)
      try #require(breaches.isEmpty, "step \(step), \(command.name) on \(command.subject): \(breaches)")
    }
    #expect(done.values.reduce(0, +) >= 250, "enough was done: \(done)")
    #expect(done.count >= 70 && refused.count >= 50, "of many kinds: \(done.keys.sorted()) \(refused.keys.sorted())")
    let rare = ["determine duty breach", "record refusal to leave", "record judgment"].filter { done[$0] != nil }
    #expect(rare.count >= 2, "what takes a long way is reached: \(rare)")
    #expect(try city.register.check().isEmpty)
  }

  /// Two exits under way, whose start takes more complainants than a random town has.
  private static func bringExits(_ city: CommandCity) throws {
    let who = Attribution(officer: "import", role: "import", moment: try #require(Moment("2026-01-02 10:00")))
    let firm = "91140403YYYY00020N"
    let files = [
      (
        ExitCase.schema,
        "number,enterprise,county,exit_ground,started_on,department_confirmed_on,street_confirmed_on,status\n"
          + (0...1).map { "exi-\($0),\(firm),140403,owners' reaction,2025-12-01,2025-11-20,2025-11-21,handing over\n" }.joined()
      ),
      (
        ExitStep.schema,
        "number,exit_case,project,exit_step,done_on\nexi-0/1,exi-0,140403001001,owners' decision,2025-12-20\nexi-1/1,exi-1,140403001002,mutual termination,2025-12-21\n"
      ),
    ]
    for (schema, rows) in files {
      let file = NSTemporaryDirectory() + "random-\(UUID().uuidString).csv"
      defer { try? FileManager.default.removeItem(atPath: file) }
      try rows.write(toFile: file, atomically: true, encoding: .utf8)
      try #require(try city.register.importTable(schema, from: file, by: who).quarantined == 0)
    }
  }
}

/// Draws that are the same on every machine (SplitMix64).
struct Chance {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
  mutating func often(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
}

enum RandomCommand {
  static let stale = 999

  /// Commands whose cases go on for several steps come up more often.
  static let names: [String] = {
    let often = [
      "receive", "assign", "record preliminary", "basically close", "revisit", "rework", "close", "propose listing", "give notice", "decide listing",
      "publish listing", "object to listing", "answer objection", "apply for repair", "decide repair", "remove listing", "order rectification", "remind",
      "determine refusal", "submit filing", "accept filing", "report contract", "file contract",
      "determine duty breach", "record refusal to leave", "guide to sue", "record judgment",
    ]
    let rest = CityCommands.all.map(\.name).filter { $0 != "enter enterprise" }
    return Array(repeating: often, count: 7).flatMap { $0 } + rest
  }()

  static func make(_ chance: inout Chance, _ now: Moment, _ city: CommandCity) throws -> CityCommand {
    let description = CityCommands.named(chance.pick(names))!
    var arguments: [String: String] = [:]
    for argument in description.arguments where argument.isRequired ? chance.often(98) : chance.often(30) {
      arguments[argument.field.name] = value(argument.field, description, &chance, now)
    }
    var officers = ["1404-01", "140403-01", "140403-02", "140403001-01", "140403001-03"]
    if chance.often(85) {
      officers = zip(officers, ["city", "county", "county", "street", "community"]).filter { pair in
        description.levels.contains { $0.rawValue == pair.1 }
      }.map(\.0)
    }
    if chance.often(2) { officers = ["nobody"] }
    return CityCommand(
      description.name, on: subject(description.table, &chance), arguments, officer: chance.pick(officers),
      expectedPosition: chance.often(5) ? stale : nil, document: chance.often(95) ? "潞〔2026〕\(chance.below(99))号" : nil,
      basis: chance.often(60) ? "潞州住建〔2026〕12号" : nil, attachments: chance.often(95) ? papers(description, &chance) : [],
      at: chance.often(96) ? now : now.adding(seconds: -Int64(chance.below(500_000))))
  }

  /// What is attached: of papers that a command names, now and then one too few.
  private static func papers(_ command: CommandDescription, _ chance: inout Chance) -> [String] {
    command.papers.isEmpty ? ["材料"] : chance.often(85) ? command.papers : [chance.pick(command.papers)]
  }

  /// A few numbers for each table, so that commands meet the same case again.
  private static func subject(_ table: TableSchema, _ chance: inout Chance) -> String {
    switch table.name {
    case "project": chance.pick(["140403001001", "140403001002", "140403001009"])
    case "community": chance.pick(["140403001001", "140403001002", "140403001008", "140403001"])
    case "building": chance.pick(["140403001001-1", "140403001001-2", "140404001001-1", "140403001002-1"])
    case "contract": "C-\(chance.below(6))"
    case "listing": "L-\(chance.below(9))"
    case "complaint": "T-\(chance.below(20))"
    default: "\(table.name.prefix(3))-\(chance.below(4))"
    }
  }

  private static func value(_ field: Field, _ command: CommandDescription, _ chance: inout Chance, _ now: Moment) -> String {
    // The one day on which the town owes something, and a year that is over.
    if command.name == "determine duty breach", chance.often(60) { return field.name == "due" ? "2026-03-31" : "公共收益公开" }
    if field.name == "year" { return "2025" }
    switch field.type {
    case .text: return chance.pick(["住建", "住建、城管", "140403001-01", "140403-01", "甲", "D15", " "])
    case .integer: return "\(chance.below(field.name == "service_level" ? 3 : 300))"
    case .flag: return chance.often(65) ? "是" : "否"
    case .moment: return now.adding(seconds: Int64(chance.below(7200)) - 7000).description
    case .day:
      let isAhead = ["deadline", "due", "expires_on", "planned_until", "covers_until"].contains(field.name)
      return now.day.adding(days: isAhead ? chance.below(20) - 1 : -chance.below(25)).description
    case .quantity(let quantity): return quantity.name == "money" ? "\(chance.pick([0, 100, 200, 300]))" : "\(chance.below(12_000))"
    case .elapsed: return "60"
    case .enumeration(let words): return chance.pick(words.values).chinese
    case .token: return "00000000000000\(chance.below(90) + 10)"
    case .reference(let name):
      switch name {
      case "enterprise": return chance.pick(["91140403YYYY00020N", "91140404YYYY000392"])
      case "division": return chance.often(92) ? "140403" : "140404"
      case "project": return chance.often(95) ? chance.pick(["140403001001", "140403001002"]) : "140404001001"
      default: return CitySchema.table(name).map { subject($0, &chance) } ?? "N-1"
      }
    }
  }
}
