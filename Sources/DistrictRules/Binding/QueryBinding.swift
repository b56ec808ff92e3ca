internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// The methods of collections, queries, groupings and results.
final class QueryBinding {
  let store: QueryStore
  /// Known once every kind is registered.
  var kinds: CityKinds?

  init(_ store: QueryStore) { self.store = store }

  struct Kinds {
    var query: ObjectKind
    var grouping: ObjectKind
    var result: ObjectKind
  }

  func register(in engine: Engine) throws(LuaError) -> Kinds {
    // What a place holds is the store's to say.
    let handles = RunPlaces<Never>.places
    return Kinds(
      query: try engine.registerObject(
        "collection", count: handles, methods: queryMethods,
        call: { [unowned self] call in try self.lookUp(&call) },
        length: { [unowned self] row in try self.selected(try self.query(at: row)).count },
        describe: { [unowned self] row in
          let query = try self.query(at: row)
          return "\(try self.selected(query).count) \(query.schema.plural)"
        }),
      grouping: try engine.registerObject("grouping", count: handles, methods: groupingMethods),
      result: try engine.registerObject(
        "result", count: handles, methods: resultMethods,
        length: { [unowned self] row in try self.result(at: row).rows.count },
        describe: { [unowned self] row in "\(try self.result(at: row).rows.count) rows" }))
  }

  // MARK: What a handle stands for

  func query(at row: UInt32) throws -> CityQuery { try kept(store.query(at: row)) }
  func result(at row: UInt32) throws -> ResultTable { try kept(store.result(at: row)) }

  private func grouping(at row: UInt32) throws -> Grouping {
    let (query, paths) = try kept(store.grouping(at: row))
    return try answer { () throws(ColumnError) in try query.run(store.snapshot).group(by: paths) }
  }

  /// A grouping that nobody counted: its counts.
  func counted(at row: UInt32) throws -> ResultTable {
    let grouping = try grouping(at: row)
    return try answer { () throws(ColumnError) in try grouping.table([.count]) }
  }

  private func kept<Value>(_ value: Value?) throws -> Value {
    guard let value else {
      throw RuleProblem.fault(
        "stale", chinese: "这个查询属于先前的运行", english: "this query is from an earlier run",
        help: Wording(chinese: "在本次运行里重新查询，不要留到下一次", english: "ask again in this run, do not keep it between runs"))
    }
    return value
  }

  /// An error of the columns, in the words of the script.
  func answer<Value>(_ body: () throws(ColumnError) -> Value) throws -> Value {
    do { return try body() } catch { throw error.problem }
  }

  private func give(_ query: CityQuery, _ call: inout Call) throws {
    guard let kinds else { return }
    try call.return(kinds.engine.object(kinds.query, try store.add(query)))
  }

  private func give(_ result: ResultTable, _ call: inout Call) throws {
    guard let kinds else { return }
    try call.return(kinds.engine.object(kinds.result, try store.add(result)))
  }

  // MARK: Collections and queries

