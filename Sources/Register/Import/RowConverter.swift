internal import CityModel
internal import Columns

/// Turns the records of one file into rows of one table.
///
/// Unchecked sendable: built by one thread, then used by the thread that parses alone, and looked at again after it ended.
final class RowConverter: @unchecked Sendable {
  /// What fills a column of the table.
  enum Filler {
    case column(Int, FieldReader, whenEmpty: Int64)
    case constant(Int64)
    /// A rule that looks at the whole record.
    case rule(any RowRule)
    /// The enterprise whose contract with the estate covers the day of acceptance.
    case contract(ContractTable, project: Int, accepted: Int)
    /// A credit code, and why it is taken though it does not check.
    case code(Int, USCCReader, reason: Int, CodeOverrides)
    /// What is made of the columns of personal data.
    case personal(PersonalFiller)
  }

  struct Slot {
    var field: Field
    var filler: Filler
    /// Whether a known row with another value is brought up to date: not for what was computed here.
    var isFact = true
    /// Whether it counts only while a known complaint is received or open: what this office has done since stands.
    var untilHandled = false
  }

  let schema: TableSchema
  let slots: [Slot]
  /// Columns that the header has.
  let columnCount: Int
  /// The columns of personal data, if the file has any.
  let personal: PersonalPlan?
  /// Credit codes that were taken for a reason; of files of enterprises alone.
  let overrides: CodeOverrides?
  private let constants: [String]
  private let checks: [RowCheck]
  private let fillers: ContiguousArray<ColumnFiller>
  private let required: [Bool]

  init(schema: TableSchema, slots: [Slot], columnCount: Int, constants: [String], personal: PersonalPlan? = nil, overrides: CodeOverrides? = nil) {
    self.personal = personal
    self.overrides = overrides
    self.schema = schema
    self.slots = slots
    self.columnCount = columnCount
    self.constants = constants
    checks = RowCheck.checks(of: schema, fields: slots.map(\.field.name))
    fillers = ContiguousArray(slots.map(\.filler.columnFiller))
    required = slots.map(\.field.isRequired)
  }

  /// A batch in which the constant texts stand first, each at the same place in every batch.
  func makeBatch() -> RowBatch {
    let batch = RowBatch(width: slots.count)
    for constant in constants {
      var constant = constant
      constant.withUTF8 { _ = unsafe batch.append($0) }
    }
    return batch
  }

  /// Appends the present record to the batch, or leaves the batch as it was.
  func convert(_ reader: CSVReader, into batch: RowBatch) throws(RowFault) {
    guard reader.fieldCount == columnCount else {
      throw RowFault(
        "ragged-row", "the row has \(reader.fieldCount) fields, the header \(columnCount)",
        "本行有 \(reader.fieldCount) 个字段，表头有 \(columnCount) 个")
    }
    // Locals: reading a class's properties inside the loop would retain them once a field.
    let fillers = fillers, required = required, width = fillers.count
    var failure: RowFault?
    unsafe batch.appendRow(width) { row, batch in
      var index = 0
      while index < width {
        do throws(RowFault) {
          let value = unsafe try fillers[index].value(reader, batch, row)
          if value == Missing.int64, required[index] { throw missing(index) }
          unsafe row[index] = value
        } catch {
          failure = error
          return false
        }
        index &+= 1
      }
      for check in checks {
        do throws(RowFault) { unsafe try check.verify(row) } catch {
          failure = error
          return false
        }
      }
      return true
    }
    if let failure { throw failure }
    batch.lines.append(reader.line)
    if let personal {
      batch.personal.append(personal.record(reader))
      if let extras = personal.extras { batch.extras.append(reader.text(extras)) }
    }
  }

  private func missing(_ index: Int) -> RowFault {
    let field = slots[index].field
    return RowFault("missing-value", "`\(field.name)` is empty", "“\(field.chinese)”为空")
  }
}

/// Fills one column of the table from a record.
class ColumnFiller {
  func value(_ reader: CSVReader, _ batch: RowBatch, _ row: UnsafeMutablePointer<Int64>) throws(RowFault) -> Int64 { Missing.int64 }
}

private final class SourceFiller: ColumnFiller {
  private let column: Int
  private let fieldReader: FieldReader
  private let whenEmpty: Int64

  init(_ column: Int, _ fieldReader: FieldReader, _ whenEmpty: Int64) {
    self.column = column
    self.fieldReader = fieldReader
    self.whenEmpty = whenEmpty
  }

  override func value(
    _ reader: CSVReader, _ batch: RowBatch, _ row: UnsafeMutablePointer<Int64>
  ) throws(RowFault) -> Int64 {
    let bytes = unsafe reader.field(column)
    return bytes.count == 0 ? whenEmpty : unsafe try fieldReader.read(bytes, into: batch)
  }
}

/// The credit codes of one file that do not check and were taken for a reason. Filled by the thread that parses, read after it ended.
final class CodeOverrides: @unchecked Sendable {
  fileprivate(set) var reasons: [String: String] = [:]
}

private final class CodeFiller: ColumnFiller {
  private let column: Int
  private let fieldReader: USCCReader
  private let reason: Int
  private let overrides: CodeOverrides

