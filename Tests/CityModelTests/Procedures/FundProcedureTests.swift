import CityModel
import Columns
import Testing

/// Each clause with a case that passes and one that does not.
@Suite struct FundProcedureTests {
  struct Clause: Sendable, CustomTestStringConvertible {
    var code: String
    var name: String
    var good: @Sendable () throws -> Void
    var bad: @Sendable () throws -> Void
    var testDescription: String { code + ": " + name }
  }

  static func desk(_ body: @escaping @Sendable (inout FundDesk) throws -> Void) -> @Sendable () throws -> Void {
    {
      var desk = try FundDesk()
      try body(&desk)
    }
  }

  static func approved(
    _ kind: FundProcedures.Kind = .emergency, yuan: Int64 = 10_000,
    _ body: @escaping @Sendable (inout FundDesk) throws -> Void
  )
    -> @Sendable () throws -> Void
  {
    {
      var desk = try FundDesk.approved(kind, yuan: yuan)
      try body(&desk)
    }
  }

  static func small(_ body: @escaping @Sendable (inout FundDesk) throws -> Void) -> @Sendable () throws -> Void {
    {
      var desk = try FundDesk(.small)
      try body(&desk)
    }
  }

  static func submission(_ change: (inout FundCase.Submission) -> Void) -> FundCase.Submission {
    var submission = FundDesk.submission()
    change(&submission)
    return submission
  }

