internal import CityModel

/// Who sent a request, and what of the request says so.
struct Open311Person {
  /// In the order of the name's language.
  let name: String?
  /// What goes sealed into the vault: the description as it was, the address with its door, fields that name a person.
  let text: String?

  init(_ fields: Open311Value) {
    let first = fields.text("first_name"), last = fields.text("last_name")
    let parts = [first, last].compactMap(\.self)
    let isHan = parts.contains { $0.unicodeScalars.contains { $0.properties.isIdeographic } }
    name = parts.isEmpty ? nil : isHan ? (last ?? "") + (first ?? "") : parts.joined(separator: " ")

    var lines: [String] = []
    if let description = fields.text("description") { lines.append(description) }
    if let address = fields.text("address"), PersonalText.published(address) != address { lines.append("address: \(address)") }
    if case .fields(let members) = fields {
      for member in members where Open311Fields.namesPerson(member.name) && !Open311Fields.persons.contains(member.name) {
        let value = Open311Person.plain(member.value).description
        if member.value != .none, member.value != .literal("null") { lines.append("\(member.name): \(value)") }
      }
    }
    text = lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// A value without the person; `nil` for none.
  ///
  /// Texts that somebody wrote are scrubbed as a complaint's own text is; of others only what can be recognised goes, because
  /// a code or an amount must stay legible.
  func clean(_ value: Open311Value, of field: String) -> JSONValue? {
    switch value {
    case .none: return nil
    case .scalar(let text):
      guard text.contains(where: { !$0.isWhitespace }) else { return nil }
      if ["lat", "long"].contains(field), Open311Person.isCoordinate(text) { return .text(text) }
      let names = name.map { [$0] } ?? []
      let isWritten = ["address", "status_notes", "service_notice", "agency_responsible"].contains(field)
      return .text(isWritten ? PersonalText.published(text, names: names) : PersonalText.recognised(text, names: names))
    case .literal(let text):
      // A telephone number may come as a number. A number that JSON does not have (`001`) stays its text.
      if ["lat", "long"].contains(field), Open311Person.isCoordinate(text) { return .text(text) }
      if PersonalText.namesPerson(text) { return .text(PersonalText.recognised(text)) }
      return Open311Person.literal(text)
    case .list(let values): return .array(values.map { clean($0, of: field) ?? .null })
    case .fields(let members):
      var object: [String: JSONValue] = [:]
      for member in members where !Open311Fields.namesPerson(member.name) {
        if let value = clean(member.value, of: member.name) { object[PersonalText.recognised(member.name)] = value }
      }
      return .object(object)
    }
  }

  /// Degrees with no more digits than a millimetre has: a telephone number is none.
  private static func isCoordinate(_ text: String) -> Bool {
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
    return isNumber && (1...2).contains(parts.count) && parts[0].count <= 3 && (parts.count == 1 || parts[1].count <= 8)
  }

  /// A JSON word or number as it is written; what only looks like a number is a text.
  private static func literal(_ text: String) -> JSONValue {
    let isWord = ["null", "true", "false"].contains(text)
    return isWord || JSONValue.isNumber(text) ? JSONValue(parsing: text, literals: true) ?? .text(text) : .text(text)
  }

  private static func plain(_ value: Open311Value) -> JSONValue {
    switch value {
    case .none: .null
    case .scalar(let text): .text(text)
    case .literal(let text): literal(text)
    case .list(let values): .array(values.map(plain))
    case .fields(let fields): .object(Dictionary(fields.map { ($0.name, plain($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