  init(_ column: Int, _ fieldReader: USCCReader, _ reason: Int, _ overrides: CodeOverrides) {
    self.column = column
    self.fieldReader = fieldReader
    self.reason = reason
    self.overrides = overrides
  }

  override func value(_ reader: CSVReader, _ batch: RowBatch, _ row: UnsafeMutablePointer<Int64>) throws(RowFault) -> Int64 {
    let text = reader.text(column), why = CaseValue.trimmed(reader.text(reason))
    guard !text.isEmpty else { return Missing.int64 }
    let value = try fieldReader.code(text, isExcused: !why.isEmpty, into: batch)
    if (try? USCC(text)) == nil { overrides.reasons[USCC.key(text)] = PersonalText.recognised(why) }
    return value
  }
}

private final class ConstantFiller: ColumnFiller {
  private let constant: Int64
  init(_ constant: Int64) { self.constant = constant }

  override func value(_ reader: CSVReader, _ batch: RowBatch, _ row: UnsafeMutablePointer<Int64>) -> Int64 { constant }
}

private final class RuleFiller: ColumnFiller {
  private let rule: any RowRule
  init(_ rule: any RowRule) { self.rule = rule }

  override func value(
    _ reader: CSVReader, _ batch: RowBatch, _ row: UnsafeMutablePointer<Int64>
  ) throws(RowFault) -> Int64 { try rule.value(reader) }
}

private final class ContractFiller: ColumnFiller {
  private let contracts: ContractTable
  private let project: Int
  private let accepted: Int

  init(_ contracts: ContractTable, _ project: Int, _ accepted: Int) {
    self.contracts = contracts
    self.project = project
    self.accepted = accepted
  }

  override func value(_ reader: CSVReader, _ batch: RowBatch, _ row: UnsafeMutablePointer<Int64>) -> Int64 {
    let day = unsafe Moment(seconds: row[accepted]).day
    return contracts.enterprise(of: unsafe row[project], on: Int64(day.ordinal)) ?? Missing.int64
  }
}

extension RowConverter.Filler {
  var columnFiller: ColumnFiller {
    switch self {
    case .column(let column, let reader, let whenEmpty): SourceFiller(column, reader, whenEmpty)
    case .constant(let constant): ConstantFiller(constant)
    case .rule(let rule): RuleFiller(rule)
    case .personal(let filler): filler
    case .code(let column, let reader, let reason, let overrides): CodeFiller(column, reader, reason, overrides)
    case .contract(let contracts, let project, let accepted): ContractFiller(contracts, project, accepted)
    }
  }
}

/// Decides a column from several fields of the record.
protocol RowRule: AnyObject {
  func value(_ reader: CSVReader) throws(RowFault) -> Int64
  /// The rule in words, for the summary.
  var note: Bilingual? { get }
}

/// A condition between the fields of one row.
struct RowCheck {
  /// The later field's position and names.
  var later: (position: Int, field: Field)
  var earlier: (position: Int, field: Field)

  func verify(_ row: UnsafeMutablePointer<Int64>) throws(RowFault) {
    let later = unsafe row[later.position]
    if later != Missing.int64, unsafe later < row[earlier.position] {
      throw RowFault(
        "dates-out-of-order", "`\(self.later.field.name)` is before `\(earlier.field.name)`",
        "“\(self.later.field.chinese)”早于“\(earlier.field.chinese)”")
    }
  }

  /// Nothing about a complaint happens before it was accepted; contracts, list entries and periods do not end before they
  /// begin, and nothing that a row tells of its own course lies before the day it is dated by.
  static func checks(of schema: TableSchema, fields: [String]) -> [RowCheck] {
    let pairs: [(Field, Field)] =
      switch schema.name {
      case Complaint.schema.name:
        [Complaint.assignedAt, Complaint.preliminaryAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.revisitedAt]
          .map { ($0, Complaint.acceptedAt) }
      case Contract.schema.name: [(Contract.until, Contract.from), (Contract.endedOn, Contract.from)]
      case ListEntry.schema.name: [(ListEntry.removedOn, ListEntry.decidedOn)]
      case FundRequest.schema.name:
        [(FundRequest.reviewedOn, FundRequest.submittedOn), (FundRequest.decidedOn, FundRequest.submittedOn)]
      default: spans(of: schema)
      }
    return pairs.compactMap { later, earlier in
      guard let at = fields.firstIndex(of: later.name), let before = fields.firstIndex(of: earlier.name) else { return nil }
      return RowCheck(later: (at, later), earlier: (before, earlier))
    }
  }

  private static func spans(of schema: TableSchema) -> [(Field, Field)] {
    func pairs(_ earlier: String?, _ later: [String]) -> [(Field, Field)] {
      guard let earlier = earlier.flatMap({ schema.field($0) }) else { return [] }
      return later.compactMap { schema.field($0) }.filter { $0.name != earlier.name }.map { ($0, earlier) }
    }
    return pairs(
      schema.dated,
      [
        "ended_on", "expires_on", "done_on", "removed_on", "feedback_on", "fixed_on", "awarded_on", "followed_up_on",
        "enforcement_accepted_on",
      ]) + pairs("covers_from", ["covers_until"]) + pairs("covers_until", ["published_on"])
  }
}
