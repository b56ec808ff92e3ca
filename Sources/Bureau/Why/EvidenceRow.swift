internal import CityModel
internal import Columns
internal import DistrictRules

/// A row as evidence: its number, its date and its estate. What would name a person is masked.
struct EvidenceRow {
  let number: Cell
  let date: Cell
  let project: Cell
  /// Of a record of the credit file, the fact that it is of.
  let origin: Bilingual?

  init(_ row: Int, of table: Table, in snapshot: Snapshot) throws(ColumnError) {
    let key = table.schema.field(table.schema.key)
    number = key.map { $0.personalData == .none } ?? false ? try table.cell(table.schema.key, row: row) : "***"
    date = try table.began(row).map { .day($0.day) } ?? .empty
    let estates = snapshot.table(Project.schema)
    project = try table.projects()(row).map { (at) throws(ColumnError) in try estates.cell("name", row: at) } ?? .empty
    origin = table.schema == CreditRecord.schema ? try table.column(CreditRecord.origin).text(row).map(EvidenceRow.said) : nil
  }

  /// `duty common revenue accounts 140403001001 2026-03-31` in both languages; what an officer wrote stays as it is.
  private static func said(_ origin: String) -> Bilingual {
    var words = origin.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let schema = words.first.flatMap({ CitySchema.table($0) }) ?? (words.first == Duty.schema.name ? Duty.schema : nil) else {
      return Bilingual(zh: origin, en: origin)
    }
    words[0] = schema.chinese
    var chinese = words.joined(separator: " ")
    for kind in Duty.kinds.values where schema == Duty.schema && chinese.hasPrefix("\(schema.chinese) \(kind.name) ") {
      chinese = "\(schema.chinese) \(kind.chinese)" + chinese.dropFirst("\(schema.chinese) \(kind.name)".count)
    }
    return Bilingual(zh: chinese, en: origin)
  }
}

extension WhyDesk {
  /// The rows that one line of an enterprise's score rests on: an item's (`D10`), a veto's (`V1`), or those of a rule of the district.
  ///
  /// - Returns: `nil` when there is neither an item nor a rule of that name.
  func line(_ row: Int, _ word: String) throws -> Explanation? {
    let code = word.uppercased()
    let rules = try adjustments().filter { $0.adjustment.name == word || $0.adjustment.title == word }
    let vetoes = Set((1...6).map { "V\($0)" })
    guard ScoreItem.code(code) != nil || vetoes.contains(code) || !rules.isEmpty else { return nil }
    let scores = try DistrictScores.compute(session, county: county, scripts: own, year: WhyDesk.year(snapshot))
    guard let entry = scores[enterprise: row] else {
      throw OfficeError("no-score", Bilingual(zh: "此范围内没有得分", en: "there is no score in this scope"))
    }
    if let first = rules.first { return try line(row, of: rules.map(\.adjustment), entry, scores, named: first.adjustment.title) }
    var evidence: [Evidence] = [], readings: [Reading] = [], total = Points.zero
    var lines = ScoreTable.empty
    for line in entry.city.lines where line.item.code == code {
      lines.rows.append(try ScoreTable.row(line, in: snapshot, say: say))
      evidence += line.evidence
      readings += line.readings
      total += line.weighted
    }
    let veto = entry.city.vetoes.first { $0.code == code }
    evidence += veto?.evidence ?? []
    readings += veto?.readings ?? []
    let count = evidence.reduce(0) { $0 + $1.count }
    let value: Bilingual =
      if let veto { veto.sentence } else if lines.rows.isEmpty {
        Bilingual(zh: "没有此项", en: "has no such line")
      } else {
        Bilingual(zh: "\(total) 分，证据 \(count) 件", en: "\(total) points on \(count) rows")
      }
    var explanation = try about(row, code, value)
    explanation.add("lines", "得分构成", "lines", lines)
    var facts = WhyDesk.evidenceTable
    for one in evidence { for at in one.rows { try add(Int(at), of: one.table, points: .empty, to: &facts) } }
    // A record of the credit file is of a fact that stands elsewhere.
    if evidence.contains(where: { $0.table == CreditRecord.schema.name }) {
      let origins = try evidence.flatMap { one in try one.rows.map { try origin(Int($0), of: one.table) } }
      facts.columns.append(.init("origin", title: "事实来源"))
      for (at, origin) in origins.enumerated() where at < facts.rows.count { facts.rows[at].append(origin.map { .text(say($0)) } ?? .empty) }
    }
    explanation.add("evidence", "所据事实", "the facts it rests on", facts)
    explanation.add("parameters", "参数", "parameters", parameterTable(readings))
    return explanation
  }

  /// A rule of the district: what counted, each with its points, and what could not be judged, with the fact that is missing.
  private func line(
    _ row: Int, of rules: [Adjustment], _ entry: DistrictScores.Entry, _ scores: DistrictScores, named title: String
  ) throws -> Explanation {
    var facts = WhyDesk.evidenceTable
    var total = Points.zero, cases = 0
    for (position, effect) in entry.effects where rules.contains(where: { $0.name == scores.outcomes[position].name }) {
      total += effect.points
      cases += effect.counts.count
      for count in effect.counts {
        let points = effect.beforeCap < .zero ? -count.points : count.points
        // Rows that count together have their points once, at the first.
        for at in count.rows {
          try add(Int(at), of: scores.outcomes[position].table.name, points: at == count.row ? ScoreTable.points(points) : .empty, to: &facts)
        }
      }
    }
    var explanation = try about(row, title, Bilingual(zh: "\(total) 分，计 \(cases) 次", en: "\(total) points for \(cases) cases"))
    explanation.add("evidence", "所据事实", "the facts it rests on", facts)
    var unknown = ResultTable(columns: [])
    for rule in rules {
      for var outcome in scores.outcomes where outcome.name == rule.name {
        let owners = try snapshot.table(rule.table).enterprises()
        outcome.unknownRows.removeAll { owners(Int($0)) != row }
        let listed = try outcome.unknownTable(of: rule, in: snapshot, limit: 10_000, say: say)
        unknown.columns = listed.columns
        unknown.rows += listed.rows
      }
    }
    explanation.add("unknown", "缺少事实，无法判断", "could not be judged: a fact is missing", unknown)
    return explanation
  }

  private static var evidenceTable: ResultTable {
    ResultTable(columns: [
      .init("table", title: "表"), .init("number", title: "编号"), .init("date", title: "日期"), .init("project", title: "项目"),
      .init("points", title: "分值"),
    ])
  }

  private func add(_ row: Int, of name: String, points: Cell, to out: inout ResultTable) throws {
    guard let schema = CitySchema.table(name) else { return }
    let fact = try EvidenceRow(row, of: snapshot.table(schema), in: snapshot)
    out.rows.append([.text(say(Bilingual(zh: schema.chinese, en: schema.name))), fact.number, fact.date, fact.project, points])
  }

  private func origin(_ row: Int, of name: String) throws -> Bilingual? {
    guard let schema = CitySchema.table(name) else { return nil }
    return try EvidenceRow(row, of: snapshot.table(schema), in: snapshot).origin
  }

  /// What may be asked of an enterprise besides the figures: the items, and the district's rules.
  func lineNames() throws -> [String] {
    ScoreItem.all.map(\.code) + Set(try adjustments().map(\.adjustment.name)).sorted()
  }
}
