public import Columns

/// One command, described once: who may do it, to what, with which values, from which state, and what it writes.
///
/// Help, the list of commands, the command line and the checks before it runs come from here.
public struct CommandDescription: Sendable {
  /// A value that comes with the command.
  public struct Argument: Sendable {
    public var field: Field
    public var isRequired: Bool
    /// For help: a value as an office would write it.
    public var example: String

    public init(_ field: Field, required: Bool = true, example: String = "") {
      self.field = field
      self.isRequired = required
      self.example = example
    }
  }

  /// Where it happens: the division to which the officer's must belong, or which belongs to it.
  public enum Place: Sendable {
    /// Anywhere in the city.
    case city
    /// A division named by a field of the subject or by an argument.
    case division(Field)
    /// The community of an estate, or its street where that is not recorded, named by a field of the subject or by an argument.
    case project(Field)
    /// The subject is the estate.
    case thisProject
    /// A field of a needed row: its division, or its estate's place.
    case related(String, Field)
  }

  public enum Subject: Sendable, Hashable {
    /// The command makes the case: there may be none of that key.
    case new
    /// There must be one.
    case existing
  }

  public var name: String
  public var chinese: String
  public var article: String
  public var table: TableSchema
  public var subject: Subject
  public var meaning: Bilingual
  public var levels: [Division.Level]
  public var place: Place
  public var arguments: [Argument]
  /// The values of a status field from which it may be done; none when the state does not matter.
  public var from: (field: Field, words: [String])?
  /// Whether it decides on somebody: then it needs a document, and a text in force that it rests on.
  public var isDecision: Bool
  /// The law in force that gives the power to decide. Without one the decision rests on the city's article, which binds
  /// nobody while it is a draft, unless the officer names another text.
  public var law: String?
  /// Papers, of which at least one must come with it.
  public var evidence: Bool
  /// The names of the papers that it comes with, for help; none where any paper will do.
  public var papers: [String] = []
  /// Whether it corrects what was recorded, with evidence: what only a correction may take back, it may.
  public var isCorrection: Bool
  /// Commands whose officer may not do this one on the same case.
  public var notBy: [String]
  /// Arguments that name an officer, who is to be in office.
  public var officers: [Field]
  /// Further rows that its preconditions look at.
  public var needs: [Need]
  /// What the officer is told when it is done: it stands in nobody's way.
  public var warnings: @Sendable (CommandAttempt) throws(Refusal) -> [Bilingual]
  /// Pure: what it writes, or why not.
  public var decide: @Sendable (CommandAttempt) throws(Refusal) -> [Change]

  public init(
    _ name: String, _ chinese: String, article: String, _ subject: Subject, _ table: TableSchema,
    zh: String, en: String, by levels: [Division.Level], at place: Place, arguments: [Argument] = [],
    from: (Field, [String])? = nil, isDecision: Bool = false, law: String? = nil, evidence: Bool = false,
    isCorrection: Bool = false, notBy: [String] = [], officers: [Field] = [], needs: [Need] = [],
    warnings: @escaping @Sendable (CommandAttempt) throws(Refusal) -> [Bilingual] = { (_: CommandAttempt) throws(Refusal) in [] },
    decide: @escaping @Sendable (CommandAttempt) throws(Refusal) -> [Change]
  ) {
    self.name = name
    self.chinese = chinese
    self.article = article
    self.subject = subject
    self.table = table
    self.meaning = Bilingual(zh: zh, en: en)
    self.levels = levels
    self.place = place
    self.arguments = arguments
    self.from = from.map { (field: $0.0, words: $0.1) }
    self.isDecision = isDecision
    self.law = law
    self.evidence = evidence
    self.isCorrection = isCorrection
    self.notBy = notBy
    self.officers = officers
    self.needs = needs
    self.warnings = warnings
    self.decide = decide
  }

  /// The same command with the names of its papers.
  public func with(papers: [String]) -> CommandDescription {
    var named = self
    named.papers = papers
    return named
  }
}
