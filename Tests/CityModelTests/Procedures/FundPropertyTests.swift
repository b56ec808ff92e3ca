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
      desk.balance = Money(fen: Int64.random(in: 0...2_000_000, using: &dice))
      var today = 1
      for _ in 0..<14 {
        today = min(30, max(1, today + Int.random(in: -1...4, using: &dice)))
        let day = today < 10 ? "2026-09-0\(today)" : "2026-09-\(today)"
        let action = Self.action(kind, desk.fundCase, &dice)
        // Mostly the officer whose turn it is, sometimes anyone: otherwise hardly a case would come to its payments.
        let all = [
          FundDesk.clerk, FundDesk.streetClerk, FundDesk.streetHead, FundDesk.cashier,
          FundDesk.officer("x", .street, "140403002"), FundDesk.officer("y", .county, "140404"),
        ]
        let fitting =
          switch action {
          case .submit: FundDesk.clerk
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
      if desk.fundCase?.status == .paid { settled += 1 }
    }
    // The dice must have reached the interesting states, or the test proves nothing.
    #expect(accepted > 300)
    #expect(refused > 300)
    #expect(settled > 5)
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
      case .approved: [.advance(part), .balance(part)].randomElement(using: &dice)
      default: nil
      }
    if let likely, Int.random(in: 0..<3, using: &dice) > 0 { return likely }
    return [
      .submit(asked), .confirm(step: "street review"), .approve(money), .refuse(reason: "x"), .advance(money),
      .balance(money),
    ].randomElement(using: &dice) ?? .approve(money)
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
    for (index, event) in desk.events.enumerated() {
      #expect(event.position == index + 1)
      #expect(!closed, "nothing follows the end")
      let today = event.at.day.dayOfMonth
      if case .refused = event.kind {
      } else {
        for entry in entries { #expect(today < entry.from || today >= entry.until, "\(entry.who) is on a black list") }
      }
      switch event.kind {
      case .submitted(let submission, _, _):
        #expect(index == 0)
        asked = submission.amount.fen
        submitter = event.officer
        #expect(asked > 0 && asked <= desk.balance.fen)
        if kind == .small { #expect(asked <= 1_000_000) }
      case .confirmed:
        #expect(["s1", "s2"].contains(event.officer))
        reviewed = true
      case .approved(let money):
        #expect(reviewed && approved == nil)
        #expect(["s1", "s2"].contains(event.officer) && event.officer != submitter)
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
