import Bureau
import CityModel
import Columns
import Testing

/// What the exit test and the proposals for the lists name is all that moves them, and each of it can (DESIGN D9).
@Suite("the exit test and the lists name what moves them, and all of it") struct ListFactsTests {
  private static let day = Day("2026-09-30") ?? Day(ordinal: 0)
  private static let month = (Day("2026-09-01") ?? day)...day
  private let temporary: TemporaryOffice
  private let snapshot: Snapshot

  init() throws {
    temporary = try TemporaryOffice(complaints: 2_500, enterprises: 60, projects: 150)
    snapshot = try temporary.office.snapshot(.city, asOf: ListFactsTests.day.end)
  }

  // MARK: What people see

  /// The limbs of an enterprise's findings, county by county.
  private func exits(_ snapshot: Snapshot) throws -> [Int: [String]] {
    Dictionary(
      grouping: try ExitTest.findings(snapshot, on: ListFactsTests.day), by: \.enterprise
    ).mapValues { findings in
      findings.map { "\($0.county ?? -1) \($0.isTriggered) \($0.anonymous) " + $0.limbs.map { "\($0.kind) \($0.verdict) \($0.part) \($0.sentence.zh)" }.joined(separator: "; ") }
    }
  }

  /// Every criterion and ground of an enterprise in a county; the rank, which the others have a part in, left out.
  private func reasons(_ snapshot: Snapshot, _ county: Int) throws -> [Int: [String]] {
    let lists = try ListProposals.compute(snapshot, county: county, period: ListFactsTests.month)
    return Dictionary(grouping: lists.assessed + lists.black, by: \.enterprise).mapValues { proposals in
      proposals.flatMap { proposal in
        proposal.reasons.map { "\($0.code) \($0.verdict) \($0.sentence.zh)" } + ["\(proposal.score) \(proposal.grade) \(proposal.maximumMonths ?? 0)"]
      }
    }
  }

  private func counties() throws -> [Int] {
    let levels = try snapshot.table(Division.schema).column(Division.levelField)
    return (0..<levels.count).filter { levels.text($0) == "county" }
  }

  // MARK: Facts

  @Test("what is not named may become anything: no finding and no criterion of any enterprise moves", arguments: [1, 3])
  func unnamed(step: Int) throws {
    let before = try exits(snapshot)
    let all = try counties()
    var lists: [Int: [Int: [String]]] = [:]
    for county in all { lists[county] = try reasons(snapshot, county) }
    var seen = 0
    var moved = 0
    for firm in 0..<snapshot.table(Enterprise.schema).count {
      let exit = try snapshot.shaken(for: firm, naming: FactsRead.ofExits, step)
      let after = try exits(exit)
      #expect(after[firm] == before[firm], "the exit test of enterprise \(firm)")
      moved += after.filter { before[$0.key] != $0.value }.count
      // One of the counties in which it is judged, another for each enterprise.
      let own = all.filter { lists[$0]?[firm] != nil }
      guard !own.isEmpty else { continue }
      let county = own[(firm + step) % own.count]
      let other = try snapshot.shaken(for: firm, naming: FactsRead.ofLists, step)
      #expect(try reasons(other, county)[firm] == lists[county]?[firm], "enterprise \(firm) in county \(county)")
      seen += 1
    }
    #expect(seen >= 40 && moved > 50, "the change is one that other enterprises feel: \(seen) \(moved)")
  }

  /// Some change of a field that moves a figure.
  private func isMoved<Figure: Equatable>(
    by field: Field, of table: TableSchema, _ views: [Snapshot], _ figure: (Snapshot) throws -> Figure
  ) throws -> Bool {
    for view in views {
      let before = try figure(view)
      let column = try view.table(table).column(field.name)
      var others: [UInt32] = []
      if case .reference(let target) = field.type, let target = CitySchema.table(target) { others = (0..<view.table(target).count).map { UInt32($0) } }
      let changes = (1...6).map { column.shaken($0 * 7 - 6, references: others) { _ in true } } + [column.flat(missing: false), column.flat(missing: true)]
      if try changes.contains(where: { try figure(view.with([table.name: [field.name: $0]])) != before }) { return true }
    }
    return false
  }

