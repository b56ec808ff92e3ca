internal import Columns

/// A13: 市、县（区）、街道（乡镇）、社区四级体系要对已办结的问题进行回访，回访情况要建立回访台账，发现虚假办结或处理结果不满意的应重新办理。
/// Reading 9: 已办结 is basically closed; every one is revisited, by whichever of the four levels. Parameters: none.
///
/// Of the complaints basically closed in the calendar year up to the day: revisited, dissatisfied, falsely closed, and of those the
/// ones that nobody has reopened; and which of the four levels asked. The evidence are the complaints that wait for a revisit or for
/// being dealt with again.
public enum RevisitLedger {
  public static let figure = Figure(
    name: "revisit-ledger", title: Bilingual(zh: "回访台账", en: "ledger of revisits"), article: "A13", cycle: .month, compute: compute)

  private struct Line {
    var closed = 0, revisited = 0, dissatisfied = 0, falsely = 0
    var waiting: [Int] = [], redo: [Int] = [], settled: [Int] = []
    var levels: [Int] = Array(repeating: 0, count: Division.levels.values.count)
    var revisits: [Int] = []
  }

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("closed", "基本办结"), ("revisited", "已回访"), ("share", "回访率"), ("waiting", "未回访"), ("dissatisfied", "不满意"),
        ("false_closures", "虚假办结"), ("to_redo", "应重新办理未办"),
      ] + Division.levels.values.map { ("by_\($0.name)", "\($0.chinese)回访") })
    let places = try Places(snapshot)
    let table = snapshot.table(Complaint.schema), projects = try TableFacts(snapshot, Project.schema)
    let fields = [Complaint.project, Complaint.basicallyClosedAt, Complaint.revisitedAt, Complaint.satisfied, Complaint.falseClosure, Complaint.reworks]
    let columns = try column { () throws(ColumnError) in
      try table.load(fields.compactMap { table.schema.position(of: $0.name) })
      var columns: [Column] = []
      for field in fields { columns.append(try table.column(field)) }
      return columns
    }
    let first = (Day(year: day.year, month: 1, day: 1) ?? day).start.seconds, end = day.end.seconds
    var lines: [Int: Line] = [:]
    for row in 0..<table.count {
      guard let done = columns[1].integer(row), done >= first, done < end,
        let county = columns[0].reference(row).flatMap({ projects.reference(Project.county, $0) })
      else { continue }
      lines[county, default: Line()].closed += 1
      guard let asked = columns[2].integer(row), asked < end else {
        lines[county, default: Line()].waiting.append(row)
        continue
      }
      lines[county, default: Line()].revisited += 1
      let isFalse = columns[4].flag(row) == true, isBad = columns[3].flag(row) == false
      if isBad { lines[county, default: Line()].dissatisfied += 1 }
      if isFalse { lines[county, default: Line()].falsely += 1 }
      if isFalse || isBad, columns[5].integer(row) ?? 0 == 0 {
        lines[county, default: Line()].redo.append(row)
      } else {
        lines[county, default: Line()].settled.append(row)
      }
    }
    let revisits = try TableFacts(snapshot, Revisit.schema)
    for row in 0..<revisits.count {
      guard let when = revisits.number(Revisit.revisitedAt, row), when >= first, when < end,
        let level = revisits.text(Revisit.level, row).flatMap({ Division.levels.index(of: $0) }),
        let complaint = revisits.reference(Revisit.complaint, row),
        let county = columns[0].reference(complaint).flatMap({ projects.reference(Project.county, $0) })
      else { continue }
      lines[county, default: Line()].levels[level] += 1
      lines[county, default: Line()].revisits.append(row)
    }
    for county in places.counties {
      let line = lines[county] ?? Line()
      sheet.add(
        [
          places.name(county), .count(line.closed), .count(line.revisited), .ratio(Int64(line.revisited), of: Int64(line.closed)),
          .count(line.waiting.count), .count(line.dissatisfied), .count(line.falsely), .count(line.redo.count),
        ] + line.levels.map { .count($0) }, Evidence(Complaint.schema, line.waiting + line.redo), Evidence(Revisit.schema, line.revisits),
        counting: [Evidence(Complaint.schema, line.settled)])
    }
    return sheet.result
  }
}
