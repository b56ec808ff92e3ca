internal import CityModel
public import Columns
internal import LuaSyntax

extension ScriptSession {
  /// The fields that a function of an adjustment names, of its rows and of the enterprise or estate that they are taken together by.
  ///
  /// It is read from the function's text: a field that is only named stands here, too.
  ///
  /// - Throws: ``ScriptError`` where the script cannot be read.
  public func fieldsNamed(by adjustment: Adjustment, in script: Script) throws(ScriptError) -> (rows: [Columns.Field], subject: [Columns.Field]) {
    let subject: TableSchema?
    switch adjustment.amount {
    case .function: subject = nil
    case .group(let group): subject = group.per == .project ? Project.schema : Enterprise.schema
    case .fixed, .forEach, .offset: return ([], [])
    }
    var words: Set<String> = []
    try parsed(script.source).block.walk { node in
      guard case .expression(let expression) = node, case .function(let body) = expression.kind else { return .into }
      body.block.walk { inner in
        switch inner {
        case .expression(let expression):
          switch expression.kind {
          case .field(_, let name): words.insert(CityVocabulary.english(name.text))
          case .string(let literal): words.insert(CityVocabulary.english(literal.text))
          default: break
          }
        case .field(let field): if case .name(let name) = field.key { words.insert(CityVocabulary.english(name.text)) }
        default: break
        }
        return .into
      }
      return .past
    }
    func named(_ schema: TableSchema?) -> [Columns.Field] { schema?.fields.filter { words.contains($0.name) } ?? [] }
    return (named(adjustment.table), named(subject))
  }
}
