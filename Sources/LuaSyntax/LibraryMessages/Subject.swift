/// The value a message of the Lua library complains about.
struct Subject {
  var type: TypeWord
  /// `global`, `local`, `method`, `field`, `upvalue`, `constant`; empty when the library does not know.
  var kind = ""
  var name: String?

  /// - Parameter variable: ` (local 'x')`, or nothing.
  init?(type: String, variable: String) {
    self.type = TypeWord(type)
    if variable.isEmpty { return }
    guard let captures = MessageTemplate(" ({} '{}')").captures(in: variable) else { return nil }
    (kind, name) = (captures[0], captures[1])
    // `for iterator 'for iterator'` and `metamethod 'index'` are no names of the script's.
    if kind == "for iterator" || kind == "metamethod" { name = nil }
  }

  var isNil: Bool { type.isNil }
  var chinese: String { name.map { "`\($0)` " } ?? (kind == "for iterator" ? "`for … in` 的循环对象" : "这个值") }
  var english: String { name.map { "`\($0)`" } ?? (kind == "for iterator" ? "what the loop goes over" : "this value") }
}

/// The name of a type, as the Lua library writes it, in the words of people.
struct TypeWord {
  var word: String

  init(_ word: String) { self.word = word }

  var isNil: Bool { word == "nil" || word == "no value" }

  var chinese: String {
    switch word {
    case "nil", "no value": "空值"
    case "number": "数字"
    case "string": "文字"
    case "table": "表"
    case "function": "函数"
    case "boolean": "“是/否”"
    default: "`\(word)`"
    }
  }

  /// With its article.
  var english: String {
    switch word {
    case "nil", "no value": "nil"
    case "number": "a number"
    case "string": "a text"
    case "table": "a table"
    case "function": "a function"
    case "boolean": "true or false"
    default: "`\(word)`"
    }
  }

  /// Without article.
  var plain: String { word == "string" ? "text" : word }
}
