@testable import CityModel

/// Which parameters a rule reads: those whose keys stand in its code, and those that it reads through something shared.
enum RuleParameters {
  /// A name in a rule's code that stands for parameters which another file reads.
  struct Shared: Sendable {
    var name: String
    var parameters: [String]
    /// The files that read them.
    var files: [String]

    init(_ name: String, _ parameters: [String], in files: String...) {
      self.name = name
      self.parameters = parameters
      self.files = files
    }
  }

  private static let refusal = ["refusal.requiresDetermination", "refusal.requiresReminder"]
  private static let exit =
    [
      "exit.minDistinctExclusive", "exit.window", "exit.parse", "exit.scope", "exit.satisfactionBelow", "exit.countPartly",
      "exit.countAnonymous", "satisfaction.minSample",
    ] + refusal
  private static let closing = ["sla.closeDays", "sla.closeBasis", "sla.rollHoliday"]
  private static let tender = ["tender.eligible", "tender.banBindsDevelopers", "list.blackScope"]

  static let shared: [Shared] = [
    // The facts of the score.
    Shared("facts.window", ["credit.factWindow"], in: "Credit/Facts/ScoreFacts.swift"),
    Shared("facts.complaints", ["credit.factWindow"], in: "Credit/Facts/ScoreFacts.swift"),
    Shared("facts.satisfaction", ["credit.factWindow"], in: "Credit/Facts/ScoreFacts.swift"),
    Shared("ListedMonths.of", ["credit.factWindow"], in: "Credit/Facts/ScoreFacts.swift"),
    Shared("facts.records", ["credit.recordMonths"], in: "Credit/Facts/ScoreFacts.swift"),
    Shared("facts.recorded(", ["credit.recordMonths"], in: "Credit/Facts/ScoreFacts.swift"),
    Shared(": RecordedItem", ["credit.recordMonths"], in: "Credit/Facts/ScoreFacts.swift"),
    Shared(": RecordedVeto", ["credit.recordMonths"], in: "Credit/Facts/ScoreFacts.swift"),
    Shared("UrgingLadder.all", ["credit.recordMonths"], in: "Credit/Facts/ScoreFacts.swift"),
    // The clocks of complaints.
    Shared(".slowAnswer", ["sla.preliminary"], in: "Clock/ResponseClock.swift"),
    Shared(".slowClosing", closing, in: "Clock/ResponseClock.swift"),
    Shared("slowQuarters", closing, in: "Clock/ResponseClock.swift"),
    Shared("Complaint.assignDue)", ["sla.assign"], in: "Clock/ResponseClock.swift"),
    Shared("Complaint.preliminaryDue)", ["sla.preliminary"], in: "Clock/ResponseClock.swift"),
    Shared("Complaint.closeDue)", closing, in: "Clock/ResponseClock.swift"),
    Shared("ClockTable(", ["sla.assign", "sla.preliminary"] + closing, in: "Clock/ResponseClock.swift"),
    Shared("ResponseRates.compute", ["sla.assign", "sla.preliminary"] + closing, in: "Clock/ResponseClock.swift"),
    // The exit test.
    Shared("Refusals(", refusal, in: "Exit/RefusalTest.swift"),
    Shared("RefusalTest(", refusal, in: "Exit/RefusalTest.swift"),
    Shared("ExitTest.findings", exit, in: "Exit/ExitTest.swift", "Exit/RefusalTest.swift"),
    Shared(".isTriggered", exit, in: "Exit/ExitTest.swift", "Exit/RefusalTest.swift"),
    Shared(".limb(.satisfaction)", ["exit.window", "exit.scope"], in: "Exit/ExitTest.swift"),
    Shared("countPartly: Bool", ["exit.countPartly"], in: "Credit/Facts/ScoreFacts.swift"),
    // The lists.
    Shared("facts.clean", ["list.redCleanMonths"], in: "Lists/ListFacts.swift"),
    Shared("facts.stains", ["list.redCleanMonths"], in: "Lists/ListFacts.swift"),
    Shared("facts.prompt", ["list.redPromptMonths"], in: "Lists/ListFacts.swift"),
    Shared("facts.overdue", ["list.redPromptMonths"] + closing, in: "Lists/ListFacts.swift", "Clock/ResponseClock.swift"),
    Shared("facts.serious", ["credit.recordMonths"], in: "Lists/ListFacts.swift"),
    // Tenders and the fund.
    Shared("_ tenderer: String, _ terms: Terms", tender, in: "Commands/A05/TenderCase.swift"),
    Shared("TenderCase.terms", tender, in: "Commands/A05/TenderCase.swift"),
    Shared("blackEntry(of:", ["list.blackScope"], in: "Procedures/FundAttempt+BlackEntry.swift"),
    // Figures that read others, and derived fields.
    Shared("standing.judge(", tender, in: "Figures/City/TenderEligibility.swift"),
    Shared("StaffingGaps.figure", ["staff.county", "staff.street"], in: "Figures/City/StaffingGaps.swift"),
    Shared("try year(", ["exit.window"], in: "Derived/EnterpriseColumns.swift"),
    Shared("ChargingSurvey.shortfall", ["charging.turnover"], in: "Derived/Fields/ChargingShortfall.swift"),
    Shared(
      "Duty.schema",
      [
        "filing.contractDays", "filing.managerDays", "filing.reportDays", "disclosure.postDays", "disclosure.commonRevenuePerYear",
        "disclosure.commonRevenueDue",
      ], in: "Duties/City/ContractFilingDuty.swift", "Duties/City/ManagerFilingDuty.swift", "Duties/City/ReportingInDuty.swift",
      "Duties/City/NoticeBoardDuty.swift", "Duties/City/CommonRevenueDuty.swift"),
  ]

  /// The names of parameters by their keys in the code: `ExitParameters.window` is `exit.window`.
  static let names: [String: String] = RuleFile.model.filter { $0.path.hasPrefix("Parameters/") }
    .reduce(into: [:]) { names, file in
      guard let owner = file.code.firstMatch(of: #/public enum (\w+Parameters)/#)?.output.1 else { return }
      for match in file.code.matches(of: #/static let (\w+) = ParameterKey<\w+>\(\s*"([\w.]+)"/#) {
        names["\(owner).\(match.output.1)"] = String(match.output.2)
      }
    }

  /// The parameters whose keys stand in a file.
  static func direct(_ file: RuleFile) -> Set<String> {
    Set(file.code.matches(of: #/\w+Parameters\.\w+/#).compactMap { names[String($0.output)] })
  }

  /// Everything that a rule reads; the points and the cap of its own item among it.
  static func read(by file: RuleFile) -> Set<String> {
    var result = direct(file)
    for shared in shared where file.code.contains(shared.name) { result.formUnion(shared.parameters) }
    for rule in file.rules where rule.hasPrefix("item ") {
      guard let item = ScoreItem.code(String(rule.dropFirst(5))), item.kind != .limit else { continue }
      result.formUnion(item.variants.compactMap { item.pointsKey($0)?.name })
      if let cap = item.capKey?.name { result.insert(cap) }
    }
    return result
  }
}
