/// Names, each stored once and known by a number.
///
/// A hash table with open addressing that is asked with a source's own bytes: a name that was seen before costs no new
/// string.
struct NameTable: Sendable {
  /// The texts, by number.
  private(set) var texts: [String] = []
  private var hashes: [UInt64] = []
  /// Number + 1 by slot; 0 for a free one. The count is a power of two.
  private var slots = [Int32](repeating: 0, count: 256)

  /// The number of the name that `bytes` of the range spell; a new one when it is new.
  mutating func number(of bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let hash = Self.hash(bytes, start, end)
    let slot = slot(of: bytes, start, end, hash)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    texts.append(String(decoding: bytes[start..<end], as: UTF8.self))
    hashes.append(hash)
    slots[slot] = Int32(truncatingIfNeeded: texts.count)
    if texts.count * 2 > slots.count { grow() }
    return texts.count - 1
  }

  /// The number of a name that is known.
  func find(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let number = slots[slot(of: bytes, start, end, Self.hash(bytes, start, end))]
    return number == 0 ? nil : Int(number) - 1
  }

  /// FNV-1a, its high bits folded in.
  @inline(__always)
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }

  /// The slot that holds the name, or the free one where it belongs.
  @inline(__always)
  private func slot(of bytes: [UInt8], _ start: Int, _ end: Int, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, spells(number, bytes, start, end) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func spells(_ number: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let text = texts[number].utf8
    guard text.count == end - start else { return false }
    var index = start
    for byte in text {
      guard byte == bytes[index] else { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number + 1)
    }
  }
}
