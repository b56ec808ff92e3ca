public import Columns

/// A task for which an officer may see who complained (PIPL 6, 34: within the powers of the office, and no more than it needs).
public struct VaultTask: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Dealing with the complaint: name, telephone, room, the complaint's own words.
    case handling
    /// Asking the complainant afterwards: the telephone number.
    case revisit
    /// Checking who complained, as when two complaints may be of one person: name, telephone and identity number.
    case verification
    /// Correcting a row that an import could not take in: the row as it was.
    case correction

    public var chinese: String {
      switch self {
      case .handling: "办理"
      case .revisit: "回访"
      case .verification: "核实身份"
      case .correction: "更正导入"
      }
    }

    /// By its English or Chinese word.
    public init?(word: String) {
      guard let kind = Kind.allCases.first(where: { $0.rawValue == word || $0.chinese == word }) else { return nil }
      self = kind
    }
  }

  /// 0 before it is recorded.
  public var number: Int64
  public var kind: Kind
  /// Whose task it is.
  public var officer: String
  /// Who gave it.
  public var openedBy: String
  public var opened: Moment
  public var closed: Moment?

  public init(number: Int64 = 0, kind: Kind, officer: String, openedBy: String, opened: Moment, closed: Moment? = nil) {
    self.number = number
    self.kind = kind
    self.officer = officer
    self.openedBy = openedBy
    self.opened = opened
    self.closed = closed
  }
}

/// What a clause of the vault looks at.
public struct VaultAttempt: Sendable {
  /// What the officer wants.
  public enum Action: Sendable, Hashable {
    /// Give a task to an officer.
    case give(VaultTask.Kind, to: Officer)
    /// See the person behind the complaint, or the row behind a refused one.
    case unmask(purpose: String)
  }

  public var action: Action
  public var officer: Officer
  /// Code of the estate's street; `nil` for a row of an import, which belongs to the city.
  public var street: String?
  /// Code of its community, where that is recorded.
  public var community: String?
  /// The status of the complaint.
  public var status: String?
  /// The tasks on it.
  public var tasks: [VaultTask]
  /// The task that the officer names; `nil` for the latest of the officer's own.
  public var task: Int64?
  public var now: Moment

  public init(
    _ action: Action, officer: Officer, street: String?, community: String? = nil, status: String?, tasks: [VaultTask], task: Int64? = nil, now: Moment
  ) {
    self.action = action
    self.officer = officer
    self.street = street
    self.community = community
    self.status = status
    self.tasks = tasks
    self.task = task
    self.now = now
  }

  /// The task under which the officer may look, if a clause does not speak against it.
  public var grounds: VaultTask? {
    tasks.last { $0.officer == officer.id && $0.closed == nil && $0.opened <= now && (task == nil || $0.number == task) }
  }
}
