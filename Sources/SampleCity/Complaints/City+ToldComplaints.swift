internal import CityModel
internal import Columns

extension City {
  /// The cases' complaints in ascending order of acceptance: everything about them is told, nothing drawn but the tokens.
  func toldComplaints(_ generator: ComplaintGenerator) -> [ComplaintRow] {
    let words = generator.words
    let cutSecond = Int64(cut.ordinal) * 86_400
    var estates: [Int: [Int]] = [:]
    for (position, project) in projects.enumerated() {
      if let story = project.story { estates[story, default: []].append(position) }
    }
    var rows: [ComplaintRow] = []
    for (position, story) in Story.all.enumerated() {
      let own = estates[position] ?? []
      for (serial, told) in story.complaints.enumerated() where own.indices.contains(told.estate) {
        let project = own[told.estate]
        let accepted = Int64(told.day.ordinal) * 86_400 + 9 * 3600 + Int64((serial * 37 + position * 11) % 480) * 60
        guard accepted < cutSecond, let enterprise = projects[project].enterprise(on: told.day) else { continue }
        var row = ComplaintRow(
          serial: serial, story: position, project: project, enterprise: enterprise,
          channel: Complaint.channels.index(of: serial % 4 == 3 ? "phone" : "12345") ?? 0,
          category: Complaint.categories.index(of: told.category) ?? 0,
          complainant: told.person.map { generator.person(1_000_000_000 + position, $0) } ?? 0, accepted: accepted,
          status: words.closed)
        row.reported = serial % 4 == 3 ? accepted : accepted - 480
        row.assigned = accepted + 600
        row.preliminary = accepted + 5400
        // The afternoon of the next day.
        row.basicallyClosed = (accepted / 86_400 + 1) * 86_400 + 15 * 3600
        row.finding = Complaint.findings.index(of: told.finding) ?? 0
        row.delayCause = words.none
        row.status = words.basicallyClosed
        if let satisfied = told.satisfied {
          row.revisited = row.basicallyClosed + 2 * 86_400
          row.satisfied = satisfied ? 1 : 0
          row.falseClosure = 0
          row.closed = row.revisited + 1800
          row.status = words.closed
        }
        row.forget(from: cutSecond, words)
        rows.append(row)
      }
    }
    return rows.sorted { ($0.accepted, $0.story ?? 0, $0.serial) < ($1.accepted, $1.story ?? 0, $1.serial) }
  }
}
