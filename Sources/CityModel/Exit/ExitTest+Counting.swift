internal import Columns

extension ExitTest {
  /// The groups that are tested: an enterprise in each county, or in the city.
  struct Groups {
    let counties: CountyIndex
    /// Groups of one enterprise.
    let width: Int
    let enterprises: Int
    /// The row of the only county looked at; `nil` for all.
    let only: Int?

    var size: Int { enterprises * width }

    init(_ snapshot: Snapshot, _ scope: ExitScope, county: Int?) throws(ColumnError) {
      let counties = try CountyIndex(snapshot)
      self.counties = counties
      enterprises = snapshot.table(Enterprise.schema).count
      only = scope == .enterpriseInCounty ? county : nil
      width = scope == .enterpriseInCounty && only == nil ? counties.count : 1
    }

    /// The group of an enterprise and the county of the fact, or -1.
    @inline(__always)
    func group(_ enterprise: UInt32, _ county: UInt32) -> Int {
      guard Int(enterprise) < enterprises else { return -1 }
      if let only { return Int(county) == only ? Int(enterprise) : -1 }
      if width == 1 { return Int(enterprise) }
      let slot = counties.slot(county)
      return slot < 0 ? -1 : Int(enterprise) * width + slot
    }

    /// The row of a group's county, where there is one.
    func county(of group: Int, _ scope: ExitScope) -> Int? {
      scope == .enterpriseInCounty ? only ?? counties.rows[group % width] : nil
    }
  }

  /// Substantiated complaints and answers of every group, from one pass over the complaints.
  struct Counted {
    private(set) var distinct: [Int]
    private(set) var anonymous: [Int]
    private(set) var answered: [Int]
    private(set) var satisfied: [Int]
    private(set) var surveys: [Int: [UInt32]] = [:]
    private let looked: RowSelection
    private let counting: RowGroups
    private let answering: RowGroups

    func substantiated(_ group: Int) -> [UInt32] { looked.rows(at: counting.rows(of: group)) }

    /// Complaints whose revisit was answered.
    func answers(_ group: Int) -> [UInt32] { looked.rows(at: answering.rows(of: group)) }

    func isEmpty(_ group: Int) -> Bool { counting.rows(of: group).isEmpty && answered[group] == 0 }

    init(_ snapshot: Snapshot, _ terms: Terms, _ groups: Groups) throws(ColumnError) {
      let complaints = snapshot.table(Complaint.schema)
      try complaints.load(
        Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.finding, Complaint.status,
        Complaint.complainant, Complaint.revisitedAt, Complaint.satisfied)
      let enterprise = try complaints.references(Complaint.enterprise)
      let county = try complaints.references(Complaint.county)
      let accepted = try complaints.int64(Complaint.acceptedAt)
      let revisited = try complaints.int64(Complaint.revisitedAt)
      let token = try complaints.int64(Complaint.complainant)
      let satisfied = try complaints.flags(Complaint.satisfied)
      let judge = try SubstantiatedComplaint(complaints, countPartly: terms.partly.value)
      let start = terms.window.lowerBound.start.seconds
      let end = terms.window.upperBound.end.seconds
      let size = groups.size
      distinct = Array(repeating: 0, count: size)
      anonymous = distinct
      answered = distinct
      self.satisfied = distinct
      looked = try snapshot.complaints(of: groups.only)
      var counting = Array(repeating: Int32(-1), count: looked.count)
      var answering = counting
      for position in 0..<looked.count {
        let row = looked[position]
        let to = groups.group(enterprise.base[row], county.base[row])
        guard to >= 0 else { continue }
        let at = accepted.base[row]
        if at >= start, at < end, judge.holds(row) {
          counting[position] = Int32(truncatingIfNeeded: to)
          if token.base[row] == Missing.int64 { anonymous[to] += 1 }
        }
        let asked = revisited.base[row] != Missing.int64 ? revisited.base[row] : at
        if satisfied.base[row] != Verdict.unknown.rawValue, asked >= start, asked < end {
          answering[position] = Int32(truncatingIfNeeded: to)
          answered[to] += 1
          if satisfied.base[row] == Verdict.yes.rawValue { self.satisfied[to] += 1 }
        }
      }
      self.counting = RowGroups(counting, count: size)
      self.answering = RowGroups(answering, count: size)
      var people = TokenSet()
      for at in 0..<size {
        let positions = self.counting.rows(of: at)
        guard !positions.isEmpty else { continue }
        people.removeAll()
        for position in positions {
          let token = token.base[looked[Int(position)]]
          if token != Missing.int64 { people.insert(token) }
        }
        distinct[at] = people.count
      }
      try countSurveys(snapshot, terms.window, groups)
    }

    private mutating func countSurveys(
      _ snapshot: Snapshot, _ window: ClosedRange<Day>, _ groups: Groups
    ) throws(ColumnError) {
      let table = snapshot.table(Survey.schema)
      let counties = try snapshot.table(Project.schema).references(Project.county)
      let enterprise = try table.references(Survey.enterprise)
      let project = try table.column(Survey.project)
      let held = try table.column(Survey.heldOn)
      let yes = try table.column(Survey.satisfied)
      let all = try table.column(Survey.answered)
      for row in 0..<table.count {
        guard let at = project.reference(row), at < counties.count, let day = held.day(row), window.contains(day),
          let total = all.integer(row), let good = yes.integer(row), total > 0, total <= 1_000_000_000, good >= 0,
          good <= total
        else { continue }
        let to = groups.group(enterprise[row], counties.base[at])
        guard to >= 0 else { continue }
        answered[to] += Int(total)
        satisfied[to] += Int(good)
        surveys[to, default: []].append(UInt32(truncatingIfNeeded: row))
      }
    }
  }
}
