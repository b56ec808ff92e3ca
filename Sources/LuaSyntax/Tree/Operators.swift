/// An operator with one operand.
public enum UnaryOperator: String, Sendable, Hashable, CaseIterable {
  case not
  case minus = "-"
  case length = "#"
  case bitwiseNot = "~"
}

/// An operator between two operands.
public enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "^"
  case concat = ".."
  case bitwiseAnd = "&"
  case bitwiseOr = "|"
  case bitwiseXor = "~"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case equal = "=="
  case notEqual = "~="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and
  case or
}

extension Token.Kind {
  var unaryOperator: UnaryOperator? {
    switch self {
    case .not: .not
    case .minus: .minus
    case .hash: .length
    case .tilde: .bitwiseNot
    default: nil
    }
  }

  /// The operator and how tightly it binds to what stands left and right of it; a tighter left than right makes `..`
  /// and `^` group from the right. The numbers are those of `lparser.c`.
  var binaryOperator: (operator: BinaryOperator, left: Int, right: Int)? {
    switch self {
    case .or: (.or, 1, 1)
    case .and: (.and, 2, 2)
    case .less: (.less, 3, 3)
    case .greater: (.greater, 3, 3)
    case .lessOrEqual: (.lessOrEqual, 3, 3)
    case .greaterOrEqual: (.greaterOrEqual, 3, 3)
    case .notEqual: (.notEqual, 3, 3)
    case .equal: (.equal, 3, 3)
    case .bar: (.bitwiseOr, 4, 4)
    case .tilde: (.bitwiseXor, 5, 5)
    case .ampersand: (.bitwiseAnd, 6, 6)
    case .shiftLeft: (.shiftLeft, 7, 7)
    case .shiftRight: (.shiftRight, 7, 7)
    case .concat: (.concat, 9, 8)
    case .plus: (.add, 10, 10)
    case .minus: (.subtract, 10, 10)
    case .star: (.multiply, 11, 11)
    case .slash: (.divide, 11, 11)
    case .doubleSlash: (.floorDivide, 11, 11)
    case .percent: (.modulo, 11, 11)
    case .caret: (.power, 14, 13)
    default: nil
    }
  }

  /// How tightly `not`, `-`, `#` and `~` bind to their operand.
  static let unaryPriority = 12
}
