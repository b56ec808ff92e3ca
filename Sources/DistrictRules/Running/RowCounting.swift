internal import CityModel
internal import Columns

/// Which rows count, and which of them only once.
struct RowCounting {
  /// Something that counts once.
  struct Event {
    /// The first row.
    var row: UInt32
    var rows: [UInt32]
    var enterprise: Int
    var second: Int64

    var day: Day { Moment(seconds: second).day }
  }

  private let counted: Adjustment.Counting?
  private let enterprises: (Int) -> Int?
  private let dates: Column?
  private let identities: [Column]
  /// Rows whose enterprise or identity is missing.
  private(set) var unknown: [UInt32] = []

  init(_ adjustment: Adjustment, _ table: Table) throws(ColumnError) {
    counted = adjustment.counted
    enterprises = try table.enterprises()
    dates = try (adjustment.counted?.onceEver?.name ?? table.schema.dated).map { (name) throws(ColumnError) in try table.column(name) }
    var identities: [Column] = []
    for field in adjustment.counted?.onceFor ?? [] { identities.append(try table.column(field)) }
    self.identities = identities
  }

  /// What counts, by enterprise and date.
  mutating func events(_ rows: [UInt32]) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(rows.count)
    for row in rows {
      guard let enterprise = enterprises(Int(row)) else {
        unknown.append(row)
        continue
      }
      events.append(Event(row: row, rows: [row], enterprise: enterprise, second: dates?.second(Int(row)) ?? 0))
    }
    events.sort { ($0.enterprise, $0.second, $0.row) < ($1.enterprise, $1.second, $1.row) }
    if !identities.isEmpty { events = merged(events) }
    if let atLeast = counted?.atLeast, let per = counted?.per { events = bundled(events, atLeast, per) }
    return events
  }

  private struct Identity: Hashable {
    var enterprise: Int
    var values: [Int64]
  }

  /// Rows that agree count once: for ever, or as long as the event lasts.
  private mutating func merged(_ events: [Event]) -> [Event] {
    var open: [Identity: Int] = [:]
    var result: [Event] = []
    for event in events {
      var values: [Int64] = []
      for column in identities {
        // Whoever is anonymous cannot be told apart from the others: such a row is unknown, not another person.
        guard let value = column.identity(Int(event.row)) else { break }
        values.append(value)
      }
      guard values.count == identities.count else {
        unknown.append(event.row)
        continue
      }
      let identity = Identity(enterprise: event.enterprise, values: values)
      if let at = open[identity], belongs(event, to: result[at]) {
        result[at].rows.append(event.row)
      } else {
        open[identity] = result.count
        result.append(event)
      }
    }
    return result
  }

  private func belongs(_ event: Event, to first: Event) -> Bool { RowCounting.lasts(counted?.within, first.second, event.second) }

  /// Whether an event that began at one second still lasts at another; without a span it lasts for ever.
  static func lasts(_ span: TimeSpan?, _ begin: Int64, _ second: Int64) -> Bool {
    guard let span else { return true }
    let start = Moment(seconds: begin).day
    return switch span.unit {
    case .calendarDays: Moment(seconds: second).day < start.adding(days: Int(clamping: span.count))
    case .calendarMonths: Moment(seconds: second).day < start.adding(months: Int(clamping: span.count))
    default: second <= Moment(seconds: begin).adding(seconds: span.count).seconds
    }
  }

  /// The rows of one enterprise in one period make one count, when there are enough of them.
  private func bundled(_ events: [Event], _ atLeast: Int, _ per: Adjustment.CapPeriod) -> [Event] {
    var result: [Event] = []
    var start = 0
    while start < events.count {
      let enterprise = events[start].enterprise, period = per.index(of: events[start].day)
      var end = start
      while end < events.count, events[end].enterprise == enterprise, per.index(of: events[end].day) == period { end += 1 }
      if end - start >= atLeast {
        var bundle = events[start]
        bundle.rows = events[start..<end].flatMap(\.rows)
        result.append(bundle)
      }
      start = end
    }
    return result
  }
}
