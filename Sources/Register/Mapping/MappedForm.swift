internal import CityModel
internal import Columns

/// The plan for a file that a mapping describes.
struct MappedForm {
  let mapping: ComplaintMapping
  let path: String
  let key: TokenKey

  func converter(for header: [String], references: ReferenceTables) throws(RegisterError) -> RowConverter {
    let positions = try checked(header)
    var slots: [RowConverter.Slot] = []
    let personal = personalPlan(positions)
    if let personal {
      // Where a column is mapped to the token itself, that column decides who is one person.
      slots += personal.slots(without: Set(mapping.columns.map(\.field.name)).subtracting([Complaint.content.name]))
    }
    for field in Complaint.schema.storedFields
    where field.name != Complaint.enterprise.name && !slots.contains(where: { $0.field.name == field.name }) {
      if field.name == Complaint.source.name {
        // The first constant, at the place where every batch begins.
        slots.append(.init(field: field, filler: .constant(Int64(mapping.source.utf8.count)), isFact: false))
        continue
      }
      if let column = mapping.columns.first(where: { $0.field.name == field.name }), let position = positions[column.name] {
        slots.append(try slot(column, position, positions, references))
      } else if let text = mapping.defaults[field.name] {
        // A default fills what is new; it does not overrule what the register knows.
        slots.append(.init(field: field, filler: .constant(try constant(text, field, references)), isFact: false))
      }
    }
    slots.append(
      .init(field: Complaint.enterprise, filler: try ModelForm.contractFiller(slots, references, path: path), isFact: false))
    return RowConverter(schema: Complaint.schema, slots: slots, columnCount: header.count, constants: [mapping.source], personal: personal)
  }

  private func personalPlan(_ positions: [String: Int]) -> PersonalPlan? {
    var parts: [PersonalRecord.Part: Int] = [:]
    for (name, part) in mapping.personal { parts[part] = positions[name] }
    let ignored = Set(mapping.ignored.compactMap { positions[$0] })
    let hasPerson = mapping.columns.contains { if case .person = $0.how { true } else { false } }
    guard !parts.isEmpty || hasPerson else { return nil }
    let people = mapping.columns.compactMap { column -> Int? in
      if case .person = column.how { positions[column.name] } else { nil }
    }
    let content = mapping.columns.first { $0.field.name == Complaint.content.name }.flatMap { positions[$0.name] }
    return PersonalPlan(columns: parts, content: content, ignored: ignored.union(people), key: key)
  }

