internal import CityModel
internal import Columns

/// The complaints of a snapshot as requests of Open311: what is public of them.
struct Open311Complaints {
  private let complaints: Columns.Table
  private let projects: Columns.Table
  private let kept: [String: [String: JSONValue]]
  private let ambiguous: Set<String>
  private var dispositions: [Int: (result: String?, plannedUntil: Day?, isPlanned: Bool)] = [:]
  private var agencies: [Int: String] = [:]

  private let number, source, project, category, finding, status, content: Column
  private let reported, accepted, assigned, preliminary, basicallyClosed, closed, revisited: Column
  private let county, assignDue, preliminaryDue, closeDue: Column
  private let projectCode, projectName: Column

  struct Record {
    var fields: [(name: String, value: JSONValue)]
    var requested: Moment
    var id: String
  }

  /// - Parameters:
  ///   - kept: by ``Layout/complaintKey(number:source:)``, the fields that came in with a complaint.
  ///   - ambiguous: numbers that complaints of two sources bear.
  init(_ snapshot: Snapshot, kept: [String: [String: JSONValue]], ambiguous: Set<String>) throws(ColumnError) {
    self.kept = kept
    self.ambiguous = ambiguous
    complaints = snapshot.table(Complaint.schema)
    projects = snapshot.table(Project.schema)
    number = try complaints.column(Complaint.number)
    source = try complaints.column(Complaint.source)
    project = try complaints.column(Complaint.project)
    category = try complaints.column(Complaint.category)
    finding = try complaints.column(Complaint.finding)
    status = try complaints.column(Complaint.status)
    content = try complaints.column(Complaint.content)
    reported = try complaints.column(Complaint.reportedAt)
    accepted = try complaints.column(Complaint.acceptedAt)
    assigned = try complaints.column(Complaint.assignedAt)
    preliminary = try complaints.column(Complaint.preliminaryAt)
    basicallyClosed = try complaints.column(Complaint.basicallyClosedAt)
    closed = try complaints.column(Complaint.closedAt)
    revisited = try complaints.column(Complaint.revisitedAt)
    county = try complaints.column(Complaint.county)
    assignDue = try complaints.column(Complaint.assignDue)
    preliminaryDue = try complaints.column(Complaint.preliminaryDue)
    closeDue = try complaints.column(Complaint.closeDue)
    projectCode = try projects.column(Project.code)
    projectName = try projects.column(Project.name)
    try readDispositions(snapshot)
    try readAgencies(snapshot)
  }

  /// Of several results the last one recorded.
  private mutating func readDispositions(_ snapshot: Snapshot) throws(ColumnError) {
    let table = snapshot.table(Disposition.schema)
    guard table.count > 0 else { return }
    let complaint = try table.column(Disposition.complaint), kind = try table.column(Disposition.kind)
    let result = try table.column(Disposition.result), until = try table.column(Disposition.plannedUntil)
    let recorded = try table.column(Disposition.recordedAt)
    var last: [Int: Int64] = [:]
    for row in 0..<table.count {
      guard let of = complaint.reference(row), let at = recorded.integer(row), at >= last[of] ?? .min else { continue }
      last[of] = at
      dispositions[of] = (result.text(row), until.day(row), kind.text(row) == "planned")
    }
  }

  /// The county's authority, which is responsible for what happens in the county (A1).
  private mutating func readAgencies(_ snapshot: Snapshot) throws(ColumnError) {
    let table = snapshot.table(Authority.schema)
    guard table.count > 0 else { return }
    let name = try table.column(Authority.name), level = try table.column(Authority.level), county = try table.column(Authority.county)
    for row in 0..<table.count where level.text(row) == "county" {
      guard let of = county.reference(row), let name = name.text(row) else { continue }
      agencies[of] = agencies[of].map { min($0, name) } ?? name
    }
  }

