internal import CityModel
internal import Columns
internal import LuaSyntax

/// What a script asks of rows, collections and `propose`, also in functions that have not run: fields and methods that there are
/// not, and proposals without their reasons. Only what is surely a row or a collection is judged; a table of the script's own is not.
struct MemberChecks {
  let chunk: Chunk
  let variables: [Int: Kind]
  /// Every word that the script itself writes as a key or in quotation marks: what a table of its own may hold.
  private let ownWords: Set<String>

  /// What an expression is known to be.
  indirect enum Kind: Equatable {
    case collection(String)
    case row(String)
    case grouping(String)
    case result
    case period
    case candidate
    case list(Kind)
    case propose
    /// What a function of the script is given: a row, or a table of its own.
    case parameter
  }

  init(_ chunk: Chunk) {
    self.chunk = chunk
    variables = MemberChecks.variables(in: chunk)
    var words: Set<String> = []
    chunk.block.walk { node in
      switch node {
      case .field(let field): if case .name(let name) = field.key { words.insert(name.text) }
      case .expression(let expression): if case .string(let literal) = expression.kind { words.insert(CityVocabulary.english(literal.text)) }
      case .statement(let statement):
        guard case .assignment(let targets, _) = statement.kind else { break }
        for case .field(_, let name) in targets.map(\.kind) { words.insert(name.text) }
      case .function: break
      }
      return .into
    }
    ownWords = words
  }

  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    chunk.block.walk { node in
      switch node {
      case .expression(let expression): found += check(expression)
      case .statement(let statement):
        if case .call(let call) = statement.kind { found += bareProposal(call) }
      case .field, .function: break
      }
      return .into
    }
    return found
  }

  private func check(_ expression: Expression) -> [Diagnostic] {
    switch expression.kind {
    case .field(let object, let name): return member(name, of: kind(of: object))
    case .methodCall(let object, let name, let arguments):
      guard let owner = kind(of: object) else { return [] }
      let unknown = method(name, of: owner)
      // Of a misspelt method what it is given is looked at all the same.
      let meant = unknown.isEmpty ? name.text : closest(to: name.text, among: MemberChecks.queryMethods) ?? name.text
      return unknown + given(arguments, to: meant, of: owner)
    case .call(let callee, let arguments):
      if case .collection(let table)? = kind(of: callee) { return conditions(arguments, over: table) }
      return proposal(callee, arguments)
    default: return []
    }
  }

  // MARK: Fields and methods

  private func member(_ name: Name, of owner: Kind?) -> [Diagnostic] {
    switch owner {
    case .row(let table):
      guard let schema = CitySchema.table(table), schema.field(name.text) == nil else { return [] }
      return [unknown("unknown-field", name.span, Wording(chinese: schema.chinese, english: "`\(schema.name)`"), schema.fields.map(\.name))]
    case .period where !["name", "first_day", "last_day"].contains(name.text):
      return [unknown("unknown-field", name.span, Wording(chinese: "期间", english: "the period"), ["name", "first_day", "last_day"])]
    case .candidate where !["enterprise", "because", "grounds", "evidence"].contains(name.text):
      return [unknown("unknown-field", name.span, Wording(chinese: "候选", english: "a candidate"), ["enterprise", "because", "grounds", "evidence"])]
    case .parameter where !MemberChecks.everyField.contains(name.text) && !ownWords.contains(name.text):
      let word = chunk.source.text(name.span)
      var diagnostic = unknown("unknown-field", name.span, Wording(chinese: "任何记录都", english: ""), MemberChecks.everyField.sorted())
      diagnostic.severity = .warning
      diagnostic.message = Wording(chinese: diagnostic.message.chinese, english: "no row has a field `\(word)`")
      return [diagnostic]
    case .propose where Proposal.Kind(rawValue: name.text) == nil: return [MemberChecks.noSuchProposal(chunk.source.text(name.span), at: name.span)]
    default: return []
    }
  }

  private func method(_ name: Name, of owner: Kind) -> [Diagnostic] {
    let (what, methods): (Wording, [String])
    switch owner {
    case .collection: (what, methods) = (Wording(chinese: "查询", english: "a query"), MemberChecks.queryMethods)
    case .grouping: (what, methods) = (Wording(chinese: "分组", english: "a grouping"), ["count", "sum", "distinct"])
    case .result: (what, methods) = (Wording(chinese: "结果", english: "a result"), ["sort", "limit", "rows"])
    default: return []
    }
    return methods.contains(name.text) ? [] : [unknown("unknown-method", name.span, what, methods)]
  }

  private static let queryMethods = [
    "where", "of", "within_year_to", "in_period", "each", "first", "count", "unknown", "distinct", "sum", "group", "show", "sort", "limit",
  ]

  private static let everyField = Set(CitySchema.tables.flatMap(\.fields).map(\.name)).union([
    "name", "first_day", "last_day", "enterprise", "because", "grounds", "evidence", "count",
  ])

  private func unknown(_ code: Diagnostic.Code, _ span: SourceSpan, _ what: Wording, _ names: [String]) -> Diagnostic {
    let problem = RuleProblem.unknown(code, chunk.source.text(span), at: [], what: what, among: names)
    return Diagnostic(code, at: span, problem.message, help: problem.help)
  }

  // MARK: What methods are given

  private func given(_ arguments: Arguments, to method: String, of owner: Kind) -> [Diagnostic] {
    switch (owner, method) {
    case (.collection(let table), "where"): conditions(arguments, over: table)
    case (.collection(let table), "distinct"), (.collection(let table), "sum"), (.collection(let table), "group"), (.collection(let table), "show"),
      (.grouping(let table), "sum"), (.grouping(let table), "distinct"):
      arguments.values.flatMap { fieldWord($0, of: table) }
    default: []
    }
  }

  private func fieldWord(_ expression: Expression, of table: String) -> [Diagnostic] {
    guard case .string(let literal) = expression.kind, let schema = CitySchema.table(table), schema.field(CityVocabulary.english(literal.text)) == nil else {
      return []
    }
    let problem = RuleProblem.unknown(
      "unknown-field", literal.text, at: [], what: Wording(chinese: schema.chinese, english: "`\(schema.name)`"), among: schema.fields.map(\.name))
    return [Diagnostic("unknown-field", at: expression.span, problem.message, help: problem.help)]
  }

  private func conditions(_ arguments: Arguments, over table: String) -> [Diagnostic] {
    guard arguments.values.count == 1 else { return [] }
    return condition(arguments.values[0], over: table)
  }

  /// The fields and words of a condition's table.
  private func condition(_ expression: Expression, over table: String) -> [Diagnostic] {
    guard let schema = CitySchema.table(table) else { return [] }
    if case .call(let callee, let arguments) = expression.kind, case .name(let name, .global) = callee.kind, ["any_of", "all_of"].contains(name.text),
      arguments.values.count == 1, case .table(let items) = arguments.values[0].kind
    {
      return items.flatMap { condition($0.value, over: table) }
    }
    guard case .table(let fields) = expression.kind else { return [] }
    return fields.flatMap { field -> [Diagnostic] in
      guard case .name(let name) = field.key else { return [] }
      guard let known = schema.field(name.text) else {
        return [unknown("unknown-field", name.span, Wording(chinese: schema.chinese, english: "`\(schema.name)`"), schema.fields.map(\.name))]
      }
      switch known.type {
      case .reference(let target): return condition(field.value, over: target)
      case .enumeration(let words): return value(field.value, of: known, words)
      default: return []
      }
    }
  }

  private func value(_ expression: Expression, of field: Columns.Field, _ words: Enumeration) -> [Diagnostic] {
    switch expression.kind {
    case .string(let literal):
      guard !words.values.contains(where: { $0.name == literal.text || $0.chinese == literal.text }) else { return [] }
      let isASCII = literal.text.utf8.allSatisfy { $0 < 128 }
      let problem = RuleProblem.unknown(
        "unknown-value", literal.text, at: [], what: Wording(chinese: "`\(field.chinese)`", english: "`\(field.name)`"),
        among: words.values.map { isASCII ? $0.name : $0.chinese }, translated: false)
      return [Diagnostic("unknown-value", at: expression.span, problem.message, help: problem.help)]
    case .call(let callee, let arguments):
      guard case .name(let name, .global) = callee.kind, ["one_of", "not_one_of"].contains(name.text), arguments.values.count == 1,
        case .table(let items) = arguments.values[0].kind
      else { return [] }
      return items.flatMap { value($0.value, of: field, words) }
    default: return []
    }
  }

  // MARK: Proposals

  static func noSuchProposal(_ word: String, at span: SourceSpan?) -> Diagnostic {
    let verbs = Proposal.Kind.allCases.map(\.rawValue)
    return Diagnostic(
      "unknown-method", at: span, Wording(chinese: "不能提请 `\(word)`", english: "nothing called `\(word)` can be proposed"),
      help: Wording(
        chinese: "可以提请：\(verbs.map { "`\(CityVocabulary.chinese($0))`" }.joined(separator: "、"))",
        english: "there are \(verbs.map { "`\($0)`" }.joined(separator: ", "))"))
  }

  /// `propose.interview(e)` and nothing behind it: nobody is proposed.
  private func bareProposal(_ call: Expression) -> [Diagnostic] {
    guard case .call(let callee, _) = call.kind, case .field(let object, let verb) = callee.kind, kind(of: object) == .propose,
      Proposal.Kind(rawValue: verb.text) != nil
    else { return [] }
    return [missing("because", at: call.span, chinese: "写作 提请.约谈(企业) { 理由 = \"…\" }", english: "write propose.interview(enterprise) { because = \"…\" }")]
  }

  private func proposal(_ callee: Expression, _ arguments: Arguments) -> [Diagnostic] {
    guard case .call(let inner, _) = callee.kind, case .field(let object, let verb) = inner.kind, kind(of: object) == .propose,
      let what = Proposal.Kind(rawValue: verb.text), arguments.values.count == 1, case .table(let fields) = arguments.values[0].kind
    else { return [] }
    var found: [Diagnostic] = []
    var known: Set<String> = []
    let allowed = Desk.proposalKeys(what)
    for field in fields {
      // A key that is worked out may be any.
      guard case .name(let name) = field.key else { return [] }
      known.insert(name.text)
      guard !allowed.contains(name.text) else { continue }
      found.append(unknown("unknown-key", name.span, Wording(chinese: "提请", english: "a proposal"), allowed))
    }
    if !known.contains("because") {
      found.append(missing("because", at: arguments.span, chinese: "写明告知企业的理由", english: "say the reason that the enterprise is told"))
    }
    if what == .deduction, !known.contains("points") {
      found.append(missing("points", at: arguments.span, chinese: "写明提请扣多少分", english: "say how many points"))
    }
    return found
  }

  private func missing(_ key: String, at span: SourceSpan, chinese: String, english: String) -> Diagnostic {
    let problem = RuleProblem.missing(key, at: [], help: Wording(chinese: chinese, english: english))
    return Diagnostic("missing-key", at: span, problem.message, help: problem.help)
  }
}
