internal import CityModel
internal import Columns
internal import LuaSyntax

/// What may come next in half-written input: globals, methods, the fields of the table that is meant, and the values of a field.
public struct ScriptCompletion: Sendable {
  private let globals: [String]
  private let vocabulary: Vocabulary

  /// - Parameter names: the globals of the environment.
  public init(names: [String]) {
    func spellings(_ kind: RuleWord.Kind) -> [String] { RuleWord.all.filter { $0.kind == kind }.flatMap { [$0.english, $0.chinese] } }
    globals = Set(names + CitySchema.tables.map(\.chinese) + spellings(.function)).sorted()
    vocabulary = (try? CityVocabulary.vocabulary()) ?? .keywords
  }

  /// The word before the cursor, and the words that it may become, sorted.
  ///
  /// - Parameter cursor: bytes before the cursor.
  public func candidates(in line: String, cursor: Int) -> (word: String, matches: [String]) {
    let context = completionContext(SourceText(name: "", line), at: cursor, vocabulary: vocabulary)
    let matches = pool(context).filter { $0.hasPrefix(context.word) && $0 != context.word }
    return (context.word, Set(matches).sorted())
  }

  private func pool(_ context: CompletionContext) -> [String] {
    switch context.place {
    case .nothing: return []
    case .name: return globals
    case .member(let chain, let isMethod):
      if isMethod { return ScriptCompletion.methods }
      if chain == [.name("propose")] { return Proposal.Kind.allCases.flatMap { [$0.rawValue, CityVocabulary.chinese($0.rawValue)] } }
      return fields(table(of: chain).map { [$0] } ?? CitySchema.tables)
    case .key:
      guard let place = tableOfBraces(context.enclosing) else {
        return RuleWord.all.filter { $0.kind == .key || $0.kind == .function }.flatMap { [$0.english, $0.chinese] } + fields(CitySchema.tables)
      }
      return fields([place]) + globals.filter { ["any_of", "all_of", "任一", "全部"].contains($0) }
    case .text: return values(context)
    }
  }

  private static let methods: [String] =
    (RuleWord.all.filter { $0.kind == .method }.flatMap { [$0.english, $0.chinese] } + ["where", "范围", "each", "逐条", "rows", "行"]).sorted()

  private func fields(_ tables: [TableSchema]) -> [String] { tables.flatMap { $0.fields.flatMap { [$0.name, $0.chinese] } } }

  /// The table whose rows a chain leads to: `enterprise("…").registered_in`, `complaints:where{…}`.
  private func table(of chain: [CompletionContext.Link]) -> TableSchema? {
    guard case .name(let first)? = chain.first, var table = CitySchema.table(first) else { return nil }
    for link in chain.dropFirst() {
      guard case .field(let name) = link, let field = table.field(name) else { continue }
      guard case .reference(let target) = field.type, let next = CitySchema.table(target) else { return nil }
      table = next
    }
    return table
  }

  /// The table that the innermost braces hold conditions over: from the query that they are given to, through the keys between.
  private func tableOfBraces(_ enclosing: [CompletionContext.Enclosure]) -> TableSchema? {
    guard let start = enclosing.lastIndex(where: { table(of: $0.owner) != nil }), var table = table(of: enclosing[start].owner) else { return nil }
    for enclosure in enclosing[start...].dropLast() {
      guard let key = enclosure.key, let field = table.field(key), case .reference(let target) = field.type, let next = CitySchema.table(target) else { continue }
      table = next
    }
    return table
  }

  /// Inside quotation marks: the values of the field that the text is for, or the fields of the query.
  private func values(_ context: CompletionContext) -> [String] {
    guard let inner = context.enclosing.last else { return [] }
    if let key = inner.key ?? context.enclosing.dropLast().last?.key {
      let tables = tableOfBraces(inner.key == nil ? Array(context.enclosing.dropLast()) : context.enclosing).map { [$0] } ?? CitySchema.tables
      for table in tables {
        if case .enumeration(let enumeration)? = table.field(key)?.type { return enumeration.values.flatMap { [$0.name, $0.chinese] } }
      }
    }
    if let table = table(of: inner.owner) { return fields([table]) }
    return []
  }
}
