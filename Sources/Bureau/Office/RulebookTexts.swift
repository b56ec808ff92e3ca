internal import CityModel
internal import Register

/// The parameter and calendar files behind an office's rulebook, kept with every run so that it can be done again.
struct RulebookTexts: Sendable {
  var parameters: String
  var calendar: String

  static let standard = RulebookTexts(parameters: Rulebook.parameterFile, calendar: Rulebook.calendarFile)

  /// `{"parameters":HASH,"calendar":HASH}`.
  var json: JSONValue {
    .object([
      "parameters": .text(ScriptFolder.hash(Array(parameters.utf8))), "calendar": .text(ScriptFolder.hash(Array(calendar.utf8))),
    ])
  }

  var texts: [String: [UInt8]] {
    let parameters = Array(parameters.utf8), calendar = Array(calendar.utf8)
    return [ScriptFolder.hash(parameters): parameters, ScriptFolder.hash(calendar): calendar]
  }
}
