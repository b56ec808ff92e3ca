import Bureau
import CityModel
import Columns
import Testing

/// An explanation names the facts that it read. Whatever it does not name may become anything, and the figure stays; whatever it
/// names can move it (DESIGN D9).
@Suite("an explanation names what moves a figure, and all of it") struct ScoreFactsTests {
  private static let day = Day("2026-09-30") ?? Day(ordinal: 0)

  /// The score as everything that people see of it.
  private func figure(_ score: CreditScore?) -> String {
    guard let score else { return "none" }
    let lines = score.lines.map { "\($0.item.code) \($0.project ?? -1) \($0.count) \($0.weighted)" }
    return "\(score.score) \(score.grade.rawValue) \(lines) \(score.vetoes.map(\.code))"
  }

  @Test("what is not named may become anything: no figure of any enterprise moves", arguments: [1, 3])
  func unnamed(step: Int) throws {
    let temporary = try TemporaryOffice(complaints: 2_500, enterprises: 60, projects: 150)
    let snapshot = try temporary.office.snapshot(.city, asOf: ScoreFactsTests.day.end)
    let before = try ScoreBoard.compute(snapshot, on: ScoreFactsTests.day)
    var moved = 0
    for firm in 0..<snapshot.table(Enterprise.schema).count {
      let other = try snapshot.shaken(for: firm, naming: FactsRead.ofScores, step)
      let after = try ScoreBoard.compute(other, on: ScoreFactsTests.day)
      #expect(figure(after[enterprise: firm]) == figure(before[enterprise: firm]), "enterprise \(firm)")
      if firm % 20 == 0 { moved += after.scores.filter { figure($0) != figure(before[enterprise: $0.enterprise]) }.count }
    }
    #expect(moved > 50, "the change is one that other enterprises feel")
  }

  @Test("every named fact has a change that moves a figure")
  func named() throws {
    let temporary = try TemporaryOffice(complaints: 2_500, enterprises: 60, projects: 150)
    let snapshot = try temporary.office.snapshot(.city, asOf: ScoreFactsTests.day.end)
    // The closing counts where there was no basic closing; a county matters to a county's figures.
    let basically = try snapshot.table(Complaint.schema).column(Complaint.basicallyClosedAt)
    let closedAtOnce = snapshot.with(["complaint": ["basically_closed_at": basically.flat(missing: true)]])
    let county = try #require(try snapshot.table(Project.schema).column(Project.county).reference(0))
    let views: [(Snapshot, Int?)] = [(snapshot, nil), (snapshot, county), (closedAtOnce, nil)]
    let before = try views.map { try ScoreBoard.compute($0.0, on: ScoreFactsTests.day, county: $0.1).scores.map(figure) }
    for facts in FactsRead.ofScores {
      for field in facts.fields {
        let column = try snapshot.table(facts.table).column(field.name)
        #expect(column.count > 0, "the city has \(facts.table.plural)")
        var others: [UInt32] = []
        if case .reference(let target) = field.type, let target = CitySchema.table(target) {
          others = (0..<snapshot.table(target).count).map { UInt32($0) }
        }
        let changes = (1...6).map { column.shaken($0 * 7 - 6, references: others) { _ in true } } + [column.flat(missing: false), column.flat(missing: true)]
        let moves = try changes.contains { change in
          try views.indices.contains { at in
            let other = views[at].0.with([facts.table.name: [field.name: change]])
            return try ScoreBoard.compute(other, on: ScoreFactsTests.day, county: views[at].1).scores.map(figure) != before[at]
          }
        }
        #expect(moves, "\(facts.table.name).\(field.name)")
      }
    }
  }

  /// A line of a score: its points before the cap, or none.
  private func line(_ board: ScoreBoard, _ firm: Int, _ item: String, _ project: Int?) -> String {
    guard let line = board[enterprise: firm]?.lines.first(where: { $0.item.code == item && $0.project == project }) else { return "none" }
    return "\(line.uncapped) \(line.parts)"
  }

  @Test("every row that a line shows as evidence can move that line, where cases are counted; where a share is taken, all of them together")
  func evidence() throws {
    let temporary = try TemporaryOffice(complaints: 2_500, enterprises: 60, projects: 150)
    let snapshot = try temporary.office.snapshot(.city, asOf: ScoreFactsTests.day.end)
    let board = try ScoreBoard.compute(snapshot, on: ScoreFactsTests.day)
    var tried: [String: Int] = [:]
    for score in board.scores {
      for one in score.lines where tried[one.item.code, default: 0] < 2 {
        tried[one.item.code, default: 0] += 1
        let before = line(board, score.enterprise, one.item.code, one.project)
        let rows = Dictionary(grouping: one.evidence.filter { $0.count > 0 }, by: \.table).mapValues { $0.flatMap { $0.rows.map { Int($0) } } }
        guard let (table, first) = rows.first else { continue }
        // A deduction of so many cases stands on so many rows, each of which counts.
        let eachCounts = rows.count == 1 && one.item.code.hasPrefix("D") && one.count == first.count
        for group in eachCounts ? first.prefix(2).map({ [table: [$0]] }) : [rows] {
          let moves = try (1...8).contains { step in
            let other = try ScoreBoard.compute(try snapshot.shaking(group, step * 7 - 6), on: ScoreFactsTests.day)
            return line(other, score.enterprise, one.item.code, one.project) != before
          }
          #expect(moves, "\(one.item.code) of enterprise \(score.enterprise): \(group)")
        }
      }
    }
    #expect(tried.count >= 15, "of many items: \(tried.keys.sorted())")
  }
}
