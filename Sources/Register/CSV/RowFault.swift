internal import CityModel

/// Why a row of a file was not taken in. It goes to quarantine with its line and its text.
struct RowFault: Error, Sendable {
  var code: String
  var message: Bilingual
  /// In characters from 1, where it is known.
  var column: Int?

  init(_ code: String, _ english: String, _ chinese: String, column: Int? = nil) {
    self.code = code
    message = .init(english, chinese)
    self.column = column
  }
}
