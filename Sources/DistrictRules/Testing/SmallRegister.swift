internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Makes a snapshot of the few rows that a test gives: what it leaves out gets a neutral value, what may be missing is missing.
struct SmallRegister {
  private let reader: ValueReader
  private let county: String
  private let day: Day
  /// The rows, with those that had to be made, by table.
  private var rows: [String: [GivenTable.Row]] = [:]
  /// Tables of which the test gave rows itself: a name that is not among them is a mistake.
  private let written: Set<String>
  private var names: [String: [String: Int]] = [:]
  private var persons: [String: Int64] = [:]
  /// Row of the division for each project.
  private var places: [Int: (street: Int64, county: Int64)] = [:]

  private init(_ given: [GivenTable], reader: ValueReader, county: String, day: Day) {
    self.reader = reader
    self.county = county
    self.day = day
    for table in given { rows[table.schema.name, default: []] += table.rows }
    written = Set(given.map(\.schema.name))
  }

  static func snapshot(
    _ given: [GivenTable], reader: ValueReader, county: String, day: Day, rulebook: Rulebook
  ) throws(RuleProblem) -> Snapshot {
    var register = SmallRegister(given, reader: reader, county: county, day: day)
    try register.complete()
    var builders = [divisions]
    for schema in CitySchema.tables where schema.name != Division.schema.name && !schema.fields.allSatisfy(\.isDerived) {
      builders.append(try register.builder(schema))
    }
    return Snapshot(scope: .county(county), cut: day.end, rulebook: rulebook, tables: builders)
  }

  /// The real divisions of the city.
  static let divisions: TableBuilder = {
    var divisions = TableBuilder(Division.schema)
    for division in Divisions.changzhi.all {
      let parent = division.parent.flatMap { Divisions.changzhi.row(of: $0) }
      divisions.add([
        "code": .text(division.code), "name": .text(division.name), "level": .text(division.level.rawValue),
        "parent": parent.map { .row($0) } ?? .none,
      ])
    }
    return divisions
  }()

  // MARK: Completing

  /// Makes the rows that others must refer to, and gives every row its names.
  private mutating func complete() throws(RuleProblem) {
    makeContracts()
    var changed = true
    while changed {
      changed = false
      for schema in CitySchema.tables {
        for row in rows[schema.name] ?? [] {
          for field in schema.fields where !field.isDerived {
            guard case .reference(let target) = field.type, target != Division.schema.name, target != schema.name,
              let goal = CitySchema.table(target), !goal.fields.allSatisfy(\.isDerived)
            else { continue }
            if let value = row.values[field.name] {
              guard !written.contains(target), case .string(let name) = value, !knows(name, in: goal) else { continue }
              var values = [goal.label: LuaValue.string(name)]
              if goal.name == "building", let project = row.values["project"] { values["project"] = project }
              rows[target, default: []].append(.init(values: values, path: row.path))
              changed = true
            } else if field.isRequired, rows[target, default: []].isEmpty {
              rows[target] = [.init(values: [:], path: row.path)]
              changed = true
            }
          }
        }
      }
    }
    for schema in CitySchema.tables {
      for (index, row) in (rows[schema.name] ?? []).enumerated() {
        for name in Set([schema.key, schema.label]) {
          if case .string(let text)? = row.values[name] { names[schema.name, default: [:]][text] = index }
        }
        names[schema.name, default: [:]][SmallRegister.name(schema, index)] = index
      }
    }
  }

  private func knows(_ name: String, in schema: TableSchema) -> Bool {
    (rows[schema.name] ?? []).contains { row in
      [schema.key, schema.label].contains { if case .string(name)? = row.values[$0] { true } else { false } }
    }
  }

  /// `项目 = { { 企业 = "甲物业", 接管日期 = "2026-02-01" } }` stands for a contract: who serves an estate follows from contracts.
  private mutating func makeContracts() {
    let schema = Project.schema
    for (index, row) in (rows[schema.name] ?? []).enumerated() {
      guard let enterprise = row.values["enterprise"] else { continue }
      let name = row.values[schema.label] ?? .string(SmallRegister.name(schema, index))
      var values: [String: LuaValue] = ["project": name, "enterprise": enterprise]
      values["starts_on"] = row.values["takeover_on"]
      values["filed_on"] = row.values["takeover_on"] ?? .string("2020-01-01")
      rows[Contract.schema.name, default: []].append(.init(values: values, path: row.path))
    }
  }

  private static func name(_ schema: TableSchema, _ index: Int) -> String { "\(schema.chinese)\(index + 1)" }

  // MARK: Building

  private mutating func builder(_ schema: TableSchema) throws(RuleProblem) -> TableBuilder {
    var builder = TableBuilder(schema)
    for (index, row) in (rows[schema.name] ?? []).enumerated() {
      var values: [String: TableBuilder.Value] = [:]
      for (name, _) in row.values {
        guard let field = schema.field(name), field.isDerived else { continue }
        guard schema.name == Project.schema.name, name == "enterprise" || name == "takeover_on" else {
          throw RuleProblem(
            "derived-field", at: row.path + [name],
            Wording(chinese: "`\(field.chinese)` 是推算出来的，不能直接给", english: "`\(name)` is computed and cannot be given"),
            help: Wording(chinese: "请给出它所依据的事实", english: "give the facts that it rests on"))
        }
      }
      for field in schema.fields where !field.isDerived {
        values[field.name] = try value(field, of: row, index, schema)
      }
      place(&values, of: row, index, schema)
      builder.add(values)
    }
    return builder
  }

