public import CityModel
public import Columns

/// A command as it is typed: `assign T-1 --officer DJ-01 --person DJ-02 --at "2026-09-30 09:10"`.
public struct TypedCommand: Sendable, Hashable {
  public var name: String
  public var subject: String
  /// Options that every command has, and the command's own arguments; a repeated `--attach` adds up.
  public var options: [String: String]
  public var attachments: [String]

  static let common: Set = [
    "officer", "document", "basis", "position", "at", "register", "lang", "format", "scripts", "经办", "文号", "依据", "时间", "步",
  ]

  /// - Throws: ``OfficeError`` with code `bad-command-line`.
  public init(_ words: [String]) throws(OfficeError) {
    var positional: [String] = []
    var options: [String: String] = [:]
    var attachments: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      guard word.hasPrefix("-"), word.count > 1 else {
        positional.append(word)
        index += 1
        continue
      }
      var name = String(word.drop { $0 == "-" })
      let value: String
      if let equals = name.firstIndex(of: "=") {
        value = String(name[name.index(after: equals)...])
        name = String(name[..<equals])
      } else {
        guard index + 1 < words.count else {
          throw OfficeError("bad-command-line", Bilingual(zh: "`\(word)` 后缺少内容", en: "`\(word)` lacks its value"))
        }
        index += 1
        value = words[index]
      }
      index += 1
      name = ["r": "register", "f": "format", "经办": "officer", "文号": "document", "依据": "basis", "时间": "at", "步": "position"][name] ?? name
      if name == "attach" || name == "材料" {
        attachments.append(value)
      } else if options.updateValue(value, forKey: name) != nil {
        throw OfficeError("bad-command-line", Bilingual(zh: "`--\(name)` 写了两次", en: "`--\(name)` is given twice"))
      }
    }
    // A command of several words may stand without hyphens: `record preliminary T-1`.
    let last = positional.last ?? ""
    let whole = positional.dropLast().joined(separator: " ")
    if positional.count >= 2, CityCommands.named(whole) != nil {
      (name, subject) = (whole, last)
    } else if positional.count == 2 {
      (name, subject) = (positional[0], last)
    } else if let first = positional.first, positional.count == 1 || CityCommands.named(positional.joined(separator: " ")) != nil {
      name = positional.count == 1 ? first : positional.joined(separator: " ")
      subject = ""
    } else {
      throw OfficeError(
        "bad-command-line", Bilingual(
          zh: "写作：命令 编号 --officer 工号 …\n提示：xize do --list 列出全部命令", en: "write: COMMAND SUBJECT --officer NUMBER …\nhelp: xize do --list"))
    }
    self.options = options
    self.attachments = attachments
  }

  /// - Parameter now: the moment of a command that names none.
  public func command(at now: Moment) throws(OfficeError) -> CityCommand {
    guard CityCommands.named(name) != nil else {
      let near = CityCommands.all.filter { $0.name.contains(name) || name.contains($0.name) || $0.chinese.contains(name) }
        .map { "\($0.name) (\($0.chinese))" }.prefix(5).joined(separator: ", ")
      throw OfficeError(
        "command-unknown", Bilingual(
          zh: "没有命令 `\(name)`\n提示：\(near.isEmpty ? "xize do --list 列出全部命令" : near)",
          en: "there is no command `\(name)`\nhelp: \(near.isEmpty ? "xize do --list names them all" : near)"))
    }
    guard let officer = options["officer"] else {
      throw OfficeError("officer-missing", Bilingual(zh: "须写明经办人 --officer", en: "every command names its officer: --officer"))
    }
    let moment = try TypedCommand.moment(options["at"]) ?? now
    let position = try TypedCommand.position(options["position"])
    let arguments = options.filter { !TypedCommand.common.contains($0.key) }
    return CityCommand(
      name, on: subject, arguments, officer: officer, expectedPosition: position, document: options["document"], basis: options["basis"],
      attachments: attachments, at: moment)
  }

  static func moment(_ text: String?) throws(OfficeError) -> Moment? {
    guard let text else { return nil }
    guard let moment = Moment(text), (1990..<2200).contains(moment.day.year) else {
      throw OfficeError(
        "bad-moment", Bilingual(zh: "`\(text)` 不是时刻\n提示：写作 \"2026-09-30 17:50\"", en: "`\(text)` is no moment\nhelp: write \"2026-09-30 17:50\""))
    }
    return moment
  }

  static func position(_ text: String?) throws(OfficeError) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw OfficeError("bad-position", Bilingual(zh: "`\(text)` 不是步数", en: "`\(text)` is no position"))
    }
    return number
  }

  /// Splits a line into words as a shell would: spaces separate, quotes hold together. `nil` for an open quote.
  public static func words(of line: String) -> [String]? {
    var words: [String] = []
    var word = ""
    var isOpen = false
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        isOpen = true
      } else if character.isWhitespace {
        if isOpen || !word.isEmpty { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        word.append(character)
      }
    }
    guard quote == nil else { return nil }
    if isOpen || !word.isEmpty { words.append(word) }
    return words
  }
}
