internal import Columns

/// What the duties read: who served what and when, and what was filed, reported and shown.
struct DutyFacts {
  struct Pair: Hashable {
    var enterprise: UInt32
    var county: UInt32
  }

  /// Contracts of one enterprise with one estate that follow on each other.
  struct Tenure {
    var enterprise: UInt32
    var from: Day
    var ended: Day?

    func covers(_ day: Day) -> Bool { from <= day && (ended.map { day <= $0 } ?? true) }
    func meets(_ first: Day, _ last: Day?) -> Bool {
      (ended.map { first <= $0 } ?? true) && (last.map { from <= $0 } ?? true)
    }
  }

  struct ContractFact {
    var number: String
    var project: Int
    var enterprise: UInt32
    var from: Day
    var ended: Day?
    var signedOn: Day?
    var filedOn: Day?
  }

  private struct Assignment {
    var from: Day
    var ended: Day?
    var done: [String: Day]
  }

  private struct Shown {
    var postedOn: Day
    var updatedOn: Day?
    var endedOn: Day?
  }

  private struct Statement {
    var published: Day
    var covers: ClosedRange<Day>
    var endedOn: Day?
  }

  let today: Day
  private(set) var contracts: [ContractFact] = []
  /// By project, in order of the first day.
  private(set) var tenures: [[Tenure]]
  private(set) var acceptedOn: [Pair: Day] = [:]
  private var assignments: [[Assignment]]
  private var shown: [String: [[Shown]]] = [:]
  private var statements: [[Statement]]
  private let codes: Column
  private let counties: ColumnBuffer<UInt32>
  private let usccs: Column
  private let divisions: Column

  init(_ snapshot: Snapshot) throws(ColumnError) {
    today = snapshot.day
    let projects = snapshot.table(Project.schema)
    codes = try projects.column(Project.code)
    counties = try projects.references(Project.county)
    usccs = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
    divisions = try snapshot.table(Division.schema).column(Division.codeField)
    tenures = Array(repeating: [], count: projects.count)
    assignments = Array(repeating: [], count: projects.count)
    statements = Array(repeating: [], count: projects.count)
    try readContracts(snapshot)
    try readFilings(snapshot)
    try readAssignments(snapshot)
    try readDisclosure(snapshot)
    try readStatements(snapshot)
  }

  func code(_ project: Int) -> String { codes.text(project) ?? "" }
  func county(_ project: Int) -> UInt32 { project < counties.count ? counties.base[project] : Missing.code }
  func name(_ pair: Pair) -> String {
    let county = pair.county == Missing.code ? "" : divisions.text(Int(pair.county)) ?? ""
    return (pair.enterprise == Missing.code ? "" : usccs.text(Int(pair.enterprise)) ?? "") + " " + county
  }

  // MARK: What was done

  /// The day on which something that is asked of each tenure was done by its due day, or after it.
  func done(_ duty: String, _ project: Int, _ tenure: Tenure, by due: Day) -> Day? {
    if let kind = DutyRequirement.disclosure[duty] {
      return posted((shown[kind]?[project] ?? []).filter { tenure.meets($0.postedOn, $0.endedOn) }, tenure, by: due)
    }
    return assignments[project].filter { tenure.meets($0.from, $0.ended) }.compactMap { $0.done[duty] }.min()
  }

  /// Since when the board has shown an item that was there on the due day, or came after it. What was taken down and has no successor is
  /// missing from that day on; while one item takes the place of another nothing is.
  private func posted(_ items: [Shown], _ tenure: Tenure, by due: Day) -> Day? {
    var first: Day?, since: Day?, until: Day?
    for item in items.sorted(by: { $0.postedOn < $1.postedOn }) {
      let end = item.endedOn ?? Day(ordinal: .max)
      if let known = until, item.postedOn <= known {
        until = max(known, end)
      } else {
        (since, until) = (item.postedOn, end)
      }
      if first == nil, end > due { first = since }
    }
    guard let until, until > today || tenure.ended.map({ until >= $0 }) == true else { return nil }
    return first ?? since
  }

  /// The day on which a part of the year was covered: by the statements published so far together, or by what was shown.
  /// What was taken down by the due day does not count.
  func disclosed(_ duty: String, _ project: Int, _ owed: ClosedRange<Day>, by due: Day) -> Day? {
    func stood(_ endedOn: Day?) -> Bool { endedOn.map { $0 > min(due, today) } ?? true }
    guard duty == "common revenue accounts" else {
      let kind = DutyRequirement.disclosure[duty] ?? ""
      return shown[kind]?[project].filter { stood($0.endedOn) }.flatMap { [$0.postedOn, $0.updatedOn].compactMap { $0 } }
        .filter { $0 >= owed.lowerBound }.min()
    }
    let known = statements[project].filter { stood($0.endedOn) }
    for end in known.indices where DutyFacts.cover(known[...end].map(\.covers), owed) { return known[end].published }
    return nil
  }

  /// Whether periods together leave no day of a period out.
  static func cover(_ periods: [ClosedRange<Day>], _ whole: ClosedRange<Day>) -> Bool {
    var next = whole.lowerBound
    for period in periods.sorted(by: { $0.lowerBound < $1.lowerBound }) where period.lowerBound <= next {
      next = max(next, period.upperBound.adding(days: 1))
    }
    return next > whole.upperBound
  }

