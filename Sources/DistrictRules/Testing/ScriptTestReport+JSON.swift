public import LuaSyntax

extension ScriptTestReport {
  /// The reports as JSON, for editors and CI.
  public static func json(_ reports: [ScriptTestReport], _ language: Language) -> String {
    let parts = reports.map { report in
      let results = report.results.map { result in
        var fields = ["\"name\": \(quoted(result.name))", "\"line\": \(result.line)"]
        switch result.verdict {
        case .passed: fields.append("\"verdict\": \"passed\"")
        case .failed(let mismatches):
          fields.append("\"verdict\": \"failed\"")
          let list = mismatches.map { mismatch in
            "{\"what\": \(quoted(mismatch.what)), \"record\": \(quoted(mismatch.record)), \"field\": \(quoted(mismatch.field)), "
              + "\"expected\": \(quoted(mismatch.expected)), \"actual\": \(quoted(mismatch.actual))}"
          }
          fields.append("\"mismatches\": [\(list.joined(separator: ", "))]")
        case .broken(let error):
          fields.append("\"verdict\": \"broken\"")
          fields.append("\"error\": \(quoted(error.rendered(language)))")
        }
        return "{" + fields.joined(separator: ", ") + "}"
      }
      let missing = report.coverage.items.flatMap { item in
        item.missing.map { "{\"clause\": \(quoted(item.name)), \"line\": \(item.line), \"missing\": \(quoted($0))}" }
      }
      return """
          {"script": \(quoted(report.script)), "tests": \(quoted(report.tests)), "broken": \(quoted(report.broken?.rendered(language))),
           "results": [\(results.joined(separator: ", "))],
           "coverage": {"seen": \(report.coverage.covered), "of": \(report.coverage.total), "missing": [\(missing.joined(separator: ", "))]}}
        """
    }
    return "[\n" + parts.joined(separator: ",\n") + "\n]"
  }

  private static func quoted(_ text: String?) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
