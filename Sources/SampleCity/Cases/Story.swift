internal import Columns

/// The facts of one case, as a clerk would have entered them.
struct Story {
  var chinese: String
  var english: String
  /// The division in the code: `140403`, or one from elsewhere.
  var registration: String
  var estates: [Estate]
  var filing = Filed.accepted
  var complaints: [Told] = []
  var urgings: [Urged] = []
  var orders: [Order] = []
  var credits: [Credit] = []
  var entries: [Entry] = []
  var funds: [Fund] = []
  var surveys: [Asked] = []
  /// Of 2025, in tenths of a point; none for who was not there.
  var grade: (grade: String, tenths: Int)? = ("B", 810)
  var since = on(2021, 4, 1)
  var expectedChinese: String
  var expectedEnglish: String
  var outcomes: [SampleCase.Outcome]
  var day = on(2026, 9, 30)

  struct Estate {
    var street: String
    var name: String
    var households = 480
    var highRise = false
    /// First day of the contract; none: since the enterprise came.
    var from: Day?
    var filed = true
  }

  enum Filed {
    case accepted, none
    case returned(Day)
  }

  /// A complaint that was kept in time by everyone.
  struct Told {
    var day: Day
    /// Which of the enterprise's complainants; none for an anonymous one.
    var person: Int?
    var finding = "substantiated"
    /// The answer at the revisit; none when there was none.
    var satisfied: Bool? = true
    /// Which of the case's estates.
    var estate = 0
    var category = "cleaning"
  }

  struct Urged {
    var made: Day
    var deadline: Day
    var heeded: Day?
    var topic = "filing"
  }

  struct Order {
    var issued: Day
    var deadline: Day
    var rectified: Day?
    var reminded: Day?
    var refused: Day?
  }

  struct Credit {
    var item: String
    var variant: String?
    var decided: Day
  }

  struct Entry {
    var list = "black"
    var reason: String
    var noticed: Day
    var decided: Day
    var minimum: Day
    var maximum: Day
    var removed: Day?
  }

  struct Fund {
    var number: String
    var category: String
    var applicantKind = "enterprise"
    /// In yuan.
    var amount: Int64
    var submitted: Day
    var reviewed: Day?
    var decided: Day?
    var approved: Int64?
    var paid: Int64?
  }

  struct Asked {
    var held: Day
    var satisfied: Int
    var answered: Int
  }
}

/// A day that is known to exist.
func on(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? Day(ordinal: 0) }

extension [Story.Told] {
  /// So many complaints by as many people, one every eleven days or so from January to September 2026.
  static func spread(
    _ count: Int, finding: String = "substantiated", satisfied: Int? = nil, firstPerson: Int = 0, estate: Int = 0,
    category: String = "cleaning"
  ) -> [Story.Told] {
    (0..<count).map { position in
      Story.Told(
        day: on(2026, 1, 8 + firstPerson % 5).adding(days: position * 250 / Swift.max(1, count)),
        person: firstPerson + position, finding: finding, satisfied: satisfied.map { position < $0 }, estate: estate,
        category: category)
    }
  }
}
