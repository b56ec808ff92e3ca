internal import CityModel
internal import Columns

/// Turns complaint rows into lines of CSV in the schema's order.
struct ComplaintLines {
  private let words = Words()
  private let projects: [Words.Word]
  private let enterprises: [Words.Word]
  private let channels, categories, statuses, findings, causes: [Words.Word]
  private let days: DayWords
  private let prefix: Words.Word
  private let source: Words.Word
  private let yes, no: Words.Word
  /// The buildings of all estates, estate after estate, and where each estate's begin.
  private let buildings: [Words.Word]
  private let firstBuilding: [Int]

  init(_ city: City) {
    let words = words
    projects = city.projects.map { words.field($0.code) }
    enterprises = city.enterprises.map { words.field($0.uscc) }
    channels = Complaint.channels.dictionary.map { words.field($0) }
    categories = Complaint.categories.dictionary.map { words.field($0) }
    statuses = Complaint.statuses.dictionary.map { words.field($0) }
    findings = Complaint.findings.dictionary.map { words.field($0) }
    causes = Complaint.delayCauses.dictionary.map { words.field($0) }
    days = DayWords(from: city.cut.adding(months: -15), to: city.cut, in: words)
    prefix = words.add("TS")
    source = words.add(",sample,")
    yes = words.field("true")
    no = words.field("false")
    var buildings: [Words.Word] = []
    var firstBuilding: [Int] = [0]
    for project in city.projects {
      for serial in 1...city.buildings(of: project) { buildings.append(words.add(city.building(of: project, serial))) }
      firstBuilding.append(buildings.count)
    }
    (self.buildings, self.firstBuilding) = (buildings, firstBuilding)
    words.seal()
  }

  @inline(__always)
  func write(_ row: ComplaintRow, to line: LineBuffer) {
    if let story = row.story {
      line.text("TS-CASE-\(padded(story + 1, 2))-\(padded(row.serial + 1, 3))")
    } else {
      line.text(prefix, of: words)
      line.number(row.serial + 1, width: 10)
    }
    line.text(source, of: words)
    line.text(projects[row.project], of: words)
    word(enterprises, row.enterprise, line)
    word(channels, row.channel, line)
    word(categories, row.category, line)
    if row.complainant != 0 { line.token(row.complainant) }
    line.byte(0x2C)
    moment(row.reported, line)
    moment(row.accepted, line)
    moment(row.assigned, line)
    moment(row.preliminary, line)
    moment(row.basicallyClosed, line)
    moment(row.closed, line)
    word(statuses, row.status, line)
    word(findings, row.finding, line)
    word(causes, row.delayCause, line)
    moment(row.revisited, line)
    flag(row.satisfied, line)
    flag(row.falseClosure, line)
    line.number(row.reworks, width: 1)
    line.byte(0x2C)
    // Three in four say which building; a complainant lives in one.
    if row.story == nil, row.serial & 3 != 0 {
      let first = firstBuilding[row.project]
      let own = UInt64(truncatingIfNeeded: firstBuilding[row.project + 1] - first)
      line.text(buildings[first + Int(truncatingIfNeeded: Draws.mix(row.complainant) % own)], of: words)
    }
    // Nobody stands behind a made-up complaint: no surname, no number, no text.
    for _ in Complaint.unfilled { line.byte(0x2C) }
    line.byte(0x0A)
  }

  @inline(__always)
  private func word(_ list: [Words.Word], _ position: Int, _ line: LineBuffer) {
    if position >= 0 { line.text(list[position], of: words) } else { line.byte(0x2C) }
  }

  @inline(__always)
  private func flag(_ value: Int, _ line: LineBuffer) {
    if value >= 0 { line.text(value > 0 ? yes : no, of: words) } else { line.byte(0x2C) }
  }

  @inline(__always)
  private func moment(_ value: Int64, _ line: LineBuffer) {
    if value != ComplaintRow.missing {
      let day = value / 86_400
      let second = value - day * 86_400
      line.text(days[day], of: words)
      line.byte(0x20)
      line.twoDigits(second / 3600)
      line.byte(0x3A)
      line.twoDigits(second / 60 % 60)
      if second % 60 != 0 {
        line.byte(0x3A)
        line.twoDigits(second % 60)
      }
    }
    line.byte(0x2C)
  }
}

extension Complaint {
  /// The stored fields behind the last that the generator fills.
  fileprivate static let unfilled: Range<Int> = {
    let fields = schema.storedFields
    let last = fields.firstIndex { $0.name == building.name } ?? fields.count - 1
    return last + 1..<fields.count
  }()
}