  private var queryMethods: [HostFunction] {
    func method(_ name: String, _ body: @escaping (inout Call, CityQuery, CityKinds) throws -> Void) -> HostFunction {
      HostFunction(name) { [unowned self] call in
        guard let kinds = self.kinds else { return }
        try body(&call, try self.query(at: call.receiver.row), kinds)
      }
    }
    return [
      method("where") { [unowned self] call, query, kinds in
        try self.give(query.adding(try self.condition(&call, over: query.schema)), &call)
      },
      method("of") { [unowned self] call, query, kinds in
        try self.give(query.adding(try self.belonging(&call, query.schema, kinds)), &call)
      },
      method("within_year_to") { [unowned self] call, query, kinds in
        let last = Quantities.day(try call.quantity(1, kinds.day))
        try self.give(try self.dated(query, within: last.window(months: 12)), &call)
      },
      method("in_period") { [unowned self] call, query, kinds in
        let period = try call.table(1)
        guard let first = kinds.day.value(of: period["first_day"]), let last = kinds.day.value(of: period["last_day"]), first <= last else {
          throw call.wrong(1, "a period")
        }
        try self.give(try self.dated(query, within: Quantities.day(first)...Quantities.day(last)), &call)
      },
      method("each") { [unowned self] call, query, kinds in
        guard let kind = kinds.record(query.schema.name) else { return }
        if query.conditions.isEmpty, query.rows == nil, self.store.visited == .all {
          let table = self.store.snapshot.table(query.schema)
          try call.returnRows(kind, .range(try self.answer { () throws(ColumnError) in try table.counted() }))
        } else {
          let rows = try self.selected(query).rows
          try call.returnRows(kind, .list(try self.answer { () throws(ColumnError) in try self.store.visible(rows, of: query.schema) }))
        }
      },
      method("first") { [unowned self] call, query, kinds in
        guard let kind = kinds.record(query.schema.name) else { return }
        if let row = try self.selected(query).rows.first { try call.return(kind, row: Int(row)) } else { try call.return(LuaValue.nil) }
      },
      method("count") { [unowned self] call, query, _ in try call.return(try self.selected(query).count) },
      method("unknown") { [unowned self] call, query, _ in try call.return(try self.selected(query).unknownCount) },
      method("distinct") { [unowned self] call, query, _ in
        let field = try self.field(&call, 1, of: query.schema)
        let selected = try self.selected(query)
        try call.return(try self.answer { () throws(ColumnError) in try selected.distinctCount(field.name) })
      },
      method("sum") { [unowned self] call, query, kinds in
        let field = try self.field(&call, 1, of: query.schema)
        let selected = try self.selected(query)
        let sum = try self.answer { () throws(ColumnError) in try selected.sum(field.name) }
        try call.return(try kinds.value(sum, of: field.type))
      },
      method("group") { [unowned self] call, query, kinds in
        let paths = try self.paths(&call, of: query.schema)
        try call.return(kinds.engine.object(kinds.grouping, try self.store.add(query, groupedBy: paths)))
      },
      method("show") { [unowned self] call, query, _ in
        let names = try call.values().map { value -> String in
          guard case .string(let name) = value else { throw call.wrong(1, "names of fields") }
          return CityVocabulary.english(name)
        }
        try self.give(try self.table(query, names), &call)
      },
      method("sort") { [unowned self] call, query, _ in
        let table = try self.table(query, [])
        let names = try self.sortNames(&call)
        try self.give(try self.answer { () throws(ColumnError) in try table.sorted(by: names) }, &call)
      },
      method("limit") { [unowned self] call, query, _ in
        let limit = Int(clamping: max(0, try call.integer(1)))
        let selected = try self.selected(query)
        try self.give(try self.answer { () throws(ColumnError) in try selected.table(limit: limit) }, &call)
      },
    ]
  }

  func selected(_ query: CityQuery) throws -> Query {
    try answer { () throws(ColumnError) in try query.run(store.snapshot) }
  }

  func table(_ query: CityQuery, _ fields: [String], limit: Int = .max) throws -> ResultTable {
    let selected = try selected(query)
    return try answer { () throws(ColumnError) in try selected.table(fields, limit: limit) }
  }

  private func condition(_ call: inout Call, over schema: TableSchema) throws -> Condition {
    guard let kinds else { return .always }
    let sink = ProblemSink()
    let reader = ConditionReader(values: ValueReader(kinds: kinds, snapshot: store.snapshot), sink: sink)
    let condition = reader.condition(try call.table(1), over: schema, at: [])
    if let first = sink.problems.first { throw first }
    return condition
  }

  /// The rows that refer to a row of another table: `complaint:of(e)`.
  private func belonging(_ call: inout Call, _ schema: TableSchema, _ kinds: CityKinds) throws -> Condition {
    let handle = try call.handle(1)
    for field in schema.fields {
      guard case .reference(let target) = field.type, let kind = kinds.record(target), kind.id == handle.kind else { continue }
      return .field(field.name, .equals(.row(try call.row(1, kind))))
    }
    throw call.wrong(1, "a row that \(schema.plural) belong to")
  }

  private func dated(_ query: CityQuery, within days: ClosedRange<Day>) throws -> CityQuery {
    guard let dated = query.dated(within: days) else {
      throw RuleProblem.fault(
        "wrong-type", chinese: "\(query.schema.chinese)没有日期", english: "\(query.schema.plural) have no date")
    }
    return dated
  }

