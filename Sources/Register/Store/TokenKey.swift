/// The secret under which personal numbers become tokens: the same number is the same token within one register only.
public struct TokenKey: Sendable, Hashable {
  public var low: UInt64
  public var high: UInt64

  public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  static func random() -> TokenKey {
    var generator = SystemRandomNumberGenerator()
    return TokenKey(low: generator.next(), high: generator.next())
  }

  var text: String { String(low, radix: 16) + ":" + String(high, radix: 16) }

  init?(text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let low = UInt64(parts[0], radix: 16), let high = UInt64(parts[1], radix: 16) else {
      return nil
    }
    self.init(low: low, high: high)
  }

  /// SipHash-2-4 of the bytes (Aumasson, Bernstein 2012), never the value that stands for "no value".
  func token(_ bytes: some Collection<UInt8>) -> Int64 {
    var v0 = low ^ 0x736f_6d65_7073_6575
    var v1 = high ^ 0x646f_7261_6e64_6f6d
    var v2 = low ^ 0x6c79_6765_6e65_7261
    var v3 = high ^ 0x7465_6462_7974_6573
    func round() {
      v0 &+= v1
      v1 = v1 << 13 | v1 >> 51
      v1 ^= v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = v3 << 16 | v3 >> 48
      v3 ^= v2
      v0 &+= v3
      v3 = v3 << 21 | v3 >> 43
      v3 ^= v0
      v2 &+= v1
      v1 = v1 << 17 | v1 >> 47
      v1 ^= v2
      v2 = v2 << 32 | v2 >> 32
    }
    func absorb(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }
    var word: UInt64 = 0
    var filled: UInt64 = 0
    for byte in bytes {
      word |= UInt64(byte) << (8 * (filled % 8))
      filled += 1
      if filled % 8 == 0 {
        absorb(word)
        word = 0
      }
    }
    absorb(word | (filled & 0xFF) << 56)
    v2 ^= 0xFF
    for _ in 0..<4 { round() }
    let hash = Int64(bitPattern: v0 ^ v1 ^ v2 ^ v3)
    return hash == .min ? .max : hash
  }
}