  static let clauses: [Clause] = [
    Clause(
      code: "case-position-stale", name: "decides on what was seen",
      good: desk {
        try $0.submit()
        try $0.act(.confirm(step: "street review"), by: FundDesk.streetClerk, with: ["site check"], seen: 1)
      },
      bad: desk {
        try $0.submit()
        try $0.act(.confirm(step: "street review"), by: FundDesk.streetClerk, with: ["site check"], seen: 0)
      }),
    Clause(
      code: "procedure-revision", name: "keeps its revision",
      good: desk {
        try $0.submit()
        try $0.review()
      },
      bad: desk {
        try $0.submit()
        $0.procedure.revision = "other"
        try $0.review()
      }),
    Clause(
      code: "time-runs-backwards", name: "steps follow in time",
      good: desk {
        try $0.submit(on: "2026-09-02")
        try $0.review(on: "2026-09-02")
      },
      bad: desk {
        try $0.submit(on: "2026-09-02")
        try $0.review(on: "2026-09-01")
      }),
    Clause(
      code: "step-out-of-order", name: "no approval before the review",
      good: desk {
        try $0.submit()
        try $0.review()
        try $0.approve()
      },
      bad: desk {
        try $0.submit()
        try $0.approve()
      }),
    Clause(
      code: "step-out-of-order", name: "nothing after the end",
      good: approved { try $0.settle(yuan: 9_000) },
      bad: approved {
        try $0.settle(yuan: 9_000)
        try $0.settle(yuan: 1_000)
      }),
    Clause(
      code: "officer-not-in-office", name: "on the last day, and after it",
      good: desk {
        try $0.act(
          .submit(FundDesk.submission()), by: FundDesk.officer("x", .community, "140403001001", to: "2026-09-01"))
      },
      bad: desk {
        try $0.act(
          .submit(FundDesk.submission()), by: FundDesk.officer("x", .community, "140403001001", to: "2026-08-31"))
      }),
    Clause(
      code: "officer-level", name: "the street approves, not the county",
      good: desk {
        try $0.submit()
        try $0.review()
        try $0.approve()
      },
      bad: desk {
        try $0.submit()
        try $0.review()
        try $0.act(.approve(Money(fen: 100)), by: FundDesk.cashier)
      }),
    Clause(
      code: "officer-division", name: "the estate's own street",
      good: desk {
        try $0.submit()
        try $0.review()
      },
      bad: desk {
        try $0.submit()
        try $0.act(
          .confirm(step: "street review"), by: FundDesk.officer("x", .street, "140403002"), with: ["site check"])
      }),
    Clause(
      code: "officer-division", name: "the estate's own county", good: approved { try $0.advance(yuan: 7_000) },
      bad: approved { try $0.act(.advance(Money(fen: 100)), by: FundDesk.officer("x", .county, "140404")) }),
    Clause(
      code: "proposer-decides", name: "another person decides",
      good: desk {
        try $0.act(.submit(FundDesk.submission()), by: FundDesk.streetClerk)
        try $0.review()
        try $0.approve()
      },
      bad: desk {
        try $0.act(.submit(FundDesk.submission()), by: FundDesk.streetHead)
        try $0.review()
        try $0.approve()
      }),
    Clause(
      code: "same-person", name: "who reviews may be kept from approving",
      good: desk { desk in
        desk.procedure.steps[2].notSamePersonAs.append("street review")
        try desk.submit()
        try desk.review()
        try desk.approve()
      },
      bad: desk { desk in
        desk.procedure.steps[2].notSamePersonAs.append("street review")
        try desk.submit()
        try desk.review()
        try desk.act(.approve(Money(fen: 100)), by: FundDesk.streetClerk)
      }),
    Clause(
      code: "document-missing", name: "a decision has a number",
      good: desk {
        try $0.submit()
        try $0.review()
        try $0.act(.refuse(reason: "不符"), by: FundDesk.streetHead)
      },
      bad: desk {
        try $0.submit()
        try $0.review()
        try $0.act(.refuse(reason: "不符"), by: FundDesk.streetHead, document: " ")
      }),
    Clause(
      code: "applicant-missing", name: "an enterprise is named", good: desk { try $0.submit() },
      bad: desk { try $0.submit(submission { $0.applicant = nil }) }),
    Clause(
      code: "applicant-black-listed", name: "the owners' committee may apply instead",
      good: desk {
        $0.black(FundDesk.firm, from: "2026-08-01")
        try $0.submit(
          submission {
            $0.applicantKind = "owners committee"
            $0.applicant = nil
          })
      },
      bad: desk {
        $0.black(FundDesk.firm, from: "2026-08-01")
        try $0.submit()
      }),
    Clause(
      code: "applicant-black-listed", name: "from the day of listing",
      good: desk {
        $0.black(FundDesk.firm, from: "2026-09-02")
        try $0.submit(on: "2026-09-01")
      },
      bad: desk {
        $0.black(FundDesk.firm, from: "2026-09-01")
        try $0.submit(on: "2026-09-01")
      }),
    Clause(
      code: "applicant-black-listed", name: "until the day of removal",
      good: desk {
        $0.black(FundDesk.firm, from: "2026-03-01", removed: "2026-09-01")
        try $0.submit(on: "2026-09-01")
      },
      bad: desk {
        $0.black(FundDesk.firm, from: "2026-03-01", removed: "2026-09-02")
        try $0.submit(on: "2026-09-01")
      }),
    Clause(
      code: "applicant-black-listed", name: "on the day of approval, by another county",
      good: desk {
        try $0.submit()
        try $0.review()
        $0.black(FundDesk.firm, from: "2026-09-05")
        try $0.approve(on: "2026-09-04")
      },
      bad: desk {
        try $0.submit()
        try $0.review()
        $0.black(FundDesk.firm, from: "2026-09-05")
        try $0.approve(on: "2026-09-05")
      }),
    Clause(
      code: "user-black-listed", name: "on the day of each payment",
      good: approved {
        $0.black(FundDesk.works, from: "2026-09-10")
        try $0.advance(yuan: 1_000, on: "2026-09-09")
      },
      bad: approved {
        $0.black(FundDesk.works, from: "2026-09-10")
        try $0.advance(yuan: 1_000, on: "2026-09-09")
        try $0.settle(yuan: 1_000, on: "2026-09-10")
      }),
    Clause(
      code: "vote-missing", name: "an emergency needs none",
      good: desk { try $0.submit() },
      bad: {
        var desk = try FundDesk(.general)
        try desk.submit(
          submission {
            $0.kind = .general
            $0.vote = nil
          })
      }),
    Clause(
      code: "vote-missing", name: "a small request rests on a standing resolution",
      good: small { try $0.submit(FundDesk.submission(.small)) },
      bad: small {
        try $0.submit(
          submission {
            $0.kind = .small
            $0.vote = ""
          })
      }),
    Clause(
      code: "emergency-category", name: "painting is no emergency", good: desk { try $0.submit() },
      bad: desk { try $0.submit(submission { $0.category = "other" }) }),
    Clause(
      code: "need-missing", name: "the site check",
      good: desk {
        try $0.submit()
        try $0.review()
      },
      bad: desk {
        try $0.submit()
        try $0.act(.confirm(step: "street review"), by: FundDesk.streetClerk)
      }),
    Clause(
      code: "amount-not-positive", name: "nothing and less",
      good: desk { try $0.submit(submission { $0.amount = Money(fen: 1) }) },
      bad: desk { try $0.submit(submission { $0.amount = Money(fen: -1) }) }),
    Clause(
      code: "small-over-limit", name: "10,000.00 and a fen more",
      good: small { try $0.submit(FundDesk.submission(.small)) },
      bad: small {
        try $0.submit(
          submission {
            $0.kind = .small
            $0.vote = "决议"
            $0.amount = Money(fen: 1_000_001)
          })
      }),
    Clause(
      code: "small-over-year", name: "30,000.00 a year and a fen more",
      good: small {
        $0.small = Money(fen: 2_000_000)
        try $0.submit(FundDesk.submission(.small))
      },
      bad: small {
        $0.small = Money(fen: 2_000_001)
        try $0.submit(FundDesk.submission(.small))
      }),
    Clause(
      code: "amount-over-balance", name: "to the last fen",
      good: desk {
        $0.balance = Money(fen: 1_000_000)
        try $0.submit()
      },
      bad: desk {
        $0.balance = Money(fen: 999_999)
        try $0.submit()
      }),
    Clause(
      code: "amount-over-balance", name: "at the payment",
      good: approved {
        $0.balance = Money(fen: 500_000)
        try $0.advance(yuan: 5_000)
      },
      bad: approved {
        $0.balance = Money(fen: 499_999)
        try $0.advance(yuan: 5_000)
      }),
    Clause(
      code: "approved-over-asked", name: "no more than asked",
      good: desk {
        try $0.submit()
        try $0.review()
        try $0.approve(yuan: 10_000)
      },
      bad: desk {
        try $0.submit()
        try $0.review()
        try $0.approve(yuan: 10_001)
      }),
    Clause(
      code: "payment-over-approved", name: "in all",
      good: approved {
        try $0.advance(yuan: 7_000)
        try $0.settle(yuan: 3_000)
      },
      bad: approved {
        try $0.advance(yuan: 7_000)
        try $0.settle(yuan: 3_001)
      }),
    Clause(
      code: "advance-over-limit", name: "70 % in an emergency",
      good: approved {
        try $0.advance(yuan: 3_000)
        try $0.advance(yuan: 4_000)
      },
      bad: approved {
        try $0.advance(yuan: 3_000)
        try $0.advance(yuan: 4_001)
      }),
    Clause(
      code: "advance-over-limit", name: "50 % otherwise", good: approved(.general) { try $0.advance(yuan: 5_000) },
      bad: approved(.general) { try $0.advance(yuan: 5_001) }),
    Clause(
      code: "audit-missing", name: "above 30,000",
      good: approved(yuan: 30_001) { try $0.settle(yuan: 30_001, with: ["acceptance", "publicity", "audit"]) },
      bad: approved(yuan: 30_001) { try $0.settle(yuan: 30_001) }),
    Clause(
      code: "step-refused", name: "a district caps what is asked for",
      good: desk {
        $0.procedure.steps[0].atMostAmount = Money(yuan: 10_000)
        try $0.submit()
      },
      bad: desk {
        $0.procedure.steps[0].atMostAmount = Money(fen: 999_999)
        try $0.submit()
      }),
    Clause(
      code: "step-refused", name: "a district caps what is paid in all",
      good: approved {
        $0.procedure.steps[$0.procedure.steps.count - 1].atMostAmount = Money(yuan: 10_000)
        try $0.advance(yuan: 7_000)
        try $0.settle(yuan: 3_000)
      },
      bad: approved {
        $0.procedure.steps[$0.procedure.steps.count - 1].atMostAmount = Money(yuan: 9_999)
        try $0.advance(yuan: 7_000)
        try $0.settle(yuan: 3_000)
      }),
    Clause(
      code: "step-refused", name: "a district's rule holds a fact against the step; a refusal is always possible",
      good: desk {
        try $0.submit()
        try $0.review()
        for at in $0.procedure.steps.indices { $0.procedure.steps[at].objections = [.init(Bilingual(zh: "甲", en: "a"), source: "乙〔2026〕1号")] }
        try $0.act(.refuse(reason: "丙"), by: FundDesk.streetHead)
      },
      bad: desk {
        $0.procedure.steps[0].objections = [.init(Bilingual(zh: "甲", en: "a"), source: "乙〔2026〕1号")]
        try $0.submit()
      }),
  ]

