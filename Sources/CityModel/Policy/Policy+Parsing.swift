extension Policy {
  /// Reads a map and lays it over the text.
  ///
  /// - Parameter digest: the SHA-256 of a text, in hexadecimal; whoever reads files has one.
  /// - Throws: ``PolicyError`` where the map has another shape, where its passages do not cover the text, or where a passage has
  ///   neither a carrier nor a reason for having none.
  public init(text: String, map: ParameterNode, digest: (String) -> String) throws(PolicyError) {
    guard let entries = map.map else { throw .shape(map, "a map") }
    self.text = text
    title = try entries.text("title", in: map)
    let expected = try entries.text("sha256", in: map)
    guard digest(text) == expected else {
      throw PolicyError(
        code: "text-changed", line: 0,
        message: Bilingual(zh: "条文与登记的摘要不符：条文改动后须重新核对每一处", en: "the text is not the one whose digest is recorded: check every passage again"))
    }
    articles = []
    for node in try entries.list("articles", in: map) { articles.append(try Article(node)) }
    spans = []
    var cover = Cover(text: text)
    for node in try entries.list("spans", in: map) {
      let span = try Span(node, cover: &cover)
      guard articles.contains(where: { $0.number == span.article }) else {
        throw PolicyError(
          code: "unknown-article", line: node.line,
          message: Bilingual(zh: "没有第 \(span.article) 条", en: "there is no article \(span.article)"))
      }
      spans.append(span)
    }
    try cover.finish()
  }
}

extension Policy.Article {
  fileprivate init(_ node: ParameterNode) throws(PolicyError) {
    guard let entries = node.map else { throw .shape(node, "a map") }
    guard let number = Int(try entries.text("number", in: node)) else { throw .shape(node, "a number") }
    self.init(
      number: number, title: try entries.text("title", in: node), english: try entries.text("english", in: node),
      owners: try entries.words("owners"))
  }
}

extension Policy.Span {
  fileprivate init(_ node: ParameterNode, cover: inout Cover) throws(PolicyError) {
    guard let entries = node.map else { throw .shape(node, "a map") }
    guard let article = Int(try entries.text("article", in: node)) else { throw .shape(node, "a number") }
    let text = try entries.text("text", in: node)
    var carriers: [Carrier] = []
    for word in try entries.words("carriers") {
      guard let carrier = Carrier(word) else {
        throw PolicyError(
          code: "carrier-shape", line: node.line,
          message: Bilingual(zh: "`\(word)` 不是承载者：写作 table authority", en: "`\(word)` is no carrier: write table authority"))
      }
      carriers.append(carrier)
    }
    let none = try entries.bilingual("none", in: node)
    guard carriers.isEmpty == (none != nil) else {
      throw PolicyError(
        code: "no-carrier", line: node.line,
        message: Bilingual(
          zh: "`\(text.prefix(20))…` 须写明由什么承载，或写明为何没有", en: "`\(text.prefix(20))…` needs a carrier, or the reason for none"))
    }
    self.init(
      article: article, text: text, bytes: try cover.next(text, line: node.line), carriers: carriers,
      reading: try entries.bilingual("reading", in: node), none: none, line: node.line)
  }
}

/// Walks down the text passage by passage; between two there is nothing but white space.
private struct Cover {
  let bytes: [UInt8]
  var position = 0

  init(text: String) { bytes = Array(text.utf8) }

  mutating func next(_ passage: String, line: Int) throws(PolicyError) -> Range<Int> {
    skipSpace()
    let wanted = Array(passage.utf8)
    let end = position + wanted.count
    guard !wanted.isEmpty, end <= bytes.count, bytes[position..<end].elementsEqual(wanted) else {
      let found = String(decoding: bytes[position..<min(bytes.count, position + max(60, wanted.count))], as: UTF8.self)
      throw PolicyError(
        code: "text-differs", line: line,
        message: Bilingual(zh: "此处条文是 `\(found)`，不是 `\(passage)`", en: "the text here is `\(found)`, not `\(passage)`"))
    }
    defer { position = end }
    return position..<end
  }

  mutating func finish() throws(PolicyError) {
    skipSpace()
    guard position == bytes.count else {
      let rest = String(decoding: bytes[position..<min(bytes.count, position + 60)], as: UTF8.self)
      throw PolicyError(
        code: "text-left-over", line: 0, message: Bilingual(zh: "`\(rest)` 无人承载", en: "nothing carries `\(rest)`"))
    }
  }

  /// Blanks, line ends and the no-break space.
  private mutating func skipSpace() {
    while position < bytes.count {
      if [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
        position += 1
      } else if bytes[position] == 0xC2, position + 1 < bytes.count, bytes[position + 1] == 0xA0 {
        position += 2
      } else {
        return
      }
    }
  }
}

extension [ParameterNode.Entry] {
  fileprivate func text(_ key: String, in node: ParameterNode) throws(PolicyError) -> String {
    guard let text = first(where: { $0.key == key })?.value.scalar else { throw .shape(node, "`\(key)`") }
    return text
  }

  fileprivate func list(_ key: String, in node: ParameterNode) throws(PolicyError) -> [ParameterNode] {
    guard let list = first(where: { $0.key == key })?.value.list else { throw .shape(node, "`\(key)`") }
    return list
  }

  fileprivate func words(_ key: String) throws(PolicyError) -> [String] {
    guard let value = first(where: { $0.key == key })?.value else { return [] }
    guard let list = value.list else { throw .shape(value, "a list") }
    var words: [String] = []
    for node in list {
      guard let word = node.scalar else { throw .shape(node, "a word") }
      words.append(word)
    }
    return words
  }

  /// `reading: 中文` with `reading_en: English` beside it.
  fileprivate func bilingual(_ key: String, in node: ParameterNode) throws(PolicyError) -> Bilingual? {
    guard contains(where: { $0.key == key }) else { return nil }
    return Bilingual(zh: try text(key, in: node), en: try text(key + "_en", in: node))
  }
}

extension PolicyError {
  fileprivate static func shape(_ node: ParameterNode, _ expected: String) -> PolicyError {
    PolicyError(
      code: "policy-shape", line: node.line,
      message: Bilingual(zh: "此处缺少 \(expected)", en: "\(expected) is expected here"))
  }
}
