/// One field of a table, described once: bindings, help, completion, checks, documentation and CSV headers come from here.
public struct Field: Sendable, Hashable {
  /// How far a field identifies a person (PIPL articles 4, 28, 51).
  public enum PersonalData: Sendable, Hashable {
    case none
    /// Stands for a person without naming one.
    case pseudonym
    /// Names a person in a function that is public by law: the manager on an estate's board.
    case publicFunction
    /// A surname, four digits, a scrubbed text: a person in part. It goes when the person's record goes.
    case masked
  }

  /// The identifier in scripts, CSV and the register: `accepted_at`.
  public var name: String
  /// Its Chinese twin: `受理时间`.
  public var chinese: String
  public var type: FieldType
  /// One sentence, in English.
  public var meaning: String
  /// The article or law it comes from: `A13`.
  public var source: String
  public var personalData: PersonalData
  /// Computed from other columns rather than stored.
  public var isDerived: Bool
  /// Whether a stored row must have a value.
  public var isRequired: Bool

  public init(
    _ name: String, _ chinese: String, _ type: FieldType, _ meaning: String, source: String = "",
    personalData: PersonalData = .none, derived: Bool = false, required: Bool = false
  ) {
    self.name = name
    self.chinese = chinese
    self.type = type
    self.meaning = meaning
    self.source = source
    self.personalData = personalData
    self.isDerived = derived
    self.isRequired = required
  }
}
