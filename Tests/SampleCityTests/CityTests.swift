import CityModel
import Columns
import SampleCity
import Testing

/// What the small tables say together.
@Suite struct CityTests {
  @Test func aCityOfTwoHundredAndFiftyAndAThousand() {
    #expect(sheet(.enterprises).rows.count == 250)
    #expect(sheet(.projects).rows.count == 1000)
  }

  @Test func estatesStandOnStreetsAndTownsOfTheirCounty() {
    let projects = sheet(.projects)
    for row in projects.rows.indices {
      let street = projects[row, "street"]
      #expect(street.hasPrefix(projects[row, "county"]))
      #expect(projects[row, "code"].hasPrefix(street + "-"))
      #expect(!street.dropFirst(6).hasPrefix("4"), "a development zone")
    }
    let inLuzhou = projects.column("county").filter { $0 == "140403" }.count
    #expect((350...450).contains(inLuzhou))
    #expect(Set(projects.column("county")).count == 12)
  }

  @Test func sixToEightInAHundredHaveNoProfessionalService() {
    let modes = sheet(.projects).column("service_mode")
    #expect((55...85).contains(modes.filter { $0 != "professional" }.count))
    #expect(Set(modes).count == 5)
  }

  /// A10: a professional estate has exactly one active contract, another none (Regulation 33: one area, one enterprise).
  @Test func oneContractIsActiveWhereServiceIsProfessional() {
    let projects = sheet(.projects)
    let contracts = sheet(.contracts)
    var active: [String: Int] = [:]
    for row in contracts.rows.indices where contracts[row, "ended_on"].isEmpty {
      active[contracts[row, "project"], default: 0] += 1
    }
    for row in projects.rows.indices {
      let expected = projects[row, "service_mode"] == "professional" ? 1 : 0
      #expect(active[projects[row, "code"], default: 0] == expected)
    }
  }

  /// A2: most contracts are filed within thirty days of their signature.
  @Test func mostContractsAreFiledInTime() {
    let contracts = sheet(.contracts)
    var late = 0
    var unfiled = 0
    for row in contracts.rows.indices {
      guard let signed = Day(contracts[row, "signed_on"]) else { continue }
      guard let filed = Day(contracts[row, "filed_on"]) else {
        unfiled += 1
        continue
      }
      if filed > signed.adding(days: 30) { late += 1 }
    }
    #expect((10...70).contains(perMille(late, of: contracts.rows.count)))
    #expect((40...120).contains(perMille(unfiled, of: contracts.rows.count)))
  }

  @Test func someEstatesChangedHandsWithoutAGap() {
    let contracts = sheet(.contracts)
    var last: [String: Int] = [:]
    var changes = 0
    for row in contracts.rows.indices {
      if let before = last[contracts[row, "project"]] {
        #expect(Day(contracts[before, "ended_on"])?.adding(days: 1) == Day(contracts[row, Contract.from.name]))
        if contracts[before, "enterprise"] != contracts[row, "enterprise"] { changes += 1 }
      }
      last[contracts[row, "project"]] = row
    }
    #expect((20...110).contains(changes))
  }

  /// A2: no contract is on file with a county that had not accepted the enterprise.
  @Test func contractsAreFiledAfterTheEnterpriseIs() {
    let contracts = sheet(.contracts)
    let filings = sheet(.filings)
    var accepted: [String: String] = [:]
    for row in filings.rows.indices where !filings[row, "accepted_on"].isEmpty {
      accepted[filings[row, "enterprise"] + filings[row, "county"]] = filings[row, "accepted_on"]
    }
    for row in contracts.rows.indices where !contracts[row, "filed_on"].isEmpty {
      let pair = contracts[row, "enterprise"] + contracts[row, "project"].prefix(6)
      #expect(accepted[pair].map { $0 <= contracts[row, "filed_on"] } == true)
    }
    let statuses = filings.column("status")
    #expect(perMille(statuses.filter { $0 == "accepted" }.count, of: statuses.count) >= 930)
    #expect(statuses.contains("returned"))
  }

  /// A7: nobody is on both lists of a county, and a notice leaves room for the defence.
  @Test func listEntriesAreDecidedInOrder() {
    let entries = sheet(.listEntries)
    var lists: [String: Set<String>] = [:]
    for row in entries.rows.indices {
      lists[entries[row, "enterprise"] + entries[row, "county"], default: []].insert(entries[row, "list"])
      let days = ["noticed_on", "decided_on", "minimum_until", "maximum_until"].compactMap { Day(entries[row, $0]) }
      #expect(days.count == 4 && days == days.sorted())
      #expect(days.first.map { $0.adding(days: 13) <= days[1] } == true)
    }
    #expect(lists.values.allSatisfy { $0.count == 1 })
    #expect((5...20).contains(entries.column("list").filter { $0 == "black" }.count))
    #expect((8...40).contains(entries.column("list").filter { $0 == "red" }.count))
  }

  /// A14, except where a case is about it: no request of a listed applicant or user, no payment beyond approval or balance.
  @Test func fundRequestsKeepTheRules() throws {
    let requests = sheet(.fundRequests)
    let entries = sheet(.listEntries)
    let black = Set(entries.rows.indices.filter { entries[$0, "list"] == "black" }.map { entries[$0, "enterprise"] })
    for row in requests.rows.indices {
      func money(_ field: String) -> Money { Money(requests[row, field]) ?? .zero }
      #expect(money("amount") <= money("balance"))
      #expect(money("approved") <= money("amount"))
      #expect(money("paid") <= money("approved"))
      let isByEnterprise = requests[row, "applicant_kind"] == "enterprise"
      #expect(requests[row, "applicant"].isEmpty != isByEnterprise)
      #expect(requests[row, "vote"].isEmpty == (requests[row, "procedure"] == "emergency"))
      #expect(requests[row, "approved"].isEmpty == !["approved", "paid"].contains(requests[row, "status"]))
      let days = ["submitted_on", "reviewed_on", "decided_on"].map { requests[row, $0] }.filter { !$0.isEmpty }
      #expect(days == days.sorted())
      guard !requests[row, "number"].hasPrefix("WX-CASE") else { continue }
      #expect(!black.contains(requests[row, "applicant"]) && !black.contains(requests[row, "user"]))
    }
    #expect(Set(requests.column("status")) == Set(FundRequest.statuses.dictionary))
  }

  @Test func gradesAreThoseOfTheirScores() throws {
    let grades = sheet(.publishedGrades)
    var counts: [String: Int] = [:]
    for row in grades.rows.indices {
      let score = try #require(Points(grades[row, "score"]))
      let expected = score >= Points(90) ? "A" : score >= Points(75) ? "B" : score >= Points(60) ? "C" : "D"
      let grade = grades[row, "grade"]
      #expect(grade == "unrated" || grade == expected)
      if grades[row, "year"] == "2025" { counts[grade, default: 0] += 1 }
    }
    // Every D is a black-list proposal: a handful.
    #expect((1...8).contains(counts["D", default: 0]))
    #expect(counts["B", default: 0] > counts["A", default: 0])
  }
}
