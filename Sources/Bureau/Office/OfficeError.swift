public import CityModel
internal import Columns
public import DistrictRules
internal import LuaRuntime
internal import LuaSyntax
internal import Register

/// Anything that keeps an office from doing what it was asked, with its text in both languages.
public struct OfficeError: Error, Sendable {
  /// Stable, for programs.
  public var code: String
  public var message: Bilingual
  public var underlying: (any Error)?

  public init(_ code: String, _ message: Bilingual, underlying: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.underlying = underlying
  }

  /// Puts the errors of the parts into one form.
  public init(_ error: any Error) {
    switch error {
    case let error as OfficeError: self = error
    case let error as RegisterError where error.underlying is Refusal: self.init(error.underlying ?? error)
    case let error as RegisterError:
      self.init(
        error.code.rawValue,
        Bilingual(
          zh: "\(error.location)：\(error.message.zh)" + (error.help.map { "\n提示：\($0.zh)" } ?? ""),
          en: "\(error.location): \(error.message.en)" + (error.help.map { "\nhelp: \($0.en)" } ?? "")),
        underlying: error)
    case let error as ScriptError:
      self.init(error.diagnostic.code.rawValue, Bilingual(zh: error.rendered(.chinese), en: error.rendered(.english)), underlying: error)
    case let error as ParameterError:
      self.init(error.code.rawValue, error.message, underlying: error)
    case let error as RuleError:
      self.init(error.code, error.message, underlying: error)
    case let error as Refusal:
      let help = error.help.map { Bilingual(zh: "\n提示：\($0.zh)", en: "\nhelp: \($0.en)") } ?? Bilingual(zh: "", en: "")
      self.init(error.code, Bilingual(zh: error.sentence.zh + help.zh, en: error.sentence.en + help.en), underlying: error)
    case let error as ColumnError:
      let text = "\(error.table).\(error.field): \(error.code.rawValue) \(error.detail)"
      self.init(error.code.rawValue, Bilingual(zh: text, en: text), underlying: error)
    default:
      self.init("unexpected", Bilingual(zh: "\(error)", en: "\(error)"), underlying: error)
    }
  }

  /// The script's error, when a script was at fault.
  public var scriptError: ScriptError? { underlying as? ScriptError }
}
