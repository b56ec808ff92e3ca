import CityModel
import Columns
import Testing

/// Random commands against what the articles say, written a second time and differently: from the ledger alone.
@Suite struct FundPropertyTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      return mixed ^ (mixed >> 33)
    }
  }

  @Test(arguments: 0..<8) func noSequenceOfCommandsBreaksAClause(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 1)
    var accepted = 0
    var refused = 0
    var settled = 0
    var replaced = 0
    var drawn = 0
    for _ in 0..<250 {
      let kind = FundProcedures.Kind.allCases.randomElement(using: &dice) ?? .general
      var desk = try FundDesk(kind)
      var entries: [(who: String, from: Int, until: Int)] = []
      for _ in 0..<Int.random(in: 0...2, using: &dice) {
        let from = Int.random(in: 1...30, using: &dice)
        let length = Int.random(in: 0...20, using: &dice)
        let who = [FundDesk.firm, FundDesk.works].randomElement(using: &dice) ?? ""
        entries.append((who, from, from + length))
        desk.black.append(
          .init(
            enterprise: who, county: "140404", from: Fixture.day("2026-09-01").adding(days: from - 1),
            removedOn: Fixture.day("2026-09-01").adding(days: from + length - 1), document: "黑"))
      }
      let held = Int64.random(in: 0...2_000_000, using: &dice)
      desk.balance = Money(fen: held)
      // Half of the estates have accounts in the register, which then hold it.
      let areas = (0..<[0, 0, 1, 3].randomElement(using: &dice)!).map { _ in Int64.random(in: 1...90_000, using: &dice) }
      for (at, area) in areas.enumerated() {
        let part = at == areas.count - 1 ? held - held / Int64(areas.count) * Int64(at) : held / Int64(areas.count)
        desk.accounts.append(.init(code: "Z\(at)", area: area, available: Money(fen: part)))
      }
      let opened = desk.accounts
      let vote = (day: Int.random(in: 1...12, using: &dice), carried: Int.random(in: 0..<8, using: &dice) > 0, last: Int.random(in: 6...60, using: &dice))
      let limit = Int64.random(in: 200_000...1_500_000, using: &dice), used = Int64.random(in: 0...300_000, using: &dice)
      desk.votes = [
        .init(
          votedOn: Fixture.day("2026-08-31").adding(days: vote.day - 4), isCarried: vote.carried, amountLimit: Money(fen: limit),
          expiresOn: Fixture.day("2026-08-31").adding(days: vote.last), used: Money(fen: used))
      ]
      let adopted = Int.random(in: -20...6, using: &dice)
      desk.policies = [FundDesk.policy(adopted: Fixture.day("2026-08-31").adding(days: adopted).description)]
      var today = 1
      for _ in 0..<14 {
        today = min(30, max(1, today + Int.random(in: -1...5, using: &dice)))
        let day = today < 10 ? "2026-09-0\(today)" : "2026-09-\(today)"
        let action = Self.action(kind, desk.fundCase, &dice)
        // Mostly the officer whose turn it is, sometimes anyone: otherwise hardly a case would come to its payments.
        let all = [
          FundDesk.clerk, FundDesk.streetClerk, FundDesk.streetHead, FundDesk.cashier,
          FundDesk.officer("x", .street, "140403002"), FundDesk.officer("y", .county, "140404"),
        ]
        let fitting =
          switch action {
          case .submit, .substitute: FundDesk.clerk
          case .confirm: FundDesk.streetClerk
          case .approve, .refuse: FundDesk.streetHead
          case .advance, .balance: FundDesk.cashier
          }
        let officer = Int.random(in: 0..<4, using: &dice) > 0 ? fitting : all.randomElement(using: &dice) ?? fitting
        do throws(Refusal) {
          try desk.act(
            action, by: officer, on: day,
            with: ["site check", "acceptance", "publicity", "audit"].filter { _ in
              Int.random(in: 0..<5, using: &dice) > 0
            },
            seen: Int.random(in: 0..<12, using: &dice) == 0 ? 99 : nil)
          accepted += 1
        } catch {
          refused += 1
        }
      }
      try Self.check(desk, kind, entries)
      Self.checkMoney(desk, opened)
      Self.checkPapers(desk, kind, vote, limit - used, adopted)
      if desk.fundCase?.status == .paid { settled += 1 }
      replaced += desk.events.count { $0.step == "substitute" }
      drawn += desk.events.count { $0.step == "advance" && $0.parts.count > 1 }
    }
    // The dice must have reached the interesting states, or the test proves nothing.
    #expect(accepted > 300)
    #expect(refused > 300)
    #expect(settled > 5)
    #expect(replaced > 0 && drawn > 3)
  }

  static func action(_ kind: FundProcedures.Kind, _ fundCase: FundCase?, _ dice: inout Dice) -> FundCommand.Action {
    let money = Money(fen: Int64.random(in: -10...1_200_000, using: &dice))
    let asked = FundDesk.submission(kind, yuan: Int64.random(in: 0...11_000, using: &dice))
    let part = Money(fen: (fundCase?.approved?.fen ?? 0) * Int64.random(in: 1...4, using: &dice) / 4)
    if fundCase == nil { return .submit(asked) }
    let likely: FundCommand.Action? =
      switch fundCase?.status {
      case .submitted: .confirm(step: "street review")
      case .reviewed:
        .approve(Money(fen: (fundCase?.submission.amount.fen ?? 0) * Int64.random(in: 2...4, using: &dice) / 4))
      case .approved where fundCase?.done.contains { $0.step == "publicity" } == true: .balance(part)
      case .approved: [.advance(part), .confirm(step: "publicity")].randomElement(using: &dice)
      default: nil
      }
    if let likely, Int.random(in: 0..<3, using: &dice) > 0 { return likely }
    return [
      .submit(asked), .confirm(step: "street review"), .approve(money), .refuse(reason: "x"), .advance(money),
      .balance(money), .confirm(step: "publicity"),
      .substitute(.init(applicantKind: "owners committee", user: FundDesk.works)),
      .substitute(.init(applicantKind: "enterprise", applicant: FundDesk.firm, user: "91140403YYYY000999")),
    ].randomElement(using: &dice) ?? .approve(money)
  }

  /// What was approved is divided to the fen by area, nothing leaves an account that it does not hold, and nobody pays more than
  /// its share: added up from the ledger's parts.
  static func checkMoney(_ desk: FundDesk, _ opened: [FundSlice.Account]) {
    var shares: [String: Int64] = [:], drawn: [String: Int64] = [:]
    for event in desk.events {
      let together = event.parts.reduce(0) { $0 + $1.amount.fen }
      switch event.kind {
      case .approved(let money) where !opened.isEmpty:
        #expect(together == money.fen)
        let whole = opened.reduce(0) { $0 + ($1.area ?? 0) }
        for (account, part) in zip(opened, event.parts) {
          #expect(part.account == account.code)
          // Within a fen of the exact share.
          if opened.count > 1 { #expect(abs(part.amount.fen * whole - money.fen * (account.area ?? 0)) < whole) }
          shares[part.account] = part.amount.fen
        }
      case .advanced(let money) where !opened.isEmpty, .settled(let money) where !opened.isEmpty:
        #expect(together == money.fen)
        for part in event.parts { drawn[part.account, default: 0] += part.amount.fen }
      default: #expect(event.parts.isEmpty)
      }
    }
    for account in opened {
      #expect(drawn[account.code, default: 0] <= max(0, account.available.fen))
      #expect(drawn[account.code, default: 0] <= shares[account.code, default: 0])
    }
  }

  /// The owners' decision, the adopted text and the publicity stand behind what was done, by the days of the ledger.
  static func checkPapers(
    _ desk: FundDesk, _ kind: FundProcedures.Kind, _ vote: (day: Int, carried: Bool, last: Int), _ free: Int64, _ adopted: Int
  ) {
    var shown: Int?
    var parties: [String?] = [FundDesk.firm, FundDesk.works]
    for event in desk.events {
      let today = event.at.day.dayOfMonth
      var committed: Int64?
      switch event.kind {
      case .submitted(let submission, _, _):
        committed = submission.amount.fen
        if kind != .emergency { #expect(vote.day - 4 <= today, "voted before it was asked for") }
      case .approved(let money):
        committed = money.fen
        #expect(adopted <= today)
      case .refused: #expect(adopted <= today)
      case .confirmed: if event.step == "publicity" { shown = today }
      case .settled: #expect(shown.map { today > $0 + 7 } ?? false)
      case .substituted(let new):
        let now = [new.applicant, new.user]
        for (old, next) in zip(parties, now) where old != next {
          let isListed = desk.black.contains { $0.enterprise == old && $0.from.dayOfMonth <= today && $0.from <= event.at.day && event.at.day < ($0.removedOn ?? event.at.day) }
          #expect(isListed, "\(old ?? "") was replaced without need")
        }
        parties = now
      case .advanced: break
      }
      guard kind != .emergency else { continue }
      if case .refused = event.kind { continue }
      #expect(vote.carried)
      if let committed { #expect(committed <= free && today <= vote.last) }
    }
  }

  /// Reads the ledger only.
  static func check(_ desk: FundDesk, _ kind: FundProcedures.Kind, _ entries: [(who: String, from: Int, until: Int)])
    throws
  {
    var asked: Int64 = 0
    var approved: Int64?
    var paid: Int64 = 0
    var beforeAcceptance: Int64 = 0
    var submitter = ""
    var reviewed = false
    var closed = false
    var decider = ""
    var parties: [String?] = [FundDesk.firm, FundDesk.works]
    var substitutes: Set<String> = []
    for (index, event) in desk.events.enumerated() {
      #expect(event.position == index + 1)
      #expect(!closed, "nothing follows the end")
      let today = event.at.day.dayOfMonth
      if case .substituted(let new) = event.kind { parties = [new.applicant, new.user] }
      if case .refused = event.kind {
      } else {
        for entry in entries where parties.contains(entry.who) {
          #expect(today < entry.from || today >= entry.until, "\(entry.who) is on a black list")
        }
      }
      switch event.kind {
      case .submitted(let submission, _, _):
        #expect(index == 0)
        asked = submission.amount.fen
        submitter = event.officer
        #expect(asked > 0 && asked <= desk.balance?.fen ?? 0)
        if kind == .small { #expect(asked <= 1_000_000) }
      case .confirmed:
        #expect(event.step == "publicity" || ["s1", "s2"].contains(event.officer))
        reviewed = true
      case .substituted: substitutes.insert(event.officer)
      case .approved(let money):
        #expect(reviewed && approved == nil)
        #expect(["s1", "s2"].contains(event.officer) && event.officer != submitter && !substitutes.contains(event.officer))
        #expect(money.fen > 0 && money.fen <= asked)
        approved = money.fen
        decider = event.officer
      case .refused:
        #expect(reviewed && approved == nil && event.officer != submitter)
        closed = true
      case .advanced(let money):
        #expect(event.officer == "k1" && event.officer != decider)
        paid += money.fen
        beforeAcceptance += money.fen
        let tenths: Int64 = kind == .emergency ? 7 : 5
        #expect(money.fen > 0 && beforeAcceptance * 10 <= (approved ?? 0) * tenths)
      case .settled(let money):
        #expect(money.fen > 0 && event.officer == "k1")
        paid += money.fen
        closed = true
        let papers = desk.events.prefix(index + 1).flatMap(\.attachments)
        #expect(papers.contains("acceptance") && papers.contains("publicity"))
      }
      #expect(paid <= approved ?? 0)
      if index > 0 { #expect(desk.events[index - 1].at <= event.at) }
    }
    #expect((desk.fundCase?.paid.fen ?? 0) == paid)
  }
}
