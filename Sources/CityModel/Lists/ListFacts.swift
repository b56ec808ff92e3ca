internal import Columns

/// What the criteria of both lists read, as of a month's last day, for one county.
struct ListFacts {
  struct Published {
    var grade: CreditGrade
    var score: Points
    var on: Day
    var row: UInt32
  }

  struct Overdue {
    var rows: [UInt32] = []
    var isUnknown = false
  }

  let snapshot: Snapshot
  let county: Int
  let period: ClosedRange<Day>
  let board: ScoreBoard
  let exits: [Int: ExitFinding]
  let standings: [ListStanding]
  private(set) var published: [Int: Published] = [:]
  private(set) var openOrders: [Int: [UInt32]] = [:]
  /// Orders by the month (year × 12 + month) of the determined refusal.
  private(set) var refusals: [Int: [Int: [UInt32]]] = [:]
  private(set) var overdue: [Int: Overdue] = [:]
  /// Vetoes and penalties on record within the clean months.
  private(set) var stains: [Int: [UInt32]] = [:]
  /// Records of D17 and of serious D18 that no later black entry has answered.
  private(set) var serious: [Int: (rows: [UInt32], isPenalty: Bool)] = [:]
  let clean: Dated<CalendarMonths>
  let prompt: Dated<CalendarMonths>

  var day: Day { period.upperBound }

  init(_ snapshot: Snapshot, county: Int, period: ClosedRange<Day>) throws(RuleError) {
    self.snapshot = snapshot
    self.county = county
    self.period = period
    let day = period.upperBound
    let parameters = snapshot.rulebook.parameters
    clean = try parameter { () throws(ParameterError) in try parameters.read(ListParameters.redCleanMonths, on: day) }
    prompt = try parameter { () throws(ParameterError) in try parameters.read(ListParameters.redPromptMonths, on: day) }
    let records = try parameter { () throws(ParameterError) in
      try parameters.value(CreditParameters.recordMonths, on: day)
    }
    board = try ScoreBoard.compute(snapshot, on: day, county: county)
    var exits: [Int: ExitFinding] = [:]
    for finding in board.exits { exits[finding.enterprise] = finding }
    self.exits = exits
    standings = try column { () throws(ColumnError) in try ListStanding.entries(snapshot) }
    do throws(ColumnError) {
      try readGrades()
      try readOrders()
      try readComplaints()
      try readRecords(day.window(months: records.count))
    } catch {
      throw .column(error)
    }
  }

  private mutating func readGrades() throws(ColumnError) {
    let table = snapshot.table(PublishedGrade.schema)
    let enterprise = try table.column(PublishedGrade.enterprise)
    let grade = try table.column(PublishedGrade.grade)
    let score = try table.column(PublishedGrade.score)
    let on = try table.column(PublishedGrade.publishedOn)
    for row in 0..<table.count {
      guard let firm = enterprise.reference(row), let day = on.day(row), day <= self.day,
        let word = grade.text(row), let grade = CreditGrade(rawValue: word),
        published[firm].map({ $0.on < day }) ?? true
      else { continue }
      published[firm] = Published(
        grade: grade, score: Points(thousandths: score.integer(row) ?? 0), on: day, row: UInt32(truncatingIfNeeded: row)
      )
    }
  }

  private mutating func readOrders() throws(ColumnError) {
    let table = snapshot.table(RectificationOrder.schema)
    let enterprise = try table.column(RectificationOrder.enterprise)
    let county = try table.column(RectificationOrder.county)
    let issued = try table.column(RectificationOrder.issuedOn)
    let done = try table.column(RectificationOrder.rectifiedOn)
    let refused = try table.column(RectificationOrder.refusedOn)
    for row in 0..<table.count where county.reference(row) == self.county {
      guard let firm = enterprise.reference(row) else { continue }
      let at = UInt32(truncatingIfNeeded: row)
      if issued.day(row).map({ $0 <= day }) ?? true, done.day(row).map({ $0 > day }) ?? true {
        openOrders[firm, default: []].append(at)
      }
      if let on = refused.day(row), on <= day { refusals[firm, default: [:]][on.monthIndex, default: []].append(at) }
    }
  }

