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
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { throw .directory(path) }
    var text = ""
    do {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
      // Looked at before it goes to the reader of YAML, which would print what it finds.
      guard bytes.count <= 1 << 20, let read = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
        throw RegisterError(
          .badMapping, path: path, .init("it is no UTF-8 text of at most 1 MB", "不是 1 MB 以内的 UTF-8 文字"),
          help: .init("check that it is the mapping file; GBK or UTF-16: save it as UTF-8", "请核对是不是映射文件；GBK 或 UTF-16 编码的，请另存为 UTF-8"))
      }
      text = read
    } catch let error as RegisterError {
      throw error
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
