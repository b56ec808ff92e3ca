import CityModel
import Columns
import SampleCity
import Testing

/// The stream of complaints: its order, each complaint's life, and the rates over all of them.
@Suite struct ComplaintTests {
  private let complaints = sheet(.complaints)

  private func shares(_ field: String, where isIn: (Int) -> Bool = { _ in true }) -> [String: Int] {
    let rows = complaints.rows.indices.filter(isIn)
    var counts: [String: Int] = [:]
    for row in rows { counts[complaints[row, field], default: 0] += 1 }
    return counts.mapValues { perMille($0, of: rows.count) }
  }

  @Test func acceptanceNeverGoesBack() throws {
    let moments = try complaints.column("accepted_at").map { try #require(Moment($0)) }
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(moments.first?.day == Day(year: 2025, month: 9, day: 1))
    #expect(moments.last?.day == Day(year: 2026, month: 10, day: 31))
  }

  @Test func everyLifeRunsForward() throws {
    for row in complaints.rows.indices {
      let names = [
        "reported_at", "accepted_at", "assigned_at", "preliminary_at", "basically_closed_at", "revisited_at",
        "closed_at",
      ]
      let moments = names.compactMap { Moment(complaints[row, $0]) }
      #expect(moments == moments.sorted())
      let status = complaints[row, "status"]
      // A13: nothing is closed without a revisit; what is basically closed has a finding and a cause of delay or none.
      #expect((status == "closed") == !complaints[row, "closed_at"].isEmpty)
      #expect(status != "closed" || !complaints[row, "revisited_at"].isEmpty)
      #expect(complaints[row, "finding"].isEmpty == complaints[row, "basically_closed_at"].isEmpty)
      #expect(complaints[row, "delay_cause"].isEmpty == complaints[row, "basically_closed_at"].isEmpty)
      #expect(["received", "open"].contains(status) == complaints[row, "basically_closed_at"].isEmpty)
      #expect(complaints[row, "false_closure"] != "true" || complaints[row, "satisfied"] == "false")
      #expect(complaints[row, "satisfied"].isEmpty || !complaints[row, "revisited_at"].isEmpty)
    }
  }

  /// The enterprise is the one whose contract covers the day of acceptance.
  @Test func theEnterpriseIsTheOneThatServedThatDay() throws {
    let contracts = sheet(.contracts)
    var byProject: [String: [Int]] = [:]
    for row in contracts.rows.indices { byProject[contracts[row, "project"], default: []].append(row) }
    for row in complaints.rows.indices {
      let day = String(complaints[row, "accepted_at"].prefix(10))
      let serving = byProject[complaints[row, "project"], default: []].filter { contract in
        let ended = contracts[contract, "ended_on"]
        return contracts[contract, Contract.from.name] <= day && (ended.isEmpty || day <= ended)
      }.map { contracts[$0, "enterprise"] }
      #expect(serving == (complaints[row, "enterprise"].isEmpty ? [] : [complaints[row, "enterprise"]]))
    }
  }

  @Test func liftsFailOnlyInHighRises() {
    let projects = sheet(.projects)
    let high = Set(projects.rows.indices.filter { projects[$0, "high_rise"] == "true" }.map { projects[$0, "code"] })
    let lifts = complaints.rows.indices.filter { complaints[$0, "category"].hasPrefix("lift") }
    #expect(lifts.count > 500)
    #expect(lifts.allSatisfy { high.contains(complaints[$0, "project"]) })
  }

  @Test func seasonsCanBeSeen() {
    let byMonth = { (months: Set<String>) in
      self.shares("category") { months.contains(String(self.complaints[$0, "accepted_at"].dropFirst(5).prefix(2))) }
    }
    let winter = byMonth(["11", "12", "01", "02"])
    let summer = byMonth(["07", "08"])
    let spring = byMonth(["04", "05"])
    #expect(winter["heating", default: 0] > 120 && summer["heating", default: 0] < 10)
    #expect(summer["drainage", default: 0] > 2 * spring["drainage", default: 0])
    #expect(summer["flying wires", default: 0] > 2 * winter["flying wires", default: 0])
    let january = byMonth(["01"])
    let july = byMonth(["07"])
    let october = byMonth(["10"])
    #expect(january["fees", default: 0] > 80 && july["fees", default: 0] > 70)
    #expect(january["fees", default: 0] > october["fees", default: 0])
    #expect(Set(shares("category").keys) == Set(Complaint.categories.dictionary))
  }

  @Test func theClocksAreMostlyKept() throws {
    var kept = (0, 0, 0)
    var all = 0
    for row in complaints.rows.indices {
      guard let accepted = Moment(complaints[row, "accepted_at"]),
        let assigned = Moment(complaints[row, "assigned_at"]),
        let preliminary = Moment(complaints[row, "preliminary_at"]),
        let closed = Moment(complaints[row, "basically_closed_at"])
      else { continue }
      all += 1
      if assigned <= accepted.adding(seconds: 1800) { kept.0 += 1 }
      if preliminary <= accepted.adding(seconds: 10_800) { kept.1 += 1 }
      if closed <= accepted.day.adding(days: 3).end { kept.2 += 1 }
    }
    #expect((920...970).contains(perMille(kept.0, of: all)))
    #expect((920...970).contains(perMille(kept.1, of: all)))
    #expect((925...960).contains(perMille(kept.2, of: all)))
  }

  @Test(arguments: [
    ("finding", "substantiated", 510...590), ("finding", "partly", 120...180),
    ("finding", "unsubstantiated", 190...250),
    ("finding", "undetermined", 60...110), ("complainant", "", 45...75), ("channel", "12345", 550...610),
    ("delay_cause", "none", 830...890), ("delay_cause", "enterprise", 30...70), ("status", "closed", 780...880),
    ("false_closure", "true", 2...10), ("reworks", "0", 890...950), ("enterprise", "", 3...30),
  ])
  func sharesLieInTheirBand(field: String, value: String, band: ClosedRange<Int>) {
    let share = shares(field)[value, default: 0]
    #expect(band.contains(share), "\(field) \(value): \(share) in a thousand")
  }

  @Test func mostBasicallyClosedOnesAreAskedAgain() {
    let closed = complaints.rows.indices.filter {
      !complaints[$0, "basically_closed_at"].isEmpty && complaints[$0, "accepted_at"] < "2026-10-01"
    }
    let revisited = closed.filter { !complaints[$0, "revisited_at"].isEmpty }
    #expect((820...880).contains(perMille(revisited.count, of: closed.count)))
  }

  @Test func aFewPeopleComplainAgainAndAgain() {
    var times: [String: Int] = [:]
    for token in complaints.column("complainant") where !token.isEmpty { times[token, default: 0] += 1 }
    #expect(perMille(times.values.filter { $0 == 1 }.count, of: times.count) > 750)
    #expect((6...60).contains(times.values.max() ?? 0))
  }

  /// Article 8's second limb decides: many enterprises pass twenty complainants, a handful has fewer than half satisfied.
  @Test func onlyAHandfulHasFewerThanHalfSatisfied() {
    var answers: [String: (satisfied: Int, answered: Int)] = [:]
    for row in complaints.rows.indices where !complaints[row, "satisfied"].isEmpty {
      let pair = complaints[row, "enterprise"] + complaints[row, "project"].prefix(6)
      answers[pair, default: (0, 0)].answered += 1
      if complaints[row, "satisfied"] == "true" { answers[pair, default: (0, 0)].satisfied += 1 }
    }
    let low = answers.values.filter { $0.answered >= 30 && 2 * $0.satisfied < $0.answered }
    #expect((2...10).contains(low.count))
    #expect((7...15).contains(sheet(.orders).column("refused_on").filter { !$0.isEmpty }.count))
  }
}
