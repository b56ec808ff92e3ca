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

  static func general(_ body: @escaping @Sendable (inout FundDesk) throws -> Void) -> @Sendable () throws -> Void {
    {
      var desk = try FundDesk(.general)
      try body(&desk)
    }
  }

  /// An emergency at an estate whose accounts have these areas and yuan.
  static func accounts(
    _ accounts: [(area: Int64?, yuan: Int64)], _ body: @escaping @Sendable (inout FundDesk) throws -> Void
  ) -> @Sendable () throws -> Void {
    {
      var desk = try FundDesk()
      desk.accounts = accounts.enumerated().map { .init(code: "Z\($0)", area: $1.area, available: Money(fen: $1.yuan * 100)) }
      try body(&desk)
    }
  }

  static func submission(_ kind: FundProcedures.Kind, _ change: (inout FundCase.Submission) -> Void) -> FundCase.Submission {
    var submission = FundDesk.submission(kind)
    change(&submission)
    return submission
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
      code: "officer-division", name: "the estate's own community",
      good: desk {
        $0.community = "140403001001"
        try $0.submit()
      },
      bad: desk {
        $0.community = "140403001002"
        try $0.submit()
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
      code: "vote-unknown", name: "no such vote of the estate",
      good: general { try $0.submit(FundDesk.submission(.general)) },
      bad: general {
        $0.votes = []
        try $0.submit(FundDesk.submission(.general))
      }),
    Clause(
      code: "vote-unknown", name: "a vote on something else",
      good: general { try $0.submit(FundDesk.submission(.general)) },
      bad: general {
        $0.votes = [.init(matter: "hire", votedOn: Fixture.day("2026-08-20"))]
        try $0.submit(FundDesk.submission(.general))
      }),
    Clause(
      code: "vote-unknown", name: "another building's owners do not decide",
      good: general {
        $0.votes = [.init(building: "B2", votedOn: Fixture.day("2026-08-20"))]
        try $0.submit(submission(.general) { $0.building = "B2" })
      },
      bad: general {
        $0.votes = [.init(building: "B2", votedOn: Fixture.day("2026-08-20"))]
        try $0.submit(submission(.general) { $0.building = "B1" })
      }),
    Clause(
      code: "vote-unknown", name: "the vote comes before the request",
      good: general {
        $0.votes = [.init(votedOn: Fixture.day("2026-09-01"))]
        try $0.submit(FundDesk.submission(.general))
      },
      bad: general {
        $0.votes = [.init(votedOn: Fixture.day("2026-09-02"))]
        try $0.submit(FundDesk.submission(.general))
      }),
    Clause(
      code: "vote-unknown", name: "at the payment too, for a request that came in",
      good: approved(.general) { try $0.advance(yuan: 5_000) },
      bad: approved(.general) {
        $0.votes = []
        try $0.advance(yuan: 5_000)
      }),
    Clause(
      code: "vote-not-carried", name: "an emergency asks for none",
      good: desk {
        $0.votes = [.init(votedOn: Fixture.day("2026-08-20"), isCarried: false)]
        try $0.submit()
      },
      bad: general {
        $0.votes = [.init(votedOn: Fixture.day("2026-08-20"), isCarried: false)]
        try $0.submit(FundDesk.submission(.general))
      }),
    Clause(
      code: "resolution-expired", name: "on its last day, and after it",
      good: small {
        $0.votes[0].expiresOn = Fixture.day("2026-09-01")
        try $0.submit(FundDesk.submission(.small))
      },
      bad: small {
        $0.votes[0].expiresOn = Fixture.day("2026-08-31")
        try $0.submit(FundDesk.submission(.small))
      }),
    Clause(
      code: "resolution-expired", name: "by the day of the approval; what was approved is paid",
      good: approved(.small) {
        $0.votes[0].expiresOn = Fixture.day("2026-09-01")
        try $0.advance(yuan: 5_000, on: "2026-09-02")
      },
      bad: small {
        $0.votes[0].expiresOn = Fixture.day("2026-09-01")
        try $0.submit(FundDesk.submission(.small))
        try $0.review()
        try $0.approve(on: "2026-09-02")
      }),
    Clause(
      code: "resolution-exceeded", name: "with the other requests under it, to the fen",
      good: small {
        $0.votes[0].amountLimit = Money(fen: 3_000_000)
        $0.votes[0].used = Money(fen: 2_000_000)
        try $0.submit(FundDesk.submission(.small))
      },
      bad: small {
        $0.votes[0].amountLimit = Money(fen: 3_000_000)
        $0.votes[0].used = Money(fen: 2_000_001)
        try $0.submit(FundDesk.submission(.small))
      }),
    Clause(
      code: "item-ineligible", name: "what the developer bears",
      good: desk { try $0.submit(submission { $0.items = ["lift"] }) },
      bad: desk { try $0.submit(submission { $0.items = ["lift", "works under warranty"] }) }),
    Clause(
      code: "item-ineligible", name: "what nobody knows", good: desk { try $0.submit(submission { $0.items = FundItems.words(of: "电梯，屋面") }) },
      bad: desk { try $0.submit(submission { $0.items = FundItems.words(of: "业委会办公桌") }) }),
    Clause(
      code: "item-under-warranty", name: "two years for a lift, five for a roof",
      good: desk {
        $0.builtYear = 2024
        try $0.submit()
      },
      bad: desk {
        $0.builtYear = 2024
        try $0.submit(submission { $0.items = ["roof"] })
      }),
    Clause(
      code: "draft-binds-nobody", name: "no approval on a draft, unless another text is in force",
      good: desk {
        $0.policies = [FundDesk.policy(adopted: nil)]
        try $0.submit()
        try $0.review()
        try $0.act(.approve(Money(fen: 100)), by: FundDesk.streetHead, basis: "长住建〔2025〕8号")
      },
      bad: desk {
        $0.policies = [FundDesk.policy(adopted: nil)]
        try $0.submit()
        try $0.review()
        try $0.approve()
      }),
    Clause(
      code: "draft-binds-nobody", name: "from the day of its adoption",
      good: desk {
        $0.policies = [FundDesk.policy(adopted: "2026-09-02")]
        try $0.submit()
        try $0.review()
        try $0.approve(on: "2026-09-02")
      },
      bad: desk {
        $0.policies = [FundDesk.policy(adopted: "2026-09-02")]
        try $0.submit()
        try $0.review()
        try $0.approve(on: "2026-09-01")
      }),
    Clause(
      code: "basis-unclear", name: "a basis has a number or a law's title",
      good: desk {
        try $0.submit()
        try $0.review()
        try $0.act(.approve(Money(fen: 100)), by: FundDesk.streetHead, basis: "《住宅专项维修资金管理办法》")
      },
      bad: desk {
        try $0.submit()
        try $0.review()
        try $0.act(.approve(Money(fen: 100)), by: FundDesk.streetHead, basis: "领导指示")
      }),
    Clause(
      code: "substitute-not-needed", name: "the community applies in the place of a listed enterprise",
      good: desk {
        try $0.submit()
        $0.black(FundDesk.firm, from: "2026-09-02")
        try $0.act(.substitute(.init(applicantKind: "community", user: FundDesk.works)), by: FundDesk.clerk, on: "2026-09-02")
      },
      bad: desk {
        try $0.submit()
        try $0.act(.substitute(.init(applicantKind: "community", user: FundDesk.works)), by: FundDesk.clerk, on: "2026-09-02")
      }),
    Clause(
      code: "applicant-black-listed", name: "who comes in is looked at as well",
      good: desk {
        try $0.submit()
        $0.black(FundDesk.firm, from: "2026-09-02")
        try $0.act(.substitute(.init(applicantKind: "owners committee", user: FundDesk.works)), by: FundDesk.clerk, on: "2026-09-02")
      },
      bad: desk {
        try $0.submit()
        $0.black(FundDesk.firm, from: "2026-09-02")
        $0.black("91140403YYYY000999", from: "2026-09-02")
        try $0.act(
          .substitute(.init(applicantKind: "enterprise", applicant: "91140403YYYY000999", user: FundDesk.works)), by: FundDesk.clerk, on: "2026-09-02")
      }),
    Clause(
      code: "proposer-decides", name: "who names another applicant does not decide",
      good: desk {
        try $0.substituted(by: FundDesk.streetClerk)
        try $0.approve(on: "2026-09-02")
      },
      bad: desk {
        try $0.substituted(by: FundDesk.streetHead)
        try $0.approve(on: "2026-09-02")
      }),
    Clause(
      code: "payee-missing", name: "nobody is paid without a name",
      good: desk {
        try $0.submit(submission { $0.user = nil })
        try $0.review()
        try $0.approve()
        try $0.act(.substitute(.init(applicantKind: "enterprise", applicant: FundDesk.firm, user: FundDesk.works)), by: FundDesk.clerk)
        try $0.advance(yuan: 1_000)
      },
      bad: desk {
        try $0.submit(submission { $0.user = nil })
        try $0.review()
        try $0.approve()
        try $0.advance(yuan: 1_000)
      }),
    Clause(
      code: "balance-unknown", name: "no account and no word about it", good: desk { try $0.submit() },
      bad: desk {
        $0.balance = nil
        try $0.submit()
      }),
    Clause(
      code: "account-area-missing", name: "one account needs no area, two do",
      good: accounts([(nil, 50_000)]) {
        try $0.submit()
        try $0.review()
        try $0.approve()
      },
      bad: accounts([(100, 50_000), (nil, 50_000)]) {
        try $0.submit()
        try $0.review()
        try $0.approve()
      }),
    Clause(
      code: "allocation-missing", name: "an approval that came in undivided",
      good: accounts([(100, 50_000), (200, 50_000)]) {
        try $0.submit()
        try $0.review()
        try $0.approve()
        try $0.advance(yuan: 1_000)
      },
      bad: accounts([(100, 50_000), (200, 50_000)]) {
        try $0.submit()
        try $0.review()
        try $0.approve()
        $0.shares = []
        try $0.advance(yuan: 1_000)
      }),
    Clause(
      code: "account-short", name: "together enough, and each of them",
      good: accounts([(100, 2_000), (100, 50_000)]) {
        try $0.submit()
        try $0.review()
        try $0.approve()
        try $0.advance(yuan: 4_000)
      },
      bad: accounts([(100, 2_000), (100, 50_000)]) {
        try $0.submit()
        try $0.review()
        try $0.approve()
        try $0.act(.advance(Money(fen: 400_002)), by: FundDesk.cashier)
      }),
    Clause(
      code: "publicity-running", name: "seven days, the first not counted",
      good: approved {
        try $0.publish(on: "2026-09-02")
        try $0.settle(yuan: 9_000, on: "2026-09-10")
      },
      bad: approved {
        try $0.publish(on: "2026-09-02")
        try $0.settle(yuan: 9_000, on: "2026-09-09")
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
      good: approved(yuan: 30_001) { try $0.settle(yuan: 30_001, with: ["acceptance", "audit"]) },
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
    #expect(desk.events.map(\.position) == [1, 2, 3, 4, 5, 6])
    #expect(desk.events.map(\.step) == ["submit", "street review", "approve", "advance", "publicity", "balance"])
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

  @Test func theTurnIsTheFirstStepThatWasNotDone() throws {
    var desk = try FundDesk.approved()
    #expect(FundProcedure.turn(desk.fundCase, desk.procedure)?.name == "advance")
    try desk.advance(yuan: 7_000)
    #expect(FundProcedure.next(desk.fundCase, desk.procedure).map(\.name) == ["advance", "publicity"], "another advance may come")
    #expect(FundProcedure.turn(desk.fundCase, desk.procedure)?.name == "publicity", "nobody waits for it")
    try desk.publish()
    #expect(FundProcedure.turn(desk.fundCase, desk.procedure)?.name == "balance")
    try desk.settle(yuan: 3_000)
    #expect(FundProcedure.turn(desk.fundCase, desk.procedure) == nil)
  }

  @Test func aSubstituteTakesThePlaceAndGivesNobodyMoreTime() throws {
    var desk = try FundDesk()
    try desk.submit(on: "2026-09-01")
    desk.black(FundDesk.works, from: "2026-09-02")
    try desk.act(
      .substitute(.init(applicantKind: "enterprise", applicant: FundDesk.firm, user: "91140403YYYY000999")), by: FundDesk.clerk, on: "2026-09-02")
    let fundCase = try #require(desk.fundCase)
    #expect(fundCase.submission.user == "91140403YYYY000999" && fundCase.submission.applicant == FundDesk.firm)
    #expect(fundCase.status == .submitted && fundCase.position == 2)
    let step = try #require(FundProcedure.turn(fundCase, desk.procedure))
    #expect(try FundProcedure.due(step, of: fundCase, desk.rulebook.calendar) == Fixture.day("2026-09-03"), "from the submission")
    try desk.review(on: "2026-09-03")
    #expect(desk.fundCase?.status == .reviewed)
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
