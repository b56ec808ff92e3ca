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
  }

  struct Slot {
    var field: Field
    var filler: Filler
    /// Whether a known row with another value is brought up to date: not for what was computed here.
    var isFact = true
  }

  let schema: TableSchema
  let slots: [Slot]
  /// Columns that the header has.
  let columnCount: Int
  private let constants: [String]
  private let checks: [RowCheck]
  private let textFields: [Bool]

  init(schema: TableSchema, slots: [Slot], columnCount: Int, constants: [String]) {
    self.schema = schema
    self.slots = slots
    self.columnCount = columnCount
    self.constants = constants
    checks = RowCheck.checks(of: schema, fields: slots.map(\.field.name))
    textFields = slots.map { $0.field.type == .text }
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
    let start = batch.values.count
    do throws(RowFault) {
      for index in slots.indices { batch.values.append(try value(of: slots[index], reader, batch, start)) }
      for check in checks { try check.verify(batch.values, start) }
      batch.lines.append(reader.line)
    } catch {
      batch.values.removeSubrange(start...)
      throw error
    }
  }

  @inline(__always)
  private func value(of slot: Slot, _ reader: CSVReader, _ batch: RowBatch, _ start: Int) throws(RowFault) -> Int64 {
    let value: Int64
    switch slot.filler {
    case .column(let column, let fieldReader, let whenEmpty):
      let bytes = unsafe reader.field(column)
      value = bytes.isEmpty ? whenEmpty : unsafe try fieldReader.read(bytes, into: batch)
    case .constant(let constant): value = constant
    case .rule(let rule): value = try rule.value(reader)
    case .contract(let contracts, let project, let accepted):
      let day = Moment(seconds: batch.values[start + accepted]).day
      value = contracts.enterprise(of: batch.values[start + project], on: Int64(day.ordinal)) ?? Missing.int64
    }
    if value == Missing.int64, slot.field.isRequired {
      throw RowFault("missing-value", "`\(slot.field.name)` is empty", "“\(slot.field.chinese)”为空")
    }
    return value
  }
}

/// Decides a column from several fields of the record.
protocol RowRule: AnyObject {
  func value(_ reader: CSVReader) throws(RowFault) -> Int64
  /// The rule in words, for the summary.
  var note: RegisterError.Text? { get }
}

/// A condition between the fields of one row.
struct RowCheck {
  /// The later field's position and names.
  var later: (position: Int, field: Field)
  var earlier: (position: Int, field: Field)

  func verify(_ values: [Int64], _ start: Int) throws(RowFault) {
    let later = values[start + later.position]
    if later != Missing.int64, later < values[start + earlier.position] {
      throw RowFault(
        "dates-out-of-order", "`\(self.later.field.name)` is before `\(earlier.field.name)`",
        "“\(self.later.field.chinese)”早于“\(earlier.field.chinese)”")
    }
  }

  /// Nothing about a complaint happens before it was accepted; contracts and list entries do not end before they begin.
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
      default: []
      }
    return pairs.compactMap { later, earlier in
      guard let at = fields.firstIndex(of: later.name), let before = fields.firstIndex(of: earlier.name) else { return nil }
      return RowCheck(later: (at, later), earlier: (before, earlier))
    }
  }
}