  private func field(_ call: inout Call, _ index: Int, of schema: TableSchema) throws -> Columns.Field {
    let word = try call.string(index)
    guard let field = schema.field(CityVocabulary.english(word)) else {
      throw RuleProblem.unknown(
        "unknown-field", word, at: [], what: Wording(chinese: "\(schema.chinese)", english: "`\(schema.name)`"), among: schema.fields.map(\.name))
    }
    return field
  }

  /// `group("enterprise", "category")` or, through relations, `group{ project = "street" }`.
  private func paths(_ call: inout Call, of schema: TableSchema) throws -> [[String]] {
    var paths: [[String]] = []
    func follow(_ value: LuaValue, from schema: TableSchema, path: [String]) throws {
      switch value {
      case .string(let word):
        let name = CityVocabulary.english(word)
        guard schema.field(name) != nil else {
          throw RuleProblem.unknown(
            "unknown-field", word, at: [], what: Wording(chinese: schema.chinese, english: "`\(schema.name)`"), among: schema.fields.map(\.name))
        }
        paths.append(path + [name])
      case .table(let table):
        for item in table.array { try follow(item, from: schema, path: path) }
        for (name, inner) in table.named {
          guard let field = schema.field(name), case .reference(let target) = field.type, let next = CitySchema.table(target) else {
            throw RuleProblem.unknown(
              "unknown-field", name, at: [], what: Wording(chinese: schema.chinese, english: "`\(schema.name)`"),
              among: schema.fields.filter { if case .reference = $0.type { true } else { false } }.map(\.name))
          }
          try follow(inner, from: next, path: path + [name])
        }
      default: 
        throw RuleProblem.fault(
          "wrong-type", chinese: "分组需要字段名，如 分组(\"企业\")", english: "group needs names of fields, as in group(\"enterprise\")")
      }
    }
    for value in try call.values() { try follow(value, from: schema, path: []) }
    guard !paths.isEmpty, paths.count <= 8 else { 
      throw RuleProblem.fault(
        "wrong-type", chinese: "分组需要一至八个字段名", english: "group needs the names of one to eight fields")
    }
    return paths
  }

  private func sortNames(_ call: inout Call) throws -> [String] {
    try call.values().map { value in
      guard case .string(let word) = value else { throw call.wrong(1, "names of columns") }
      let descending = word.hasPrefix("-")
      return (descending ? "-" : "") + CityVocabulary.english(String(descending ? word.dropFirst() : word[...]))
    }
  }

  /// `enterprise "91140403YYYY00020N"`: the row of that key or name; with a table, the rows that meet it.
  private func lookUp(_ call: inout Call) throws {
    guard let kinds else { return }
    let query = try query(at: call.receiver.row)
    if call.isTable(1) { return try give(query.adding(try condition(&call, over: query.schema)), &call) }
    guard let kind = kinds.record(query.schema.name) else { return }
    let word = try call.string(1)
    let table = store.snapshot.table(query.schema)
    for name in [query.schema.key, query.schema.label] {
      guard let column = try? table.column(name), case .codes(let codes, let dictionary) = column, let code = dictionary.code(of: word) else { continue }
      for row in 0..<codes.count where codes[row] == code { return try call.return(kind, row: row) }
    }
    throw RuleProblem(
      "unknown-row", at: [],
      Wording(chinese: "没有名为 `\(word)` 的\(query.schema.chinese)", english: "there is no \(query.schema.name) `\(word)`"))
  }

  // MARK: Groupings

  private var groupingMethods: [HostFunction] {
    func method(_ name: String, _ aggregates: @escaping (inout Call, CityQuery) throws -> [Aggregate]) -> HostFunction {
      HostFunction(name) { [unowned self] call in
        let grouping = try self.grouping(at: call.receiver.row)
        let (query, _) = try self.kept(self.store.grouping(at: call.receiver.row))
        let list = try aggregates(&call, query)
        try self.give(try self.answer { () throws(ColumnError) in try grouping.table(list) }, &call)
      }
    }
    return [
      method("count") { _, _ in [.count] },
      method("sum") { [unowned self] call, query in [.count, .sum(try self.field(&call, 1, of: query.schema).name)] },
      method("distinct") { [unowned self] call, query in [.count, .distinct(try self.field(&call, 1, of: query.schema).name)] },
    ]
  }

