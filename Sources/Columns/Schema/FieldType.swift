/// The type of a field, which decides its column, its unit and how scripts see it.
public enum FieldType: Sendable, Hashable {
  /// Free text, dictionary-coded.
  case text
  /// A whole number without a unit.
  case integer
  /// Yes or no.
  case flag
  /// A moment to the second, Asia/Shanghai.
  case moment
  /// A calendar day.
  case day
  /// An elapsed time in seconds.
  case elapsed
  /// An exact decimal quantity.
  case quantity(QuantityType)
  /// A word of a closed set.
  case enumeration(Enumeration)
  /// A 64-bit token that stands for a person or another thing that is not shown.
  case token
  /// A row of another table, named by that table's singular name.
  case reference(String)
}

extension FieldType {
  /// The type's name in documentation and messages.
  public var name: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .flag: "flag"
    case .moment: "moment"
    case .day: "day"
    case .elapsed: "duration"
    case .quantity(let quantity): quantity.name
    case .enumeration(let enumeration): enumeration.name
    case .token: "token"
    case .reference(let table): table
    }
  }
}
