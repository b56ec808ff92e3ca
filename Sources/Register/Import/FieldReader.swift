internal import CityModel
internal import Columns

/// Turns a field's bytes into the number that a batch holds. Empty fields never get here.
///
/// Used by one thread at a time.
class FieldReader {
  let field: Field
  init(_ field: Field) { self.field = field }

  func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 { Missing.int64 }

  func refuse(_ bytes: UnsafeBufferPointer<UInt8>, _ expected: String, _ chinese: String) -> RowFault {
    let text = unsafe bytes.prefix(80).count == bytes.count ? bytes.string : String(decoding: bytes.prefix(80), as: UTF8.self) + "…"
    return RowFault(
      "wrong-value", "`\(field.name)`: `\(text)` is not \(expected)", "“\(field.chinese)”：`\(text)` 不是\(chinese)")
  }

  /// The reader of the model's own form.
  static func model(_ field: Field, of schema: TableSchema = Complaint.schema, references: ReferenceTables) throws(RegisterError) -> FieldReader {
    switch field.type {
    case .text: textReader(field, isKey: field.name == schema.key)
    case .integer, .elapsed: IntegerReader(field)
    case .token: TokenReader(field)
    case .flag: FlagReader(field)
    case .moment: MomentReader(field)
    case .day: DayReader(field)
    case .quantity(let quantity): QuantityReader(field, digits: quantity.digits)
    case .enumeration(let enumeration): WordReader(field, enumeration)
    case .reference(let table): ReferenceReader(field, table, try references.table(table))
    }
  }
}

extension FieldReader {
  private static func textReader(_ field: Field, isKey: Bool) -> FieldReader {
    switch field {
    case Enterprise.uscc: USCCReader(field)
    case Complaint.maskedName: MaskReader(field, PersonMask.name)
    case Complaint.maskedPhone: MaskReader(field, PersonMask.phone)
    case Complaint.content: MaskReader(field) { PersonalText.published($0) }
    default: isKey ? KeyReader(field) : TextReader(field)
    }
  }
}

/// Free text, without telephone and identity numbers and e-mail addresses: everybody who sees the table sees it.
final class TextReader: FieldReader {
  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) -> Int64 {
    guard unsafe bytes.mayNamePerson else { return unsafe batch.append(bytes) }
    var text = PersonalText.recognised(unsafe bytes.string)
    return text.withUTF8 { unsafe batch.append($0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a look is worth while: ten digits in any script, or an @ of either width. Nearly every cell is done with here.
  var mayNamePerson: Bool {
    var digits = 0, wide = 0
    for index in 0..<count {
      let byte = unsafe self[index]
      if byte == UInt8(ascii: "@") { return true }
      if byte >= 0x80 { wide += 1 } else if byte &- 48 < 10 { digits += 1 }
    }
    // A digit of another script takes two bytes or more; ＠ takes three.
    if digits + wide / 2 >= 10 { return true }
    return unsafe containsWideAt
  }

  private var containsWideAt: Bool {
    guard count >= 3 else { return false }
    for index in 0...(count - 3) where unsafe self[index] == 0xEF {
      if unsafe self[index + 1] == 0xBC, unsafe self[index + 2] == 0xA0 { return true }
    }
    return false
  }
}

final class IntegerReader: FieldReader {
  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    guard let value = unsafe bytes.trimmed.wholeNumber, value != Missing.int64 else {
      throw unsafe refuse(bytes, "a whole number", "整数")
    }
    return value
  }
}

/// Sixteen hexadecimal digits, as a token is shown everywhere.
final class TokenReader: FieldReader {
  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    guard let token = unsafe bytes.trimmed.token, token != Missing.int64 else {
      throw unsafe refuse(bytes, "a token of sixteen hexadecimal digits", "十六位十六进制的标识")
    }
    return token
  }
}

final class QuantityReader: FieldReader {
  private let digits: Int

  init(_ field: Field, digits: Int) {
    self.digits = digits
    super.init(field)
  }

  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    guard let units = unsafe ExactDecimal.units(bytes.trimmed.string, digits: digits), units != Missing.int64 else {
      throw unsafe refuse(bytes, "a decimal with at most \(digits) digits behind the point", "最多 \(digits) 位小数的数")
    }
    return units
  }
}

final class FlagReader: FieldReader {
  private var words = WordTable()

  override init(_ field: Field) {
    for yes in ["true", "1", "yes", "y", "Y", "TRUE", "True", "是"] { words.add(yes, 1) }
    for no in ["false", "0", "no", "n", "N", "FALSE", "False", "否"] { words.add(no, 0) }
    super.init(field)
  }

  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    guard let value = unsafe words.value(of: bytes.trimmed) else {
      throw unsafe refuse(bytes, "`true` or `false`", "“是”或“否”")
    }
    return value
  }
}

