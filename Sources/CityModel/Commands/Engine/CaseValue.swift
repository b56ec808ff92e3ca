public import Columns

/// One value of one field of one row, as the second flow reads and writes it: exact, and without a table around it.
public enum CaseValue: Sendable, Hashable {
  case none
  /// A text, a word of an enumeration (in English), or the key of the row that a reference leads to.
  case text(String)
  /// A whole number, units of a quantity, seconds of a moment or a duration, the ordinal of a day, 1 or 0 of a flag, a token.
  case number(Int64)

  public static func day(_ day: Day) -> Self { .number(Int64(day.ordinal)) }
  public static func moment(_ moment: Moment) -> Self { .number(moment.seconds) }
  public static func flag(_ flag: Bool) -> Self { .number(flag ? 1 : 0) }
  public static func money(_ money: Money) -> Self { .number(money.fen) }

  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var number: Int64? { if case .number(let number) = self { number } else { nil } }
  public var day: Day? { number.map { Day(ordinal: Int32(clamping: $0)) } }
  public var moment: Moment? { number.map { Moment(seconds: $0) } }
  public var flag: Bool? { number.map { $0 != 0 } }
  public var isNone: Bool { self == .none }

  /// The value as people read it, by the type of its field; words in Chinese where that is asked for.
  public func shown(as type: FieldType, chinese: Bool = false) -> String {
    switch (self, type) {
    case (.none, _): ""
    case (.text(let word), .enumeration(let enumeration)):
      chinese ? enumeration.index(of: word).map { enumeration.values[$0].chinese } ?? word : word
    case (.text(let text), _): text
    case (.number(let number), .day): Day(ordinal: Int32(clamping: number)).description
    case (.number(let number), .moment): Moment(seconds: number).description
    case (.number(let number), .flag): chinese ? (number != 0 ? "是" : "否") : number != 0 ? "yes" : "no"
    case (.number(let number), .quantity(let quantity)): Cell.decimal(units: number, digits: quantity.digits).plain
    case (.number(let number), .token): hexadecimal(number)
    case (.number(let number), _): String(number)
    }
  }

  private func hexadecimal(_ number: Int64) -> String {
    let digits = String(UInt64(bitPattern: number), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension CaseValue: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
}
