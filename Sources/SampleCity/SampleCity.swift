internal import CityModel
public import Columns

/// A made-up Changzhi: real counties and streets, and enterprises, estates and complaints that nobody has.
///
/// Deterministic: the same arguments give the same bytes, on any machine. The enterprises, the estates and everything about
/// them are functions of the seed, their two counts and the day of the cut, so that a city can have more complaints and
/// stay the same city. The files are CSV in the model's own form (RFC 4180, LF, UTF-8, a header of field names):
/// references by natural key, days `2026-09-30`, moments `2026-09-30 17:50` with seconds where they are not zero, Asia/Shanghai.
/// There is no person's name, number or door in them: a complainant is a token, an officer a placeholder.
public struct SampleCity: Sendable {
  public let seed: UInt64
  /// Rows of `complaints.csv`.
  public let complaints: Int
  /// The day on which the data are cut: what the files tell lies before it.
  public let through: Day
  let city: City
  /// Complaints of the cases; 0 when fewer rows are asked for than the cases have.
  let told: Int

  /// Complaints that the cases need: with fewer rows in all they have none, and do not come out as told.
  public static let caseComplaints = Story.complaintCount

  /// The enterprises that stand on one side of one line of the rules, in the order of their serials.
  public static let cases: [SampleCase] = Story.all.enumerated().map { $1.publicCase($0 + 1) }

  /// - Parameters:
  ///   - complaints: rows of `complaints.csv`, the cases' among them; below 0 counts as 0, beyond 4,000,000,000 as that.
  ///   - enterprises: enterprises, the cases' among them; at least those and 25 more, at most 500,000.
  ///   - projects: estates, the cases' among them; at least those and 50 more, at most 5,000,000.
  ///   - through: the day of the cut, from 1980 to 9980; complaints fill the fourteen months before it. The cases' facts lie at fixed days up to
  ///     September 2026 and need a cut after that month.
  public init(
    seed: UInt64, complaints: Int, enterprises: Int = 250, projects: Int = 1000, through: Day = SampleCity.cut
  ) {
    self.seed = seed
    self.through = min(max(through, on(1980, 1, 1)), on(9980, 1, 1))
    city = City(
      seed: seed, enterprises: min(500_000, max(Story.all.count + 25, enterprises)),
      projects: min(5_000_000, max(Story.estateCount + 50, projects)), cut: self.through)
    self.complaints = min(4_000_000_000, max(0, complaints))
    told = self.complaints >= Story.complaintCount ? Story.complaintCount : 0
  }

  /// 1 November 2026.
  public static let cut = on(2026, 11, 1)

  /// How many enterprises and estates there are, after the limits.
  public var enterprises: Int { city.enterprises.count }
  public var projects: Int { city.projects.count }

  /// Writes one file, piece by piece: each piece ends with a line, none is much longer than 256 KiB, and the memory taken does
  /// not grow with the number of complaints.
  ///
  /// - Throws: what the sink throws, at once.
  public func write<Failure: Error>(
    _ file: SampleFile, to sink: (_ bytes: [UInt8], _ rows: Int) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(Array((file.columns.joined(separator: ",") + "\n").utf8), 0)
    if file == .complaints {
      try writeComplaints(to: sink)
      return
    }
    var bytes: [UInt8] = []
    var rows = 0
    for record in records(of: file) {
      bytes.append(contentsOf: record.line.utf8)
      rows += 1
      if bytes.count > LineBuffer.capacity - LineBuffer.longestLine {
        try sink(bytes, rows)
        bytes.removeAll(keepingCapacity: true)
        rows = 0
      }
    }
    if rows > 0 { try sink(bytes, rows) }
  }

