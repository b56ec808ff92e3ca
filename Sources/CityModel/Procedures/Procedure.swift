/// A procedure as data: the city's as Swift values, a district's as amendments; one engine runs both.
public struct Procedure: Sendable, Hashable {
  /// What completing a step does.
  public enum Action: String, Sendable, Hashable {
    case submit
    /// A check that is recorded and decides nothing: the street's review, and every step that a district inserts.
    case confirm
    /// Approval or refusal.
    case decide
    /// A payment before the works are accepted; may be left out, and may be repeated.
    case advance
    /// The payment that ends the case.
    case balance
  }

  /// What must be at hand before a step is done; what was handed in at earlier steps counts.
  public enum Need: Sendable, Hashable {
    /// A paper of that kind: `acceptance`.
    case attachment(String)
  }

  /// A rule of a district refuses the step: found by its condition, which reads facts of the case.
  public struct Objection: Sendable, Hashable {
    public var because: Bilingual
    /// The document and its article.
    public var source: String

    public init(_ because: Bilingual, source: String) {
      self.because = because
      self.source = source
    }
  }

  public struct Step: Sendable, Hashable {
    /// `street review`.
    public var name: String
    public var chinese: String
    public var action: Action
    /// The levels whose officers may do it.
    public var by: [Division.Level]
    /// Working days after the step before; whether a case is late is derived, never stored and never a reason to refuse.
    public var within: Int?
    public var needs: [Need]
    /// Steps whose officer may not do this one.
    public var notSamePersonAs: [String]
    /// Largest share of the approved amount that may have been paid once this step is done.
    public var atMost: Ratio?
    /// The most that a district lets this step ask for, approve, or have paid in all.
    public var atMostAmount: Money?
    /// What a district's rule holds against this very case, by its facts before the command.
    public var objections: [Objection] = []

    public init(
      _ name: String, _ chinese: String, _ action: Action, by: [Division.Level], within: Int? = nil, needs: [Need] = [],
      notSamePersonAs: [String] = [], atMost: Ratio? = nil
    ) {
      self.name = name
      self.chinese = chinese
      self.action = action
      self.by = by
      self.within = within
      self.needs = needs
      self.notSamePersonAs = notSamePersonAs
      self.atMost = atMost
    }
  }

  /// `city/fund-emergency`.
  public var name: String
  public var title: Bilingual
  /// A case keeps the revision of the procedure that it began under.
  public var revision: String
  public var steps: [Step]

  public init(name: String, title: Bilingual, revision: String, steps: [Step]) {
    self.name = name
    self.title = title
    self.revision = revision
    self.steps = steps
  }

  /// The step of a name, in English or Chinese. `accept`, `street confirm` and `pay` are other words for three of the city's.
  public func step(named name: String) -> Step? {
    let known = Procedure.otherWords[name] ?? name
    return steps.first { $0.name == known || $0.chinese == known }
  }

  static let otherWords = [
    "accept": "submit", "受理": "submit", "street confirm": "street review", "街道确认": "street review", "pay": "balance",
  ]

  func position(of name: String) -> Int? {
    step(named: name).flatMap { step in steps.firstIndex { $0.name == step.name } }
  }
}
