/// A value of an Open311 document, in either of its forms: every scalar is its text, because the specification's own samples
/// write codes as numbers, even `001`, and a number read as a number would lose them. What is only kept stays what it was.
enum Open311Value: Sendable, Hashable {
  case none
  case scalar(String)
  /// JSON's null, true and false, and its numbers as they are written: `null` and `12.50` are no texts where they are kept.
  case literal(String)
  case list([Open311Value])
  /// In the document's order.
  case fields([Field])

  struct Field: Sendable, Hashable {
    var name: String
    var value: Open311Value
  }

  var text: String? {
    switch self {
    case .scalar(let text): text.allSatisfy(\.isWhitespace) ? nil : text
    case .literal(let text): text == "null" ? nil : text
    case .none, .list, .fields: nil
    }
  }

  subscript(_ name: String) -> Open311Value? {
    guard case .fields(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }
}

/// What is wrong with a document, before it is known where it came from.
struct Open311Fault: Error {
  var code: String
  var english: String
  var chinese: String
  /// Bytes from the start.
  var at: Int

  init(_ code: String, _ english: String, _ chinese: String, at: Int) {
    self.code = code
    self.english = english
    self.chinese = chinese
    self.at = at
  }
}

/// How much a document may ask of the reader. Larger exports are split by date, as the standard's own window of 90 days is.
enum Open311Limits {
  static let bytes = 256 << 20
  static let depth = 16
  static let scalarBytes = 1 << 20
  static let requests = 1_000_000
}
