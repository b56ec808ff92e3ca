import CityModel
import Columns
import SampleCity
import Testing

/// The cases, counted again from the files by code that shares nothing with the generator.
@Suite struct CaseTests {
  @Test func everyCaseIsInTheFilesUnderItsCode() throws {
    let names = Set(SampleCity.cases.map(\.english))
    #expect(names.count == SampleCity.cases.count && names.count == 25)
    let codes = sheet(.enterprises).column("uscc")
    for (position, story) in SampleCity.cases.enumerated() {
      #expect(codes[position] == story.uscc && story.number == position + 1)
      #expect(!story.chinese.isEmpty && !story.expectedChinese.isEmpty && !story.outcomes.isEmpty)
    }
    // The codes that the documentation names.
    #expect(codes[1] == "91140403YYYY00020N" && codes[7] == "91140428YYYY0008XX" && codes[9] == "91310000YYYY00100B")
  }

  @Test(arguments: SampleCity.cases)
  func theFactsGiveTheOutcomes(story: SampleCase) throws {
    for outcome in story.outcomes {
      switch outcome {
      case .complainants(let count): #expect(complainants(story) == count)
      case .satisfaction(let satisfied, let answered): #expect(satisfaction(story) == [satisfied, answered])
      case .exit(let isMet): #expect(exit(story) == isMet)
      case .veto("V1"): #expect(records(story).contains("V1"))
      case .veto("V3"): #expect(unheededUrgings(story) >= 4)
      case .veto("V4"): #expect(exit(story) && hasRefusal(story))
      case .veto(let other): Issue.record("no such case: \(other)")
      case .unfiled(let isUnfiled): #expect(unfiled(story) == isUnfiled)
      case .redCandidate(let isOne):
        #expect((gradeOf2025(story) == "A" && !hasOpenOrder(story) && !unfiled(story)) == isOne)
      case .blackCandidate(let isOne):
        #expect((exit(story) || records(story).contains("V1") || unheededUrgings(story) >= 4) == isOne)
      case .blackListed(let isListed): #expect(blackDays(story).contains { $0.contains(story.day) } == isListed)
      case .fund(let request, let step, let refused):
        let row = try #require(sheet(.fundRequests).column("number").firstIndex(of: request))
        let parties = ["applicant", "user"].map { sheet(.fundRequests)[row, $0] }
        #expect(parties.contains(story.uscc))
        #expect(sheet(.fundRequests)[row, "status"] == (step == "approve" ? "reviewed" : "approved"))
        #expect(blackDays(story).contains { $0.contains(story.day) } == refused)
      case .score(let score): #expect(simpleScore(story) == Points(score))
      case .unrated: #expect(since(story).map { $0.adding(months: 3) > story.day } == true)
      case .blackMonths(let count):
        #expect(Set(blackDays(story).flatMap { $0.map { $0.description.prefix(7) } }).count == count)
      }
    }
    if !story.outcomes.contains(.veto("V3")) { #expect(unheededUrgings(story) < 4) }
  }

  // MARK: Counting

  private func rows(_ file: SampleFile, _ story: SampleCase) -> [Int] {
    sheet(file).rows.indices.filter { sheet(file)[$0, "enterprise"] == story.uscc }
  }

  private func complaints(_ story: SampleCase) -> [Int] {
    let from = story.day.adding(months: -12).description
    let to = story.day.description
    return rows(.complaints, story).filter { row in
      let day = sheet(.complaints)[row, "accepted_at"].prefix(10)
      return day > from && day <= to && sheet(.complaints)[row, "project"].hasPrefix(story.county)
    }
  }

  private func complainants(_ story: SampleCase) -> Int {
    let found = complaints(story).filter { ["substantiated", "partly"].contains(sheet(.complaints)[$0, "finding"]) }
    return Set(found.map { sheet(.complaints)[$0, "complainant"] }.filter { !$0.isEmpty }).count
  }

  private func satisfaction(_ story: SampleCase) -> [Int] {
    let answers = complaints(story).map { sheet(.complaints)[$0, "satisfied"] }
    let asked = rows(.surveys, story).filter {
      Day(sheet(.surveys)[$0, "held_on"]).map { $0 > story.day.adding(months: -12) && $0 <= story.day } == true
    }
    func sum(_ field: String) -> Int { asked.compactMap { Int(sheet(.surveys)[$0, field]) }.reduce(0, +) }
    return [
      answers.filter { $0 == "true" }.count + sum(Survey.satisfied.name), answers.filter { !$0.isEmpty }.count + sum(Survey.answered.name),
    ]
  }

  private func hasRefusal(_ story: SampleCase) -> Bool {
    rows(.orders, story).contains { !sheet(.orders)[$0, "refused_on"].isEmpty }
  }

  private func exit(_ story: SampleCase) -> Bool {
    let answers = satisfaction(story)
    return complainants(story) > 20 && (hasRefusal(story) || answers[1] >= 30 && 2 * answers[0] < answers[1])
  }

  private func records(_ story: SampleCase) -> [String] {
    rows(.creditRecords, story).map { sheet(.creditRecords)[$0, "item"] }
  }

  private func unheededUrgings(_ story: SampleCase) -> Int {
    rows(.urgings, story).filter {
      sheet(.urgings)[$0, "topic"] == "filing" && sheet(.urgings)[$0, "heeded_on"].isEmpty
        && sheet(.urgings)[$0, "deadline"] < story.day.description
    }.count
  }

  private func unfiled(_ story: SampleCase) -> Bool {
    let served = Set(rows(.contracts, story).map { sheet(.contracts)[$0, "project"].prefix(6) })
    let filed = rows(.filings, story).filter { sheet(.filings)[$0, "status"] == "accepted" }
    return !served.subtracting(filed.map { sheet(.filings)[$0, "county"].prefix(6) }).isEmpty
  }

  private func hasOpenOrder(_ story: SampleCase) -> Bool {
    rows(.orders, story).contains { sheet(.orders)[$0, "rectified_on"].isEmpty }
  }

  private func gradeOf2025(_ story: SampleCase) -> String? {
    rows(.publishedGrades, story).first { sheet(.publishedGrades)[$0, "year"] == "2025" }
      .map { sheet(.publishedGrades)[$0, "grade"] }
  }

  /// From the decision to the day before the removal.
  private func blackDays(_ story: SampleCase) -> [[Day]] {
    rows(.listEntries, story).filter { sheet(.listEntries)[$0, "list"] == "black" }.compactMap { row in
      guard let from = Day(sheet(.listEntries)[row, "decided_on"]) else { return nil }
      let until = Day(sheet(.listEntries)[row, "removed_on"])?.adding(days: -1) ?? story.day
      return (from.ordinal...until.ordinal).map { Day(ordinal: $0) }
    }
  }

  private func since(_ story: SampleCase) -> Day? {
    sheet(.enterprises).column("uscc").firstIndex(of: story.uscc).flatMap {
      Day(sheet(.enterprises)[$0, "serving_since"])
    }
  }

  /// The score of an enterprise that has nothing but commendations, takeovers, quarters without overdue complaints and
  /// substantiated complaints kept in time (domain reference 3.2).
  private func simpleScore(_ story: SampleCase) -> Points {
    var score = Points(80) + Points(3) - Points(thousandths: 500).times(complainants(story))
    for row in rows(.creditRecords, story) {
      switch (sheet(.creditRecords)[row, "item"], sheet(.creditRecords)[row, "variant"]) {
      case ("G01", "province"): score += Points(5)
      case ("G04", "takeover"): score += Points(2)
      default: Issue.record("a line that this score does not know")
      }
    }
    return score
  }
}
