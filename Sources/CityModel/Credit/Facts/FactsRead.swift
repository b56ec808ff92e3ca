public import Columns

/// Which fields a figure is worked out from: what an explanation names, and the whole of what can move the figure (DESIGN D9).
///
/// Only rows of the enterprise itself are read: its contracts, its complaints, its records, the estates that these name.
public struct FactsRead: Sendable, Hashable {
  public var table: TableSchema
  public var fields: [Field]

  init(_ table: TableSchema, _ fields: Field...) {
    self.table = table
    self.fields = fields
  }

  /// What every score reads, whatever its lines: the households by which estates weigh, and the length of service.
  public static let frame: [FactsRead] = [
    FactsRead(Contract.schema, Contract.project, Contract.enterprise, Contract.from, Contract.endedOn),
    FactsRead(Project.schema, Project.households, Project.county), FactsRead(Enterprise.schema, Enterprise.servingSince),
  ]
}

extension ScoreItem {
  /// What the item's cases are worked out from; empty for limits, which read only other lines.
  public var reads: [FactsRead] { ScoreItem.reads[code] ?? [] }

  private static let firstAnswer = FactsRead(
    Complaint.schema, Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.preliminaryAt,
    Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status, Complaint.delayCause)
  private static let closing = FactsRead(
    Complaint.schema, Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.basicallyClosedAt, Complaint.closedAt,
    Complaint.status, Complaint.delayCause)
  private static let persons = FactsRead(
    Complaint.schema, Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.status, Complaint.finding,
    Complaint.complainant)
  private static let answers = FactsRead(
    Complaint.schema, Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.satisfied)
  private static let surveys = FactsRead(
    Survey.schema, Survey.enterprise, Survey.project, Survey.heldOn, Survey.satisfied, Survey.answered)
  private static let record = FactsRead(
    CreditRecord.schema, CreditRecord.enterprise, CreditRecord.county, CreditRecord.item, CreditRecord.variant, CreditRecord.decidedOn)
  private static let recordOfProject = FactsRead(
    CreditRecord.schema, CreditRecord.enterprise, CreditRecord.project, CreditRecord.county, CreditRecord.item, CreditRecord.variant,
    CreditRecord.decidedOn)
  private static let refusals = FactsRead(
    RectificationOrder.schema, RectificationOrder.enterprise, RectificationOrder.county, RectificationOrder.issuedOn,
    RectificationOrder.deadline, RectificationOrder.remindedOn, RectificationOrder.refusedOn)
  private static let urgings = FactsRead(
    Urging.schema, Urging.enterprise, Urging.county, Urging.topic, Urging.deadline, Urging.heededOn)
  private static let lists = FactsRead(
    ListEntry.schema, ListEntry.enterprise, ListEntry.county, ListEntry.list, ListEntry.decidedOn, ListEntry.removedOn,
    ListEntry.maximumUntil)
  private static let served = FactsRead(
    Contract.schema, Contract.project, Contract.enterprise, Contract.from, Contract.endedOn)

  private static let reads: [String: [FactsRead]] = [
    "D01": [served, FactsRead(Filing.schema, Filing.enterprise, Filing.county, Filing.acceptedOn, Filing.endedOn)],
    "D02": [
      FactsRead(
        Contract.schema, Contract.project, Contract.enterprise, Contract.signedOn, Contract.from, Contract.endedOn, Contract.filedOn)
    ],
    "D03": [record], "D04": [urgings], "D05": [recordOfProject], "D06": [recordOfProject], "D07": [record],
    "D08": [firstAnswer], "D09": [closing], "D10": [persons],
    "D11": [FactsRead(Complaint.schema, Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.falseClosure)],
    "D12": [
      FactsRead(
        Complaint.schema, Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.falseClosure, Complaint.reworks)
    ],
    "D13": [answers, surveys], "D14": [refusals], "D15": [record], "D16": [recordOfProject], "D17": [recordOfProject],
    "D18": [record], "D19": [recordOfProject], "B01": [lists],
    "G01": [
      FactsRead(
        CreditRecord.schema, CreditRecord.enterprise, CreditRecord.county, CreditRecord.item, CreditRecord.variant,
        CreditRecord.decidedOn, CreditRecord.document)
    ],
    "G02": [lists], "G03": [answers, surveys], "G04": [record],
    "G05": [FactsRead(Enterprise.schema, Enterprise.staff, Enterprise.staff4050)], "G06": [record],
    "G07": [
      served,
      FactsRead(
        Complaint.schema, Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.basicallyClosedAt,
        Complaint.closedAt, Complaint.status, Complaint.delayCause),
    ],
    "G08": [record],
  ]

  /// What a veto is worked out from, by its code.
  public static let vetoReads: [String: [FactsRead]] = [
    "V1": [record], "V2": [record], "V3": [urgings],
    "V4": [
      persons,
      FactsRead(
        RectificationOrder.schema, RectificationOrder.enterprise, RectificationOrder.county, RectificationOrder.issuedOn,
        RectificationOrder.deadline, RectificationOrder.remindedOn, RectificationOrder.refusedOn, RectificationOrder.rectifiedOn),
    ],
    "V5": [record], "V6": [record],
  ]
}

extension FactsRead {
  /// Everything that a score can read: the frame, every item, every veto; field by field, in the order of the schema.
  public static let ofScores = together(frame + ScoreItem.all.flatMap(\.reads) + ScoreItem.vetoReads.values.flatMap { $0 })

  /// Each table once, its fields in the order of the schema.
  static func together(_ all: [FactsRead]) -> [FactsRead] {
    var fields: [String: Set<String>] = [:]
    for facts in all { fields[facts.table.name, default: []].formUnion(facts.fields.map(\.name)) }
    return CitySchema.tables.compactMap { table in
      guard let names = fields[table.name] else { return nil }
      var facts = FactsRead(table)
      facts.fields = table.fields.filter { names.contains($0.name) }
      return facts
    }
  }
}
