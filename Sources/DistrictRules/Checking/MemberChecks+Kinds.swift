internal import CityModel
internal import Columns
internal import LuaSyntax

// What an expression is known to be, from the collections that there are and the methods that answer with them.
extension MemberChecks {
  func kind(of expression: Expression) -> Kind? { MemberChecks.kind(of: expression, variables) }

  private static func kind(of expression: Expression, _ variables: [Int: Kind]) -> Kind? {
    switch expression.kind {
    case .parenthesized(let inner): return kind(of: inner, variables)
    case .name(let name, .global):
      if name.text == "propose" { return .propose }
      return CitySchema.table(name.text).map { .collection($0.name) }
    case .name(_, let binding): return binding.variable.flatMap { variables[$0] }
    case .field(let object, let name):
      switch kind(of: object, variables) {
      case .row(let table):
        guard case .reference(let target)? = CitySchema.table(table)?.field(name.text)?.type else { return nil }
        return .row(target)
      case .candidate: return name.text == "enterprise" ? .row(Enterprise.schema.name) : nil
      default: return nil
      }
    case .call(let callee, let arguments):
      if case .name(let name, .global) = callee.kind, ["red_candidates", "black_candidates"].contains(name.text) { return .list(.candidate) }
      guard case .collection(let table)? = kind(of: callee, variables) else { return nil }
      switch arguments.values.first?.kind {
      case .table?: return .collection(table)
      case .string?: return .row(table)
      default: return nil
      }
    case .methodCall(let object, let name, _): return answer(of: kind(of: object, variables), name.text)
    default: return nil
    }
  }

  private static func answer(of owner: Kind?, _ method: String) -> Kind? {
    switch owner {
    case .collection(let table):
      switch method {
      case "first": return .row(table)
      case "group": return .grouping(table)
      case "show", "sort", "limit": return .result
      case "each", "count", "unknown", "distinct", "sum": return nil
      // Also behind a method that there is not: what follows is looked at all the same.
      default: return .collection(table)
      }
    case .grouping: return .result
    case .result: return ["sort", "limit"].contains(method) ? .result : nil
    default: return nil
    }
  }

  /// What local variables hold, of those that hold the same kind of thing all the time.
  static func variables(in chunk: Chunk) -> [Int: Kind] {
    var kinds: [Int: Kind] = [:]
    var changing: Set<Int> = []
    func set(_ variable: Int, _ kind: Kind?) { if let kind, !changing.contains(variable) { kinds[variable] = kind } }
    func assign(_ target: Expression, _ value: Expression?) {
      guard case .name(_, let binding) = target.kind, let variable = binding.variable else { return }
      guard let value, let known = kinds[variable], kind(of: value, kinds) == known else {
        kinds[variable] = nil
        changing.insert(variable)
        return
      }
    }
    chunk.block.walk { node in
      switch node {
      case .statement(let statement):
        switch statement.kind {
        case .local(let variables, let values):
          for (variable, value) in zip(variables, values) { set(variable, kind(of: value, kinds)) }
        case .genericFor(let variables, let values, _):
          if case .methodCall(let object, let name, _)? = values.first?.kind, name.text == "each", case .collection(let table)? = kind(of: object, kinds),
            let first = variables.first
          {
            set(first, .row(table))
          } else if case .call(let callee, let arguments)? = values.first?.kind, case .name(let name, .global) = callee.kind, name.text == "ipairs",
            let list = arguments.values.first, case .list(let item)? = kind(of: list, kinds), variables.count > 1
          {
            set(variables[1], item)
          }
        case .assignment(let targets, let values):
          for (place, target) in targets.enumerated() { assign(target, targets.count == values.count ? values[place] : nil) }
        case .function(let target, _, _): assign(target, nil)
        case .localFunction(_, let body): for parameter in body.parameters { set(parameter, .parameter) }
        default: break
        }
      case .field(let field):
        guard case .name(let key) = field.key, ["run", "rows"].contains(key.text), case .function(let body) = field.value.kind, let first = body.parameters.first
        else { break }
        set(first, .period)
      case .expression(let expression):
        // `deduct = function(c) … end` is given the rows that `each` names.
        guard case .table(let fields) = expression.kind, case .collection(let table)? = value("each", in: fields).flatMap({ kind(of: $0, kinds) }) else { break }
        for key in ["deduct", "add"] {
          switch value(key, in: fields)?.kind {
          case .function(let body)?: if let first = body.parameters.first { set(first, .row(table)) }
          case .table(let inner)?:
            // `deduct = { per = "enterprise", points = function(e, rows) … end }`
            guard case .function(let body)? = value("points", in: inner)?.kind, case .string(let per)? = value("per", in: inner)?.kind else { break }
            if let first = body.parameters.first, let subject = Adjustment.CapSubject(rawValue: CityVocabulary.english(per.text)) { set(first, .row(subject.rawValue)) }
            if body.parameters.count > 1 { set(body.parameters[1], .collection(table)) }
          default: break
          }
        }
      case .function: break
      }
      return .into
    }
    return kinds
  }

  private static func value(_ key: String, in fields: [TableField]) -> Expression? {
    fields.first { if case .name(let name) = $0.key { name.text == key } else { false } }?.value
  }
}
