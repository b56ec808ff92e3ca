public import CityModel
public import LuaSyntax

extension CheckReport {
  /// The closing count.
  public var closing: Bilingual {
    if findings.isEmpty {
      return Bilingual(zh: "检查了 \(scripts) 个脚本，没有发现问题", en: "\(CheckReport.counted(scripts, "script")) checked, nothing found")
    }
    return Bilingual(
      zh: "检查了 \(scripts) 个脚本：\(errors) 个错误，\(warnings) 个警告",
      en: "\(CheckReport.counted(scripts, "script")) checked: \(CheckReport.counted(errors, "error")), \(CheckReport.counted(warnings, "warning"))")
  }

  private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  /// For editors and CI: one object; lines and columns from 1, columns in characters, the end behind the last character.
  public func json(_ language: Language) -> String {
    let items = findings.map { finding -> String in
      var fields = CheckReport.place(finding.diagnostic, finding.source)
      fields.append(("severity", .text(finding.diagnostic.severity.rawValue)))
      fields.append(("code", .text(finding.code.rawValue)))
      fields.append(("message", .text(finding.diagnostic.message[language])))
      if let help = finding.diagnostic.help { fields.append(("help", .text(help[language]))) }
      let related: (Diagnostic, SourceText)? =
        finding.elsewhere.map { ($0.diagnostic, $0.source) }
        ?? finding.diagnostic.related.map { (Diagnostic(finding.code, .note, at: $0.span, $0.message), finding.source) }
      if let (note, source) = related {
        fields.append(("related", .object(CheckReport.place(note, source) + [("message", .text(note.message[language]))])))
      }
      return "    " + JSONValue.object(fields).text
    }
    let list = items.isEmpty ? "[]" : "[\n" + items.joined(separator: ",\n") + "\n  ]"
    return "{\n  \"findings\": \(list),\n  \"scripts\": \(scripts), \"errors\": \(errors), \"warnings\": \(warnings)\n}"
  }

  private static func place(_ diagnostic: Diagnostic, _ source: SourceText) -> [(String, JSONValue)] {
    var fields: [(String, JSONValue)] = [("file", .text(source.name))]
    guard let span = diagnostic.span else { return fields }
    let start = source.position(at: span.start), end = source.position(at: span.end)
    fields += [("line", .number(start.line)), ("column", .number(start.column)), ("end_line", .number(end.line)), ("end_column", .number(end.column))]
    return fields
  }
}

/// As much of JSON as a list of findings needs.
private indirect enum JSONValue {
  case text(String)
  case number(Int)
  case object([(String, JSONValue)])

  var text: String {
    switch self {
    case .number(let number): String(number)
    case .object(let fields): "{" + fields.map { JSONValue.quoted($0.0) + ": " + $0.1.text }.joined(separator: ", ") + "}"
    case .text(let text): JSONValue.quoted(text)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
