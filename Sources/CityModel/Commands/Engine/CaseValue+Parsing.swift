public import Columns

extension CaseValue {
  /// Reads a value as an office writes it: `2026-09-30`, `属实`, `12.50`, `是`. References are taken as their text; whether
  /// there is such a row is looked up afterwards. Every text that a command brings passes through here, and leaves telephone
  /// and identity numbers and e-mail addresses behind: what the ledger has once it never forgets (PIPL 47).
  ///
  /// - Throws: ``Refusal`` with code `argument-wrong`.
  public init(_ text: String, for field: Field) throws(Refusal) {
    let trimmed = CaseValue.trimmed(text)
    guard !trimmed.isEmpty else {
      self = .none
      return
    }
    let value: CaseValue? =
      switch field.type {
      case .text: CaseValue.isPlain(trimmed) ? .text(PersonalText.recognised(trimmed)) : nil
      case .reference(Enterprise.schema.name): CaseValue.isPlain(trimmed) ? .text(USCC.key(trimmed)) : nil
      case .reference: CaseValue.isPlain(trimmed) ? .text(trimmed) : nil
      case .integer: Int64(trimmed).flatMap { $0 == Missing.int64 ? nil : .number($0) }
      case .elapsed: Int64(trimmed).flatMap { $0 == Missing.int64 ? nil : .number($0) }
      case .flag: CaseValue.flag(word: trimmed)
      case .moment: (Moment(trimmed)).flatMap { CaseValue.isSensible($0.day) ? .moment($0) : nil }
      case .day: Day(trimmed).flatMap { CaseValue.isSensible($0) ? .day($0) : nil }
      case .quantity(let quantity): ExactDecimal.units(trimmed, digits: quantity.digits).map { .number($0) }
      case .enumeration(let enumeration): enumeration.index(of: trimmed).map { .text(enumeration.values[$0].name) }
      case .token: CaseValue.token(trimmed)
      }
    guard let value else {
      let expected = CaseValue.expected(field.type)
      throw Refusal(
        "argument-wrong", article: "D13", zh: "“\(field.chinese)”：`\(trimmed)` 不是\(expected.zh)",
        en: "`\(field.name)`: `\(trimmed)` is not \(expected.en)")
    }
    self = value
  }

  /// What a value of the type looks like.
  static func expected(_ type: FieldType) -> Bilingual {
    switch type {
    case .text, .reference: Bilingual(zh: "不超过4000字节、不含控制字符的文字", en: "text of at most 4,000 bytes without control characters")
    case .integer, .elapsed: Bilingual(zh: "整数", en: "a whole number")
    case .flag: Bilingual(zh: "“是”或“否”", en: "`yes` or `no`")
    case .moment: Bilingual(zh: "形如 `2026-09-30 17:50` 的时间", en: "a moment like `2026-09-30 17:50`")
    case .day: Bilingual(zh: "形如 `2026-09-30` 的日期", en: "a day like `2026-09-30`")
    case .quantity(let quantity):
      Bilingual(zh: "最多 \(quantity.digits) 位小数的数", en: "a decimal with at most \(quantity.digits) digits behind the point")
    case .enumeration(let enumeration):
      Bilingual(
        zh: "下列之一：\(enumeration.values.map(\.chinese).joined(separator: "、"))",
        en: "one of \(enumeration.values.map { "`\($0.name)`" }.joined(separator: ", "))")
    case .token: Bilingual(zh: "十六位十六进制的标识", en: "a token of sixteen hexadecimal digits")
    }
  }

  static func flag(word: String) -> CaseValue? {
    switch word.lowercased() {
    case "true", "1", "yes", "y", "是": .flag(true)
    case "false", "0", "no", "n", "否": .flag(false)
    default: nil
    }
  }

  private static func token(_ text: String) -> CaseValue? {
    guard text.utf8.count == 16, let bits = UInt64(text, radix: 16) else { return nil }
    let token = Int64(bitPattern: bits)
    return token == Missing.int64 ? nil : .number(token)
  }

  /// Far dates are slips of the pen, and must stay within what day arithmetic can hold.
  private static func isSensible(_ day: Day) -> Bool { (1900..<2200).contains(day.year) }

  /// Text that a screen and a line of a file can hold.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 4_000 && !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value) }
  }

  public static func trimmed(_ text: String) -> String {
    var part = text[...]
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}
