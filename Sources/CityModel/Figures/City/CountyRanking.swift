internal import Columns

/// A17: 市政府对物业管理工作成效突出的县（区）政府和有关部门予以通报表扬。
/// Reading: the text sets no measure of 成效; a draft by the sum of places in six figures of the year, for people who decide. Parameters: `conference.perQuarter`, `enforcement.minDepartments`, `enforcement.perQuarter`, `sla.assign`, `sla.preliminary`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`, `staff.county`, `staff.street`.
///
/// Three-day rate, conferences, enforcement, staffing, service coverage, owners' committees, each worth the same; a county without a
/// figure takes its last place; equal figures share a place.
public enum CountyRanking {
  public static let figure = Figure(
    name: "county-ranking", title: Bilingual(zh: "县区排名（草案）", en: "ranking of counties (draft)"), article: "A17", cycle: .year,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("place", "名次"), ("county", "县区"), ("sum", "名次之和"), ("close_rate", "三日办结率"), ("conferences", "联席会议达标"),
        ("enforcement", "联合执法达标"), ("staffing", "人员达标"), ("service", "服务覆盖率"), ("committees", "业委会覆盖率"),
      ])
    let places = try Places(snapshot)
    let (shares, basis) = try shares(&sheet, places)
    let sums = places.counties.indices.map { at in shares.reduce(0) { $0 + CountyRanking.place($1, at) } }
    for at in places.counties.indices.sorted(by: { (sums[$0], places.code(places.counties[$0])) < (sums[$1], places.code(places.counties[$1])) }) {
      let place = 1 + sums.filter { $0 < sums[at] }.count
      sheet.add(
        [.count(place), places.name(places.counties[at]), .count(sums[at])]
          + shares.map { $0[at].of > 0 ? .ratio($0[at].part, of: $0[at].of) : .empty },
        Evidence(Division.schema, row: places.counties[at]), counting: basis[at])
    }
    return sheet.result
  }

  struct Share {
    var part: Int64
    var of: Int64
  }

  /// One more than the number of counties that are better.
  static func place(_ shares: [Share], _ at: Int) -> Int {
    1 + shares.indices.filter { better(shares[$0], shares[at]) }.count
  }

  private static func better(_ a: Share, _ b: Share) -> Bool {
    guard a.of > 0 else { return false }
    guard b.of > 0 else { return true }
    return a.part.multipliedFullWidth(by: b.of) > b.part.multipliedFullWidth(by: a.of)
  }

  /// Six figures, each by county, and what they are worked out from.
  private static func shares(
    _ sheet: inout FigureSheet, _ places: Places
  ) throws(RuleError) -> (shares: [[Share]], basis: [[Evidence]]) {
    let snapshot = sheet.snapshot, day = sheet.day
    let newYear = Day(year: day.year, month: 1, day: 1) ?? day
    var rates: [Int: Share] = [:]
    _ = try sheet.read(ClockParameters.closeDays)
    _ = try sheet.read(ClockParameters.closeBasis)
    _ = try sheet.read(ClockParameters.rollHoliday)
    for rate in try ResponseRates.compute(snapshot, by: .county, from: newYear, through: day) {
      rates[rate.row] = Share(part: Int64(rate.close.inTime), of: Int64(rate.close.judged))
    }
    let conferences = try Conferences.grid(snapshot, day)
    let perQuarter = try sheet.read(DutyParameters.conferencesPerQuarter)
    let enforcement = try JointEnforcements.grid(
      snapshot, day, departments: try sheet.read(DutyParameters.enforcementDepartments))
    let enforced = try sheet.read(DutyParameters.enforcementPerQuarter)
    func quarters(_ grid: QuarterGrid, _ required: Int) -> [Share] {
      places.counties.map { county in
        let (met, of) = grid.fulfilled(county, required: required, through: day)
        return Share(part: Int64(met), of: Int64(of))
      }
    }
    let staffing = try sheet.figure(StaffingGaps.figure), service = try sheet.figure(ServiceCoverage.figure)
    let committees = try sheet.figure(CommitteeCoverage.figure)
    func sum(_ figure: FigureResult, _ county: Int, in column: Int, _ share: ([Cell]) -> Share?) -> Share {
      figure.table.rows.filter { $0[column] == places.name(county) }.compactMap(share).reduce(Share(part: 0, of: 0)) {
        Share(part: $0.part + $1.part, of: $0.of + $1.of)
      }
    }
    let complaints = try complaints(snapshot, from: newYear, through: day)
    let basis = places.counties.map { county in
      Evidence.together([
        Evidence("complaint", rows: complaints[county] ?? []), Evidence(Conference.schema, conferences.rows(county)),
        Evidence(JointEnforcement.schema, enforcement.rows(county)),
      ] + [(staffing, 1), (service, 0), (committees, 0)].flatMap { figure, column in
        figure.table.rows.indices.filter { figure.table.rows[$0][column] == places.name(county) }.flatMap(figure.basis)
      })
      // Contradictions with the contracts are no part of the coverage.
      .filter { $0.table != Contract.schema.name }
    }
    let shares: [[Share]] = [
      places.counties.map { rates[$0] ?? Share(part: 0, of: 0) }, quarters(conferences, perQuarter), quarters(enforcement, enforced),
      places.counties.map { sum(staffing, $0, in: 1) { Share(part: $0[7] == "是" ? 1 : 0, of: 1) } },
      places.counties.map { sum(service, $0, in: 0) { CountyRanking.ratio($0[7]) } },
      places.counties.map { county in
        sum(committees, county, in: 0) { CountyRanking.ratio($0[6]) }
      },
    ]
    return (shares, basis)
  }

  /// The complaints that were accepted in a period, by county.
  private static func complaints(_ snapshot: Snapshot, from first: Day, through last: Day) throws(RuleError) -> [Int: [UInt32]] {
    try column { () throws(ColumnError) in
      let table = snapshot.table(Complaint.schema)
      let county = try table.references(Complaint.county), accepted = try table.int64(Complaint.acceptedAt)
      let period = first.start.seconds..<last.end.seconds
      var rows: [Int: [UInt32]] = [:]
      for row in 0..<table.count where county.base[row] != Missing.code && period.contains(accepted.base[row]) {
        rows[Int(county.base[row]), default: []].append(UInt32(truncatingIfNeeded: row))
      }
      return rows
    }
  }

  private static func ratio(_ cell: Cell) -> Share? {
    if case .ratio(let part, let whole) = cell { Share(part: part, of: whole) } else { nil }
  }
}

/// Compares products of 64-bit numbers at full width; both factors of a share are not negative.
private func > (a: (high: Int64, low: UInt64), b: (high: Int64, low: UInt64)) -> Bool {
  a.high != b.high ? a.high > b.high : a.low > b.low
}
