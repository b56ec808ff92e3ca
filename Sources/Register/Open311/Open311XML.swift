/// Reads the XML that Open311 servers send: elements, text, comments and CDATA in UTF-8.
///
/// A document type is refused before anything is read of it: there are no entities but XML's own five, so that none can be
/// expanded or fetched. Foundation's parser would add libxml2 and ICU to every start of the command (2.5 ms).
struct Open311XML {
  private let bytes: [UInt8]
  private var at = 0
  private var elements = 0
  private var sink: Open311Sink?

  /// - Parameter sink: is given the requests one by one, which then are not in the value.
  /// - Returns: the root's name and its content.
  static func read(_ bytes: [UInt8], sink: Open311Sink? = nil) throws(Open311Fault) -> (name: String, value: Open311Value) {
    var reader = Open311XML(bytes: bytes)
    reader.sink = sink
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.at = 3 }
    guard !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]), !bytes.prefix(4).contains(0) else {
      throw Open311Fault("open311-encoding", "not UTF-8", "不是 UTF-8", at: 0)
    }
    try reader.prologue()
    guard reader.next == UInt8(ascii: "<") else { throw reader.fault("an element is expected", "此处应为元素") }
    let root = try reader.element(depth: 0)
    try reader.skipMisc()
    guard reader.at == bytes.count else { throw reader.fault("something stands behind the document", "文档之后还有内容") }
    return (root.name, root.value)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func fault(_ english: String, _ chinese: String) -> Open311Fault { Open311Fault("open311-xml", english, chinese, at: at) }
  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func starts(with word: StaticString) -> Bool {
    let wanted = word.utf8CodeUnitCount
    guard bytes.count - at >= wanted else { return false }
    return word.withUTF8Buffer { buffer in unsafe bytes[at..<at + wanted].elementsEqual(buffer) }
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func skip(to end: StaticString) throws(Open311Fault) -> Range<Int> {
    let start = at
    while at < bytes.count {
      if starts(with: end) {
        let range = start..<at
        at += end.utf8CodeUnitCount
        return range
      }
      at += 1
    }
    throw fault("something that does not end", "没有结束标记")
  }

  private mutating func prologue() throws(Open311Fault) {
    if starts(with: "<?xml") {
      let declaration = String(decoding: bytes[try skip(to: "?>")], as: UTF8.self).lowercased()
      if case let words = declaration.split(whereSeparator: { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" }),
        let place = words.firstIndex(of: "encoding") {
        guard place + 1 < words.count, ["utf-8", "utf8", "us-ascii"].contains(words[place + 1]) else {
          throw Open311Fault("open311-encoding", "not UTF-8", "不是 UTF-8", at: at)
        }
      }
    }
    try skipMisc()
  }

  /// Spaces, comments, processing instructions.
  private mutating func skipMisc() throws(Open311Fault) {
    while true {
      skipSpace()
      if starts(with: "<!--") {
        _ = try skip(to: "-->")
      } else if starts(with: "<?") {
        _ = try skip(to: "?>")
      } else if starts(with: "<!") {
        throw Open311Fault("open311-doctype", "a document type is not taken: no entities are declared or fetched", "不接受文档类型声明：不展开、不取外部实体", at: at)
      } else {
        return
      }
    }
  }

  private mutating func name() throws(Open311Fault) -> String {
    let start = at
    while let byte = next, byte >= 0x80 || (48...58).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte) {
      at += 1
    }
    guard at > start, at - start <= 256, !(48...57).contains(bytes[start]), let name = String(validating: bytes[start..<at], as: UTF8.self) else {
      throw fault("a name is expected", "此处应为名称")
    }
    return name
  }

  private mutating func element(depth: Int) throws(Open311Fault) -> (name: String, value: Open311Value) {
    guard depth < Open311Limits.depth else {
      throw Open311Fault("open311-too-deep", "nested more than \(Open311Limits.depth) deep", "嵌套超过 \(Open311Limits.depth) 层", at: at)
    }
    elements += 1
    guard elements <= Open311Limits.requests * 24 else { throw Open311Fault("open311-too-many", "too many elements", "元素过多", at: at) }
    at += 1
    let name = try name()
    if try attributes() { return (name, .none) }
    var fields: [Open311Value.Field] = []
    var text: [UInt8] = []
    while let byte = next {
      if byte != UInt8(ascii: "<") {
        if byte == UInt8(ascii: "&") { try reference(into: &text) } else {
          guard byte >= 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { throw fault("a control character in a text", "文字中有控制字符") }
          text.append(byte)
          at += 1
        }
        guard text.count <= Open311Limits.scalarBytes else {
          throw Open311Fault("open311-too-long", "a text of more than \(Open311Limits.scalarBytes) bytes", "文字超过 \(Open311Limits.scalarBytes) 字节", at: at)
        }
      } else if starts(with: "</") {
        at += 2
        guard try self.name() == name else { throw fault("the end of another element", "结束标记不匹配") }
        skipSpace()
        guard next == UInt8(ascii: ">") else { throw fault("`>` is expected", "此处应为 `>`") }
        at += 1
        return (name, try content(fields, text))
      } else if starts(with: "<!--") {
        _ = try skip(to: "-->")
      } else if starts(with: "<![CDATA[") {
        at += 9
        text += bytes[try skip(to: "]]>")]
      } else if starts(with: "<?") {
        _ = try skip(to: "?>")
      } else if starts(with: "<!") {
        throw Open311Fault("open311-doctype", "a declaration inside an element", "元素内有声明", at: at)
      } else {
        let start = at
        let child = try element(depth: depth + 1)
        if depth == 0, Open311Document.lists.contains(name), Open311Document.items.contains(child.name), let sink {
          try sink(child.value, start..<at)
          continue
        }
        fields.append(.init(name: child.name, value: child.value))
      }
    }
    throw fault("an element that does not end", "元素没有结束")
  }

  /// Attributes carry nothing in Open311; they are read past. Whether the element ends at once.
  private mutating func attributes() throws(Open311Fault) -> Bool {
    while true {
      skipSpace()
      switch next {
      case UInt8(ascii: ">"):
        at += 1
        return false
      case UInt8(ascii: "/"):
        at += 1
        guard next == UInt8(ascii: ">") else { throw fault("`>` is expected", "此处应为 `>`") }
        at += 1
        return true
      default:
        _ = try name()
        skipSpace()
        guard next == UInt8(ascii: "=") else { throw fault("`=` is expected", "此处应为 `=`") }
        at += 1
        skipSpace()
        guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault("a quote is expected", "此处应为引号") }
        at += 1
        while let byte = next, byte != quote {
          guard byte != UInt8(ascii: "<") else { throw fault("`<` in an attribute", "属性中有 `<`") }
          at += 1
        }
        guard next == quote else { throw fault("an attribute that does not end", "属性没有结束引号") }
        at += 1
      }
    }
  }

  private mutating func reference(into text: inout [UInt8]) throws(Open311Fault) {
    at += 1
    let start = at
    while let byte = next, byte != UInt8(ascii: ";"), at - start < 12 { at += 1 }
    guard next == UInt8(ascii: ";") else { throw fault("`&` stands alone", "孤立的 `&`") }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    at += 1
    switch word {
    case "amp": text.append(UInt8(ascii: "&"))
    case "lt": text.append(UInt8(ascii: "<"))
    case "gt": text.append(UInt8(ascii: ">"))
    case "quot": text.append(UInt8(ascii: "\""))
    case "apos": text.append(UInt8(ascii: "'"))
    default:
      let number = word.hasPrefix("#x") ? UInt32(word.dropFirst(2), radix: 16) : word.hasPrefix("#") ? UInt32(word.dropFirst(1)) : nil
      guard let number, let scalar = Unicode.Scalar(number), number >= 0x20 || [9, 10, 13].contains(number) else {
        throw Open311Fault("open311-entity", "an entity that XML does not have", "未定义的实体", at: start)
      }
      text += Array(String(Character(scalar)).utf8)
    }
  }

  private func content(_ fields: [Open311Value.Field], _ text: [UInt8]) throws(Open311Fault) -> Open311Value {
    guard fields.isEmpty else { return .fields(fields) }
    guard let text = String(validating: text, as: UTF8.self) else { throw Open311Fault("open311-encoding", "not UTF-8", "不是 UTF-8", at: at) }
    return text.allSatisfy(\.isWhitespace) ? .none : .scalar(text)
  }
}
