/// A complaint before it becomes text. Moments are seconds of local time; words are positions in the schema's enumerations.
struct ComplaintRow {
  static let missing = Int64.min

  /// The serial in the stream, or with ``story`` the serial within a case.
  var serial: Int
  var story: Int?
  var project: Int
  /// None: −1.
  var enterprise: Int
  var channel: Int
  var category: Int
  /// None: 0.
  var complainant: UInt64
  var reported = missing
  var accepted: Int64
  var assigned = missing
  var preliminary = missing
  var basicallyClosed = missing
  var closed = missing
  var status: Int
  /// None: −1; so also the next three.
  var finding = -1
  var delayCause = -1
  var revisited = missing
  var satisfied = -1
  var falseClosure = -1
  var reworks = 0

  /// Takes back what had not happened at the cut, in seconds of local time.
  mutating func forget(from cut: Int64, _ words: StatusWords) {
    if assigned >= cut { assigned = Self.missing }
    if preliminary >= cut { preliminary = Self.missing }
    if basicallyClosed >= cut {
      basicallyClosed = Self.missing
      closed = Self.missing
      revisited = Self.missing
      (finding, delayCause, satisfied, falseClosure, reworks) = (-1, -1, -1, -1, 0)
      status = assigned == Self.missing ? words.received : words.open
    } else if revisited >= cut {
      revisited = Self.missing
      closed = Self.missing
      (satisfied, falseClosure, reworks) = (-1, -1, 0)
      status = words.basicallyClosed
    } else if closed >= cut {
      closed = Self.missing
      status = reworks > 0 ? words.rework : words.basicallyClosed
    }
  }
}
