internal import Columns

/// GRDB has a `Column` too.
typealias LoadedColumn = Column

/// Takes one column's values out of a statement, row by row, into a column.
class ColumnSink {
  func take(_ statement: borrowing Statement, _ column: Int) throws(RegisterError) {}
  func finish() -> Column { .int64(ColumnBuffer([])) }
}

final class IntegerSink: ColumnSink {
  private var builder: ColumnBuilder<Int64>
  /// Values from here on have not happened yet.
  private let limit: Int64

  init(before limit: Int64, capacity: Int) {
    builder = ColumnBuilder(capacity: capacity)
    self.limit = limit
  }

  override func take(_ statement: borrowing Statement, _ column: Int) {
    let value = statement.integer(column)
    // SQLite reads NULL as 0; the type is asked for only then.
    if value == 0, statement.isNull(column) { return builder.append(Missing.int64) }
    builder.append(value >= limit && limit != .max ? Missing.int64 : value)
  }

  override func finish() -> Column {
    var full = ColumnBuilder<Int64>(capacity: 0)
    swap(&full, &builder)
    return .int64(full.finish())
  }
}

final class DaySink: ColumnSink {
  private var builder: ColumnBuilder<Int32>
  private let last: Int32

  init(until last: Int32, capacity: Int) {
    builder = ColumnBuilder(capacity: capacity)
    self.last = last
  }

  override func take(_ statement: borrowing Statement, _ column: Int) {
    let value = Int32(clamping: statement.integer(column))
    builder.append(value > last || (value == 0 && statement.isNull(column)) ? Missing.int32 : value)
  }

  override func finish() -> Column {
    var full = ColumnBuilder<Int32>(capacity: 0)
    swap(&full, &builder)
    return .int32(full.finish())
  }
}

final class FlagSink: ColumnSink {
  private var builder: ColumnBuilder<UInt8>

  init(capacity: Int) { builder = ColumnBuilder(capacity: capacity) }

  override func take(_ statement: borrowing Statement, _ column: Int) {
    let value = statement.integer(column)
    if value == 0, statement.isNull(column) { return builder.append(Verdict.unknown.rawValue) }
    builder.append(Verdict(value != 0).rawValue)
  }

  override func finish() -> Column {
    var full = ColumnBuilder<UInt8>(capacity: 0)
    swap(&full, &builder)
    return .flags(full.finish())
  }
}

final class ReferenceSink: ColumnSink {
  private var builder: ColumnBuilder<UInt32>
  private let rows: RowNumbers

  init(_ rows: RowNumbers, capacity: Int) {
    builder = ColumnBuilder(capacity: capacity)
    self.rows = rows
  }

  // Ids begin at 1: NULL, read as 0, has no row.
  override func take(_ statement: borrowing Statement, _ column: Int) { builder.append(rows[statement.integer(column)]) }

  override func finish() -> Column {
    var full = ColumnBuilder<UInt32>(capacity: 0)
    swap(&full, &builder)
    return .rows(full.finish())
  }
}

final class TextSink: ColumnSink {
  private var builder: ColumnBuilder<UInt32>
  private var texts = ByteTextTable()

  init(capacity: Int) { builder = ColumnBuilder(capacity: capacity) }

  override func take(_ statement: borrowing Statement, _ column: Int) {
    let bytes = unsafe statement.bytes(column)
    if bytes.count == 0, statement.isNull(column) { return builder.append(Missing.code) }
    builder.append(unsafe texts.code(adding: bytes))
  }

  override func finish() -> Column {
    var full = ColumnBuilder<UInt32>(capacity: 0)
    swap(&full, &builder)
    return .codes(full.finish(), TextDictionary(texts.texts))
  }
}

final class EnumerationSink: ColumnSink {
  private var builder: ColumnBuilder<UInt32>
  private var words = ByteTextTable()
  private let values: [String]
  private let field: String
  private let path: String

  init(_ enumeration: Enumeration, field: String, path: String, capacity: Int) {
    builder = ColumnBuilder(capacity: capacity)
    values = enumeration.dictionary
    self.field = field
    self.path = path
    for word in values { words.add(word) }
  }

  override func take(_ statement: borrowing Statement, _ column: Int) throws(RegisterError) {
    let bytes = unsafe statement.bytes(column)
    if bytes.count == 0, statement.isNull(column) { return builder.append(Missing.code) }
    guard let code = unsafe words.code(of: bytes) else {
      let word = unsafe String(decoding: bytes, as: UTF8.self)
      throw RegisterError(
        .corrupt, path: path,
        .init("`\(word)` in \(field) is none of its words", "\(field) 中的 `\(word)` 不是规定用词"),
        help: .init("the register was changed by another program, or is of another version", "台账曾被其他程序改动，或版本不符"))
    }
    builder.append(code)
  }

  override func finish() -> Column {
    var full = ColumnBuilder<UInt32>(capacity: 0)
    swap(&full, &builder)
    return .codes(full.finish(), TextDictionary(values))
  }
}
