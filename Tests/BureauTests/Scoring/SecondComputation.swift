import CityModel
import Columns
import Foundation
import GRDB
import Testing

/// SQL over a register, that shares no code with the engine.
struct SecondComputation {
  private let register: String

  init(_ register: String) { self.register = register }

  /// What a statement finds that goes on after `CityScores.sql`, on a day, over a county's estates or all.
  func rows(_ statement: String, _ day: Day, county: String?, _ more: [String: (any DatabaseValueConvertible)?] = [:]) throws -> [Row] {
    let scores = try Self.text("CityScores")
    let newYear = try #require(Day(year: day.year, month: 1, day: 1))
    let fifths = (1...12).compactMap { Day(year: day.year, month: $0, day: 5)?.ordinal }
    let quarters = [1, 4, 7, 10].compactMap { month in
      Day(year: day.year, month: month, day: 1).map { [$0.ordinal, $0.adding(months: 3).adding(days: -1).ordinal] }
    }
    return try database().read { database in
      let id = try county.map { try Int64.fetchOne(database, sql: "SELECT id FROM divisions WHERE code = ?", arguments: [$0]) } ?? nil
      var arguments: [String: (any DatabaseValueConvertible)?] = [
        "day": day.ordinal, "newYear": newYear.ordinal, "yearBefore": day.adding(months: -12).ordinal,
        "threeMonthsBefore": day.adding(months: -3).ordinal, "fifths": "\(fifths)", "quarters": "\(quarters)", "county": id,
      ]
      for (name, value) in more { arguments[name] = value }
      return try Row.fetchAll(database, sql: scores + statement, arguments: StatementArguments(arguments))
    }
  }

  /// The lists that are proposed for a county in the month that ends on a day: `USCC red`, `USCC black-…`.
  ///
  /// - Parameters:
  ///   - tie: with Zhangzi's criterion for the red list, besides the city's.
  ///   - reworks: with a criterion for the black list: so many reworks.
  func lists(_ county: String, _ day: Day, tie: Bool = false, reworks: Int? = nil) throws -> Set<String> {
    let found = try rows(
      try Self.text("CountyLists"), day, county: county,
      [
        "month": String("\(day)".prefix(7)), "before": String("\(day.adding(days: -day.dayOfMonth))".prefix(7)),
        "threeMonths": day.adding(months: -3).ordinal, "tie": tie ? 1 : 0, "reworks": reworks,
      ])
    return Set(found.map { row in row["proposal"] as String })
  }

  /// A statement of its own, with `:county` the county's code.
  func texts(_ sql: String, _ county: String, _ day: Day) throws -> [String] {
    try database().read { database in
      try String.fetchAll(
        database, sql: sql,
        arguments: [
          "county": county, "day": day.ordinal, "cut": day.end.seconds, "yearBefore": day.adding(months: -12).ordinal,
          "halfYearBefore": day.adding(months: -6).ordinal, "monthBefore": day.adding(months: -1).ordinal,
        ])
    }
  }

  private func database() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: register, configuration: configuration)
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: name + ".sql"), encoding: .utf8)
  }
}
