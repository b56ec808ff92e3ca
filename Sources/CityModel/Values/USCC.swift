/// A unified social credit code whose check digits are right (GB 32100-2015, GB 11714-1997).
public struct USCC: Sendable, Hashable, Comparable {
  /// Eighteen characters.
  public let text: String

  /// Why a text is not a unified social credit code.
  public enum Fault: String, Error, Sendable {
    /// Not eighteen characters.
    case length = "uscc-length"
    /// A character that the alphabet lacks (I, O, S, V, Z and everything but digits and capitals).
    case character = "uscc-character"
    /// The seventeenth character does not check the organisation code.
    case organisationCheck = "uscc-organisation-check"
    /// The eighteenth character does not check the rest.
    case check = "uscc-check"
  }

  /// Trims, makes upper case and half-width; never guesses between O and 0 or I and 1.
  ///
  /// - Throws: the first ``Fault`` found.
  public init(_ raw: some StringProtocol) throws(Fault) {
    let text = USCC.normalized(raw)
    let values = text.utf8.compactMap { USCC.alphabet.firstIndex(of: $0) }
    guard text.utf8.count == 18 else { throw .length }
    guard values.count == 18 else { throw .character }
    let bytes = Array(text.utf8)
    guard USCC.organisationCheck(bytes[8..<16]) == bytes[16] else { throw .organisationCheck }
    guard USCC.check(values[0..<17]) == bytes[17] else { throw .check }
    self.text = text
  }

  /// The code of the first seventeen characters' check, from the registering department to the organisation code.
  ///
  /// - Returns: the eighteen characters, or `nil` when the parts have a wrong length or character. The organisation code's
  ///   own check digit is computed too: `organisation` has eight characters.
  public static func making(prefix: String, division: String, organisation: String) -> String? {
    var bytes = Array((prefix + division + organisation).utf8)
    guard bytes.count == 16 else { return nil }
    bytes.append(organisationCheck(bytes[8..<16]))
    let values = bytes.compactMap { alphabet.firstIndex(of: $0) }
    guard values.count == 17 else { return nil }
    bytes.append(check(values[...]))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  static func normalized(_ raw: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars where !scalar.properties.isWhitespace {
      // Full-width forms sit at a fixed distance from ASCII.
      let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      scalars.append(narrow)
    }
    return String(scalars).uppercased()
  }

  /// The code that a text means as people write it, or the text without the space around it where it has not a code's shape (a
  /// name). Whether the code checks is not asked.
  public static func key(_ raw: String) -> String {
    let text = normalized(raw)
    let isShaped = text.utf8.count == 18 && text.utf8.allSatisfy { alphabet.contains($0) }
    return isShaped ? text : CaseValue.trimmed(raw)
  }

  private static func check(_ values: ArraySlice<Int>) -> UInt8 {
    var weight = 1
    var sum = 0
    for value in values {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  private static func organisationCheck(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (byte, weight) in zip(bytes, weights) {
      let value = byte >= 65 ? Int(byte) - 55 : Int(byte) - 48
      sum += value * weight
    }
    switch 11 - (sum % 11 + 11) % 11 {
    case 10: return UInt8(ascii: "X")
    case 11: return UInt8(ascii: "0")
    case let digit: return UInt8(48 + digit)
    }
  }

  public static func < (a: USCC, b: USCC) -> Bool { a.text < b.text }
}

extension USCC: CustomStringConvertible {
  public var description: String { text }
}
