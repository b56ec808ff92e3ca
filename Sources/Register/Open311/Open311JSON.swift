/// Reads JSON in the shape that Open311 servers send: strictly, but for numbers with leading zeros, which stay their text.
struct Open311JSON {
  private let bytes: [UInt8]
  private var at = 0
  private var sink: Open311Sink?
  /// The field whose value comes next; `nil` at the top.
  private var owner: String?

  /// - Parameter sink: is given the requests one by one, which then are not in the value: a large document is never in memory
  ///   twice.
  static func read(_ bytes: [UInt8], sink: Open311Sink? = nil) throws(Open311Fault) -> Open311Value {
    var reader = Open311JSON(bytes: bytes)
    reader.sink = sink
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.at = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.at == bytes.count else { throw reader.fault("something stands behind the document", "文档之后还有内容") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func fault(_ english: String, _ chinese: String) -> Open311Fault { Open311Fault("open311-json", english, chinese, at: at) }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func value(depth: Int) throws(Open311Fault) -> Open311Value {
    guard depth < Open311Limits.depth else {
      throw Open311Fault("open311-too-deep", "nested more than \(Open311Limits.depth) deep", "嵌套超过 \(Open311Limits.depth) 层", at: at)
    }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .scalar(try string())
    case UInt8(ascii: "t"): return try word("true", .literal("true"))
    case UInt8(ascii: "f"): return try word("false", .literal("false"))
    case UInt8(ascii: "n"): return try word("null", .literal("null"))
    default: return .literal(try number())
    }
  }

  private mutating func word(_ word: StaticString, _ value: Open311Value) throws(Open311Fault) -> Open311Value {
    let wanted = Array(word.description.utf8)
    guard bytes.count - at >= wanted.count, Array(bytes[at..<at + wanted.count]) == wanted else { throw fault("a value is expected", "此处应为值") }
    at += wanted.count
    return value
  }

  private mutating func number() throws(Open311Fault) -> String {
    let start = at
    while let byte = next, (48...57).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard at - start <= 64, text.utf8.contains(where: { (48...57).contains($0) }), Double(text) != nil else {
      at = start
      throw fault("a value is expected", "此处应为值")
    }
    return text
  }

  private mutating func array(depth: Int) throws(Open311Fault) -> Open311Value {
    at += 1
    var values: [Open311Value] = []
    let receiver = owner.map { Open311Document.lists.contains($0) } ?? true ? sink : nil
    let outer = sink
    sink = nil
    defer { sink = outer }
    skipSpace()
    if next == UInt8(ascii: "]") {
      at += 1
      return .list([])
    }
    var count = 0
    while true {
      skipSpace()
      let start = at
      let element = try value(depth: depth + 1)
      if let receiver { try receiver(element, start..<at) } else { values.append(element) }
      count += 1
      guard count <= Open311Limits.requests else {
        throw Open311Fault("open311-too-many", "more than \(Open311Limits.requests) values in one list", "一个列表超过 \(Open311Limits.requests) 项", at: at)
      }
      skipSpace()
      switch next {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"):
        at += 1
        return .list(values)
      default: throw fault("`,` or `]` is expected", "此处应为 `,` 或 `]`")
      }
    }
  }

  private mutating func object(depth: Int) throws(Open311Fault) -> Open311Value {
    at += 1
    var fields: [Open311Value.Field] = []
    var seen: Set<String> = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      at += 1
      return .fields([])
    }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes is expected", "此处应为带引号的名称") }
      let name = try string()
      guard seen.insert(name).inserted else {
        // Two readers would take different ones of the two.
        throw Open311Fault("open311-repeated-field", "a field stands twice in one object", "同一对象中字段重复", at: at)
      }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw fault("`:` is expected", "此处应为 `:`") }
      at += 1
      owner = name
      fields.append(.init(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      switch next {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "}"):
        at += 1
        return .fields(fields)
      default: throw fault("`,` or `}` is expected", "此处应为 `,` 或 `}`")
      }
    }
  }

  private mutating func string() throws(Open311Fault) -> String {
    at += 1
    var out: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: out, as: UTF8.self) else { throw fault("not UTF-8", "不是 UTF-8") }
        return text
      case UInt8(ascii: "\\"): try escape(into: &out)
      case 0..<0x20: throw fault("a control character in a text", "文字中有控制字符")
      default: out.append(byte)
      }
      guard out.count <= Open311Limits.scalarBytes else {
        throw Open311Fault("open311-too-long", "a text of more than \(Open311Limits.scalarBytes) bytes", "文字超过 \(Open311Limits.scalarBytes) 字节", at: at)
      }
    }
    throw fault("a text that does not end", "文字没有结束引号")
  }

  private mutating func escape(into out: inout [UInt8]) throws(Open311Fault) {
    guard let byte = next else { throw fault("a text that does not end", "文字没有结束引号") }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): out.append(0x20)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), next == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") {
        at += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw fault("half a character", "半个字符") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code), code != 0 else { throw fault("half a character", "半个字符") }
      out += Array(String(Character(scalar)).utf8)
    default: throw fault("an unknown escape", "未知的转义")
    }
  }

  private mutating func hexadecimal() throws(Open311Fault) -> UInt32 {
    guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) else {
      throw fault("four hexadecimal digits are expected", "此处应为四位十六进制数")
    }
    at += 4
    return value
  }
}
