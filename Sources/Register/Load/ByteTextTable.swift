internal import Glibc

/// Numbers distinct texts in order of first appearance, straight from bytes: no `String` is made for a text seen before.
struct ByteTextTable {
  private var slots: [UInt32]
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var arena: [UInt8] = []

  init() { slots = Array(repeating: .max, count: 64) }

  var count: Int { ends.count }

  var texts: [String] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return String(decoding: arena[start..<end], as: UTF8.self)
    }
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { _ = unsafe code(adding: $0) }
  }

  /// The code of a text, `nil` when it was never added.
  @inline(__always)
  func code(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let code = slots[unsafe slot(bytes, ByteTextTable.hash(bytes))]
    return code == .max ? nil : code
  }

  @inline(__always)
  mutating func code(adding bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = unsafe ByteTextTable.hash(bytes)
    let slot = unsafe slot(bytes, hash)
    if slots[slot] != .max { return slots[slot] }
    return unsafe insert(bytes, hash, at: slot)
  }

  private mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, at slot: Int) -> UInt32 {
    let code = UInt32(truncatingIfNeeded: ends.count)
    unsafe arena.append(contentsOf: bytes)
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = code
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: .max, count: slots.count * 2)
    let mask = larger.count - 1
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while larger[slot] != .max { slot = (slot + 1) & mask }
      larger[slot] = UInt32(truncatingIfNeeded: code)
    }
    slots = larger
  }

  /// The slot that holds the text, or the free one where it belongs.
  @inline(__always)
  private func slot(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let code = slots[slot]
      if code == .max { return slot }
      if hashes[Int(code)] == hash, unsafe equals(Int(code), bytes) { return slot }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func equals(_ code: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = code == 0 ? 0 : ends[code - 1]
    guard ends[code] - start == bytes.count else { return false }
    return unsafe arena.withUnsafeBufferPointer { known in
      guard let ours = known.baseAddress, let theirs = bytes.baseAddress else { return bytes.count == 0 }
      return unsafe memcmp(ours + start, theirs, bytes.count) == 0
    }
  }

  /// Eight bytes at a time, mixed by multiplication; only places in this table depend on it.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 8 <= bytes.count, let start = bytes.baseAddress {
      let word = unsafe UnsafeRawPointer(start).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      index &+= 8
    }
    while index < bytes.count {
      hash = unsafe (hash ^ UInt64(bytes[index])) &* 0xD6E8_FEB8_6659_FD93
      index &+= 1
    }
    return hash ^ hash >> 32
  }
}
