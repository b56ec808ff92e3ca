internal import CityModel

/// What people complain about, month by month: complaints in ten thousand of an even year.
enum Seasons {
  /// A category's weight in each month, January first, and who cannot have it.
  struct Category {
    let name: String
    let months: [Int]
    var highRiseOnly = false
    /// How much more of it an old estate has, in tenths.
    var old = 10
  }

  private static func even(_ weight: Int) -> [Int] { Array(repeating: weight, count: 12) }

  static let categories = [
    Category(name: "lift entrapment", months: [26, 24, 24, 24, 26, 32, 38, 38, 28, 24, 24, 26], highRiseOnly: true),
    Category(name: "lift failure", months: [90, 85, 80, 80, 85, 95, 110, 108, 90, 82, 85, 90], highRiseOnly: true),
    Category(name: "heating", months: [300, 260, 150, 6, 0, 0, 0, 2, 6, 40, 320, 310], old: 13),
    Category(name: "water supply", months: [85, 75, 60, 40, 42, 55, 66, 62, 42, 38, 70, 84], old: 13),
    Category(name: "power supply", months: [34, 28, 24, 22, 26, 44, 60, 58, 28, 22, 26, 34], old: 12),
    Category(name: "roof or wall leak", months: [30, 32, 40, 46, 55, 80, 130, 126, 84, 52, 36, 30], old: 17),
    Category(name: "drainage", months: [40, 38, 40, 44, 55, 82, 170, 165, 74, 46, 40, 40], old: 16),
    Category(name: "cleaning", months: [75, 82, 78, 76, 78, 84, 92, 92, 80, 76, 74, 74]),
    Category(name: "waste", months: [48, 56, 46, 46, 52, 62, 74, 72, 54, 48, 46, 46]),
    Category(name: "greenery", months: [10, 12, 32, 46, 48, 44, 40, 38, 32, 26, 14, 10]),
    Category(name: "security", months: [56, 58, 50, 50, 52, 54, 56, 56, 52, 52, 52, 56]),
    Category(name: "parking", months: [92, 96, 84, 82, 84, 86, 88, 88, 84, 88, 84, 88], old: 12),
    Category(name: "noise", months: [36, 38, 36, 38, 46, 56, 66, 64, 46, 40, 36, 34]),
    Category(name: "fire lane", months: [38, 34, 30, 30, 32, 34, 36, 36, 32, 32, 34, 36], old: 12),
    Category(name: "flying wires", months: [14, 14, 20, 28, 42, 62, 74, 72, 48, 30, 18, 14], old: 14),
    Category(name: "fees", months: [150, 92, 72, 66, 64, 78, 146, 88, 66, 64, 66, 96]),
    Category(name: "common revenue", months: [30, 24, 30, 36, 26, 22, 26, 22, 20, 20, 20, 24]),
    Category(name: "illegal building", months: [12, 12, 24, 30, 32, 30, 28, 28, 28, 26, 18, 12]),
    Category(name: "maintenance fund", months: [16, 14, 18, 20, 20, 24, 28, 28, 24, 20, 18, 16], old: 15),
    Category(name: "pests", months: [6, 6, 10, 16, 26, 38, 46, 44, 30, 16, 8, 6], old: 13),
    Category(name: "attitude", months: even(38)),
    Category(name: "other", months: even(46)),
    Category(name: "unknown", months: even(12)),
  ]

  /// Days of heavy rain: drainage, leaks and water in cellars.
  static let storms: [(month: Int, day: Int)] = [(7, 9), (7, 20), (7, 21), (8, 2), (8, 13)]
  /// The season of a storm, beside the twelve months 0–11.
  static let storm = 12

  /// The weight of a category in a season, for high-rises or not, old estates or not.
  static func weight(_ category: Category, season: Int, highRise: Bool, old: Bool) -> Int {
    if category.highRiseOnly && !highRise { return 0 }
    let month = season == storm ? category.months[6] : category.months[season]
    let rain = season == storm && ["drainage", "roof or wall leak", "power supply"].contains(category.name) ? 6 : 1
    return month * rain * (old ? category.old : 10)
  }

  /// Complaints on a day of that season against others: all categories, for a mean estate.
  static func level(_ season: Int) -> Int {
    categories.reduce(0) { $0 + weight($1, season: season, highRise: false, old: false) }
  }

  /// Monday first, in hundredths.
  static let weekdays = [122, 112, 108, 106, 104, 78, 70]
  /// Hours of the day in thousandths.
  static let hours = [5, 3, 2, 2, 3, 8, 20, 46, 88, 101, 92, 66, 42, 44, 72, 82, 78, 66, 54, 46, 38, 24, 12, 6]
}

/// A table of 1,024 places in which each value has as many as its weight asks: one look answers a draw.
struct Wheel {
  private(set) var places: [UInt8]

  init(_ weights: [Int]) {
    let shares = Apportionment.shares(of: 1024, by: weights)
    places = shares.enumerated().flatMap { Array(repeating: UInt8(clamping: $0), count: $1) }
    while places.count < 1024 { places.append(0) }
  }
}
