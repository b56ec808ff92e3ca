internal import Columns

/// Everything that the score's rules need from complaints, from one pass over the rows accepted in the period.
struct ComplaintPass {
  /// What a complaint shows; the rule of each bit says in which article's words.
  struct Mark: OptionSet {
    var rawValue: UInt8
    static let slowAnswer = Mark(rawValue: 1)
    static let slowClosing = Mark(rawValue: 2)
    static let substantiated = Mark(rawValue: 4)
    static let falseClosure = Mark(rawValue: 8)
    static let redone = Mark(rawValue: 16)
    static let answered = Mark(rawValue: 32)
    static let satisfied = Mark(rawValue: 64)
  }

  /// The complaints about one enterprise on one estate.
  struct Pair {
    var enterprise: Int
    var project: Int
    var answered = 0
    var satisfied = 0
  }

  private(set) var pairs: [Pair] = []
  /// By enterprise, the quarters (year × 4 + 0…3) in which a complaint was overdue or may have been.
  private(set) var slowQuarters: [Int: Set<Int>] = [:]
  private let looked: RowSelection
  /// Of the rows looked at, by position.
  private let marks: [UInt8]
  private let groups: RowGroups
  private let accepted: Column
  private let complainant: Column

  /// The rows of a pair that carry a mark, ascending.
  func rows(of pair: Int, _ mark: Mark) -> [UInt32] {
    looked.rows(at: groups.rows(of: pair).filter { marks[Int($0)] & mark.rawValue != 0 }[...])
  }

  /// The days on which the rows were accepted, worked out when they are asked for.
  func days(_ rows: [UInt32]) -> some Collection<Day> { rows.lazy.map { day($0) } }

  func day(_ row: UInt32) -> Day { accepted.moment(Int(row))?.day ?? Day(ordinal: 0) }

  func token(_ row: UInt32) -> Int64 { complainant.integer(Int(row)) ?? Missing.int64 }

  /// The rows in the order of their acceptance.
  func inTime(_ rows: [UInt32]) -> [UInt32] {
    let keyed = rows.map { (accepted.moment(Int($0))?.seconds ?? .max, $0) }
    return keyed.sorted { $0 < $1 }.map(\.1)
  }