  // MARK: Results

  private var resultMethods: [HostFunction] {
    func method(_ name: String, _ body: @escaping (inout Call, ResultTable) throws -> ResultTable) -> HostFunction {
      HostFunction(name) { [unowned self] call in
        try self.give(try body(&call, try self.result(at: call.receiver.row)), &call)
      }
    }
    return [
      method("sort") { [unowned self] call, table in
        let names = try self.sortNames(&call)
        return try self.answer { () throws(ColumnError) in try table.sorted(by: names) }
      },
      method("limit") { call, table in table.limited(to: Int(clamping: max(0, try call.integer(1)))) },
      HostFunction("rows") { [unowned self] call in
        let table = try self.result(at: call.receiver.row)
        var rows: [LuaValue] = []
        for row in table.rows {
          var entries: [LuaTable.Entry] = []
          for (column, cell) in zip(table.columns, row) {
            entries.append(.init(key: .string(column.name), value: try self.value(cell)))
          }
          rows.append(.table(LuaTable(keyed: entries)))
        }
        try call.return(.table(LuaTable(array: rows)))
      },
    ]
  }

  private func value(_ cell: Cell) throws -> LuaValue {
    guard let kinds else { return .nil }
    return switch cell {
    case .empty: .nil
    case .text(let text), .word(let text, _): .string(text)
    case .integer(let value): .integer(value)
    case .flag(let flag): .boolean(flag)
    case .day(let day): try kinds.engine.quantity(kinds.day, Int64(day.ordinal))
    case .moment(let moment): try kinds.engine.quantity(kinds.moment, moment.seconds)
    case .decimal(let units, let digits) where digits == Money.type.digits: try kinds.engine.quantity(kinds.money, units)
    case .decimal(let units, let digits) where digits == Points.type.digits: try kinds.engine.quantity(kinds.points, units)
    case .decimal, .ratio: .string(cell.plain)
    }
  }
}

extension ColumnError {
  /// What a script's author is told.
  var problem: RuleProblem {
    let code = Diagnostic.Code(rawValue: code.rawValue)
    let chinese = CitySchema.table(table)?.chinese ?? (table == "result" ? "结果" : table)
    switch self.code {
    case .unknownField:
      let known = CitySchema.table(table)?.fields.map(\.name) ?? detail.split(separator: ", ").map(String.init)
      return .unknown(code, field, at: [field], what: Wording(chinese: chinese, english: "`\(table)`"), among: known)
    case .unknownTable: return .fault(code, chinese: "没有集合 `\(table)`", english: "there is no collection `\(table)`")
    case .wrongType:
      let reason =
        detail == "cannot be summed" ? "不能合计" : detail == "does not lead to another table" ? "不指向另一张表" : detail
      return .fault(
        code, at: [field], chinese: "\(chinese)的 `\(field)` 不能这样用：\(reason)",
        english: "`\(field)` of \(table) does not allow this: \(detail)")
    case .unknownValue:
      return .fault(
        code, at: [detail], chinese: "\(chinese)的 `\(field)` 没有值 `\(detail)`", english: "`\(field)` of \(table) has no value `\(detail)`")
    case .notLoaded, .sourceFailed:
      let cause = underlying.map { ": \($0)" } ?? ""
      return .fault(
        code, chinese: "无法读取\(chinese)的 `\(field)`\(cause)", english: "`\(field)` of \(table) cannot be read\(cause)")
    case .overflow:
      return .fault(code, at: [field], chinese: "`\(field)` 的合计超出 64 位", english: "the sum of `\(field)` is beyond 64 bits")
    }
  }
}

extension RuleProblem: CustomStringConvertible {
  /// The English text with its help line: what a script sees in `pcall`.
  public var description: String { message.english + (help.map { "\nhelp: \($0.english)" } ?? "") }
}
