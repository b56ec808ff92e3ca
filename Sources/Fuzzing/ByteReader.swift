/// Takes values off a fuzzer's input; after its end come zeros.
struct ByteReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

  mutating func below(_ limit: Int) -> Int { Int(byte()) % limit }

  mutating func text(atMost most: Int) -> [UInt8] {
    let taken = bytes.prefix(min(most, Int(byte())))
    bytes = bytes.dropFirst(taken.count)
    return Array(taken)
  }

  mutating func word() -> UInt64 { (0..<8).reduce(0) { word, _ in word << 8 | UInt64(byte()) } }

  /// Small ones mostly, and those at the edges.
  mutating func integer() -> Int64 {
    switch byte() {
    case 250: .min
    case 251: .max
    case 252: .max - 1
    case 253: .min + 1
    case 254: Int64(bitPattern: word())
    case 255: 1 << 53
    case let small: Int64(small) - 100
    }
  }

  mutating func number() -> Double {
    switch byte() {
    case 0: 0
    case 1: -0.0
    case 2: .nan
    case 3: .infinity
    case 4: -.infinity
    case 5: 0x1p53
    case 6: 0x1p63
    case 7: -0x1p63
    case 8: .leastNonzeroMagnitude
    case 9: .greatestFiniteMagnitude
    case 10: Double(bitPattern: word())
    case let small: Double(small) / 8 - 8
    }
  }
}