  private mutating func value(
    _ field: Columns.Field, of row: GivenTable.Row, _ index: Int, _ schema: TableSchema
  ) throws(RuleProblem) -> TableBuilder.Value {
    guard let given = row.values[field.name] else { return neutral(field, of: row, index, schema) }
    if case .table(let test) = given, test.at("test")?.string == "missing" { return .none }
    let path = row.path + [field.name]
    switch field.type {
    case .reference(let target) where target != Division.schema.name: return .row(try self.row(given, of: target, at: path))
    case .token:
      guard case .string(let person) = given else {
        throw .wrongType(path, expected: .init(chinese: "引号中的文字", english: "text in quotation marks"), found: given.shown(reader.kinds))
      }
      let token = persons[person] ?? Int64(persons.count + 1)
      persons[person] = token
      return .number(token)
    default:
      switch try reader.value(given, for: field, at: path) {
      case .number(let number): return .number(number)
      case .text(let text): return .text(text)
      case .flag(let flag): return .flag(flag)
      case .row(let row): return .row(Int(row))
      }
    }
  }

  private func row(_ value: LuaValue, of table: String, at path: [String]) throws(RuleProblem) -> Int {
    guard case .string(let name) = value else {
      throw .wrongType(path, expected: .init(chinese: "引号中的名称", english: "a name in quotation marks"), found: value.shown(reader.kinds))
    }
    if let row = names[table]?[name] { return row }
    let known = (names[table] ?? [:]).sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    let chinese = CitySchema.table(table)?.chinese ?? table
    let near = closest(to: name, among: known)
    throw RuleProblem(
      "unknown-row", at: path,
      Wording(chinese: "没有给出名为 `\(name)` 的\(chinese)", english: "the test gives no \(table) `\(name)`"),
      help: near.map { Wording(chinese: "是否想写 `\($0)`？", english: "did you mean `\($0)`?") })
  }

  /// What a row has that says nothing: its own number, an ordinary kind, the last day seen.
  private func neutral(_ field: Columns.Field, of row: GivenTable.Row, _ index: Int, _ schema: TableSchema) -> TableBuilder.Value {
    if field.name == schema.key || field.name == schema.label, case .text = field.type { return .text(SmallRegister.name(schema, index)) }
    if field.name == "enterprise", let project = projectRow(of: row), let server = server(of: project) { return .row(server) }
    guard field.isRequired else { return .none }
    switch field.type {
    case .text: return .text("—")
    case .integer: return .number(field.name == "households" ? 100 : 0)
    case .flag: return .flag(false)
    case .elapsed, .quantity: return .number(0)
    case .token: return .none
    case .moment: return .number(day.start.seconds + 9 * 3600)
    case .day:
      let isBeginning = field.name == "starts_on" || field.name == "serving_since"
      return .day(isBeginning ? Day("2020-01-01") ?? day : day)
    case .enumeration(let enumeration):
      if schema.name == Complaint.schema.name, field.name == "status" {
        return row.values["closed_at"] != nil ? "closed" : row.values["basically_closed_at"] != nil ? "basically closed" : "open"
      }
      let plain = ["other", "unknown", "none", "ordinary"].first { enumeration.index(of: $0) != nil }
      return .text(plain ?? enumeration.values.first?.name ?? "")
    case .reference(let target):
      // Divisions are placed below; of the others there is at least one row by now.
      return target == Division.schema.name ? .none : .row(0)
    }
  }

  private func projectRow(of row: GivenTable.Row) -> Int? {
    guard case .string(let name)? = row.values["project"] else { return (rows[Project.schema.name] ?? []).count == 1 ? 0 : nil }
    return names[Project.schema.name]?[name]
  }

  private func server(of project: Int) -> Int? {
    guard let projects = rows[Project.schema.name], projects.indices.contains(project),
      case .string(let name)? = projects[project].values["enterprise"]
    else { return nil }
    return names[Enterprise.schema.name]?[name]
  }

  /// County and street: those of the row's estate, else the script's own.
  private mutating func place(
    _ values: inout [String: TableBuilder.Value], of row: GivenTable.Row, _ index: Int, _ schema: TableSchema
  ) {
    func isOpen(_ name: String) -> Bool {
      guard let field = schema.field(name), !field.isDerived, case .reference(Division.schema.name) = field.type, field.isRequired else { return false }
      return values[name] == TableBuilder.Value.none
    }
    func division(_ code: String?) -> Int64 { Int64(code.flatMap { Divisions.changzhi.row(of: $0) } ?? 0) }
    if schema.name == Project.schema.name {
      if case .number(let street)? = values["street"], isOpen("county"), Divisions.changzhi.all.indices.contains(Int(street)) {
        values["county"] = .number(division(Divisions.changzhi.all[Int(street)].parent))
      }
      if isOpen("county") { values["county"] = .number(division(county)) }
      if isOpen("street") {
        var code = county
        if case .number(let own)? = values["county"], Divisions.changzhi.all.indices.contains(Int(own)) { code = Divisions.changzhi.all[Int(own)].code }
        values["street"] = .number(division(Divisions.changzhi.streets(of: code).first?.code))
      }
      if case .number(let street)? = values["street"], case .number(let county)? = values["county"] { places[index] = (street, county) }
      return
    }
    let known = projectRow(of: row).flatMap { places[$0] }
    if isOpen("county") { values["county"] = .number(known?.county ?? division(county)) }
    if isOpen("street") { values["street"] = .number(known?.street ?? division(Divisions.changzhi.streets(of: county).first?.code)) }
    for field in schema.fields where isOpen(field.name) { values[field.name] = .number(division(county)) }
  }
}
