internal import Columns

extension ExitTest {
  /// Substantiated complaints and answers of every group, from one pass over the complaints.
  struct Counted {
    private(set) var distinct: [Int]
    private(set) var anonymous: [Int]
    private(set) var answered: [Int]
    private(set) var satisfied: [Int]
    /// Rows of complaints whose revisit was answered, and of surveys, where a group has any.
    private(set) var answers: [Int: [UInt32]] = [:]
    private(set) var surveys: [Int: [UInt32]] = [:]
    private var sorted: [UInt32]
    private var starts: [Int]

    func rows(of group: Int) -> ArraySlice<UInt32> { sorted[starts[group]..<starts[group + 1]] }

    init(_ snapshot: Snapshot, _ terms: Terms, size: Int, group: (Int, UInt32) -> Int?) throws(ColumnError) {
      let complaints = snapshot.table(Complaint.schema)
      try complaints.load(
        Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.finding, Complaint.status,
        Complaint.complainant, Complaint.revisitedAt, Complaint.satisfied)
      let enterprise = try complaints.references(Complaint.enterprise), county = try complaints.references(Complaint.county)
      let accepted = try complaints.int64(Complaint.acceptedAt), revisited = try complaints.int64(Complaint.revisitedAt)
      let token = try complaints.int64(Complaint.complainant), satisfied = try complaints.flags(Complaint.satisfied)
      let substantiated = try SubstantiatedComplaint(complaints, countPartly: terms.partly.value)
      let start = terms.window.lowerBound.start.seconds, end = terms.window.upperBound.end.seconds
      distinct = Array(repeating: 0, count: size)
      anonymous = distinct
      answered = distinct
      self.satisfied = distinct
      var counts = Array(repeating: 0, count: size + 1)
      // Which group a row counts for, so that the second pass need not judge again.
      var groups = Array(repeating: Int32(-1), count: complaints.count)
      for row in 0..<complaints.count {
        let by = Int(enterprise.base[row])
        let at = accepted.base[row]
        let asked = revisited.base[row] != Missing.int64 ? revisited.base[row] : at
        let counts8 = at >= start && at < end && substantiated.holds(row)
        let answers = satisfied.base[row] != Verdict.unknown.rawValue && asked >= start && asked < end
        guard counts8 || answers, let to = group(by, county.base[row]) else { continue }
        if counts8 {
          groups[row] = Int32(truncatingIfNeeded: to)
          counts[to] += 1
          if token.base[row] == Missing.int64 { anonymous[to] += 1 }
        }
        if answers {
          answered[to] += 1
          if satisfied.base[row] == Verdict.yes.rawValue { self.satisfied[to] += 1 }
          self.answers[to, default: []].append(UInt32(truncatingIfNeeded: row))
        }
      }
      starts = Array(repeating: 0, count: size + 1)
      for at in 0..<size { starts[at + 1] = starts[at] + counts[at] }
      sorted = Array(repeating: 0, count: starts[size])
      var next = starts
      for row in 0..<groups.count where groups[row] >= 0 {
        let to = Int(groups[row])
        sorted[next[to]] = UInt32(truncatingIfNeeded: row)
        next[to] += 1
      }
      var people = TokenSet()
      for at in 0..<size where counts[at] > 0 {
        people.removeAll()
        for row in sorted[starts[at]..<starts[at + 1]] where token.base[Int(row)] != Missing.int64 {
          people.insert(token.base[Int(row)])
        }
        distinct[at] = people.count
      }
      try countSurveys(snapshot, terms.window, group)
    }

    private mutating func countSurveys(
      _ snapshot: Snapshot, _ window: ClosedRange<Day>, _ group: (Int, UInt32) -> Int?
    ) throws(ColumnError) {
      let table = snapshot.table(Survey.schema)
      let counties = try snapshot.table(Project.schema).references(Project.county)
      let enterprise = try table.column(Survey.enterprise), project = try table.column(Survey.project)
      let held = try table.column(Survey.heldOn)
      let yes = try table.column(Survey.satisfied), all = try table.column(Survey.answered)
      for row in 0..<table.count {
        guard let by = enterprise.reference(row), let at = project.reference(row), at < counties.count,
          let day = held.day(row), window.contains(day), let total = all.integer(row), let good = yes.integer(row),
          total > 0, total <= 1_000_000_000, good >= 0, good <= total, let to = group(by, counties.base[at])
        else { continue }
        answered[to] += Int(total)
        satisfied[to] += Int(good)
        surveys[to, default: []].append(UInt32(truncatingIfNeeded: row))
      }
    }
  }
}
