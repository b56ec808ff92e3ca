internal import CityModel
internal import Columns

/// Dates in the forms that a mapping allows.
final class PatternReader: FieldReader {
  private let patterns: [DatePattern]
  private let secondOfDay: Int

  init(_ field: Field, _ patterns: [DatePattern], secondOfDay: Int) {
    self.patterns = patterns
    self.secondOfDay = secondOfDay
    super.init(field)
  }

  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    let bytes = unsafe bytes.trimmed
    for pattern in patterns {
      if let moment = unsafe pattern.moment(bytes, secondOfDay: secondOfDay) { return moment.seconds }
    }
    throw unsafe refuse(bytes, "a date in any of the mapping's formats", "映射所列任何一种格式的日期")
  }
}

/// Words of the source, by a mapping's table.
final class TableReader: FieldReader {
  private let words: WordTable
  private let otherwise: Int64?
  /// Words in no table, with how many rows each.
  private(set) var unknown: [String: Int] = [:]

  init(_ field: Field, _ words: WordTable, otherwise: Int64?) {
    self.words = words
    self.otherwise = otherwise
    super.init(field)
  }

  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    if let value = unsafe words.value(of: bytes.trimmed) { return value }
    guard let otherwise else {
      let text = unsafe String(decoding: bytes.prefix(80), as: UTF8.self)
      throw RowFault(
        "unknown-word", "`\(field.name)`: the mapping's table has no `\(text)`", "“\(field.chinese)”：映射的对照表中没有 `\(text)`")
    }
    unknown[unsafe String(decoding: bytes.prefix(80), as: UTF8.self), default: 0] += 1
    return otherwise
  }
}

/// A person's telephone or identity number, of which only a keyed hash is kept (PIPL articles 6, 51, 73).
final class PersonReader: FieldReader {
  private let key: TokenKey

  init(_ field: Field, _ key: TokenKey) {
    self.key = key
    super.init(field)
  }

  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) -> Int64 {
    let normalized = PersonReader.normalized(unsafe bytes.string)
    return normalized.isEmpty ? Missing.int64 : key.token(normalized)
  }

  /// Half-width, letters and digits only, without the country code: one person writes one number in many ways.
  static func normalized(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 48...57, 65...90: bytes.append(UInt8(truncatingIfNeeded: value))
      case 97...122: bytes.append(UInt8(truncatingIfNeeded: value - 32))
      default: break
      }
    }
    if bytes.count == 15, bytes.starts(with: "0086".utf8) { return Array(bytes.dropFirst(4)) }
    if bytes.count == 13, bytes.starts(with: "86".utf8) { return Array(bytes.dropFirst(2)) }
    return bytes
  }
}

/// Finds a project for rows that name none: the place in the column stands for a list of projects, and a stable hash of the
/// row's number (FNV-1a, 64 bits) picks one of them.
final class SpreadRule: RowRule {
  private let column: Int
  private let number: Int
  private let columnName: String
  private let places: WordTable
  private let lists: [[Int64]]
  let note: Bilingual?

  init(column: Int, number: Int, columnName: String, places: WordTable, lists: [[Int64]], note: Bilingual) {
    self.column = column
    self.number = number
    self.columnName = columnName
    self.places = places
    self.lists = lists
    self.note = note
  }

  func value(_ reader: CSVReader) throws(RowFault) -> Int64 {
    let place = unsafe reader.field(column)
    guard let index = unsafe places.value(of: place.trimmed), index < lists.count else {
      let text = unsafe String(decoding: place.prefix(80), as: UTF8.self)
      throw RowFault(
        "unknown-place", "the spread rule has no `\(text)` for column `\(columnName)`", "分配规则中没有 `\(columnName)` 列的 `\(text)`")
    }
    let list = lists[Int(index)]
    let hash = unsafe SpreadRule.hash(reader.field(number))
    return list[Int(hash % UInt64(list.count))]
  }

  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<bytes.count { hash = unsafe (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return hash
  }
}