  // MARK: Reading

  private mutating func readContracts(_ snapshot: Snapshot) throws(ColumnError) {
    let table = snapshot.table(Contract.schema)
    try table.load(
      Contract.number, Contract.project, Contract.enterprise, Contract.from, Contract.endedOn, Contract.signedOn,
      Contract.filedOn)
    let number = try table.column(Contract.number), project = try table.column(Contract.project)
    let enterprise = try table.references(Contract.enterprise), from = try table.column(Contract.from)
    let ended = try table.column(Contract.endedOn), signed = try table.column(Contract.signedOn)
    let filed = try table.column(Contract.filedOn)
    for row in 0..<table.count {
      guard let at = project.reference(row), at < tenures.count, let start = from.day(row) else { continue }
      contracts.append(
        ContractFact(
          number: number.text(row) ?? "", project: at, enterprise: enterprise.base[row], from: start,
          ended: ended.day(row), signedOn: signed.day(row), filedOn: filed.day(row)))
    }
    for contract in contracts.sorted(by: { ($0.from, $0.number) < ($1.from, $1.number) }) {
      let last = tenures[contract.project].last
      // A contract that follows on the enterprise's own within a month goes on with its service.
      if let last, last.enterprise == contract.enterprise, last.ended.map({ contract.from <= $0.adding(days: 31) }) ?? true {
        tenures[contract.project][tenures[contract.project].count - 1].ended = contract.ended
      } else {
        tenures[contract.project].append(
          Tenure(enterprise: contract.enterprise, from: contract.from, ended: contract.ended))
      }
    }
  }

  private mutating func readFilings(_ snapshot: Snapshot) throws(ColumnError) {
    let table = snapshot.table(Filing.schema)
    let enterprise = try table.references(Filing.enterprise), county = try table.references(Filing.county)
    let accepted = try table.column(Filing.acceptedOn)
    for row in 0..<table.count {
      guard let on = accepted.day(row) else { continue }
      let pair = Pair(enterprise: enterprise.base[row], county: county.base[row])
      if acceptedOn[pair].map({ on < $0 }) ?? true { acceptedOn[pair] = on }
    }
  }

  private mutating func readAssignments(_ snapshot: Snapshot) throws(ColumnError) {
    let table = snapshot.table(ManagerAssignment.schema)
    let project = try table.column(ManagerAssignment.project), from = try table.column(ManagerAssignment.startsOn)
    let ended = try table.column(ManagerAssignment.endedOn), filed = try table.column(ManagerAssignment.filedOn)
    let street = try table.column(ManagerAssignment.reportedToStreetOn)
    let community = try table.column(ManagerAssignment.reportedToCommunityOn)
    for row in 0..<table.count {
      guard let at = project.reference(row), at < assignments.count, let start = from.day(row) else { continue }
      var done: [String: Day] = [:]
      done["manager filing"] = filed.day(row)
      done["reporting in to street"] = street.day(row)
      done["reporting in to community"] = community.day(row)
      assignments[at].append(Assignment(from: start, ended: ended.day(row), done: done))
    }
  }

  private mutating func readDisclosure(_ snapshot: Snapshot) throws(ColumnError) {
    let table = snapshot.table(DisclosureItem.schema)
    let project = try table.column(DisclosureItem.project), kind = try table.column(DisclosureItem.kind)
    let posted = try table.column(DisclosureItem.postedOn), updated = try table.column(DisclosureItem.updatedOn)
    let ended = try table.column(DisclosureItem.endedOn)
    let from = try table.column(DisclosureItem.coversFrom), until = try table.column(DisclosureItem.coversUntil)
    for word in DisclosureItem.kinds.dictionary { shown[word] = Array(repeating: [], count: tenures.count) }
    for row in 0..<table.count {
      guard let at = project.reference(row), at < tenures.count, let what = kind.text(row), let on = posted.day(row) else {
        continue
      }
      shown[what]?[at].append(Shown(postedOn: on, updatedOn: updated.day(row), endedOn: ended.day(row)))
      if what == "common revenue", let first = from.day(row), let last = until.day(row), first <= last {
        statements[at].append(Statement(published: on, covers: first...last, endedOn: ended.day(row)))
      }
    }
  }

  private mutating func readStatements(_ snapshot: Snapshot) throws(ColumnError) {
    let table = snapshot.table(CommonRevenueStatement.schema)
    let project = try table.column(CommonRevenueStatement.project)
    let from = try table.column(CommonRevenueStatement.coversFrom)
    let until = try table.column(CommonRevenueStatement.coversUntil)
    let published = try table.column(CommonRevenueStatement.publishedOn)
    for row in 0..<table.count {
      guard let at = project.reference(row), at < statements.count, let on = published.day(row), let first = from.day(row),
        let last = until.day(row), first <= last
      else { continue }
      statements[at].append(Statement(published: on, covers: first...last))
    }
    for project in statements.indices where statements[project].count > 1 {
      statements[project].sort {
        ($0.published, $0.covers.lowerBound, $0.covers.upperBound) < ($1.published, $1.covers.lowerBound, $1.covers.upperBound)
      }
    }
  }
}