  @Test(arguments: clauses) func aClauseLetsTheGoodCasePassAndNotTheBad(_ clause: Clause) throws {
    try clause.good()
    let refusal = #expect(throws: Refusal.self) { try clause.bad() }
    #expect(refusal?.code == clause.code)
    #expect(refusal?.article == FundInvariant.all.first { $0.code == clause.code }?.article)
    #expect(refusal.map { !$0.sentence.zh.isEmpty && !$0.sentence.en.isEmpty } == true)
  }

  @Test func everyClauseIsTried() {
    let tried = Set(Self.clauses.map(\.code))
    #expect(FundInvariant.all.map(\.code).filter { !tried.contains($0) } == [])
  }

  @Test func aRequestGoesThroughToTheLastPayment() throws {
    var desk = try FundDesk.approved()
    try desk.advance(yuan: 7_000, on: "2026-09-03")
    try desk.settle(yuan: 2_500, on: "2026-10-20")
    #expect(desk.fundCase?.status == .paid)
    #expect(desk.fundCase?.paid == Money(fen: 950_000))
    #expect(desk.events.map(\.position) == [1, 2, 3, 4, 5])
    #expect(desk.events.map(\.step) == ["submit", "street review", "approve", "advance", "balance"])
    let replayed = desk.events.reduce(FundCase?.none) { FundProcedure.apply($1, to: $0) }
    #expect(replayed == desk.fundCase)
  }