  @Test("every named fact has a change that moves the exit test or a list")
  func named() throws {
    for facts in FactsRead.ofExits {
      for field in facts.fields { #expect(try isMoved(by: field, of: facts.table, [snapshot], exits), "exit: \(facts.table.name).\(field.name)") }
    }
    // What scores name, their own test moves.
    for facts in FactsRead.ofLists {
      let known = FactsRead.ofScores.first { $0.table == facts.table }?.fields ?? []
      for field in facts.fields where !known.contains(field) {
        #expect(
          try isMoved(by: field, of: facts.table, [snapshot, try tied()]) { view in try counties().map { try ranked(view, $0) } }, "lists: \(facts.table.name).\(field.name)")
      }
    }
  }

  /// The city in which everybody is of the same grade and score and pleases everybody: the code decides the order.
  private func tied() throws -> Snapshot {
    let grades = snapshot.table(PublishedGrade.schema), told = try snapshot.table(Complaint.schema).column(Complaint.satisfied)
    let grade = try grades.column(PublishedGrade.grade)
    guard case .codes(let codes, let words) = grade, let best = words.values.firstIndex(of: "A"), case .flags(let answers) = told else { return snapshot }
    return snapshot.with([
      "published_grade": [
        "grade": .codes(ColumnBuffer(Array(repeating: UInt32(best), count: codes.count)), words),
        "score": try grades.column(PublishedGrade.score).flat(missing: false),
      ],
      "complaint": ["satisfied": .flags(ColumnBuffer(Array(repeating: 2, count: answers.count)))],
    ])
  }

  /// The reasons, and the order of the red list.
  private func ranked(_ snapshot: Snapshot, _ county: Int) throws -> [String] {
    let lists = try ListProposals.compute(snapshot, county: county, period: ListFactsTests.month)
    return (lists.red + lists.assessed + lists.black).map { proposal in
      "\(proposal.enterprise) \(proposal.rank) \(proposal.score) \(proposal.grade) " + proposal.reasons.map { "\($0.code) \($0.verdict)" }.joined(separator: " ")
    }
  }

  // MARK: Evidence

  /// Whether some change of a row moves a figure.
  private func isMoved(by row: UInt32, of table: String, _ figure: (Snapshot) throws -> Bool) throws -> Bool {
    try (1...8).contains { step in try figure(try snapshot.shaking([table: [Int(row)]], step * 7 - 6)) }
  }

  @Test("each row that a limb of the exit test names can move it")
  func exitEvidence() throws {
    var tried: [ExitFinding.Limb.Kind: Int] = [:]
    for finding in try ExitTest.findings(snapshot, on: ListFactsTests.day) {
      for limb in finding.limbs where tried[limb.kind, default: 0] < 6 {
        let rows = limb.evidence.flatMap { one in one.rows.prefix(1).map { (one.table, $0) } }
        guard !rows.isEmpty else { continue }
        tried[limb.kind, default: 0] += 1
        for (table, row) in rows {
          let moves = try isMoved(by: row, of: table) { other in
            let after = try ExitTest.findings(other, on: ListFactsTests.day).first { $0.enterprise == finding.enterprise && $0.county == finding.county }
            // The same person may have complained twice: then the rows that count are others.
            return after?.limb(limb.kind)?.part != limb.part || after?.limb(limb.kind)?.evidence != limb.evidence
          }
          #expect(moves, "\(limb.kind) of enterprise \(finding.enterprise): \(table) \(row)")
        }
      }
    }
    #expect(tried.count == 3, "of all limbs: \(tried)")
  }

  @Test("each row that a criterion or a ground names can move it")
  func listEvidence() throws {
    var tried: [String: Int] = [:]
    for county in try counties() {
      let lists = try ListProposals.compute(snapshot, county: county, period: ListFactsTests.month)
      for proposal in lists.assessed + lists.black {
        for reason in proposal.reasons where tried[reason.code, default: 0] < 2 {
          let rows = reason.evidence.flatMap { one in one.rows.prefix(1).map { (one.table, $0) } }
          guard !rows.isEmpty else { continue }
          tried[reason.code, default: 0] += 1
          for (table, row) in rows {
            let moves = try isMoved(by: row, of: table) { other in
              let after = try ListProposals.compute(other, county: county, period: ListFactsTests.month)
              let now = (proposal.isBlack ? after.black : after.assessed).first { $0.enterprise == proposal.enterprise }
              let same = now?.reasons.first { $0.code == reason.code }
              return same?.verdict != reason.verdict || same?.sentence != reason.sentence || same?.evidence != reason.evidence
            }
            #expect(moves, "\(reason.code) of enterprise \(proposal.enterprise) in county \(county): \(table) \(row)")
          }
        }
      }
    }
    #expect(tried.count >= 8, "of many kinds: \(tried.keys.sorted())")
  }

