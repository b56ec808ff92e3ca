internal import CityModel
internal import Columns

/// Which columns of a file hold personal data: they go to the vault, and what the complaint keeps is made from them here.
///
/// Unchecked sendable: made by one thread, then used by the one that parses.
final class PersonalPlan: @unchecked Sendable {
  let columns: [PersonalRecord.Part: Int]
  /// A column whose text is published scrubbed, if it is not the raw text's.
  let content: Int?
  /// Columns that a mapping leaves out: nobody looked at what is in them, so nothing of them is shown.
  let ignored: Set<Int>
  /// A column of fields that another system sent and this one has no place for.
  let extras: Int?
  private let key: TokenKey

  init(columns: [PersonalRecord.Part: Int], content: Int?, ignored: Set<Int> = [], extras: Int? = nil, key: TokenKey) {
    self.columns = columns
    self.content = content
    self.ignored = ignored
    self.extras = extras
    self.key = key
  }

  func value(_ part: PersonalRecord.Part, _ reader: CSVReader) -> String? {
    guard let column = columns[part], column < reader.fieldCount else { return nil }
    let text = unsafe reader.field(column).trimmed.string
    return text.isEmpty ? nil : text
  }

  func record(_ reader: CSVReader) -> PersonalRecord {
    var record = PersonalRecord()
    for part in columns.keys { record.values[part] = value(part, reader) }
    return record
  }

  /// The person's token: of the telephone number, else of the identity number; none for who gave neither.
  func token(_ reader: CSVReader) -> Int64? {
    for part in [PersonalRecord.Part.phone, .identity] {
      if let text = value(part, reader), case let digits = PersonReader.normalized(text), !digits.isEmpty { return key.token(digits) }
    }
    return nil
  }

  func publicText(_ reader: CSVReader) -> String? {
    guard let column = content ?? columns[.text], column < reader.fieldCount else { return nil }
    let text = unsafe reader.field(column).trimmed.string
    guard !text.isEmpty else { return nil }
    return PersonalText.published(text, names: value(.name, reader).map { [$0] } ?? [], room: value(.room, reader))
  }

  // MARK: The columns of the complaint

  /// What the plan fills itself: the token, the masks, the scrubbed text.
  func slots(without taken: Set<String>) -> [RowConverter.Slot] {
    var slots: [RowConverter.Slot] = []
    func add(_ field: Field, _ kind: PersonalFiller.Kind) {
      if !taken.contains(field.name) { slots.append(.init(field: field, filler: .personal(PersonalFiller(self, kind)))) }
    }
    if columns[.phone] != nil || columns[.identity] != nil { add(Complaint.complainant, .token) }
    if columns[.name] != nil { add(Complaint.maskedName, .name) }
    if columns[.phone] != nil { add(Complaint.maskedPhone, .phone) }
    if columns[.text] != nil || content != nil { add(Complaint.content, .content) }
    return slots
  }
}

/// Fills a column of the complaint from its personal data.
final class PersonalFiller: ColumnFiller {
  enum Kind { case token, name, phone, content }

  private let plan: PersonalPlan
  private let kind: Kind

  init(_ plan: PersonalPlan, _ kind: Kind) {
    self.plan = plan
    self.kind = kind
  }

  override func value(_ reader: CSVReader, _ batch: RowBatch, _ row: UnsafeMutablePointer<Int64>) -> Int64 {
    let text: String? =
      switch kind {
      case .token: nil
      case .name: plan.value(.name, reader).flatMap(PersonMask.name)
      case .phone: plan.value(.phone, reader).flatMap(PersonMask.phone)
      case .content: plan.publicText(reader)
      }
    if kind == .token { return plan.token(reader) ?? Missing.int64 }
    guard var text else { return Missing.int64 }
    return text.withUTF8 { unsafe batch.append($0) }
  }
}

/// Texts of a complaint that a file brings ready made: they pass through the same scrub, which leaves what is clean as it is.
final class MaskReader: FieldReader {
  private let mask: (String) -> String?

  init(_ field: Field, _ mask: @escaping (String) -> String?) {
    self.mask = mask
    super.init(field)
  }

  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) -> Int64 {
    guard var text = unsafe mask(bytes.trimmed.string), !text.isEmpty else { return Missing.int64 }
    return text.withUTF8 { unsafe batch.append($0) }
  }
}

/// The number of a complaint or of another record, which everybody sees: it may not be somebody's telephone number.
final class KeyReader: FieldReader {
  override func read(_ bytes: UnsafeBufferPointer<UInt8>, into batch: RowBatch) throws(RowFault) -> Int64 {
    if bytes.count > 10, unsafe PersonalText.namesPerson(bytes.string) {
      throw RowFault(
        "number-names-person", "`\(field.name)` holds a telephone or identity number or an e-mail address",
        "“\(field.chinese)”含有电话号码、身份证号或邮箱")
    }
    return unsafe batch.append(bytes)
  }
}
