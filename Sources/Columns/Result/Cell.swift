/// One value of a result table, exact, and typed so that every format can show it in its own way.
public enum Cell: Sendable, Hashable {
  /// No value.
  case empty
  case text(String)
  /// A text with its Chinese twin: programs read the first, and so does who reads English.
  case word(String, chinese: String)
  case integer(Int64)
  /// `units` divided by ten to the power of `digits`: `decimal(units: 1250, digits: 2)` is 12.50.
  case decimal(units: Int64, digits: Int)
  /// An exact share, shown as a percentage with one decimal: `ratio(1, of: 3)` is 33.3 %.
  case ratio(Int64, of: Int64)
  case flag(Bool)
  case day(Day)
  case moment(Moment)
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension Cell {
  /// Whether the value is a number, and so stands at the right of its column.
  public var isNumeric: Bool {
    switch self {
    case .integer, .decimal, .ratio: true
    default: false
    }
  }

  /// Whether the value is text, which may be cut where there is little room.
  public var isText: Bool {
    switch self {
    case .text, .word: true
    default: false
    }
  }

  /// The plain text of the value, the same in every locale: `12.50`, `33.3%`, `2026-09-30 17:50`.
  public var plain: String {
    switch self {
    case .empty: ""
    case .text(let text), .word(let text, _): text
    case .integer(let value): String(value)
    case .decimal(let units, let digits): Cell.decimal(units, digits: digits)
    case .ratio(let part, let whole): Cell.percent(part, of: whole)
    case .flag(let value): value ? "true" : "false"
    case .day(let day): day.description
    case .moment(let moment): moment.description
    }
  }

  /// What is read in Chinese: a word's twin, and any other value as it is.
  public var chinese: String { if case .word(_, let chinese) = self { chinese } else { plain } }

  /// A word of a closed set; free text where the set does not have it.
  public init(_ text: String, of words: Enumeration) {
    self = words.values.first { $0.name == text }.map { .word(text, chinese: $0.chinese) } ?? .text(text)
  }

  static func decimal(_ units: Int64, digits: Int) -> String {
    guard digits > 0 else { return String(units) }
    let text = String(units.magnitude)
    let whole = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    return (units < 0 ? "-" : "") + whole.dropLast(digits) + "." + whole.suffix(digits)
  }

  /// One decimal, rounded half up, without floating point; 100.0% is said only of all.
  static func percent(_ part: Int64, of whole: Int64) -> String {
    guard whole > 0, part >= 0 else { return "–" }
    let (high, low) = UInt64(part).multipliedFullWidth(by: 2000)
    guard high < UInt64(whole) else { return "–" }
    var thousandths = (UInt64(whole).dividingFullWidth((high, low)).quotient &+ 1) / 2
    if part < whole { thousandths = min(thousandths, 999) }
    return "\(thousandths / 10).\(thousandths % 10)%"
  }
}
