internal import Columns

/// An enterprise of the sample city.
struct SampleEnterprise {
  var uscc: String
  var name: String
  /// The county of registration; none for a firm from elsewhere.
  var registered: String?
  /// Where it mainly works: a position in ``Geography/counties``.
  var home: Int
  var since: Day
  var staff: Int
  var staff4050: Int
  var quality: Quality
  /// How much of the market it has, against others.
  var size: Int
  /// The case that the enterprise stands for; such an enterprise has what its case tells and nothing else.
  var story: Int?
}

/// An estate of the sample city.
struct SampleProject {
  var code: String
  var name: String
  var street: String
  var county: Int
  var households: Int
  /// In hundredths of a square metre.
  var area: Int64
  var highRise: Bool
  var oldEstate: Bool
  var builtYear: Int
  /// A word of the schema's service modes.
  var mode: String
  /// Who serves it, in order of time; empty where nobody does.
  var tenures: [Tenure]
  /// How much it is complained about, against others; 0 for the estates of the cases.
  var weight: Int
  var story: Int?

  /// A time of service under one contract.
  struct Tenure {
    /// A position in ``City/enterprises``.
    var enterprise: Int
    var from: Day
    /// Last agreed day.
    var until: Day
    /// Last day, once it has ended.
    var ended: Day?
    var preliminary: Bool
  }

  /// Who served it on that day.
  func enterprise(on day: Day) -> Int? {
    tenures.last { $0.from <= day && ($0.ended.map { day <= $0 } ?? true) }?.enterprise
  }
}
