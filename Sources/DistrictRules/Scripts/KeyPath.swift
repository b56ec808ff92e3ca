internal import LuaSyntax

/// Where a key of a declaration stands in its source: found by going down the table constructors of the tree.
struct KeyPath {
  /// The key, or as much of its path as there is; the declaration's name when nothing of it is there.
  let span: SourceSpan?

  /// - Parameter ofKey: whether the key itself is wrong, rather than its value.
  init(_ path: [String], of declaration: String, in chunk: Chunk, ofKey: Bool) {
    var found: SourceSpan?
    chunk.block.walk { node in
      guard found == nil, case .expression(let expression) = node, let (name, body) = KeyPath.declaration(expression),
        KeyPath.text(name) == declaration
      else { return .into }
      found = KeyPath.descend(path, body, ofKey) ?? name.span
      return .past
    }
    span = found
  }

  /// What the function under a key of a declaration returns at its end; the key where it ends without.
  static func returned(by key: String, of declaration: String, in chunk: Chunk) -> SourceSpan? {
    var found: SourceSpan?
    chunk.block.walk { node in
      guard found == nil, case .expression(let expression) = node, let (name, body) = KeyPath.declaration(expression), KeyPath.text(name) == declaration,
        case .table(let fields) = body.kind
      else { return .into }
      for field in fields {
        guard case .name(let written) = field.key, written.text == key else { continue }
        found = written.span
        guard case .function(let function) = field.value.kind, let last = function.block.statements.last, case .return(let values) = last.kind else { continue }
        found = values.first?.span ?? last.span
      }
      return .past
    }
    return found
  }

  /// `kind "name" { … }`: the name and the table.
  private static func declaration(_ expression: Expression) -> (Expression, Expression)? {
    guard case .call(let inner, let arguments) = expression.kind, let body = arguments.values.first, case .table = body.kind,
      case .call(_, let names) = inner.kind, let name = names.values.first, case .string = name.kind
    else { return nil }
    return (name, body)
  }

  private static func descend(_ path: [String], _ expression: Expression, _ ofKey: Bool) -> SourceSpan? {
    guard let key = path.first else { return nil }
    // A test around conditions is a call, not a key.
    if key == "any_of" || key == "all_of" { return descend(Array(path.dropFirst()), expression, ofKey) }
    switch expression.kind {
    case .table(let fields):
      var position = 0
      for field in fields {
        let (name, span): (String?, SourceSpan)
        switch field.key {
        case .name(let written): (name, span) = (written.text, written.span)
        case .value(let value): (name, span) = (text(value), value.span)
        case .position:
          // `#2` is the second item of a list; a word in a list is its own place.
          position += 1
          let item = "#\(position)"
          (name, span) = (key == item ? item : text(field.value), KeyPath.head(of: field))
        }
        guard name == key else { continue }
        guard path.count > 1 else { return !ofKey && KeyPath.isWord(field.value) ? field.value.span : span }
        return descend(Array(path.dropFirst()), field.value, ofKey) ?? (KeyPath.isText(field.value) ? field.value.span : span)
      }
      // A list of conditions, or a test around them: the key may stand deeper.
      for field in fields { if let found = descend(path, field.value, ofKey) { return found } }
      return nil
    case .call(_, let arguments):
      for value in arguments.values {
        if let found = descend(path, value, ofKey) { return found }
      }
      return nil
    default: return nil
    }
  }

  /// A step's name stands for the step.
  private static func head(of field: TableField) -> SourceSpan {
    if case .table(let inner) = field.value.kind, let first = inner.first, case .position = first.key { return first.span }
    return field.span
  }

  /// A mistake in a word or number is the value's; in a table it is the key's.
  private static func isWord(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .string, .integer, .float, .true, .false, .nil, .call, .name: true
    default: false
    }
  }

  /// A single word in the place of a list of words.
  private static func isText(_ expression: Expression) -> Bool { if case .string = expression.kind { true } else { false } }

  private static func text(_ expression: Expression) -> String? {
    if case .string(let literal) = expression.kind { literal.text } else { nil }
  }
}

extension SourceText {
  /// A word at or after a line, or that line without its indentation.
  func span(of word: String, near number: Int) -> SourceSpan? {
    guard number >= 1, number <= lineCount else { return nil }
    guard !word.isEmpty else { return line(number) }
    let line = line(number)
    let needles = (CityVocabulary.pairs.filter { $0.english == word }.map(\.chinese) + [word]).map { Array($0.utf8) }
    for needle in needles where needle.count <= line.end - line.start {
      for start in line.start...(line.end - needle.count) where Array(bytes[start..<start + needle.count]) == needle {
        return SourceSpan(start, start + needle.count)
      }
    }
    return nil
  }
}
