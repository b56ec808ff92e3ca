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
    var distinct = 0
    var answered = 0
    var satisfied = 0
  }

  private(set) var pairs: [Pair] = []
  /// By enterprise, the quarters (year × 4 + 0…3) in which a complaint was overdue or may have been.
  private(set) var slowQuarters: [Int: Set<Int>] = [:]
  private var marks: [UInt8] = []
  private var sorted: [UInt32] = []
  private var starts: [Int] = []

  /// The rows of a pair that carry a mark, ascending.
  func rows(of pair: Int, _ mark: Mark) -> [UInt32] {
    sorted[starts[pair]..<starts[pair + 1]].filter { marks[Int($0)] & mark.rawValue != 0 }
  }

  init(
    _ snapshot: Snapshot, window: ClosedRange<Day>, county: Int?, countyOfProject: [UInt32], enterprises: Int,
    countPartly: Bool
  ) throws(ColumnError) {
    let table = snapshot.table(Complaint.schema)
    try table.load(
      Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.preliminaryAt, Complaint.basicallyClosedAt,
      Complaint.closedAt, Complaint.status, Complaint.finding, Complaint.complainant, Complaint.delayCause, Complaint.satisfied,
      Complaint.falseClosure, Complaint.reworks)
    let enterprise = try table.references(Complaint.enterprise), project = try table.references(Complaint.project)
    let accepted = try table.int64(Complaint.acceptedAt), preliminary = try table.int64(Complaint.preliminaryAt)
    let basically = try table.int64(Complaint.basicallyClosedAt), closed = try table.int64(Complaint.closedAt)
    let preliminaryDue = try table.int64(Complaint.preliminaryDue), closeDue = try table.int64(Complaint.closeDue)
    let status = try table.codes(Complaint.status), cause = try table.codes(Complaint.delayCause)
    let satisfied = try table.flags(Complaint.satisfied), falsely = try table.flags(Complaint.falseClosure)
    let reworks = try table.int64(Complaint.reworks), token = try table.int64(Complaint.complainant)
    let substantiated = try SubstantiatedComplaint(table, countPartly: countPartly)
    let ends = StatusEnds()
    let blamesFirm = Complaint.delayCauses.code("enterprise")
    let clears = Set(["department", "third party", "none"].map { Complaint.delayCauses.code($0) })
    let cut = snapshot.cut.seconds
    let start = window.lowerBound.start.seconds, end = window.upperBound.end.seconds
    let scope = county.map { UInt32(truncatingIfNeeded: $0) }
    let yes = Verdict.yes.rawValue

    marks = Array(repeating: 0, count: table.count)
    var pairOf = Array(repeating: Int32(-1), count: table.count)
    // The first pair of each estate; an estate that changed hands has a chain of them.
    var firstPair = Array(repeating: Int32(-1), count: countyOfProject.count)
    var nextPair: [Int32] = []
    var counts: [Int] = []
    for row in 0..<table.count {
      let at = accepted.base[row], by = Int(enterprise.base[row]), estate = Int(project.base[row])
      guard at >= start, at < end, by < enterprises, estate < countyOfProject.count,
        scope == nil || countyOfProject[estate] == scope
      else { continue }
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
        slowQuarters[by, default: []].insert(Moment(seconds: at).day.quarter)
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
        counts.append(0)
        nextPair.append(firstPair[estate])
        firstPair[estate] = pair
      }
      marks[row] = mark
      pairOf[row] = pair
      counts[Int(pair)] += 1
    }
    starts = Array(repeating: 0, count: pairs.count + 1)
    for at in pairs.indices { starts[at + 1] = starts[at] + counts[at] }
    sorted = Array(repeating: 0, count: starts[pairs.count])
    var next = starts
    for row in 0..<pairOf.count where pairOf[row] >= 0 {
      let to = Int(pairOf[row])
      sorted[next[to]] = UInt32(truncatingIfNeeded: row)
      next[to] += 1
    }
    var people = TokenSet()
    for at in pairs.indices {
      people.removeAll()
      for row in sorted[starts[at]..<starts[at + 1]] {
        let mark = marks[Int(row)]
        if mark & Mark.answered.rawValue != 0 { pairs[at].answered += 1 }
        if mark & Mark.satisfied.rawValue != 0 { pairs[at].satisfied += 1 }
        if mark & Mark.substantiated.rawValue != 0 { people.insert(token.base[Int(row)]) }
      }
      pairs[at].distinct = people.count
    }
  }
}

extension Day {
  /// The calendar quarter, as year × 4 + 0…3.
  var quarter: Int {
    let (year, month, _) = civil
    return year * 4 + (month - 1) / 3
  }
}