  /// The requests that a filter admits, in order of their time and number.
  func records(_ filter: Open311Filter) -> [Record] {
    var records: [Record] = []
    for row in 0..<complaints.count {
      guard let accepted = accepted.moment(row) else { continue }
      let key = Layout.complaintKey(number: number.text(row) ?? "", source: source.text(row) ?? "")
      let sent = kept[key] ?? [:]
      let words = words(row, sent)
      let requested = reported.moment(row) ?? accepted
      guard filter.admits(requested, status: words.status) else { continue }
      let id = number.text(row).map { ambiguous.contains($0) ? key : $0 } ?? key
      records.append(
        Record(fields: fields(row, id: id, sent, words, requested, accepted), requested: requested, id: id))
    }
    return records.sorted { $0.requested == $1.requested ? $0.id < $1.id : $0.requested < $1.requested }
  }

  private func words(_ row: Int, _ sent: [String: JSONValue]) -> (status: String, extended: String) {
    Open311Status.theirs(
      status.text(row) ?? "", finding: finding.text(row), isAssigned: !assigned.isMissing(row), hasPreliminary: !preliminary.isMissing(row),
      isPlanned: dispositions[row]?.isPlanned ?? false, sent: sent["extended_status"]?.text)
  }

  private func fields(
    _ row: Int, id: String, _ sent: [String: JSONValue], _ words: (status: String, extended: String), _ requested: Moment, _ accepted: Moment
  ) -> [(name: String, value: JSONValue)] {
    var own: [String: JSONValue] = [
      "service_request_id": .text(id), "status": .text(words.status), "extended_status": .text(words.extended),
      "requested_datetime": .text(requested.iso8601), "updated_datetime": .text(updated(row, accepted, sent).iso8601),
    ]
    if accepted != requested { own["accepted_datetime"] = .text(accepted.iso8601) }
    own["description"] = content.text(row).map { .text($0) }
    service(row, sent, into: &own)
    let estate = project.reference(row)
    own["address"] = sent["address"] ?? estate.flatMap { projectName.text($0) }.map { .text($0) }
    own["address_id"] = estate.flatMap { projectCode.text($0) }.map { .text($0) }
    // Our own decision first, then what the sender said, then what follows from the rules.
    let disposition = dispositions[row]
    own["status_notes"] = disposition?.result.map { .text(PersonalText.published($0)) } ?? sent["status_notes"]
    own["expected_datetime"] = disposition?.plannedUntil.flatMap { Moment($0, hour: 23, minute: 59, second: 59) }.map { .text($0.iso8601) }
      ?? sent["expected_datetime"] ?? closeDue.moment(row).map { .text($0.iso8601) }
    own["agency_responsible"] =
      sent["agency_responsible"] ?? (status.text(row) == "received" ? nil : county.reference(row).flatMap { agencies[$0] }.map { .text($0) })
    own["service_notice"] = sent["service_notice"] ?? notice(row)

    let places = Open311Fields.standard + Open311Fields.added
    let more = sent.keys.filter { own[$0] == nil && !places.contains($0) && !$0.hasPrefix("\u{1}") }.sorted()
    return (places + more).compactMap { name in (own[name] ?? sent[name]).map { (name, $0) } }
  }

  /// The sender's own service stands as long as the category is what it was taken for.
  private func service(_ row: Int, _ sent: [String: JSONValue], into own: inout [String: JSONValue]) {
    let word = category.text(row) ?? "unknown"
    if sent[Open311Fields.categoryKey]?.text == word, sent["service_code"] != nil || sent["service_name"] != nil { return }
    own["service_code"] = .text(Open311Fields.code(ofCategory: word))
    own["service_name"] = .text(Complaint.categories.index(of: word).map { Complaint.categories.values[$0].chinese } ?? word)
  }

  /// The last that happened, here or at the sender.
  private func updated(_ row: Int, _ accepted: Moment, _ sent: [String: JSONValue]) -> Moment {
    let ours = [assigned, preliminary, basicallyClosed, closed, revisited].compactMap { $0.moment(row) }
    return (ours + [sent["updated_datetime"]?.text.flatMap { Moment($0) }].compactMap(\.self)).reduce(accepted, max)
  }

  /// What the complainant may expect (A13).
  private func notice(_ row: Int) -> JSONValue? {
    guard let assign = assignDue.moment(row), let preliminary = preliminaryDue.moment(row), let close = closeDue.moment(row) else { return nil }
    return .text("\(assign) 前责任到人，\(preliminary) 前初步结果，\(close) 前基本办结；办结前回访")
  }
}
