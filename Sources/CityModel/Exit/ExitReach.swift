internal import Columns

/// Who complained beyond the test itself: of the whole city, and estate by estate. Shown beside a finding and never part of it (A8, reading 6).
struct ExitReach {
  /// Rows of the substantiated complaints of the window by enterprise, whatever the county.
  private let cityWide: [Int: [UInt32]]
  private let estates: Column
  private let tokens: Column
  /// Whether each anonymous complaint counts as one more person.
  private let countsAnonymous: Bool

  init(_ snapshot: Snapshot, on day: Day) throws(RuleError) {
    let terms = try parameter { () throws(ParameterError) in try ExitTest.Terms(snapshot.rulebook.parameters, day) }
    countsAnonymous = terms.anonymous.value
    (cityWide, estates, tokens) = try column { () throws(ColumnError) in
      let groups = try ExitTest.Groups(snapshot, .enterpriseInCity, county: nil)
      let counted = try ExitTest.Counted(snapshot, terms, groups)
      var rows: [Int: [UInt32]] = [:]
      for at in 0..<groups.size {
        let found = counted.substantiated(at)
        if !found.isEmpty { rows[at] = found }
      }
      let complaints = snapshot.table(Complaint.schema)
      return (rows, try complaints.column(Complaint.project), try complaints.column(Complaint.complainant))
    }
  }

  /// The city's substantiated complaints about an enterprise.
  func rows(of enterprise: Int) -> [UInt32] { cityWide[enterprise] ?? [] }

  /// How many different people stand behind complaints.
  func people(_ rows: [UInt32]) -> Int {
    let known = rows.compactMap { tokens.integer(Int($0)) }
    return Set(known).count + (countsAnonymous ? rows.count - known.count : 0)
  }

  /// The estate of which most people complained, the first of equals, and how many they are.
  func worstEstate(_ rows: [UInt32]) -> (project: Int, people: Int)? {
    Dictionary(grouping: rows.filter { estates.reference(Int($0)) != nil }) { estates.reference(Int($0)) ?? 0 }
      .map { (project: $0.key, people: people($0.value)) }.min { ($1.people, $0.project) < ($0.people, $1.project) }
  }
}
