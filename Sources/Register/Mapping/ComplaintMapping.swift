internal import CityModel
internal import Columns
internal import Foundation

/// How another office's export becomes complaints: a YAML file that a district writes for its own 12345 export.
///
/// Every column of the source is mapped or listed under `ignored`, so that nothing is dropped in silence.
public struct ComplaintMapping: Sendable {
  public let path: String
  /// The mapping's name: `chicago-sanitation`.
  public let name: String
  /// Changes whenever the file changes its meaning; kept with every import.
  public let revision: String
  /// What stands in the `source` field of every complaint.
  public let source: String

  let columns: [Column]
  let ignored: [String]
  /// Columns whose cells go to the vault.
  let personal: [String: PersonalRecord.Part]
  let defaults: [String: String]
  let spreads: [String: Spread]

  /// One mapped column of the source.
  struct Column: Sendable {
    var name: String
    var field: Field
    /// The export may lack the column.
    var isOptional = false
    /// What an empty cell means; `nil` for no value.
    var empty: String?
    var how: How
    var place: Place
  }

  enum How: Sendable {
    /// As in the model's own form.
    case plain
    /// Dates in one of these forms; a form without a time of day gets this one.
    case moment([DatePattern], secondOfDay: Int)
    /// Words of the source and the words of the model they stand for, and what every other word means.
    case words([String: String], otherwise: String?)
    /// A telephone or identity number, which becomes a token.
    case person
    case projectCode
    case projectName
    /// Words of the source and the codes of the projects they stand for.
    case projects([String: String])
    case spread(String)
  }

  /// A stated rule that finds a project for rows whose source names none.
  struct Spread: Sendable {
    /// The column whose text is hashed.
    var number: String
    var reason: String
    /// What the column can hold, and the project codes, street codes or county codes it stands for.
    var places: [String: (codes: [String], place: Place)]
    var place: Place
  }

  struct Place: Sendable {
    var line: Int?
    var column: Int?
  }

  /// Reads and checks a mapping file.
  ///
  /// - Throws: ``RegisterError`` with `bad-mapping`, the line and the column, what is wrong and what is expected.
  public static func load(_ path: String) throws(RegisterError) -> ComplaintMapping {
    var text = ""
    do {
      text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    } catch {
      throw RegisterError(
        .missingFile, path: path, .init("the mapping file cannot be read", "无法读取映射文件"), help: .init("check the name", "请核对文件名"),
        underlying: error)
    }
    return try MappingParser(path: path).parse(YAMLCursor(text: text, path: path))
  }

  func problem(_ place: Place, _ english: String, _ chinese: String, help: String, _ chineseHelp: String) -> RegisterError {
    RegisterError(
      .badMapping, path: path, line: place.line, column: place.column, .init(english, chinese), help: .init(help, chineseHelp))
  }
}
