internal import Columns

/// What the rules of the score read: the scope, the periods, the contracts, and one pass over the complaints.
struct ScoreFacts {
  struct ContractFact {
    var row: Int
    var enterprise: Int
    var project: Int
    var county: UInt32
    var from: Day
    var ended: Day?
    var signed: Day?
    var filed: Day?

    func isActive(on day: Day) -> Bool { from <= day && (ended.map { $0 >= day } ?? true) }
  }

  let snapshot: Snapshot
  let day: Day
  /// Row of the county, `nil` for the city.
  let county: Int?
  let countyOfProject: [UInt32]
  /// Days of computed facts.
  let window: ClosedRange<Day>
  /// Days of decisions that still count.
  let records: ClosedRange<Day>
  /// Every day on which a fact of the score may lie.
  var span: ClosedRange<Day> { min(window.lowerBound, records.lowerBound)...day }
  let windowReading: Reading
  let recordReading: Reading
  let contracts: [ContractFact]
  let complaints: ComplaintPass
  /// The exit test of the same day; of the county only, where there is one.
  let exits: [ExitFinding]
  let enterprises: Int
  /// Answers at revisits and in surveys of the period, by enterprise.
  private(set) var satisfaction: [Int: SatisfactionRates] = [:]
  /// What officers recorded, and what of it nobody can read.
  let recordings: RecordedFacts

  var parameters: Parameters { snapshot.rulebook.parameters }

  init(_ snapshot: Snapshot, on day: Day, county: Int?) throws(RuleError) {
    self.snapshot = snapshot
    self.day = day
    self.county = county
    enterprises = snapshot.table(Enterprise.schema).count
    let parameters = snapshot.rulebook.parameters
    let length = try parameter { () throws(ParameterError) in
      try parameters.read(CreditParameters.recordMonths, on: day)
    }
    let basis = try parameter { () throws(ParameterError) in try parameters.read(CreditParameters.factWindow, on: day) }
    let partly = try parameter { () throws(ParameterError) in try parameters.value(ExitParameters.countPartly, on: day)
    }
    recordReading = length.reading
    windowReading = basis.reading
    records = day.window(months: length.value.count)
    let newYear = Day(year: day.year, month: 1, day: 1) ?? day
    let window = basis.value == .calendarYear ? newYear...day : day.window(months: 12)
    self.window = window
    let projects = snapshot.table(Project.schema)
    let counties = try column { () throws(ColumnError) in try projects.references(Project.county) }
    let countyOfProject = (0..<projects.count).map { counties.base[$0] }
    self.countyOfProject = countyOfProject
    contracts = try column { () throws(ColumnError) in try ScoreFacts.contracts(snapshot, countyOfProject, county) }
    exits = try ExitTest.findings(snapshot, on: day, county: county)
    let enterprises = enterprises
    complaints = try column { () throws(ColumnError) in
      try ComplaintPass(
        snapshot, window: window, county: county, projects: countyOfProject.count, enterprises: enterprises,
        countPartly: partly)
    }
    let valid = records
    recordings = try column { () throws(ColumnError) in
      try RecordedFacts(snapshot, valid: valid) { division in county.map { UInt32(truncatingIfNeeded: $0) == division } ?? true }
    }
    satisfaction = try SatisfactionRates.byEnterprise(self)
  }

  func recorded(_ item: ScoreItem) -> [RecordedFact] { recordings.of(item.code) }
  func recorded(_ veto: Veto) -> [RecordedFact] { recordings.of(veto.code) }

  func isInScope(_ division: UInt32) -> Bool { county.map { UInt32(truncatingIfNeeded: $0) == division } ?? true }

  func isInScope(project: Int) -> Bool { project < countyOfProject.count && isInScope(countyOfProject[project]) }

  func read<V>(_ key: ParameterKey<V>) throws(RuleError) -> Dated<V> {
    try parameter { () throws(ParameterError) in try parameters.read(key, on: day) }
  }

  /// What the clock of basic closure goes by.
  func closingReadings() throws(RuleError) -> [Reading] {
    [
      try read(ClockParameters.closeDays).reading, try read(ClockParameters.closeBasis).reading,
      try read(ClockParameters.rollHoliday).reading,
    ]
  }

  private static func contracts(
    _ snapshot: Snapshot, _ counties: [UInt32], _ county: Int?
  ) throws(ColumnError) -> [ContractFact] {
    let table = snapshot.table(Contract.schema)
    try table.load(
      Contract.project, Contract.enterprise, Contract.from, Contract.endedOn, Contract.signedOn, Contract.filedOn)
    let project = try table.column(Contract.project)
    let enterprise = try table.column(Contract.enterprise)
    let from = try table.column(Contract.from)
    let ended = try table.column(Contract.endedOn)
    let signed = try table.column(Contract.signedOn)
    let filed = try table.column(Contract.filedOn)
    var facts: [ContractFact] = []
    for row in 0..<table.count {
      guard let at = project.reference(row), at < counties.count, let by = enterprise.reference(row),
        let start = from.day(row), county.map({ UInt32(truncatingIfNeeded: $0) == counties[at] }) ?? true
      else { continue }
      facts.append(
        ContractFact(
          row: row, enterprise: by, project: at, county: counties[at], from: start, ended: ended.day(row),
          signed: signed.day(row), filed: filed.day(row)))
    }
    return facts
  }
}
