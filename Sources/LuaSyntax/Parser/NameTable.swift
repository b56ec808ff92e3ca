/// The names of a source, each stored once and known by a number.
///
/// A hash table with open addressing over the source's own bytes: a name that was seen before costs no new string.
struct NameTable {
  /// The texts, by number.
  private(set) var texts: [String] = []
  private var hashes: [UInt64] = []
  /// Number + 1 by slot; 0 for a free one. The count is a power of two.
  private var slots = [Int32](repeating: 0, count: 256)

  /// The number of the name that `bytes` of the range spell.
  mutating func number(of bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, spells(number, bytes, start, end) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    texts.append(String(decoding: bytes[start..<end], as: UTF8.self))
    hashes.append(hash)
    slots[slot] = Int32(truncatingIfNeeded: texts.count)
    if texts.count * 2 > slots.count { grow() }
    return texts.count - 1
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
