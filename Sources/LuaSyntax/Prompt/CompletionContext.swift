/// What stands before the cursor, so that a prompt or an editor can offer what may come next.
///
/// In `complaints:where{ project = { hi` the word is `hi`, a key of a table, inside the table that is the value of
/// `project`, inside the table that `complaints:where` is called with.
public struct CompletionContext: Sendable, Hashable {
  /// The part of a word before the cursor, as it was written; perhaps empty.
  public let word: String
  /// Where that part stands: what a completion replaces.
  public let span: SourceSpan
  /// What kind of word can stand there.
  public let place: Place
  /// The brackets that are open, the outermost first.
  public let enclosing: [Enclosure]

  /// What kind of word can stand at the cursor.
  public enum Place: Sendable, Hashable {
    /// A name that stands for itself: a variable, a reserved word, a function.
    case name
    /// Behind `.` or `:`; the chain is what stands before.
    case member(of: [Link], isMethod: Bool)
    /// Where a table's next item begins: a key, or a value.
    case key
    /// In a text between quotes or long brackets; the word is all of it so far.
    case text
    /// In a comment or a number: nothing to offer.
    case nothing
  }

  /// One step of a chain such as `complaints:where{…}.first[1]`. Names are in English where the vocabulary knows them.
  public enum Link: Sendable, Hashable {
    case name(String)
    case field(String)
    case method(String)
    case call
    case index
    /// A value without a name, such as `("…")` or `{…}`.
    case value
  }

  /// An open bracket.
  public struct Enclosure: Sendable, Hashable {
    /// What kind of bracket.
    public enum Kind: Sendable, Hashable {
      case parenthesis, bracket, table
    }

    /// What kind of bracket it is.
    public let kind: Kind
    /// What it is an argument or index of; empty when it stands for itself.
    public let owner: [Link]
    /// The key (in English where the vocabulary knows it) of the item the cursor is in, where that item has one.
    public internal(set) var key: String?
    /// How many items stand before the one the cursor is in.
    public internal(set) var itemsBefore = 0
  }
}

/// What stands before `offset` in a source, which may be half written.
public func completionContext(
  _ source: SourceText, at offset: Int, vocabulary: Vocabulary = .keywords
) -> CompletionContext {
  let prefix = SourceText(name: source.name, bytes: Array(source.bytes.prefix(max(0, offset))))
  var reader = CompletionReader(source: prefix, vocabulary: vocabulary)
  return reader.read()
}

/// Follows brackets and chains through the tokens up to the cursor; no grammar, so that nothing before the cursor
/// needs to be right.
private struct CompletionReader {
  typealias Link = CompletionContext.Link

  let source: SourceText
  let vocabulary: Vocabulary

  private struct Frame {
    var enclosure: CompletionContext.Enclosure
    /// Whether nothing of the current item has been read.
    var isAtItem = true
  }

  private var frames: [Frame] = []
  /// What was read of the chain that ends here.
  private var chain: [Link] = []
  /// The `.` or `:` that was read last.
  private var separator: Token.Kind?

  init(source: SourceText, vocabulary: Vocabulary) {
    self.source = source
    self.vocabulary = vocabulary
  }

  mutating func read() -> CompletionContext {
    var lexer = Lexer(source, vocabulary: vocabulary)
    let end = source.bytes.count
    while true {
      let problems = lexer.problemCount
      let token = lexer.next()
      let isOpen = lexer.problemCount > problems
      if token.kind == .endOfFile { return context(at: SourceSpan(end, end)) }
      if token.span.end == end, let context = last(token, isOpen) { return context }
      if !token.kind.isTrivia { step(token) }
    }
  }

  /// The context, when the cursor is in or right behind `token`.
  private func last(_ token: Token, _ isOpen: Bool) -> CompletionContext? {
    switch token.kind {
    case .name: return context(at: token.span)
    case _ where token.kind.isKeyword: return context(at: token.span)
    case .number: return context(at: token.span, .nothing)
    case .comment:
      let isLong = source.bytes[token.span.start..<token.span.end].starts(with: Array("--[".utf8))
      return isOpen || !isLong || !source.bytes.ends(with: "]") ? context(at: token.span, .nothing) : nil
    case .string where isOpen:
      var start = token.span.start + 1
      if source.bytes[token.span.start] == UInt8(ascii: "[") {
        while start < token.span.end, source.bytes[start] == UInt8(ascii: "=") { start += 1 }
        start += 1
      }
      return context(at: SourceSpan(min(start, token.span.end), token.span.end), .text)
    default: return nil
    }
  }

  private func context(at span: SourceSpan, _ place: CompletionContext.Place? = nil) -> CompletionContext {
    let found: CompletionContext.Place
    if let place {
      found = place
    } else if let separator {
      found = .member(of: chain, isMethod: separator == .colon)
    } else if let frame = frames.last, frame.enclosure.kind == .table, frame.isAtItem {
      found = .key
    } else {
      found = .name
    }
    return CompletionContext(word: source.text(span), span: span, place: found, enclosing: frames.map(\.enclosure))
  }

  private mutating func step(_ token: Token) {
    let wasAtItem = frames.last?.isAtItem ?? false
    if !frames.isEmpty { frames[frames.count - 1].isAtItem = false }
    switch token.kind {
    case .name: name(token)
    case .dot, .colon:
      if chain.isEmpty { chain = [.value] }
      separator = token.kind
      return
    case .string, .number: chain = chain.isEmpty ? [.value] : chain + [.call]
    case .openParenthesis: open(.parenthesis)
    case .openBrace: open(.table)
    case .openBracket: open(.bracket, isKey: wasAtItem)
    case .closeParenthesis, .closeBrace, .closeBracket: close()
    case .comma, .semicolon:
      nextItem()
    case .assign:
      if case .name(let key) = chain.first, chain.count == 1, frames.last?.enclosure.kind == .table, isFirstOfItem {
        frames[frames.count - 1].enclosure.key = key
      }
      chain = []
    default: chain = []
    }
    separator = nil
    isFirstOfItem = wasAtItem && token.kind == .name
  }

  /// Whether the last token was a name that begins an item.
  private var isFirstOfItem = false

  private mutating func name(_ token: Token) {
    let written = source.text(token.span)
    let text = vocabulary.english(for: written) ?? written
    switch separator {
    case .dot: chain.append(.field(text))
    case .colon: chain.append(.method(text))
    default: chain = [.name(text)]
    }
  }

  private mutating func open(_ kind: CompletionContext.Enclosure.Kind, isKey: Bool = false) {
    frames.append(Frame(enclosure: .init(kind: kind, owner: isKey ? [] : chain)))
    chain = []
  }

  private mutating func close() {
    guard let enclosure = frames.popLast()?.enclosure else {
      chain = []
      return
    }
    switch enclosure.kind {
    case .bracket: chain = enclosure.owner.isEmpty ? [] : enclosure.owner + [.index]
    case .parenthesis, .table: chain = enclosure.owner.isEmpty ? [.value] : enclosure.owner + [.call]
    }
  }

  private mutating func nextItem() {
    chain = []
    guard !frames.isEmpty else { return }
    frames[frames.count - 1].enclosure.key = nil
    frames[frames.count - 1].enclosure.itemsBefore += 1
    frames[frames.count - 1].isAtItem = true
  }
}

extension [UInt8] {
  fileprivate func ends(with scalar: Unicode.Scalar) -> Bool { last == UInt8(ascii: scalar) }
}
