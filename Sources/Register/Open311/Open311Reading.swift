internal import CityModel
internal import Columns

/// Turns requests into rows of the model's own form.
///
/// Used by one thread: the words that no table knew are looked at when all is read.
final class Open311Reading {
  static let header = [
    Complaint.number.name, Complaint.source.name, Complaint.project.name, Complaint.channel.name, Complaint.category.name,
    Complaint.reportedAt.name, Complaint.acceptedAt.name, Complaint.basicallyClosedAt.name, Complaint.status.name, Complaint.content.name,
    PersonalRecord.Part.name.heading, PersonalRecord.Part.phone.heading, PersonalRecord.Part.email.heading, PersonalRecord.Part.text.heading,
    ModelForm.extrasHeading,
  ]
  /// A longer cell would not pass the reader of CSV once its quotes are doubled.
  private static let cellLimit = 256 << 10

  private let source: String
  /// Names of the estates by code, and codes by the names that only one has.
  private let names: [String: String]
  private let codes: [String: String]
  private let categories: Open311Categories
  private(set) var unknownWords: [String: Int] = [:]
  private(set) var dropped: Set<String> = []

  init(source: String, projects: [(code: String, name: String)], categories: Open311Categories) {
    self.source = source
    self.categories = categories
    names = Dictionary(projects.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    codes = Dictionary(grouping: projects, by: \.name).compactMapValues { $0.count == 1 ? $0[0].code : nil }
  }

  /// The cells under ``header``, and why they cannot be taken in, if so.
  func row(_ request: Open311Value) -> (cells: [String], fault: RowFault?) {
    var cells = [String: String]()
    var fault: RowFault?
    do throws(RowFault) { try fill(&cells, from: request) } catch { fault = error }
    for (name, cell) in cells where cell.utf8.count > Open311Reading.cellLimit {
      cells[name] = "…"
      fault = fault ?? RowFault("field-too-long", "a field is longer than 256 KB", "字段超过 256 KB")
    }
    return (Open311Reading.header.map { cells[$0] ?? "" }, fault)
  }

  private func fill(_ cells: inout [String: String], from request: Open311Value) throws(RowFault) {
    let fields = try Open311Reading.fields(request)
    cells[Complaint.number.name] = fields.text("service_request_id")
    cells[Complaint.source.name] = source
    cells[Complaint.channel.name] = "other"
    let project = project(fields)
    cells[Complaint.project.name] = project
    let category = category(fields)
    cells[Complaint.category.name] = category

    let requested = try fields.moment("requested_datetime"), accepted = try fields.moment("accepted_datetime")
    let updated = try fields.moment("updated_datetime"), expected = try fields.moment("expected_datetime")
    guard requested != nil || accepted != nil else {
      throw RowFault("missing-value", "`requested_datetime` is empty", "“requested_datetime”为空")
    }
    cells[Complaint.reportedAt.name] = requested?.description
    cells[Complaint.acceptedAt.name] = (accepted ?? requested)?.description
    if let word = fields.text("status") {
      let status = try Open311Status.ours(
        word, extended: fields.text("extended_status"), hasAgency: fields.text("agency_responsible") != nil)
      cells[Complaint.status.name] = status
      if status == "basically closed" {
        guard let updated else {
          throw RowFault(
            "closed-without-time", "`updated_datetime` is empty: of a closed request it is the time of closing",
            "“updated_datetime”为空：已办结的工单以它为办结时间")
        }
        cells[Complaint.basicallyClosedAt.name] = updated.description
      }
    }
    let person = Open311Person(fields)
    cells[PersonalRecord.Part.name.heading] = person.name
    cells[PersonalRecord.Part.phone.heading] = fields.text("phone")
    cells[PersonalRecord.Part.email.heading] = fields.text("email")
    cells[Complaint.content.name] = fields.text("description")
    cells[PersonalRecord.Part.text.heading] = person.text

    var kept = kept(fields, person)
    kept["updated_datetime"] = updated.map { .text($0.iso8601) }
    kept["expected_datetime"] = expected.map { .text($0.iso8601) }
    if project != nil, let project, names[project] == fields.text("address") { kept["address"] = nil }
    if fields.text("address_id") == project { kept["address_id"] = nil }
    if fields.text("service_code") == Open311Fields.code(ofCategory: category), category != "unknown" {
      kept["service_code"] = nil
      kept["service_name"] = nil
    } else {
      kept[Open311Fields.categoryKey] = .text(category)
    }
    cells[ModelForm.extrasHeading] = kept.isEmpty ? nil : JSONValue.object(kept).description
  }

  private func project(_ fields: Open311Value) -> String? {
    if let id = fields.text("address_id") ?? fields.text("project_id") { return id }
    guard let address = fields.text("address") else { return nil }
    return codes[address] ?? address
  }

  private func category(_ fields: Open311Value) -> String {
    let words = ["service_code", "service_name"].compactMap { fields.text($0) }
    for word in words {
      if let category = categories[word] { return category }
    }
    if let word = words.last {
      unknownWords[PersonalText.published(word), default: 0] += 1
    }
    return "unknown"
  }

  /// What has no place of its own, without persons.
  private func kept(_ fields: Open311Value, _ person: Open311Person) -> [String: JSONValue] {
    guard case .fields(let members) = fields else { return [:] }
    let placed: Set<String> = [
      "service_request_id", "status", "description", "requested_datetime", "updated_datetime", "expected_datetime", "accepted_datetime",
    ]
    var kept: [String: JSONValue] = [:]
    for member in members where !placed.contains(member.name) {
      if Open311Fields.dropped.contains(member.name) {
        dropped.insert(member.name)
        continue
      }
      guard !Open311Fields.namesPerson(member.name), let cleaned = person.clean(member.value, of: member.name) else { continue }
      // What the standard names is text, whether it came as a number or not; it has no empty values.
      let value: JSONValue
      if Open311Fields.standard.contains(member.name) || Open311Fields.added.contains(member.name) {
        if cleaned == .null { continue }
        if case .literal = member.value { value = .text(cleaned.text ?? cleaned.description) } else { value = cleaned }
      } else {
        value = cleaned
      }
      let name = PersonalText.recognised(member.name).filter { $0 != "\u{1}" }
      guard let known = kept[name] else {
        kept[name] = value
        continue
      }
      // XML repeats an element where JSON has a list.
      if case .array(let values) = known { kept[name] = .array(values + [value]) } else { kept[name] = .array([known, value]) }
    }
    return kept
  }

  /// The request's fields; those that the standard names are single values and stand once.
  private static func fields(_ request: Open311Value) throws(RowFault) -> Open311Value {
    guard case .fields(let fields) = request else {
      throw RowFault("wrong-value", "a request is expected here", "此处应为工单")
    }
    let named = Set(Open311Fields.standard + Open311Fields.added + Open311Fields.persons)
    var seen: Set<String> = []
    for field in fields where named.contains(field.name) {
      guard seen.insert(field.name).inserted else {
        throw RowFault("repeated-field", "`\(field.name)` stands twice", "“\(field.name)”出现两次")
      }
      switch field.value {
      case .none, .scalar, .literal: continue
      case .list, .fields: throw RowFault("wrong-value", "`\(field.name)` is not a single value", "“\(field.name)”不是单个值")
      }
    }
    return request
  }
}

extension Open311Value {
  /// A field's text without the spaces around it.
  func text(_ name: String) -> String? {
    guard let text = self[name]?.text else { return nil }
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.startIndex
    let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) } ?? start
    return String(scalars[start..<end])
  }

  /// A time of ISO 8601 with its offset; fractions of a second are left out.
  func moment(_ name: String) throws(RowFault) -> Moment? {
    guard let text = text(name) else { return nil }
    var plain = text.uppercased()
    if let dot = plain.firstIndex(of: "."), let end = plain[dot...].dropFirst().firstIndex(where: { !("0"..."9").contains($0) }) {
      plain.removeSubrange(dot..<end)
    }
    // `+0800`, as some servers write it.
    if plain.count > 5, case let tail = plain.suffix(5), "+-".contains(tail.first ?? " "), tail.dropFirst().allSatisfy({ ("0"..."9").contains($0) }) {
      plain.insert(":", at: plain.index(plain.endIndex, offsetBy: -2))
    }
    guard let moment = Moment(plain), plain.utf8.count > 10, plain.dropFirst(10).contains(where: { "Z+-".contains($0) }) else {
      throw RowFault(
        "wrong-value", "`\(name)`: `\(text.prefix(40))` is not a time with its offset like `2026-09-30T17:50:00+08:00`",
        "“\(name)”：`\(text.prefix(40))` 不是带时区的时间，应如 `2026-09-30T17:50:00+08:00`")
    }
    return moment
  }
}
