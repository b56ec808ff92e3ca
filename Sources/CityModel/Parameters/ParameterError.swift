internal import Columns

/// Why a parameter file cannot be read, or a parameter not be had.
public struct ParameterError: Error, Sendable, Hashable {
  public enum Code: String, Sendable {
    /// The file does not have the shape of a parameter file.
    case shape = "parameter-shape"
    /// A name that no rule declares.
    case unknown = "parameter-unknown"
    /// A value of another type than the parameter's.
    case wrongType = "parameter-wrong-type"
    /// The name stands twice.
    case duplicate = "parameter-duplicate"
    /// Not a day `YYYY-MM-DD`.
    case badDate = "parameter-bad-date"
    /// A value without its source.
    case missingSource = "parameter-missing-source"
    /// A mark other than `law`, `draft`, `assumption`.
    case badMark = "parameter-bad-mark"
    /// Two values hold on one day.
    case overlap = "parameter-overlap"
    /// No value at all.
    case missing = "parameter-missing"
    /// No value that holds on that day.
    case noValueOnDay = "parameter-no-value-on-day"
    /// The calendar has no arrangement for that year.
    case yearWithoutCalendar = "calendar-year-missing"
  }

  public var code: Code
  /// The parameter's name, or the word that stands where one should.
  public var key: String
  /// What was found or expected.
  public var detail: String
  /// From 1; 0 when it does not come from a file.
  public var line: Int
  public var column: Int
  /// What to do; for a day without a value, the day of the first.
  public var help: String

  public init(_ code: Code, key: String, detail: String = "", line: Int = 0, column: Int = 0, help: String = "") {
    self.code = code
    self.key = key
    self.detail = detail
    self.line = line
    self.column = column
    self.help = help
  }

  /// What, where, why, and on a line of its own what to do.
  public var message: Bilingual {
    let place = line > 0 ? "\(line):\(column): " : ""
    let (zh, en): (String, String) =
      switch code {
      case .shape: ("`\(key)` 处格式不对：\(detail)", "`\(key)` does not have the expected form: \(detail)")
      case .unknown: ("没有名为 `\(key)` 的参数", "no parameter is called `\(key)`")
      case .wrongType: ("参数 `\(key)` 的值类型不对：\(detail)", "the value of `\(key)` is of the wrong type: \(detail)")
      case .duplicate: ("`\(key)` 重复出现", "`\(key)` stands twice")
      case .badDate: ("`\(key)` 的日期不对：\(detail)", "`\(key)` has a date that is none: \(detail)")
      case .missingSource: ("`\(key)` 的值没有写明出处", "a value of `\(key)` does not name its source")
      case .badMark: ("`\(key)` 的标记不对：\(detail)", "`\(key)` has an unknown mark: \(detail)")
      case .overlap: ("`\(key)` 在同一天有两个值：\(detail)", "`\(key)` has two values on one day: \(detail)")
      case .missing: ("参数 `\(key)` 没有值", "the parameter `\(key)` has no value")
      case .noValueOnDay: ("参数 `\(key)` 在 \(detail) 没有生效的值", "the parameter `\(key)` has no value on \(detail)")
      case .yearWithoutCalendar: ("没有 \(detail) 年的工作日安排", "there is no working-day calendar for \(detail)")
      }
    let (chinese, english) =
      switch code {
      case .noValueOnDay: ("首个值自 \(help) 起", "its first value holds from \(help)")
      case .yearWithoutCalendar: ("请在日历文件中补上该年的安排", "add the year's arrangement to the calendar file")
      default: (help, help)
      }
    return Bilingual(
      zh: place + zh + (chinese.isEmpty ? "" : "\n提示：" + chinese), en: place + en + (english.isEmpty ? "" : "\nhelp: " + english))
  }
}

extension ParameterError: CustomStringConvertible {
  public var description: String { "\(code.rawValue): \(message.en)" }
}
