import Bureau
import CityModel
import Columns
import DistrictRules
import Register
import SampleCity
import Testing

@Suite("a month's jobs over the sample city")
struct MonthlyJobTests {
  private static func september() throws -> Period { try #require(Period("2026-09")) }

  @Test("each case of the sample city comes out on its side of the line") func cases() throws {
    let temporary = try TemporaryOffice()
    let run = try temporary.office.runJobs(["monthly-lists"], period: Self.september(), counties: Divisions.changzhi.counties)
    let black = Set(run.proposals.filter { $0.proposal.kind == .blackList }.map(\.uscc))
    let red = Set(run.proposals.filter { $0.proposal.kind == .redList }.map(\.uscc))
    var asserted = 0
    for one in SampleCity.cases {
      for outcome in one.outcomes {
        switch outcome {
        case .blackCandidate(let isOne):
          #expect(black.contains(one.uscc) == isOne, "\(one.english)")
          asserted += 1
        case .exit(true):
          #expect(black.contains(one.uscc), "\(one.english)")
          asserted += 1
        case .score(let score):
          #expect(run.city.first { $0.uscc == one.uscc }?.score.description == score, "\(one.english)")
          asserted += 1
        case .unrated:
          #expect(run.city.first { $0.uscc == one.uscc }?.grade == .unrated, "\(one.english)")
          asserted += 1
        case .redCandidate(let isOne):
          #expect(red.contains(one.uscc) == isOne, "\(one.english)")
          asserted += 1
        default: break
        }
      }
    }
    #expect(asserted >= 15)
    #expect(red.isDisjoint(with: black))
  }

  @Test("a run is recorded once, its proposals with it; the second time nothing is written") func recordedOnce() throws {
    let temporary = try TemporaryOffice()
    let office = temporary.office
    let run = try office.runJobs(["monthly-lists"], period: Self.september(), counties: Divisions.changzhi.counties)
    let who = Attribution(officer: "job", role: "job", moment: Moment(seconds: 1_790_900_000))
    let first = try office.record(run, by: who)
    #expect(first.count == 12)
    #expect(!first.contains { !$0.isNew })
    #expect(first.reduce(0) { $0 + $1.proposals } == run.proposals.count)
    let position = try office.register.ledgerPosition()
    let again = try office.record(run, by: who)
    #expect(!again.contains { $0.isNew })
    let after = try office.register.ledgerPosition()
    #expect(after == position)
    let stored = try #require(try office.register.run(of: "monthly-lists", district: "140403", period: "2026-09"))
    let kept = try office.register.proposals(ofRun: stored.number)
    #expect(kept.count == run.districts[0].proposals.count)
  }

  @Test("the same register and rules give the same run") func deterministic() throws {
    let temporary = try TemporaryOffice(complaints: SampleCity.caseComplaints + 2000)
    func run() throws -> [ProposalFacts] {
      try temporary.office.runJobs(["monthly-lists", "early-warning"], period: Self.september(), counties: Divisions.changzhi.counties).proposals
    }
    let (first, second) = (try run(), try run())
    #expect(first == second)
    #expect(!first.isEmpty)
  }

  @Test("a job that nobody has is an error that names those there are") func unknownJob() throws {
    let temporary = try TemporaryOffice()
    let error = #expect(throws: OfficeError.self) {
      try temporary.office.runJobs(["monthly-list"], period: Self.september(), counties: [Divisions.changzhi.counties[0]])
    }
    #expect(error?.code == "unknown-job")
    #expect(error?.message.en.contains("monthly-lists") == true)
  }
}

@Suite("district scores")
struct DistrictScoreTests {
  @Test("a score is its base, its lines and the district's column, to the last thousandth") func adds() throws {
    let temporary = try TemporaryOffice(complaints: SampleCity.caseComplaints + 20_000)
    let cut = try #require(Moment("2026-10-01 00:00"))
    let snapshot = try temporary.office.snapshot(.county("140403"), asOf: cut)
    let session = try ScriptSession(snapshot)
    let scripts = try temporary.office.scripts.scripts(of: "140403")
    #expect(scripts.contains { $0.name.hasSuffix("lift-entrapment.lua") })
    let row = try CityAdvisor.countyRow(of: snapshot)
    let year = try #require(Day("2026-01-01"))...(try #require(Day("2026-09-30")))
    let scores = try DistrictScores.compute(session, county: row, scripts: scripts, year: year)
    #expect(scores.outcomes.first?.effects.isEmpty == false)
    var adjusted = 0
    for entry in scores.entries {
      #expect(entry.city.score == entry.city.lines.reduce(entry.city.base) { $0 + $1.weighted })
      let sum = entry.effects.reduce(Points.zero) { $0 + $1.effect.points }
      #expect(entry.adjustment == sum.clamped(to: Points(-10)...Points(10)))
      #expect(entry.score == (entry.city.score + entry.adjustment).clamped(to: Points(0)...Points(100)))
      if !entry.city.vetoes.isEmpty { #expect(entry.grade == .d) }
      if entry.adjustment != .zero { adjusted += 1 }
    }
    #expect(adjusted > 0)
  }

  @Test("why names what was asked for, or the nearest names") func why() throws {
    let temporary = try TemporaryOffice()
    let cut = try #require(Moment("2026-10-01 00:00"))
    let answer = try temporary.office.why("91140403YYYY00020N", scope: .county("140403"), asOf: cut)
    #expect(answer.grade == .d)
    #expect(answer.lines.rows.contains { $0[0] == "V4" })
    let english = try temporary.office.why("91140403YYYY00020N", scope: .county("140403"), asOf: cut) { $0.en }
    #expect(english.lines.rows.contains { row in if case .text(let text) = row[1] { text.contains("refusal") } else { false } })
    #expect(english.score == answer.score)
    let error = #expect(throws: OfficeError.self) { try temporary.office.why("潞州", scope: .city, asOf: cut) }
    #expect(error?.code == "unknown-enterprise")
    #expect(error?.message.zh.contains("提示") == true)
  }
}
