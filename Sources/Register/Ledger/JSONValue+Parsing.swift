extension JSONValue {
  /// Reads JSON text; `nil` for anything else, and for numbers that are not whole.
  ///
  /// - Parameter literals: whether such numbers are kept as they are written instead.
  ///
  /// Written out because Foundation's decoder, asked what each value is, takes 50 µs a value; a district's run has thousands.
  public init?(parsing text: String, literals: Bool = false) {
    var parser = JSONParser(bytes: Array(text.utf8), literals: literals)
    guard let value = parser.value(depth: 0), parser.isAtEnd else { return nil }
    self = value
  }

  public subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var number: Int64? { if case .number(let number) = self { number } else { nil } }
  public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  /// The elements; none for anything but an array.
  public var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }
  /// The members; none for anything but an object.
  public var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }

  /// Whether a text is a number as JSON writes it: no leading zero, no bare point.
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    func digits() -> Int {
      let count = rest.prefix { ("0"..."9").contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == "-" { rest = rest.dropFirst() }
    let startsWithZero = rest.first == "0"
    let whole = digits()
    guard whole == 1 || whole > 1 && !startsWithZero else { return false }
    if rest.first == "." {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// The text, or null.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  public init(_ number: some BinaryInteger) { self = .number(Int64(clamping: number)) }
}

/// Reads JSON bytes from front to back.
private struct JSONParser {
  let bytes: [UInt8]
  let literals: Bool
  var at = 0

  init(bytes: [UInt8], literals: Bool) {
    self.bytes = bytes
    self.literals = literals
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    at += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    let word = Array(word.description.utf8)
    guard bytes.count - at >= word.count, Array(bytes[at..<at + word.count]) == word else { return false }
    at += word.count
    return true
  }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return at == bytes.count
    }
  }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < 64 else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .text($0) }
    case UInt8(ascii: "t"): return take(word: "true") ? .flag(true) : nil
    case UInt8(ascii: "f"): return take(word: "false") ? .flag(false) : nil
    case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
    default: return number()
    }
  }

  private mutating func number() -> JSONValue? {
    let start = at
    while let byte = next, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) { at += 1 }
    // A fraction or an exponent would not be whole.
    let isWhole = next.map { $0 != UInt8(ascii: ".") && $0 | 0x20 != UInt8(ascii: "e") } ?? true
    if isWhole, let number = Int64(String(decoding: bytes[start..<at], as: UTF8.self)) { return .number(number) }
    guard literals else { return nil }
    while let byte = next, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    return JSONValue.isNumber(text) ? .literal(text) : nil
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    at += 1
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(values) : nil
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    at += 1
    var members: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return .object([:]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\""), let key = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else {
        return nil
      }
      members[key] = value
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func string() -> String? {
    at += 1
    var out: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escape = next else { return nil }
        at += 1
        switch escape {
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "u"):
          guard let scalar = unicode() else { return nil }
          out += Array(String(Character(scalar)).utf8)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(escape)
        default: return nil
        }
      case 0..<0x20: return nil
      default: out.append(byte)
      }
    }
    return nil
  }

  private mutating func hexadecimal() -> UInt32? {
    guard bytes.count - at >= 4, let unit = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) else { return nil }
    at += 4
    return unit
  }

  private mutating func unicode() -> Unicode.Scalar? {
    guard let high = hexadecimal() else { return nil }
    guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
    guard take(word: "\\u"), let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }
}
