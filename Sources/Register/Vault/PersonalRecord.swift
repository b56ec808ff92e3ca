/// Who complained, as it was written down. It exists in the vault, and for a moment in the hands of an officer with a task.
public struct PersonalRecord: Sendable, Hashable {
  /// One kind of personal data, and the heading under which a file brings it.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case name, phone, email, identity, room, text

    /// `complainant_name`: the heading in files of the model's own form.
    public var heading: String { "complainant_" + rawValue }

    /// The same in Chinese.
    public var chinese: String {
      switch self {
      case .name: "投诉人姓名"
      case .phone: "投诉人电话"
      case .email: "投诉人邮箱"
      case .identity: "投诉人身份证号"
      case .room: "投诉人房号"
      case .text: "投诉原文"
      }
    }

    /// - Parameter heading: in English or Chinese.
    init?(heading: String) {
      guard let part = Part.allCases.first(where: { $0.heading == heading || $0.chinese == heading }) else { return nil }
      self = part
    }
  }

  public var values: [Part: String]

  public init(_ values: [Part: String] = [:]) { self.values = values }

  public subscript(part: Part) -> String? { values[part] }
  public var isEmpty: Bool { values.isEmpty }

  /// What the other knows goes before what this one knows.
  func merged(with other: PersonalRecord) -> PersonalRecord {
    PersonalRecord(values.merging(other.values) { _, new in new })
  }

  // MARK: As bytes

  var bytes: [UInt8] {
    var members: [String: JSONValue] = [:]
    for (part, value) in values { members[part.rawValue] = .text(value) }
    return Array(JSONValue.object(members).description.utf8)
  }

  init?(bytes: [UInt8]) {
    guard case .object(let members)? = JSONValue(parsing: String(decoding: bytes, as: UTF8.self)) else { return nil }
    values = [:]
    for (name, value) in members {
      guard let part = Part(rawValue: name), case .text(let text) = value else { return nil }
      values[part] = text
    }
  }
}
