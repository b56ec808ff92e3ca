internal import CityModel
internal import Columns
internal import LuaRuntime

/// The rows of one table as a test gives them.
struct GivenTable {
  struct Row {
    /// By English field name.
    var values: [String: LuaValue]
    /// The keys that lead to the row in the test.
    var path: [String]
  }

  var schema: TableSchema
  var rows: [Row]
}

/// What an officer does to a case, as a test tells it.
struct TestAct {
  var step: String
  /// The key of the row that the case is about; `nil` where there is only one.
  var concerns: String?
  var officer: String
  var level: String?
  var moment: Moment
  var attachments: [String]
  var amount: Money?
  var refuses: Bool
}

/// One case of a test table: what is given, and what must come out.
struct TestCase {
  /// `both › one`: the test, and the case of it.
  var name: String
  var line: Int
  var day: Day
  var period: Period?
  var given: [GivenTable]
  var acts: [TestAct]
  /// Scripts that are in force beside the one that is tested, by their file names without `.lua`.
  var beside: [String]
  var expected: [Expectation]
}

/// One thing that must come out: `points`, `proposals`, …, with its records.
struct Expectation {
  enum Kind: String, CaseIterable {
    case points, unknown, proposals, deadlines, steps, ranking, rows, problem

    /// Whether the records must come in the order in which they are written.
    var isOrdered: Bool { self == .ranking || self == .rows }
  }

  var kind: Kind
  var records: [ExpectedRecord]
}

/// What one record must say; what it does not mention may be anything.
struct ExpectedRecord {
  /// The key under which it stands: an enterprise, a complaint's number.
  var label: String?
  /// Its values by position.
  var list: [String] = []
  /// Its values by name.
  var named: [(name: String, text: String)] = []
}

/// What one record says: every value in all the words that a test may use for it.
struct ActualRecord {
  var label: [String] = []
  var list: [[String]] = []
  var named: [(name: String, texts: [String])] = []

  func texts(_ name: String) -> [String]? { named.first { $0.name == name }?.texts }
}