  private mutating func readComplaints() throws(ColumnError) {
    let table = snapshot.table(Complaint.schema)
    let enterprise = try table.references(Complaint.enterprise)
    let accepted = try table.int64(Complaint.acceptedAt)
    let late = try table.flags(Complaint.overdue)
    let cause = try table.codes(Complaint.delayCause)
    let clears = ClearingCauses()
    let window = day.window(months: prompt.value.count)
    let start = window.lowerBound.start.seconds
    let end = window.upperBound.end.seconds
    let here = try snapshot.complaints(of: county)
    for position in 0..<here.count {
      let row = here[position]
      guard accepted.base[row] >= start, accepted.base[row] < end,
        late.base[row] != Verdict.no.rawValue, enterprise.base[row] != Missing.code
      else { continue }
      let firm = Int(enterprise.base[row])
      if late.base[row] == Verdict.unknown.rawValue {
        overdue[firm, default: Overdue()].isUnknown = true
      } else if !clears.contains(cause.base[row]) {
        overdue[firm, default: Overdue()].rows.append(UInt32(truncatingIfNeeded: row))
      }
    }
  }

  private mutating func readRecords(_ valid: ClosedRange<Day>) throws(ColumnError) {
    let table = snapshot.table(CreditRecord.schema)
    let enterprise = try table.column(CreditRecord.enterprise)
    let county = try table.column(CreditRecord.county)
    let item = try table.column(CreditRecord.item)
    let variant = try table.column(CreditRecord.variant)
    let decided = try table.column(CreditRecord.decidedOn)
    let spotless = day.window(months: clean.value.count)
    for row in 0..<table.count where county.reference(row) == self.county {
      guard let firm = enterprise.reference(row), let code = item.text(row), let on = decided.day(row), on <= day else {
        continue
      }
      let at = UInt32(truncatingIfNeeded: row)
      if spotless.contains(on), code == "D18" || Veto.recorded.contains(code) {
        stains[firm, default: []].append(at)
      }
      let isPenalty = code == "D18" && variant.text(row) == "serious"
      guard valid.contains(on), isPenalty || code == "D17", !isAnswered(firm, since: on) else { continue }
      serious[firm, default: ([], false)].rows.append(at)
      if isPenalty { serious[firm]?.isPenalty = true }
    }
  }

  func read<V>(_ key: ParameterKey<V>) throws(RuleError) -> Dated<V> {
    try parameter { () throws(ParameterError) in try snapshot.rulebook.parameters.read(key, on: day) }
  }

  /// Whether this county has black-listed the enterprise on or after a day, so that one fact leads to one listing.
  private func isAnswered(_ firm: Int, since day: Day) -> Bool {
    standings.contains {
      $0.isBlack && $0.enterprise == firm && Int($0.county) == county && $0.decidedOn >= day && $0.decidedOn <= self.day
    }
  }

  /// This county's entries of the red list that are in effect on the last day, by enterprise.
  var redList: [Int: [UInt32]] {
    let standing = standings.filter { !$0.isBlack && $0.isInEffect(on: day) && Int($0.county) == county }
    return Dictionary(grouping: standing, by: \.enterprise).mapValues { $0.map { UInt32(truncatingIfNeeded: $0.row) } }
  }

  /// The black entries in effect on the last day, of this county or of any.
  func black(_ firm: Int, here: Bool) -> [UInt32] {
    standings.filter {
      $0.isBlack && $0.enterprise == firm && $0.isInEffect(on: day) && (!here || Int($0.county) == county)
    }
    .map { UInt32(truncatingIfNeeded: $0.row) }
  }
}

extension Day {
  /// The calendar month, as year × 12 + 0…11.
  var monthIndex: Int {
    let (year, month, _) = civil
    return year * 12 + month - 1
  }
}
