internal import LuaRuntime
public import LuaSyntax

extension ScriptSession {
  /// A script's declarations as numbered sentences, complete.
  ///
  /// - Throws: ``ScriptError`` when the script cannot be read.
  public func say(_ script: Script, in language: Language) throws(ScriptError) -> [String] {
    try texts(script, language).map(\.text)
  }

  /// What a script's procedures ask for, step by step, by the name of each.
  ///
  /// - Throws: ``ScriptError`` when the script cannot be read.
  public func steps(_ script: Script, in language: Language) throws(ScriptError) -> [String: String] {
    Dictionary(try texts(script, language).filter { $0.kind == Declaration.Kind.procedure.rawValue }.map { ($0.name, $0.steps) }) { first, _ in first }
  }

  private func texts(_ script: Script, _ language: Language) throws(ScriptError) -> [RuleText] {
    _ = try load(script)
    let (chunk, declared) = try declared(by: script)
    return declared.map { declaration in
      RuleText(phrases: Phrases(kinds: kinds, language: language), declared: declaration) { key in
        FunctionText(key, of: declaration.name, in: chunk).text
      }
    }
  }
}

/// The text of a function that stands under a key of a declaration, as it was written.
struct FunctionText {
  let text: String?

  init(_ key: String, of declaration: String, in chunk: Chunk) {
    var found: String?
    var isInside = false
    chunk.block.walk { node in
      if case .expression(let expression) = node, case .string(let literal) = expression.kind { isInside = literal.text == declaration || isInside }
      if found == nil, case .field(let field) = node, case .function = field.value.kind, isInside {
        let name: String? =
          switch field.key {
          case .name(let name): name.text
          case .value(let value): if case .string(let literal) = value.kind { literal.text } else { nil }
          case .position: nil
          }
        if name == key || name.map(CityVocabulary.english) == key { found = chunk.source.text(field.value.span) }
      }
      return .into
    }
    text = found
  }
}
