internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Reads a script's values as values of the schema's types: units checked, words resolved in both languages.
struct ValueReader {
  let kinds: CityKinds
  let snapshot: Snapshot
  /// Whether names of rows are looked up; a check without a register only sees their shape.
  var resolvesNames = true

  /// The value in the field's storage unit.
  func value(_ value: LuaValue, for field: Columns.Field, at path: [String]) throws(RuleProblem) -> FieldValue {
    switch field.type {
    case .flag:
      guard case .boolean(let flag) = value else {
        throw .wrongType(path, expected: .init(chinese: "是或否", english: "true or false"), found: value.shown(kinds), help: ValueReader.bare(value))
      }
      return .flag(flag)
    case .text, .token:
      guard case .string(let text) = value else {
        throw .wrongType(path, expected: .init(chinese: "引号中的文字", english: "text in quotation marks"), found: value.shown(kinds))
      }
      return .text(text)
    case .enumeration(let enumeration):
      guard case .string(let text) = value else {
        throw .wrongType(path, expected: .init(chinese: "引号中的文字", english: "text in quotation marks"), found: value.shown(kinds))
      }
      guard let index = enumeration.index(of: text) else {
        throw .unknown(
          "unknown-value", text, at: path,
          what: .init(chinese: "`\(field.chinese)`", english: "`\(field.name)`"),
          among: enumeration.values.map(text.utf8.allSatisfy { $0 < 128 } ? \.name : \.chinese), translated: false)
      }
      return .text(enumeration.values[index].name)
    case .reference(let table):
      return .row(try row(value, of: table, at: path))
    case .integer, .moment, .day, .elapsed, .quantity:
      return .number(try number(value, for: field, at: path))
    }
  }

  /// A number, moment, day, duration or quantity in the field's storage unit.
  func number(_ value: LuaValue, for field: Columns.Field, at path: [String]) throws(RuleProblem) -> Int64 {
    switch field.type {
    case .integer:
      if let number = value.wholeNumber { return number }
      throw .wrongType(path, expected: .init(chinese: "整数", english: "a whole number"), found: value.shown(kinds))
    case .moment:
      if let seconds = kinds.moment.value(of: value) { return seconds }
      if let day = kinds.day.value(of: value) { return Day(ordinal: Int32(clamping: day)).start.seconds }
      if case .string(let text) = value {
        if let moment = Moment(text) { return moment.seconds }
        if let day = Day(text) { return day.start.seconds }
      }
      throw .wrongType(
        path, expected: .init(chinese: "时刻", english: "a moment"), found: value.shown(kinds),
        help: WrittenDay.help(for: value, example: "2026-09-30 17:50"))
    case .day:
      if let day = kinds.day.value(of: value) { return day }
      if case .string(let text) = value, let day = Day(text) { return Int64(day.ordinal) }
      throw .wrongType(
        path, expected: .init(chinese: "日期", english: "a day"), found: value.shown(kinds),
        help: WrittenDay.help(for: value, example: "2026-09-30"))
    case .elapsed:
      if let seconds = kinds.elapsed.value(of: value) { return seconds }
      let hours = kinds.calendarDays.value(of: value).flatMap { (1...100_000).contains($0) ? $0 * 24 : nil }
      throw .wrongType(
        path, "wrong-unit", expected: .init(chinese: "时长", english: "a duration"), found: value.shown(kinds),
        help: hours.map { .init(chinese: "按小时写：小时(\($0))", english: "write it in hours: hours(\($0))") }
          ?? .init(chinese: "写作 小时(3) 或 分钟(30)", english: "write hours(3) or minutes(30)"))
    case .quantity(let quantity):
      if let kind = kinds.quantity(quantity.name), let units = kind.value(of: value) { return units * kinds.scale(of: quantity) }
      let (chinese, english) =
        switch quantity.name {
        case "money": ("写作 元(50000)", "write yuan(50000)")
        case "points": ("写作 分值(0.5)", "write points(0.5)")
        case "calendar days": ("写作 自然日(30)", "write calendar_days(30)")
        case "percentage": ("写作 百分之(30)", "write percent(30)")
        default: ("写明单位", "say the unit")
        }
      if !["money", "points", "calendar days", "percentage"].contains(quantity.name), let units = value.decimal(digits: quantity.digits) {
        return units
      }
      throw .wrongType(
        path, "wrong-unit", expected: .init(chinese: "带单位的数量", english: "a quantity with its unit"), found: value.shown(kinds),
        help: .init(chinese: chinese, english: english))
    case .text, .flag, .enumeration, .token, .reference:
      throw .wrongType(path, expected: .init(chinese: "可比较大小的值", english: "a value with an order"), found: value.shown(kinds))
    }
  }

  private func row(_ value: LuaValue, of table: String, at path: [String]) throws(RuleProblem) -> UInt32 {
    if let row = kinds.record(table)?.row(of: value) { return row }
    guard case .string(let text) = value, let schema = CitySchema.table(table) else {
      throw .wrongType(
        path, expected: .init(chinese: "\(CitySchema.table(table)?.chinese ?? table)", english: "\(table)"), found: value.shown(kinds))
    }
    guard resolvesNames || table == Division.schema.name else { return ValueReader.stand(text) }
    do {
      for name in [schema.key, schema.label] {
        guard case .codes(let codes, let dictionary) = try snapshot.table(schema).column(name),
          let code = dictionary.code(of: text)
        else { continue }
        for row in 0..<codes.count where codes[row] == code { return UInt32(truncatingIfNeeded: row) }
      }
    } catch {
      throw RuleProblem("unavailable", at: path, Wording(verbatim: "\(error.table).\(error.field)"))
    }
    throw RuleProblem(
      "unknown-row", at: path,
      Wording(chinese: "没有名为 `\(text)` 的\(schema.chinese)", english: "there is no \(table) `\(text)`"))
  }
}

extension ValueReader {
  /// `"是"` in quotation marks where the word alone is meant.
  private static func bare(_ value: LuaValue) -> Wording {
    switch value.string {
    case "是", "有", "true", "yes": Wording(chinese: "不加引号：是", english: "without quotation marks: true")
    case "否", "无", "false", "no": Wording(chinese: "不加引号：否", english: "without quotation marks: false")
    default: Wording(chinese: "写作 是 或 否，不加引号", english: "write true or false, without quotation marks")
    }
  }

  /// A row that stands for a name which is not looked up: equal for equal names, so that conditions can be compared.
  private static func stand(_ name: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash == Missing.code ? 0 : hash
  }
}

extension LuaValue {
  /// A whole number, also when Lua holds it as a float without a fraction.
  var wholeNumber: Int64? { integer }

  /// A decimal number with at most so many digits behind the point, in units of the last digit; exact or nothing.
  func decimal(digits: Int) -> Int64? {
    var scale: Int64 = 1
    for _ in 0..<min(9, max(0, digits)) { scale *= 10 }
    switch self {
    case .integer(let value):
      let (units, overflow) = value.multipliedReportingOverflow(by: scale)
      return overflow ? nil : units
    case .number(let value):
      let scaled = value * Double(scale)
      let rounded = scaled.rounded()
      // The nearest float to 0.3 times ten is not three: a decimal literal is what its nearest unit says, if it is near enough.
      guard rounded.magnitude < 9e15, (scaled - rounded).magnitude < 1e-6 else { return nil }
      return Int64(rounded)
    case .string(let text): return ExactDecimal.units(text, digits: digits)
    default: return nil
    }
  }
}