  /// Every column of the file accounted for, and every column of the mapping there unless it is optional.
  private func checked(_ header: [String]) throws(RegisterError) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, name) in header.enumerated() {
      guard mapping.ignored.contains(name) || mapping.personal[name] != nil || mapping.columns.contains(where: { $0.name == name }) else {
        throw RegisterError(
          "unmapped-column", path: path, line: 1, .init("the mapping says nothing about column `\(name)`", "映射未说明列 `\(name)`"),
          help: .init("map it, or list it under `ignored` in \(mapping.path)", "请在 \(mapping.path) 中映射该列，或列入 ignored"))
      }
      guard positions[name] == nil else {
        throw RegisterError(
          "repeated-column", path: path, line: 1, .init("column `\(name)` stands twice in the header", "表头中 `\(name)` 出现两次"),
          help: .init("keep one of the two", "请保留其中一列"))
      }
      positions[name] = position
    }
    for column in mapping.columns where positions[column.name] == nil {
      guard column.isOptional, !column.field.isRequired || mapping.defaults[column.field.name] != nil else {
        throw RegisterError(
          "missing-column", path: path, line: 1, .init("the file has no column `\(column.name)`", "文件没有列 `\(column.name)`"),
          help: .init(
            "the mapping \(mapping.path) fills `\(column.field.name)` from it; is this the right mapping?",
            "映射 \(mapping.path) 用它填入“\(column.field.chinese)”；映射文件是否选对？"))
      }
    }
    return positions
  }

  private func slot(
    _ column: ComplaintMapping.Column, _ position: Int, _ positions: [String: Int], _ references: ReferenceTables
  ) throws(RegisterError) -> RowConverter.Slot {
    let field = column.field
    let empty = try column.empty.map { (text) throws(RegisterError) in try constant(text, field, references) } ?? Missing.int64
    switch column.how {
    case .plain, .projectCode:
      return .init(field: field, filler: .column(position, try .model(field, references: references), whenEmpty: empty))
    case .moment(let patterns, let secondOfDay):
      return .init(field: field, filler: .column(position, PatternReader(field, patterns, secondOfDay: secondOfDay), whenEmpty: empty))
    case .person: return .init(field: field, filler: .column(position, PersonReader(field, key), whenEmpty: empty))
    case .words(let words, let otherwise):
      var table = WordTable()
      for (word, meaning) in words.sorted(by: { $0.key < $1.key }) { table.add(word, try constant(meaning, field, references)) }
      let fallback = try otherwise.map { (text) throws(RegisterError) in try constant(text, field, references) }
      // An empty word in the table says what an empty cell means.
      let whenEmpty = empty == Missing.int64 ? table.value(of: "") ?? empty : empty
      return .init(
        field: field, filler: .column(position, TableReader(field, table, otherwise: fallback), whenEmpty: whenEmpty))
    case .projectName:
      var names = WordTable()
      let all = try references.projects()
      let counts = Dictionary(grouping: all, by: \.name).mapValues(\.count)
      // A name that two estates share names neither.
      for project in all where counts[project.name] == 1 { names.add(project.name, project.id) }
      return .init(field: field, filler: .column(position, ReferenceReader(field, "project", names), whenEmpty: empty))
    case .projects(let codes):
      let projects = try references.table("project")
      var table = WordTable()
      for (word, code) in codes.sorted(by: { $0.key < $1.key }) {
        guard let id = projects.value(of: code) else { throw unknownPlace(code, column.place) }
        table.add(word, id)
      }
      return .init(field: field, filler: .column(position, ReferenceReader(field, "project", table), whenEmpty: empty))
    case .spread(let name):
      return .init(field: field, filler: .rule(try spread(name, column, position, positions, references)), isFact: false)
    }
  }

  private func spread(
    _ name: String, _ column: ComplaintMapping.Column, _ position: Int, _ positions: [String: Int], _ references: ReferenceTables
  ) throws(RegisterError) -> SpreadRule {
    guard let rule = mapping.spreads[name], let number = positions[rule.number] else {
      throw mapping.problem(
        column.place, "the file has no column `\(mapping.spreads[name]?.number ?? name)`", "文件没有散列所用的列",
        help: "name a column of the file under `number`", "请在 number 中写文件中的列名")
    }
    let all = try references.projects()
    var places = WordTable()
    var lists: [[Int64]] = []
    for (word, entry) in rule.places.sorted(by: { $0.key < $1.key }) {
      var list: [Int64] = []
      for code in entry.codes {
        let found = all.filter { $0.code == code || $0.county == code || $0.street == code }
        guard !found.isEmpty else { throw unknownPlace(code, entry.place) }
        list += found.map(\.id)
      }
      places.add(word, Int64(lists.count))
      lists.append(list)
    }
    return SpreadRule(
      column: position, number: number, columnName: column.name, places: places, lists: lists,
      note: .init(
        "project: spread rule `\(name)`: `\(column.name)` stands for a list of projects, "
          + "and FNV-1a of `\(rule.number)` picks one; reason: \(rule.reason)",
        "项目：分配规则 `\(name)`：`\(column.name)` 列对应一组项目，按 `\(rule.number)` 的 FNV-1a 散列取其一；理由：\(rule.reason)"))
  }

  private func unknownPlace(_ code: String, _ place: ComplaintMapping.Place) -> RegisterError {
    mapping.problem(
      place, "the register has no project, and no street or county with projects, of code `\(code)`", "台账中没有代码为 `\(code)` 的项目，也没有含项目的该街道或县（区）",
      help: "import the projects first, or correct the code", "请先导入项目，或更正代码")
  }

  /// A word of the mapping as the number that a batch holds.
  private func constant(_ text: String, _ field: Field, _ references: ReferenceTables) throws(RegisterError) -> Int64 {
    let batch = RowBatch(width: 1)
    var text = text
    let reader: FieldReader = try .model(field, references: references)
    let result: Result<Int64, RowFault> = text.withUTF8 { bytes in
      do throws(RowFault) { return .success(unsafe try reader.read(bytes, into: batch)) } catch { return .failure(error) }
    }
    switch result {
    case .success(let value) where field.type != .text: return value
    case .success:
      throw mapping.problem(
        .init(), "`\(field.name)` cannot have a default", "“\(field.chinese)”不能有默认值", help: "map a column to it", "请映射一列")
    case .failure(let fault):
      throw mapping.problem(.init(), fault.message.en, fault.message.zh, help: "correct the value", "请更正该值")
    }
  }
}
