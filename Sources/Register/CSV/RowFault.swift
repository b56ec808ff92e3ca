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

  /// The same with the line of a document whose records have no line of their own.
  func placed(atLine line: Int) -> RowFault {
    RowFault(code, message.en + " (line \(line) of the document)", message.zh + "（文件第 \(line) 行）", column: column)
  }
}