  @Test func aBlackListedApplicantsRequestCanStillBeRefused() throws {
    var desk = try FundDesk()
    try desk.submit()
    try desk.review()
    desk.black(FundDesk.firm, from: "2026-09-01")
    try desk.act(.refuse(reason: "黑榜"), by: FundDesk.streetHead)
    #expect(desk.fundCase?.status == .refused)
  }

  @Test func aBlackEntryOfAnotherCountyBindsOnlyWhereTheParameterSaysSo() throws {
    var desk = try FundDesk()
    desk.rulebook = try Fixture.rulebook(ListParameters.blackScope, .county)
    desk.black(FundDesk.firm, from: "2026-08-01", county: "140404")
    try desk.submit()
    desk.black(FundDesk.firm, from: "2026-08-01", county: "140403")
    #expect(throws: Refusal.self) { try desk.review() }
  }

  @Test func dueDaysAreWorkingDays() throws {
    var desk = try FundDesk()
    try desk.submit(on: "2026-09-30")
    let step = try #require(FundProcedure.next(desk.fundCase, desk.procedure).first)
    #expect(step.name == "street review")
    // Two working days after 30 September: 8 and 9 October.
    let fundCase = try #require(desk.fundCase)
    #expect(try FundProcedure.due(step, of: fundCase, desk.rulebook.calendar) == Fixture.day("2026-10-09"))
  }
}
