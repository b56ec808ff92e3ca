/// Writes lists of records in the form of Open311, the fields of each in a given order.
struct Open311Writer {
  /// The name of the list and of one of its members: `service_requests`, `request`.
  let list: String
  let item: String
  let form: Open311Form
  private let write: (String) -> Void
  private var page = ""
  private var count = 0

  init(list: String, item: String, form: Open311Form, write: @escaping (String) -> Void) {
    self.list = list
    self.item = item
    self.form = form
    self.write = write
    page = form == .json ? "[" : "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<\(list)>"
  }

  mutating func append(_ fields: [(name: String, value: JSONValue)]) {
    switch form {
    case .json:
      page += count == 0 ? "\n{" : ",\n{"
      page += fields.map { JSONValue.text($0.name).description + ":" + $0.value.description }.joined(separator: ",") + "}"
    case .xml:
      page += "\n  <\(item)>"
      for (name, value) in fields { append(name, value) }
      page += "\n  </\(item)>"
    }
    count += 1
    if page.utf8.count > 1 << 16 {
      write(page)
      page = ""
    }
  }

  mutating func finish() {
    write(page + (form == .json ? "\n]\n" : "\n</\(list)>\n"))
    page = ""
  }

  /// A list is the element repeated, as XML says it.
  private mutating func append(_ name: String, _ value: JSONValue) {
    let tag = Open311Writer.tag(name)
    switch value {
    case .null: break
    case .array(let values): for value in values { append(name, value) }
    case .object(let members):
      page += "\n    <\(tag)>"
      for (name, value) in members.sorted(by: { $0.key < $1.key }) { append(name, value) }
      page += "</\(tag)>"
    case .text(let text): page += "\n    <\(tag)>\(Open311Writer.escaped(text))</\(tag)>"
    case .flag, .number, .literal: page += "\n    <\(tag)>\(value.description)</\(tag)>"
    }
  }

  /// A name that XML takes: what it does not take becomes `_`.
  private static func tag(_ name: String) -> String {
    var tag = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0 == "_" || $0 == "-" || $0 == "." || $0.properties.isXIDContinue ? $0 : "_" }))
    if tag.unicodeScalars.first.map({ $0 != "_" && !$0.properties.isXIDStart }) ?? true { tag = "_" + tag }
    return tag.utf8.count > 256 ? String(tag.prefix(64)) : tag
  }

  private static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\r": out.append(contentsOf: "&#13;".unicodeScalars)
      case "\n", "\t": out.append(scalar)
      // XML has no other control characters, and neither U+FFFE nor U+FFFF.
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: out.append(" ")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