  // MARK: Parameters

  @Test("the parameters that the exit test names move it, and no others") func exitParameters() throws {
    let cities = [snapshot, try snapshot.worse()]
    let findings = try cities.flatMap { try ExitTest.findings($0, on: ListFactsTests.day) }
    let named = Set(findings.flatMap { $0.readings + $0.limbs.flatMap(\.readings) }.map(\.key))
    let directions = try ParameterDirections(cities, named: named, exits)
    #expect(directions.unnamedMoved.isEmpty && directions.namedIdle.isEmpty, "\(directions)")
  }

  @Test("the parameters that a score names, of the city or a county, move it, and no others") func scoreParameters() throws {
    // Two counties, because a black list reaches further than its own.
    let all = try counties()
    let scopes: [Int?] = [nil, all.first, all.last]
    func boards(_ snapshot: Snapshot) throws -> [CreditScore] {
      try scopes.flatMap { try ScoreBoard.compute(snapshot, on: ListFactsTests.day, county: $0).scores }
    }
    let cities = [snapshot, try snapshot.worse(), try snapshot.refusing()]
    let named = Set(try cities.flatMap(boards).flatMap { $0.readings + $0.lines.flatMap(\.readings) + $0.vetoes.flatMap(\.readings) }.map(\.key))
    let directions = try ParameterDirections(cities, named: named) { other in
      try boards(other).map { score in
        "\(score.score) \(score.grade) \(score.window) \(score.lines.map { "\($0.item.code) \($0.parts) \($0.points) \($0.weighted)" }) \(score.vetoes.map(\.code))"
      }
    }
    #expect(directions.unnamedMoved.isEmpty && directions.namedIdle.isEmpty, "\(directions)")
  }

  @Test("the parameters that a list names, beside those of the scores, move it, and no others") func listParameters() throws {
    // The county with most to judge.
    let all = try counties().map { ($0, try ListProposals.compute(snapshot, county: $0, period: ListFactsTests.month)) }
    let county = try #require(all.max { ($0.1.assessed.count, $0.0) < ($1.1.assessed.count, $1.0) }).0
    let cities = [snapshot, try snapshot.worse()]
    let lists = try cities.map { try ListProposals.compute($0, county: county, period: ListFactsTests.month) }
    let boards = lists.map(\.board)
    let scores = boards.flatMap(\.scores).flatMap { $0.readings + $0.lines.flatMap(\.readings) + $0.vetoes.flatMap(\.readings) }
    let own = lists.flatMap { $0.assessed + $0.black }.flatMap { $0.readings + $0.reasons.flatMap(\.readings) }
    let exits = boards.flatMap(\.exits).flatMap { $0.readings + $0.limbs.flatMap(\.readings) }
    let named = Set((scores + own + exits).map(\.key))
    let directions = try ParameterDirections(cities, named: named) { other in
      let lists = try ListProposals.compute(other, county: county, period: ListFactsTests.month)
      return (lists.red + lists.assessed + lists.black).map { proposal in
        "\(proposal.enterprise) \(proposal.rank) \(proposal.isWithinShare) \(proposal.score) \(proposal.grade) \(proposal.minimumMonths ?? 0) \(proposal.maximumMonths ?? 0) "
          + proposal.reasons.map { "\($0.code) \($0.verdict) \($0.sentence.zh)" }.joined(separator: " ")
      }
    }
    #expect(directions.unnamedMoved.isEmpty, "\(directions)")
    let idle = Set(directions.namedIdle).subtracting(scores.map(\.key))
    #expect(idle.isEmpty, "\(idle.sorted())")
  }
}
