/// Counts different tokens; emptied in no time, because it is used once for each of thousands of groups.
struct TokenSet {
  private var slots: [Int64]
  private var generations: [UInt32]
  private var generation: UInt32 = 1
  private(set) var count = 0

  init() {
    slots = Array(repeating: 0, count: 64)
    generations = Array(repeating: 0, count: 64)
  }

  mutating func removeAll() {
    count = 0
    if generation == .max {
      generations = Array(repeating: 0, count: slots.count)
      generation = 0
    }
    generation += 1
  }

  /// Whether the token was not there yet.
  @discardableResult
  mutating func insert(_ token: Int64) -> Bool {
    if count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    // Fibonacci hashing: tokens are already well mixed, fixtures' small numbers are not.
    var at = Int(truncatingIfNeeded: (UInt64(bitPattern: token) &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while generations[at] == generation {
      if slots[at] == token { return false }
      at = (at + 1) & mask
    }
    slots[at] = token
    generations[at] = generation
    count += 1
    return true
  }

  private mutating func grow() {
    var held: [Int64] = []
    held.reserveCapacity(count)
    for at in slots.indices where generations[at] == generation { held.append(slots[at]) }
    slots = Array(repeating: 0, count: slots.count * 2)
    generations = Array(repeating: 0, count: slots.count)
    generation = 1
    count = 0
    for token in held { insert(token) }
  }
}
