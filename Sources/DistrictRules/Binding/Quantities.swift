internal import CityModel
internal import Columns
internal import LuaRuntime

/// The exact quantities of the rule language. Kinds of time are kinds of their own: they are never compared with each other.
struct Quantities {
  let moment: QuantityKind
  let day: QuantityKind
  let elapsed: QuantityKind
  let calendarDays: QuantityKind
  let workingDays: QuantityKind
  let calendarMonths: QuantityKind
  let money: QuantityKind
  let points: QuantityKind
  let area: QuantityKind
  let percent: QuantityKind

  init(_ engine: Engine) throws(LuaError) {
    elapsed = try engine.registerQuantity(
      "duration",
      properties: [("seconds", { .integer($0) }), ("minutes", { .integer($0 / 60) }), ("hours", { .integer($0 / 3600) })],
      format: Quantities.elapsedText)
    calendarDays = try engine.registerQuantity("calendar days", properties: [("days", { .integer($0) })]) { "\($0) calendar days" }
    workingDays = try engine.registerQuantity("working days", properties: [("days", { .integer($0) })]) { "\($0) working days" }
    calendarMonths = try engine.registerQuantity("calendar months", properties: [("months", { .integer($0) })]) { "\($0) calendar months" }
    moment = try engine.registerQuantity(
      "moment", algebra: .affine(difference: elapsed),
      properties: [
        ("year", { .integer(Int64(Moment(seconds: $0).day.year)) }), ("month", { .integer(Int64(Moment(seconds: $0).day.month)) }),
        ("hour", { .integer(Int64(Moment(seconds: $0).secondOfDay / 3600)) }),
        ("weekday", { .integer(Int64(Moment(seconds: $0).day.weekday)) }),
      ]) { Moment(seconds: $0).description }
    day = try engine.registerQuantity(
      "day", algebra: .affine(difference: calendarDays),
      properties: [
        ("year", { .integer(Int64(Quantities.day($0).year)) }), ("month", { .integer(Int64(Quantities.day($0).month)) }),
        ("weekday", { .integer(Int64(Quantities.day($0).weekday)) }),
      ]) { Quantities.day($0).description }
    money = try engine.registerQuantity("amount of money", properties: [("fen", { .integer($0) })]) { Money(fen: $0).description }
    points = try engine.registerQuantity("points", properties: [("thousandths", { .integer($0) })]) { Points(thousandths: $0).description }
    area = try engine.registerQuantity("area") { Cell.decimal(units: $0, digits: Project.areaType.digits).plain }
    percent = try engine.registerQuantity("percentage") { "\($0)%" }
  }

  static func day(_ ordinal: Int64) -> Day { Day(ordinal: Int32(clamping: ordinal)) }

  /// `2 d 3 h 20 min`.
  static func elapsedText(_ seconds: Int64) -> String {
    let magnitude = seconds.magnitude
    let parts = [
      (magnitude / 86_400, "d"), (magnitude / 3600 % 24, "h"), (magnitude / 60 % 60, "min"), (magnitude % 60, "s"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return (seconds < 0 ? "-" : "") + (parts.isEmpty ? "0 s" : parts.joined(separator: " "))
  }
}

extension Quantities {
  /// The functions that make quantities, for the standard library's `host`.
  func functions(_ engine: Engine) throws(LuaError) -> [String: LuaValue] {
    func counted(_ name: String, _ kind: QuantityKind, of unit: Int64) throws(LuaError) -> LuaValue {
      try engine.function(name) { call in
        let (value, overflow) = try call.integer(1).multipliedReportingOverflow(by: unit)
        guard !overflow else { throw call.failure("\(name) of so large a number") }
        try call.return(kind, value: value)
      }
    }
    func decimal(_ name: String, _ kind: QuantityKind, digits: Int) throws(LuaError) -> LuaValue {
      try engine.function(name) { call in
        guard let units = try call.value(1).decimal(digits: digits) else {
          throw call.wrong(1, "a number with at most \(digits) decimals")
        }
        try call.return(kind, value: units)
      }
    }
    return [
      "minutes": try counted("minutes", elapsed, of: 60), "hours": try counted("hours", elapsed, of: 3600),
      "calendar_days": try counted("calendar_days", calendarDays, of: 1),
      "working_days": try counted("working_days", workingDays, of: 1),
      "calendar_months": try counted("calendar_months", calendarMonths, of: 1),
      "percent": try counted("percent", percent, of: 1),
      "yuan": try decimal("yuan", money, digits: 2), "points": try decimal("points", points, digits: 3),
      "date": try engine.function("date") { call in
        let text = try call.string(1)
        guard let day = Day(text) else { throw call.failure("`\(text)` is not a day\nhelp: write date \"2026-09-30\"") }
        try call.return(self.day, value: Int64(day.ordinal))
      },
    ]
  }
}
