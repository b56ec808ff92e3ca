internal import Columns

/// The divisions that a figure goes through: those of the snapshot's scope.
struct Places {
  private let names: Column
  private let codes: Column
  /// Rows of the counties in the scope, in order of code.
  let counties: [Int]
  /// Rows of the streets in the scope and of the county each lies in, in order of code.
  let streets: [(row: Int, county: Int)]

  init(_ snapshot: Snapshot) throws(RuleError) {
    let table = snapshot.table(Division.schema)
    let (names, codes, levels) = try column { () throws(ColumnError) in
      (
        try table.column(Division.nameField), try table.column(Division.codeField), try table.column(Division.levelField)
      )
    }
    let scope: String? = if case .county(let code) = snapshot.scope { code } else { nil }
    var counties: [Int] = []
    var byCode: [String: Int] = [:]
    for row in 0..<table.count where levels.text(row) == "county" {
      guard let code = codes.text(row), scope.map({ $0 == code }) ?? true else { continue }
      counties.append(row)
      byCode[code] = row
    }
    var streets: [(row: Int, county: Int)] = []
    for row in 0..<table.count where levels.text(row) == "street" {
      if let code = codes.text(row), let county = byCode[String(code.prefix(6))] { streets.append((row, county)) }
    }
    self.names = names
    self.codes = codes
    self.counties = counties.sorted { codes.text($0) ?? "" < codes.text($1) ?? "" }
    self.streets = streets.sorted { codes.text($0.row) ?? "" < codes.text($1.row) ?? "" }
  }

  func name(_ row: Int?) -> Cell { .optional(row.flatMap { names.text($0) }) }
  func code(_ row: Int) -> String { codes.text(row) ?? "" }
}

/// Calendar quarters, by which A1, A3 and A11 are asked for.
struct Quarter: Hashable, Comparable {
  var year: Int
  var number: Int

  init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  init(_ day: Day) { self.init(year: day.year, number: (day.month - 1) / 3 + 1) }

  var first: Day { Day(year: year, month: number * 3 - 2, day: 1) ?? Day(ordinal: 0) }
  var last: Day { first.adding(months: 3).adding(days: -1) }
  var text: String { "\(year)-Q\(number)" }

  /// The quarters of a day's year up to that day's.
  static func ofYear(through day: Day) -> [Quarter] {
    let now = Quarter(day)
    return (1...now.number).map { Quarter(year: now.year, number: $0) }
  }

  static func < (a: Quarter, b: Quarter) -> Bool { (a.year, a.number) < (b.year, b.number) }
}
