internal import CityModel
internal import Yams

/// A place in a YAML file: reads what must be there, or says with line and column what is wrong.
struct YAMLCursor {
  let node: Node
  let path: String

  init(node: Node, path: String) {
    self.node = node
    self.path = path
  }

  /// The top of a file.
  init(text: String, path: String) throws(RegisterError) {
    self.path = path
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw RegisterError(.badMapping, path: path, .init("the file is empty", "文件为空"))
      }
      self.node = node
    } catch let error as RegisterError {
      throw error
    } catch {
      throw YAMLCursor.syntax(error, path: path)
    }
  }

  private static func syntax(_ error: any Error, path: String) -> RegisterError {
    let help = Bilingual("YAML is indented with spaces; text with `: ` or `#` in it needs quotes", "YAML 用空格缩进；含 `: ` 或 `#` 的文字须加引号")
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?, .composer(_, let problem, let mark, _)?:
      return RegisterError(
        .badMapping, path: path, line: mark.line, column: mark.column, .init("not valid YAML: \(problem)", "不是有效的 YAML：\(problem)"),
        help: help)
    case .duplicatedKeysInMapping(let duplicates, let context)?:
      let names = duplicates.map { "`\($0)`" }.joined(separator: ", ")
      let mark = context.mark
      return RegisterError(
        .badMapping, path: path, line: mark.line, column: mark.column, .init("\(names) stands twice", "\(names) 重复出现"),
        help: .init("keep one", "请保留一处"))
    default:
      return RegisterError(.badMapping, path: path, .init("not valid YAML: \(error)", "不是有效的 YAML：\(error)"), help: help)
    }
  }

  func problem(_ english: String, _ chinese: String, help: String, _ chineseHelp: String) -> RegisterError {
    RegisterError(
      .badMapping, path: path, line: node.mark?.line, column: node.mark?.column, .init(english, chinese),
      help: .init(help, chineseHelp))
  }

  var place: ComplaintMapping.Place { .init(line: node.mark?.line, column: node.mark?.column) }
  var isMapping: Bool { node.mapping != nil }

  /// The members of a mapping, in the file's order.
  func members() throws(RegisterError) -> [(key: YAMLCursor, value: YAMLCursor)] {
    guard let mapping = node.mapping else {
      throw problem("a table `name: value` is expected here", "此处应为 `名称: 值` 的表", help: "indent the names below", "请把各名称缩进写在下面")
    }
    return mapping.map { (YAMLCursor(node: $0.key, path: path), YAMLCursor(node: $0.value, path: path)) }
  }

  /// The members by name, of which only some names are allowed.
  func members(allowed: [String]) throws(RegisterError) -> [String: YAMLCursor] {
    var result: [String: YAMLCursor] = [:]
    for (key, value) in try members() {
      let name = try key.text()
      guard allowed.contains(name) else {
        let near = Nearest.word(to: name, among: allowed)
        throw key.problem(
          "`\(name)` means nothing here", "`\(name)` 在此处没有意义",
          help: (near.map { "did you mean `\($0)`? " } ?? "") + "allowed: \(allowed.joined(separator: ", "))",
          (near.map { "是否为 `\($0)`？" } ?? "") + "可用：\(allowed.joined(separator: "、"))")
      }
      result[name] = value
    }
    return result
  }

  func text() throws(RegisterError) -> String {
    guard let scalar = node.scalar else {
      throw problem("a text is expected here", "此处应为文字", help: "write one value", "请写一个值")
    }
    return scalar.string
  }

  func flag() throws(RegisterError) -> Bool {
    switch try text() {
    case "true", "yes", "是": return true
    case "false", "no", "否": return false
    default: throw problem("`true` or `false` is expected here", "此处应为 `true` 或 `false`", help: "write `true`", "请写 `true`")
    }
  }

  /// A list of texts, or one text.
  func texts() throws(RegisterError) -> [String] {
    guard let sequence = node.sequence else { return [try text()] }
    var result: [String] = []
    for element in sequence { result.append(try YAMLCursor(node: element, path: path).text()) }
    return result
  }
}

extension RegisterError.Code {
  /// A mapping file says something that cannot be carried out.
  public static let badMapping: Self = "bad-mapping"
}
