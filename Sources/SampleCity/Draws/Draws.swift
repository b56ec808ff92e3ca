/// A stream of pseudo-random numbers that is a function of a seed, a purpose and an index alone (SplitMix64).
///
/// Each row of a file has its own stream, so that a row can be made without those before it, and one more draw in a row
/// never moves another row. Whole numbers only: no floating point stands between a seed and a byte.
struct Draws {
  private var state: UInt64

  /// What a stream is for. The raw values are part of the files' bytes: never renumber.
  enum Purpose: UInt64 {
    case enterprise = 1
    case project = 2
    case assignment = 3
    case contract = 4
    case filing = 5
    case complaint = 6
    case complainant = 7
    case urging = 8
    case order = 9
    case credit = 10
    case list = 11
    case fund = 12
    case grade = 13
    case survey = 14
    case quality = 15
    case place = 16
    case staffing = 17
    case manager = 18
    case board = 19
    case office = 20
    case market = 21
    case owners = 22
    case safety = 23
    case account = 24
  }

  init(_ seed: UInt64, _ purpose: Purpose, _ index: Int) {
    self.init(key: Draws.mix(seed &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03), index)
  }

  /// A stream whose seed and purpose were mixed before: the inner loop's way in.
  @inline(__always)
  init(key: UInt64, _ index: Int) {
    state = Draws.mix(key ^ UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// The key of ``init(key:_:)``.
  static func key(_ seed: UInt64, _ purpose: Purpose) -> UInt64 {
    mix(seed &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03)
  }

  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  /// Sixty-four bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    return Draws.mix(state)
  }

  /// A number in `0..<bound`; 0 for a bound below 1.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// A number in the closed range.
  @inline(__always)
  mutating func within(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

  /// True so many times in a thousand.
  @inline(__always)
  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// A position of `weights`, each as likely as its weight; 0 when none has any.
  mutating func weighted(_ weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (position, weight) in weights.enumerated() {
      if rest < weight { return position }
      rest -= weight
    }
    return 0
  }

  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  /// The items in another order.
  mutating func shuffled<T>(_ items: [T]) -> [T] {
    var items = items
    for last in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(last, below(last + 1)) }
    return items
  }
}
