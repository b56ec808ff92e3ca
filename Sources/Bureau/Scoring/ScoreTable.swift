public import CityModel
public import Columns

/// A score as its lines: what adds up to the figure, and under which article.
public enum ScoreTable {
  public static let empty = ResultTable(columns: [
    .init("item", title: "项", type: .enumeration(OfficeWords.scoreLines)), .init("what", title: "内容"), .init("project", title: "项目"), .init("points", title: "分值"),
    .init("weight", title: "户数权重"), .init("counts", title: "计入"), .init("article", title: "条款"), .init("evidence", title: "证据数"),
  ])

  /// - Parameter say: which of a sentence's two languages stands in the table.
  public static func table(
    _ score: CreditScore, in snapshot: Snapshot, say: (Bilingual) -> String = { $0.zh }
  ) throws(ColumnError) -> ResultTable {
    var table = empty
    table.rows.append([
      "base", .text(say(Bilingual(zh: "基准分", en: "base"))), .empty, points(score.base), .empty, points(score.base), "A7", .empty,
    ])
    for line in score.lines { table.rows.append(try row(line, in: snapshot, say: say)) }
    for veto in score.vetoes {
      table.rows.append([
        .text(veto.code), .text(say(veto.sentence)), .empty, .empty, .empty, "D", .text(veto.article),
        .integer(Int64(veto.evidence.reduce(0) { $0 + $1.count })),
      ])
    }
    return table
  }

  static func row(_ line: ScoreLine, in snapshot: Snapshot, say: (Bilingual) -> String) throws(ColumnError) -> [Cell] {
    let projects = snapshot.table(Project.schema)
    return [
      .text(line.item.code), .text(say(line.sentence)),
      try line.project.map { (row) throws(ColumnError) in try projects.cell("name", row: row) } ?? .empty, points(line.points),
      line.project == nil ? .empty : .ratio(line.weightPart, of: line.weightWhole), points(line.weighted), .text(line.item.article),
      .integer(Int64(line.evidence.reduce(0) { $0 + $1.count })),
    ]
  }

  static func points(_ points: Points) -> Cell { .decimal(units: points.thousandths, digits: 3) }
}

extension ScoreTable {
  /// Every parameter that a score read: value, since when, on whose word.
  static func parameters(_ score: CreditScore) -> ResultTable {
    var readings = score.readings
    for line in score.lines { readings += line.readings }
    for veto in score.vetoes { readings += veto.readings }
    var seen = Set<String>()
    return ResultTable(
      columns: [
        .init("parameter", title: "参数"), .init("value", title: "值"), .init("from", title: "自"), .init("mark", title: "性质", type: .enumeration(OfficeWords.marks)),
        .init("source", title: "来源"),
      ],
      rows: readings.filter { seen.insert($0.key).inserted }.sorted { $0.key < $1.key }.map { reading in
        [.parameter(reading.key), reading.cell, .day(reading.from), .text(reading.mark.rawValue), .text(reading.source)]
      })
  }
}