final class MomentReader: FieldReader {
  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    guard let moment = unsafe bytes.trimmed.isoMoment else {
      throw unsafe refuse(bytes, "a moment like `2026-09-30 17:50`", "形如 `2026-09-30 17:50` 的时间")
    }
    return moment.seconds
  }
}

final class DayReader: FieldReader {
  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    guard let day = unsafe bytes.trimmed.isoDay else {
      throw unsafe refuse(bytes, "a day like `2026-09-30`", "形如 `2026-09-30` 的日期")
    }
    return Int64(day.ordinal)
  }
}

final class WordReader: FieldReader {
  private var words = WordTable()
  private let enumeration: Enumeration

  init(_ field: Field, _ enumeration: Enumeration) {
    self.enumeration = enumeration
    super.init(field)
    for (position, value) in enumeration.values.enumerated() { words.add(value.name, Int64(position)) }
    for (position, value) in enumeration.values.enumerated() { words.add(value.chinese, Int64(position)) }
  }

  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    guard let value = unsafe words.value(of: bytes.trimmed) else {
      throw unsafe refuse(
        bytes, "one of \(enumeration.values.map { "`\($0.name)`" }.joined(separator: ", "))",
        "下列之一：\(enumeration.values.map(\.chinese).joined(separator: "、"))")
    }
    return value
  }
}

final class ReferenceReader: FieldReader {
  private let rows: WordTable
  private let table: String

  init(_ field: Field, _ table: String, _ rows: WordTable) {
    self.rows = rows
    self.table = table
    super.init(field)
  }

  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    guard let id = unsafe rows.value(of: bytes.trimmed) ?? enterprise(bytes) else {
      let text = unsafe bytes.prefix(80).count == bytes.count ? bytes.string : "…"
      throw RowFault(
        "unknown-\(table)", "`\(field.name)`: there is no \(table) `\(text)` in the register",
        "“\(field.chinese)”：台账中没有 `\(text)`")
    }
    return id
  }
}

extension ReferenceReader {
  /// A credit code as people write it.
  private func enterprise(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    table == Enterprise.schema.name ? rows.value(of: USCC.key(unsafe bytes.string)) : nil
  }
}

/// A unified social credit code with its two check digits; one that was issued without them, where the file says why it is taken.
final class USCCReader: FieldReader {
  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    try code(unsafe bytes.string, isExcused: false, into: batch)
  }

  func code(_ text: String, isExcused: Bool, into batch: RowBatch) throws(RowFault) -> Int64 {
    do throws(USCC.Fault) {
      var normalized = try USCC(text).text
      return normalized.withUTF8 { unsafe batch.append($0) }
    } catch {
      if isExcused, error == .check || error == .organisationCheck {
        var normalized = USCC.key(text)
        return normalized.withUTF8 { unsafe batch.append($0) }
      }
      throw USCCReader.fault(error, text)
    }
  }

  static func fault(_ fault: USCC.Fault, _ text: String) -> RowFault {
    let characters = Array(text.filter { !$0.isWhitespace })
    let expected =
      characters.count == 18
      ? USCC.making(
        prefix: String(characters[0..<2]), division: String(characters[2..<8]), organisation: String(characters[8..<16]))
      : nil
    switch fault {
    case .length:
      return RowFault(
        fault.rawValue, "`\(text)` has \(characters.count) characters; a unified social credit code has 18",
        "`\(text)` 有 \(characters.count) 位，统一社会信用代码应为 18 位")
    case .character:
      let place = characters.firstIndex { !"0123456789ABCDEFGHJKLMNPQRTUWXY".contains($0.uppercased()) }.map { $0 + 1 } ?? 0
      let found = place > 0 ? String(characters[place - 1]) : ""
      return RowFault(
        fault.rawValue, "`\(text)`: character \(place), `\(found)`, is none of a unified social credit code (no I, O, S, V, Z)",
        "`\(text)`：第 \(place) 位 `\(found)` 不是统一社会信用代码的字符（不含 I、O、S、V、Z）")
    case .organisationCheck:
      let right = expected.map { String(Array($0)[16]) } ?? "?"
      return RowFault(
        fault.rawValue, "`\(text)`: character 17 does not check the organisation code; `\(right)` would",
        "`\(text)`：第 17 位与组织机构代码校验不符，应为 `\(right)`")
    case .check:
      let right = expected.map { String(Array($0)[17]) } ?? "?"
      return RowFault(
        fault.rawValue, "`\(text)`: character 18 does not check the code; `\(right)` would",
        "`\(text)`：第 18 位校验不符，应为 `\(right)`")
    }
  }
}
