internal import Columns

/// One clause that nobody who wants to see a person passes: a function, its code and its law.
public struct VaultClause: Sendable {
  public let code: String
  public let article: String
  let check: @Sendable (VaultAttempt) -> Refusal?

  /// Every clause, in the order in which they are checked.
  public static let all: [VaultClause] = [
    .init(code: "officer-not-in-office", article: "D13", check: inOffice),
    .init(code: "officer-division", article: "PIPL 34", check: division),
    .init(code: "task-for-oneself", article: "PIPL 51", check: fourEyes),
    .init(code: "task-for-stranger", article: "PIPL 34", check: receiver),
    .init(code: "purpose-missing", article: "PIPL 6", check: purpose),
    .init(code: "purpose-names-person", article: "PIPL 6", check: purposeIsClean),
    .init(code: "task-missing", article: "PIPL 6", check: task),
    .init(code: "task-over", article: "PIPL 6, 19", check: taskRuns),
  ]

  /// The first clause that speaks against an attempt; `nil` when none does.
  public static func refusal(_ attempt: VaultAttempt) -> Refusal? {
    for clause in all {
      if let refusal = clause.check(attempt) { return refusal }
    }
    return nil
  }

  /// What a task lets an officer see: no more than it needs.
  public static func parts(of kind: VaultTask.Kind) -> [String] {
    switch kind {
    case .handling: ["name", "phone", "room", "text"]
    case .revisit: ["phone"]
    case .verification: ["name", "phone", "identity"]
    case .correction: []
    }
  }

  private static func inOffice(_ attempt: VaultAttempt) -> Refusal? {
    guard !attempt.officer.isInOffice(on: attempt.now.day) else { return nil }
    return Refusal(
      "officer-not-in-office", article: "D13", zh: "\(attempt.officer.id) 在 \(attempt.now.day) 不在任",
      en: "\(attempt.officer.id) is not in office on \(attempt.now.day)")
  }

  private static func division(_ attempt: VaultAttempt) -> Refusal? {
    guard !isCompetent(attempt.officer, attempt) else { return nil }
    return Refusal(
      "officer-division", article: "PIPL 34", zh: "\(attempt.officer.id) 属于 \(attempt.officer.division)，该投诉不在其职权范围内",
      en: "\(attempt.officer.id) is of \(attempt.officer.division), to which the complaint does not belong")
  }

  /// The estate lies in the officer's division or community, or the officer's community in the estate's street; a refused row belongs to
  /// the counties and the city, which import.
  private static func isCompetent(_ officer: Officer, _ attempt: VaultAttempt) -> Bool {
    guard let street = attempt.street else { return officer.level == .city || officer.level == .county }
    return officer.level == .community ? officer.isOfCommunity(attempt.community, in: street) : street.hasPrefix(officer.division)
  }

  private static func fourEyes(_ attempt: VaultAttempt) -> Refusal? {
    guard case .give(_, let receiver) = attempt.action, receiver.id == attempt.officer.id else { return nil }
    return Refusal(
      "task-for-oneself", article: "PIPL 51", zh: "任务须由他人指派", en: "nobody gives such a task to himself",
      help: Bilingual(zh: "由另一名工作人员指派", en: "let another officer give it"))
  }

  private static func receiver(_ attempt: VaultAttempt) -> Refusal? {
    guard case .give(_, let receiver) = attempt.action,
      !isCompetent(receiver, attempt) || !receiver.isInOffice(on: attempt.now.day)
    else { return nil }
    return Refusal(
      "task-for-stranger", article: "PIPL 34", zh: "\(receiver.id)（\(receiver.division)）不在职权范围内或不在任",
      en: "\(receiver.id) (\(receiver.division)) is not competent or not in office")
  }

  private static func purpose(_ attempt: VaultAttempt) -> Refusal? {
    guard case .unmask(let purpose) = attempt.action, purpose.filter({ !$0.isWhitespace }).count < 4 else { return nil }
    return Refusal(
      "purpose-missing", article: "PIPL 6", zh: "须写明查看的目的", en: "say what for",
      help: Bilingual(zh: "加 --purpose，如“电话回访”", en: "give --purpose, as \"asking by telephone\""))
  }

  /// The purpose is written into the ledger, which forgets nothing.
  private static func purposeIsClean(_ attempt: VaultAttempt) -> Refusal? {
    guard case .unmask(let purpose) = attempt.action, PersonalText.published(purpose) != purpose else { return nil }
    return Refusal(
      "purpose-names-person", article: "PIPL 6", zh: "目的中不得写电话号码、身份证号等个人信息", en: "the purpose holds a number of a person",
      help: Bilingual(zh: "目的记入台账，不再删除", en: "it is kept in the ledger for good: leave the number out"))
  }

  private static func task(_ attempt: VaultAttempt) -> Refusal? {
    guard case .unmask = attempt.action, attempt.grounds == nil else { return nil }
    return Refusal(
      "task-missing", article: "PIPL 6", zh: "\(attempt.officer.id) 在此件上没有未完成的任务",
      en: "\(attempt.officer.id) has no open task here",
      help: Bilingual(zh: "先由他人用 `xize vault give` 指派", en: "let another officer give one with `xize vault give`"))
  }

  /// A task ends with what it is for, whether or not somebody closed it.
  private static func taskRuns(_ attempt: VaultAttempt) -> Refusal? {
    let kind: VaultTask.Kind
    switch attempt.action {
    case .give(let wanted, _): kind = wanted
    case .unmask:
      guard let task = attempt.grounds else { return nil }
      kind = task.kind
    }
    let fits =
      switch kind {
      case .handling: ["received", "open", "basically closed", "rework", "transferred"].contains(attempt.status)
      case .revisit: ["basically closed", "rework"].contains(attempt.status)
      case .verification: attempt.status != nil
      case .correction: attempt.status == nil
      }
    guard !fits else { return nil }
    let state = attempt.status ?? "import"
    return Refusal(
      "task-over", article: "PIPL 6, 19", zh: "状态为 \(state)，任务“\(kind.chinese)”没有对象",
      en: "there is nothing to do for \(kind.rawValue): the status is \(state)")
  }
}
