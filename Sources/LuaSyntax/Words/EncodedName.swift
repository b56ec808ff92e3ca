/// Names of other scripts in the only letters the Lua library takes.
///
/// Each character outside ASCII becomes `_u` and four hexadecimal digits, or `_U` and six: `投诉2` is `_u6295_u8bc92`.
/// An underscore that stands before a `u` in such a name becomes `_u005f`, so that every name has its own encoding
/// and gets itself back.
public enum EncodedName {
  /// The encoding of a name; a name in ASCII is its own.
  public static func encode(_ name: String) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    var result = ""
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar.value > 0xFFFF {
        result += "_U" + hex(scalar.value, digits: 6)
      } else if scalar.value >= 0x80 || scalar == "_" && (next == "u" || next == "U") {
        result += "_u" + hex(scalar.value, digits: 4)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The name that `encode` made `name` of; `nil` when it made none.
  public static func decode(_ name: String) -> String? {
    guard name.utf8.contains(UInt8(ascii: "_")) else { return nil }
    let bytes = Array(name.utf8)
    var scalars = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      let digits = digitCount(bytes, index)
      guard digits > 0, let scalar = scalar(bytes, index + 2, digits) else {
        guard bytes[index] < 0x80 else { return nil }
        scalars.append(Unicode.Scalar(bytes[index]))
        index += 1
        continue
      }
      scalars.append(scalar)
      index += 2 + digits
    }
    let decoded = String(scalars)
    return decoded != name && encode(decoded) == name ? decoded : nil
  }

  private static func digitCount(_ bytes: [UInt8], _ index: Int) -> Int {
    guard bytes[index] == UInt8(ascii: "_"), index + 1 < bytes.count else { return 0 }
    return switch bytes[index + 1] {
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 6
    default: 0
    }
  }

  private static func scalar(_ bytes: [UInt8], _ start: Int, _ digits: Int) -> Unicode.Scalar? {
    guard start + digits <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + digits] {
      guard let digit = ASCII.hexValue(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
