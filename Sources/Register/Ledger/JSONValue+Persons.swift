internal import CityModel

extension JSONValue {
  /// Every text without telephone and identity numbers and e-mail addresses; checksums and tokens stay what they are.
  var withoutPersons: JSONValue {
    switch self {
    case .text(let text): .text(JSONValue.isHash(text) ? text : PersonalText.recognised(text))
    case .array(let values): .array(values.map(\.withoutPersons))
    case .object(let members): .object(members.mapValues(\.withoutPersons))
    case .literal(let digits): PersonalText.namesPerson(digits) ? .text(PersonalText.recognised(digits)) : self
    case .null, .flag, .number: self
    }
  }

  /// Sixteen hexadecimal digits of a token, or sixty-four of a SHA-256.
  private static func isHash(_ text: String) -> Bool {
    let bytes = text.utf8
    return (bytes.count == 16 || bytes.count == 64) && bytes.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
