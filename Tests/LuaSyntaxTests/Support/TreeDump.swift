import LuaSyntax

/// The tree as text, fully bracketed, without places: `(= x (+ 1 (* 2 y)))`.
enum TreeDump {
  static func text(_ chunk: Chunk) -> String { text(chunk.block, chunk) }

  static func text(_ block: Block, _ chunk: Chunk) -> String {
    block.statements.map { text($0.kind, chunk) }.joined(separator: " ")
  }

  private static func name(_ variable: Int, _ chunk: Chunk) -> String {
    let variable = chunk.variables[variable]
    return variable.name.text + (variable.attribute.map { "<\($0.rawValue)>" } ?? "")
  }

  private static func list(_ head: String, _ parts: [String]) -> String {
    "(" + ([head] + parts).filter { !$0.isEmpty }.joined(separator: " ") + ")"
  }

  private static func text(_ kind: Statement.Kind, _ chunk: Chunk) -> String {
    func all(_ expressions: [Expression]) -> [String] { expressions.map { text($0, chunk) } }
    func names(_ variables: [Int]) -> String { variables.map { name($0, chunk) }.joined(separator: ",") }
    switch kind {
    case .local(let variables, let values): return list("local", [names(variables)] + all(values))
    case .assignment(let targets, let values):
      return list("=", [all(targets).joined(separator: ",")] + all(values))
    case .call(let call): return text(call, chunk)
    case .do(let body): return list("do", [text(body, chunk)])
    case .while(let condition, let body): return list("while", [text(condition, chunk), text(body, chunk)])
    case .repeat(let body, let condition): return list("repeat", [text(body, chunk), text(condition, chunk)])
    case .if(let clauses, let otherwise):
      return list(
        "if",
        clauses.flatMap { [text($0.condition, chunk), list("then", [text($0.body, chunk)])] }
          + (otherwise.map { [list("else", [text($0, chunk)])] } ?? []))
    case .numericFor(let variable, let first, let last, let step, let body):
      return list(
        "for",
        [
          name(variable, chunk), text(first, chunk), text(last, chunk), step.map { text($0, chunk) } ?? "",
          text(body, chunk),
        ])
    case .genericFor(let variables, let values, let body):
      return list("each", [names(variables)] + all(values) + [text(body, chunk)])
    case .function(let target, let isMethod, let body):
      return list(isMethod ? "method" : "function", [text(target, chunk), text(body, chunk)])
    case .localFunction(let variable, let body):
      return list("local-function", [name(variable, chunk), text(body, chunk)])
    case .return(let values): return list("return", all(values))
    case .break: return "(break)"
    case .goto(let name): return "(goto \(name.text))"
    case .label(let name): return "(label \(name.text))"
    }
  }

  private static func text(_ body: FunctionBody, _ chunk: Chunk) -> String {
    let parameters = body.parameters.map { name($0, chunk) } + (body.isVararg ? ["..."] : [])
    return "[\(parameters.joined(separator: " "))] \(text(body.block, chunk))"
  }

  static func text(_ expression: Expression, _ chunk: Chunk) -> String {
    func arguments(_ arguments: Arguments) -> [String] { arguments.values.map { text($0, chunk) } }
    switch expression.kind {
    case .nil: return "nil"
    case .true: return "true"
    case .false: return "false"
    case .integer(let value): return String(value)
    case .float(let value): return "\(value)"
    case .string(let literal): return "'\(literal.text)'"
    case .vararg: return "..."
    case .function(let body): return list("function", [text(body, chunk)])
    case .table(let fields): return "{" + fields.map { text($0, chunk) }.joined(separator: " ") + "}"
    case .name(let name, let binding):
      switch binding {
      case .local: return name.text
      case .upvalue: return "^" + name.text
      case .global: return "@" + name.text
      }
    case .field(let object, let name): return list(".", [text(object, chunk), name.text])
    case .index(let object, let key): return list("[]", [text(object, chunk), text(key, chunk)])
    case .call(let callee, let given): return list("call", [text(callee, chunk)] + arguments(given))
    case .methodCall(let object, let name, let given):
      return list(":", [text(object, chunk), name.text] + arguments(given))
    case .parenthesized(let inner): return list("()", [text(inner, chunk)])
    case .unary(let unary, let operand): return list(unary.rawValue, [text(operand, chunk)])
    case .binary(let left, let binary, _, let right):
      return list(binary.rawValue, [text(left, chunk), text(right, chunk)])
    }
  }

  private static func text(_ field: TableField, _ chunk: Chunk) -> String {
    switch field.key {
    case .position: text(field.value, chunk)
    case .name(let name): "\(name.text)=\(text(field.value, chunk))"
    case .value(let key): "[\(text(key, chunk))]=\(text(field.value, chunk))"
    }
  }
}