  init(
    _ snapshot: Snapshot, window: ClosedRange<Day>, county: Int?, projects: Int, enterprises: Int,
    countPartly: Bool
  ) throws(ColumnError) {
    let table = snapshot.table(Complaint.schema)
    try table.load(
      Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.preliminaryAt,
      Complaint.basicallyClosedAt,
      Complaint.closedAt, Complaint.status, Complaint.finding, Complaint.complainant, Complaint.delayCause,
      Complaint.satisfied,
      Complaint.falseClosure, Complaint.reworks)
    let enterprise = try table.references(Complaint.enterprise)
    let project = try table.references(Complaint.project)
    let accepted = try table.int64(Complaint.acceptedAt)
    let preliminary = try table.int64(Complaint.preliminaryAt)
    let basically = try table.int64(Complaint.basicallyClosedAt)
    let closed = try table.int64(Complaint.closedAt)
    let preliminaryDue = try table.int64(Complaint.preliminaryDue)
    let closeDue = try table.int64(Complaint.closeDue)
    let status = try table.codes(Complaint.status)
    let cause = try table.codes(Complaint.delayCause)
    let satisfied = try table.flags(Complaint.satisfied)
    let falsely = try table.flags(Complaint.falseClosure)
    let reworks = try table.int64(Complaint.reworks)
    let token = try table.int64(Complaint.complainant)
    let substantiated = try SubstantiatedComplaint(table, countPartly: countPartly)
    let ends = StatusEnds()
    let blamesFirm = Complaint.delayCauses.code("enterprise")
    let clears = ClearingCauses()
    let cut = snapshot.cut.seconds
    let start = window.lowerBound.start.seconds
    let end = window.upperBound.end.seconds
    let looked = try snapshot.complaints(of: county)
    let yes = Verdict.yes.rawValue

    var marks = Array(repeating: UInt8(0), count: looked.count)
    let quarters = Quarters(window)
    var slow = Array(repeating: false, count: enterprises * quarters.count)
    var pairOf = Array(repeating: Int32(-1), count: looked.count)
    // The first pair of each estate; an estate that changed hands has a chain of them.
    var firstPair = Array(repeating: Int32(-1), count: projects)
    var nextPair: [Int32] = []
    for position in 0..<looked.count {
      let row = looked[position]
      let at = accepted.base[row]
      let by = Int(enterprise.base[row])
      let estate = Int(project.base[row])
      guard at >= start, at < end, by < enterprises, estate < projects else { continue }
      var mark: UInt8 = 0
      let done = basically.base[row] != Missing.int64 ? basically.base[row] : closed.base[row]
      let answeredAt = preliminary.base[row] != Missing.int64 ? preliminary.base[row] : done
      let closing = ends.state(due: closeDue.base[row], done: done, status: status.base[row], cut: cut)
      if cause.base[row] == blamesFirm {
        let answer = ends.state(due: preliminaryDue.base[row], done: answeredAt, status: status.base[row], cut: cut)
        if answer == .late || answer == .overdue { mark |= Mark.slowAnswer.rawValue }
        if closing == .late || closing == .overdue { mark |= Mark.slowClosing.rawValue }
      }
      if closing == .unknown || (closing == .late || closing == .overdue) && !clears.contains(cause.base[row]) {
        slow[by * quarters.count + quarters.position(at)] = true
      }
      // Who is not known cannot be told from others, so an anonymous complaint costs no points (reading 5 of A8).
      if token.base[row] != Missing.int64, substantiated.holds(row) { mark |= Mark.substantiated.rawValue }
      if falsely.base[row] == yes { mark |= Mark.falseClosure.rawValue }
      // A13 knows two reasons for dealing with a matter again; a false closure is counted as that.
      if reworks.base[row] > 0, falsely.base[row] != yes { mark |= Mark.redone.rawValue }
      if satisfied.base[row] != Verdict.unknown.rawValue { mark |= Mark.answered.rawValue }
      if satisfied.base[row] == yes { mark |= Mark.satisfied.rawValue }
      guard mark != 0 else { continue }
      var pair = firstPair[estate]
      while pair >= 0, pairs[Int(pair)].enterprise != by { pair = nextPair[Int(pair)] }
      if pair < 0 {
        pair = Int32(truncatingIfNeeded: pairs.count)
        pairs.append(Pair(enterprise: by, project: estate))
        nextPair.append(firstPair[estate])
        firstPair[estate] = pair
      }
      marks[position] = mark
      pairOf[position] = pair
    }
    self.looked = looked
    self.marks = marks
    self.accepted = try table.column(Complaint.acceptedAt)
    complainant = try table.column(Complaint.complainant)
    groups = RowGroups(pairOf, count: pairs.count)
    for at in slow.indices where slow[at] {
      slowQuarters[at / quarters.count, default: []].insert(quarters.numbers[at % quarters.count])
    }
    for at in pairs.indices {
      for position in groups.rows(of: at) {
        let mark = marks[Int(position)]
        if mark & Mark.answered.rawValue != 0 { pairs[at].answered += 1 }
        if mark & Mark.satisfied.rawValue != 0 { pairs[at].satisfied += 1 }
      }
    }
  }
}

/// The calendar quarters that a period touches, so that a loop need not work out dates.
private struct Quarters {
  /// Year × 4 + 0…3.
  let numbers: [Int]
  /// The first second after each quarter.
  private let ends: [Int64]

  var count: Int { numbers.count }

  init(_ window: ClosedRange<Day>) {
    var numbers: [Int] = []
    var ends: [Int64] = []
    for number in window.lowerBound.quarter...max(window.lowerBound.quarter, window.upperBound.quarter) {
      numbers.append(number)
      let last = Day(year: number / 4, month: number % 4 * 3 + 3, day: 1)?.adding(months: 1)
      ends.append(last?.start.seconds ?? .max)
    }
    self.numbers = numbers
    self.ends = ends
  }

  func position(_ seconds: Int64) -> Int {
    for at in ends.indices where seconds < ends[at] { return at }
    return max(0, ends.count - 1)
  }
}

/// The recorded causes of a delay that clear the enterprise: every other, and none recorded, leaves it open whose fault it was.
struct ClearingCauses {
  private let codes: [Bool]

  init() { codes = Complaint.delayCauses.dictionary.map { $0 != "enterprise" } }

  @inline(__always)
  func contains(_ code: UInt32) -> Bool { Int(code) < codes.count && codes[Int(code)] }
}

extension Day {
  /// The calendar quarter, as year × 4 + 0…3.
  var quarter: Int {
    let (year, month, _) = civil
    return year * 4 + (month - 1) / 3
  }
}