  private func records(of file: SampleFile) -> [Record] {
    switch file {
    case .enterprises: city.enterpriseRecords()
    case .communities: city.communityRecords()
    case .projects: city.projectRecords()
    case .buildings: city.buildingRecords()
    case .contracts: city.contractRecords()
    case .filings: city.filingRecords()
    case .managers: city.managerRecords()
    case .managerAssignments: city.assignmentRecords()
    case .meetingAttendances: city.attendanceRecords()
    case .trainings: city.trainingRecords()
    case .registryEvents: city.registryRecords()
    case .servicePeriods: city.servicePeriodRecords()
    case .improvements: city.improvementRecords()
    case .sharedServices: city.sharedServiceRecords()
    case .reemployments: city.reemploymentRecords()
    case .urgings: city.urgingRecords()
    case .complaints: []
    case .revisits: ledger().revisits
    case .reworks: ledger().reworks
    case .orders: city.orderRecords()
    case .creditRecords: city.creditRecords()
    case .listEntries: city.listRecords()
    case .listPublications: city.publicationRecords()
    case .publishedGrades: city.gradeRecords()
    case .surveys: city.surveyRecords()
    case .supervisionMeasures: city.measureRecords()
    case .honours: city.honourRecords()
    case .disclosureItems: city.disclosureRecords()
    case .commonRevenueStatements: city.revenueRecords()
    case .serviceStandards: city.standardRecords()
    case .guidedPrices: city.priceRecords()
    case .projectFees: city.feeRecords()
    case .priceViolations: city.violationRecords()
    case .tenders: city.tenderRecords()
    case .bids: city.bidRecords()
    case .experts: city.expertRecords()
    case .expertDrawings: city.drawingRecords()
    case .campaigns: city.campaignRecords()
    case .jointEnforcements: city.enforcementRecords()
    case .referrals: city.referralRecords()
    case .restrictions: city.restrictionRecords()
    case .licenceReferrals: city.licenceRecords()
    case .consultations: city.consultationRecords()
    case .exitCases: city.exitRecords()
    case .exitSteps: city.exitStepRecords()
    case .handovers: city.handoverRecords()
    case .guidances: city.guidanceRecords()
    case .assemblies: city.assemblyRecords()
    case .committees: city.committeeRecords()
    case .ownerVotes: city.voteRecords()
    case .fireInspections: city.fireInspectionRecords()
    case .fireReports: city.fireReportRecords()
    case .chargingSurveys: city.chargingRecords()
    case .lifts: city.liftRecords()
    case .inspectionItems: city.inspectionItemRecords()
    case .fundAccounts: city.accountRecords()
    case .fundRequests: city.fundRecords()
    case .fundAllocations: city.allocationRecords()
    case .fundPayments: city.paymentRecords()
    case .fundInvestigations: city.investigationRecords()
    case .communityCommittees: city.communityCommitteeRecords()
    case .authorities: city.authorityRecords()
    case .staffAssignments: city.staffRecords()
    case .inspections: city.inspectionRecords()
    case .conferences: city.conferenceRecords()
    case .conferenceDecisions: city.decisionRecords()
    case .leadingGroups: city.leadingGroupRecords()
    case .memberUnits: city.memberUnitRecords()
    case .workTasks: city.taskRecords()
    case .commendations: city.commendationRecords()
    case .awards: city.awardRecords()
    case .publicityActivities: city.publicityRecords()
    case .officers: city.officerRecords()
    }
  }

  /// The revisit ledger of the last rows of complaints.
  private func ledger() -> (revisits: [Record], reworks: [Record]) {
    city.ledger(ComplaintGenerator(city, count: complaints - told))
  }

  private func writeComplaints<Failure: Error>(
    to sink: (_ bytes: [UInt8], _ rows: Int) throws(Failure) -> Void
  ) throws(Failure) {
    let lines = ComplaintLines(city)
    var generator = ComplaintGenerator(city, count: complaints - told)
    let toldRows = told > 0 ? city.toldComplaints(generator) : []
    let buffer = LineBuffer()
    var rows = 0
    var nextTold = 0
    func drain() throws(Failure) {
      try sink(buffer.taken(), rows)
      rows = 0
    }
    for index in 0..<generator.count {
      let row = generator.row(index)
      while nextTold < toldRows.count, toldRows[nextTold].accepted <= row.accepted {
        lines.write(toldRows[nextTold], to: buffer)
        nextTold += 1
        rows += 1
        if buffer.isFull { try drain() }
      }
      lines.write(row, to: buffer)
      rows += 1
      if buffer.isFull { try drain() }
    }
    while nextTold < toldRows.count {
      lines.write(toldRows[nextTold], to: buffer)
      nextTold += 1
      rows += 1
      if buffer.isFull { try drain() }
    }
    if rows > 0 { try drain() }
  }
}
