internal import CityModel
internal import Columns

/// The plan for a file in the model's own form.
struct ModelForm {
  let schema: TableSchema
  let path: String
  /// The register's secrets, for complaints with personal data.
  var secrets: (() throws(RegisterError) -> KeyFile)?
  /// Fields that the sender of a known record says no more about once this office has dealt with it.
  var untilHandled: Set<String> = []

  func converter(for header: [String], references: ReferenceTables) throws(RegisterError) -> RowConverter {
    var columns: [String: Int] = [:]
    var parts: [PersonalRecord.Part: Int] = [:]
    var extras: Int?
    var reason: Int?
    for (column, heading) in header.enumerated() {
      if schema.name == Complaint.schema.name {
        if let part = PersonalRecord.Part(heading: heading) {
          guard parts.updateValue(column, forKey: part) == nil else { throw repeated(heading, column) }
          continue
        }
        if heading == ModelForm.extrasHeading {
          extras = column
          continue
        }
      }
      // Why a code is taken that does not check: it stays in the ledger and is no column of the table.
      if schema.name == Enterprise.schema.name, [Enterprise.codeOverride.name, Enterprise.codeOverride.chinese].contains(heading) {
        guard reason == nil else { throw repeated(heading, column) }
        reason = column
        continue
      }
      // Files of officers may call the number `id`, as `Officer` does; in the register `id` is SQLite's own.
      let name = heading == "id" && schema.name == OfficerTable.schema.name ? OfficerTable.code.name : heading
      guard let field = schema.fields.first(where: { $0.name == name || $0.chinese == name }) else {
        throw unknownColumn(name, column)
      }
      guard !field.isDerived else {
        throw problem(
          "derived-column", "`\(name)` is computed, not stored", "`\(name)` 由系统计算，不能导入", "leave the column out", "请去掉该列", column)
      }
      guard columns[field.name] == nil else {
        throw repeated(name, column)
      }
      columns[field.name] = column
    }
    var slots: [RowConverter.Slot] = []
    let overrides = CodeOverrides()
    let plan = try personalPlan(parts, content: columns[Complaint.content.name], extras: extras)
    if let plan {
      columns[Complaint.content.name] = nil
      slots += plan.slots(without: Set(columns.keys))
    }
    for field in schema.storedFields where !slots.contains(where: { $0.field.name == field.name }) {
      if let column = columns[field.name], field == Enterprise.uscc, let reason {
        slots.append(.init(field: field, filler: .code(column, USCCReader(field), reason: reason, overrides)))
      } else if let column = columns[field.name] {
        slots.append(
          .init(
            field: field, filler: .column(column, try .model(field, of: schema, references: references), whenEmpty: Missing.int64),
            untilHandled: untilHandled.contains(field.name)))
      } else if field.isRequired {
        throw problem(
          "missing-column", "the header lacks `\(field.name)`", "表头缺少 `\(field.name)`（\(field.chinese)）",
          "the columns of \(schema.plural) are: \(names)", "\(schema.chinese)的列为：\(names)", nil)
      }
    }
    if schema.name == Complaint.schema.name, columns[Complaint.enterprise.name] == nil {
      try slots.append(
        .init(field: Complaint.enterprise, filler: Self.contractFiller(slots, references, path: path), isFact: false))
    }
    return RowConverter(schema: schema, slots: slots, columnCount: header.count, constants: [], personal: plan, overrides: overrides)
  }

  /// Fields of another system that have no place here; only ``Register`` itself makes files with it.
  static let extrasHeading = "\u{1}extras"

  private func personalPlan(
    _ parts: [PersonalRecord.Part: Int], content: Int?, extras: Int?
  ) throws(RegisterError) -> PersonalPlan? {
    guard !parts.isEmpty || extras != nil, let secrets else { return nil }
    return PersonalPlan(columns: parts, content: content, extras: extras, key: try secrets().tokens)
  }

  private func repeated(_ name: String, _ column: Int) -> RegisterError {
    problem(
      "repeated-column", "`\(name)` stands twice in the header", "表头中 `\(name)` 出现两次", "keep one of the two", "请保留其中一列", column)
  }

  /// The enterprise under contract on the day of acceptance, for complaints that do not name one.
  static func contractFiller(
    _ slots: [RowConverter.Slot], _ references: ReferenceTables, path: String
  ) throws(RegisterError) -> RowConverter.Filler {
    guard let project = slots.firstIndex(where: { $0.field.name == Complaint.project.name }),
      let accepted = slots.firstIndex(where: { $0.field.name == Complaint.acceptedAt.name })
    else { throw RegisterError(result: 1, message: "no project", path: path) }
    return .contract(try references.contracts(), project: project, accepted: accepted)
  }

  private var names: String { schema.storedFields.map(\.name).joined(separator: ", ") }

  private func unknownColumn(_ name: String, _ column: Int) -> RegisterError {
    let near = Nearest.word(to: name, among: schema.storedFields.flatMap { [$0.name, $0.chinese] })
    let hint = near.map { "did you mean `\($0)`? " } ?? ""
    let chineseHint = near.map { "是否为 `\($0)`？" } ?? ""
    return problem(
      "unknown-column", "\(schema.plural) have no field `\(name)`", "\(schema.chinese)没有字段 `\(name)`",
      hint + "the columns are: \(names)", chineseHint + "可用的列为：\(names)", column)
  }

  private func problem(
    _ code: RegisterError.Code, _ english: String, _ chinese: String, _ help: String, _ chineseHelp: String, _ column: Int?
  ) -> RegisterError {
    RegisterError(
      code, path: path, line: 1, .init(column.map { "column \($0 + 1): " + english } ?? english, column.map { "第 \($0 + 1) 列：" + chinese } ?? chinese),
      help: .init(help, chineseHelp))
  }
}

/// "Did you mean …?"
enum Nearest {
  /// The word at the smallest edit distance, if it is at most a third of the word's length away; the first of equals.
  static func word(to word: String, among words: [String]) -> String? {
    let target = Array(word.lowercased())
    var best: (word: String, distance: Int)?
    for candidate in words {
      let distance = Nearest.distance(target, Array(candidate.lowercased()))
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(1, (target.count + 1) / 3) else { return nil }
    return best.word
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard a.count <= 64, b.count <= 64 else { return .max }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
