/// One rule of the score: adds its cases to the tally, from facts that are read once for all enterprises. A rule has nothing
/// else to look at: no clock, no store, no state of its own.
protocol ScoreRule: Sendable {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError)
}

/// The rule of one item: it says what the item is and which facts are cases of it.
protocol ItemRule: ScoreRule {
  static var item: ScoreItem { get }
}

/// The rule of an item whose every case an officer recorded with a document.
protocol RecordedItem: ItemRule {}

extension RecordedItem {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) {
    for fact in facts.recorded(item) { tally.add(item, fact, facts) }
  }
}

/// The rule of one veto: it says what the veto is and who meets it.
protocol VetoRule: ScoreRule {
  static var veto: Veto { get }
}

/// The rule of a veto that an authority decided and an officer recorded with a document.
protocol RecordedVeto: VetoRule {}

extension RecordedVeto {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) {
    for fact in facts.recorded(veto) {
      tally.veto(
        veto, enterprise: fact.enterprise, readings: [facts.recordReading], evidence: [Evidence("credit_record", rows: [fact.row])])
    }
  }
}

enum ScoreRules {
  /// The items, in the order of lines.
  static let items: [any ItemRule.Type] = [
    UnfiledService.self, ContractUnfiled.self, ManagerUnfiled.self, UnheededUrging.self, DisclosureMissing.self,
    RevenueUnpublished.self, PriceViolated.self, SlowAnswer.self, SlowClosing.self, SubstantiatedComplaints.self,
    FalseClosure.self, RedoneComplaint.self, LowSatisfaction.self, RefusedRectification.self, InterviewOrCircular.self,
    FireLaneBreach.self, CommonPartsMisused.self, AdministrativePenalty.self, ChargingDutyBreach.self, BlackMonths.self,
    Commended.self, RedMonths.self, HighSatisfaction.self, EstateTakenOver.self, ReemployedStaff.self, ChargingComplete.self,
    PromptQuarters.self, RevenueQuarterly.self,
  ]

  static let vetoes: [any VetoRule.Type] = [
    FundDiverted.self, RefusesToLeave.self, UrgingVeto.self, ExitRefusal.self, SuppliesCut.self, ForgedData.self,
  ]
}
