internal import Columns

/// A clause about who acts, on what and when, that holds for every command before it decides anything.
public struct CommandClause: Sendable {
  /// The code of its refusal.
  public let code: String
  public let article: String
  /// What it asks, in general.
  public let sentence: Bilingual
  let check: @Sendable (CommandAttempt) throws(Refusal) -> Refusal?

  init(
    _ code: String, _ article: String, zh: String, en: String, check: @escaping @Sendable (CommandAttempt) throws(Refusal) -> Refusal?
  ) {
    self.code = code
    self.article = article
    sentence = Bilingual(zh: zh, en: en)
    self.check = check
  }

  /// Every clause, in the order in which they are checked.
  public static let all: [CommandClause] = [
    .init("officer-not-in-office", "D13", zh: "经办人须在任", en: "the officer is in office", check: inOffice),
    .init("case-missing", "D13", zh: "案件须已在台账", en: "the case is in the register", check: exists),
    .init("case-exists", "D13", zh: "编号不得重复", en: "a new case has a new number", check: isNew),
    .init("officer-level", "A1", zh: "各层级办理各自的事项", en: "each command belongs to certain levels", check: level),
    .init("officer-division", "A1", zh: "属地办理", en: "an officer acts in the own division", check: division),
    .init("case-position-stale", "D13", zh: "按最新案情办理", en: "nobody acts on a case that has moved on", check: position),
    .init("time-runs-backwards", "D13", zh: "办理时间不得早于上一步", en: "a case moves forward in time", check: time),
    .init("argument-missing", "D13", zh: "必填内容须齐全", en: "what the command needs is given", check: arguments),
    .init("case-state", "D13", zh: "案件须处于可办理的状态", en: "the case is in a state that lets it be done", check: state),
    .init("same-person", "D13", zh: "提出人、经办人不得自行决定或回访", en: "who proposed or handled does not decide or check", check: samePerson),
    .init("document-missing", "D11", zh: "作出决定须有文号", en: "a decision has the number of its document", check: document),
    .init("evidence-missing", "D11", zh: "须附证据材料", en: "what must be proved comes with papers", check: evidence),
    .init("basis-unclear", "D11", zh: "依据须写明文号或法律名称", en: "a basis is a document number or the title of a law", check: basis),
    .init("draft-binds-nobody", "§1.4", zh: "征求意见稿在通过之前对任何人没有约束力", en: "a draft binds nobody until its adoption is recorded", check: draft),
  ]

  /// The need under which a decision finds the recorded versions of the city's text.
  static let policies = "policies"

  private static func inOffice(_ attempt: CommandAttempt) -> Refusal? {
    guard !attempt.officer.isInOffice(on: attempt.day) else { return nil }
    return Refusal(
      "officer-not-in-office", article: "D13", zh: "\(attempt.officer.name)在 \(attempt.day) 不在任",
      en: "\(attempt.officer.name) is not in office on \(attempt.day)")
  }

  private static func exists(_ attempt: CommandAttempt) -> Refusal? {
    guard attempt.description.subject == .existing, attempt.subject == nil else { return nil }
    return Refusal(
      "case-missing", article: attempt.description.article, zh: "没有\(attempt.description.table.chinese) `\(attempt.command.subject)`",
      en: "there is no \(attempt.description.table.name) `\(attempt.command.subject)`")
  }

  private static func isNew(_ attempt: CommandAttempt) -> Refusal? {
    guard attempt.description.subject == .new, attempt.subject != nil else { return nil }
    return Refusal(
      "case-exists", article: attempt.description.article,
      zh: "\(attempt.description.table.chinese) `\(attempt.command.subject)` 已经存在",
      en: "the \(attempt.description.table.name) `\(attempt.command.subject)` exists already")
  }

  /// 形成市、县（区）、街道（乡镇）、社区四级物业监管工作格局.
  private static func level(_ attempt: CommandAttempt) -> Refusal? {
    guard !attempt.description.levels.contains(attempt.officer.level) else { return nil }
    let words = attempt.description.levels.compactMap { level in
      Division.levels.index(of: level.rawValue).map { Division.levels.values[$0].chinese }
    }
    let own = Division.levels.index(of: attempt.officer.level.rawValue).map { Division.levels.values[$0].chinese } ?? ""
    return Refusal(
      "officer-level", article: attempt.description.article,
      zh: "`\(attempt.description.chinese)` 由\(words.joined(separator: "、"))办理，\(attempt.officer.name)属\(own)级",
      en:
        "`\(attempt.description.name)` is done at the level \(attempt.description.levels.map(\.rawValue).joined(separator: ", ")); \(attempt.officer.name) is of the level \(attempt.officer.level.rawValue)"
    )
  }

  /// 属地: codes nest, so the officer's division lies in the place or contains it.
  private static func division(_ attempt: CommandAttempt) -> Refusal? {
    let own = attempt.officer.division
    let place = attempt.place
    guard !place.isEmpty, own.isEmpty || !(own.hasPrefix(place) || place.hasPrefix(own)) else { return nil }
    return Refusal(
      "officer-division", article: attempt.description.article, zh: "\(attempt.officer.name)（\(own)）不是属地（\(place)）的工作人员",
      en: "\(attempt.officer.name) (\(own)) is not an officer of the place (\(place))")
  }

  private static func position(_ attempt: CommandAttempt) -> Refusal? {
    guard let expected = attempt.command.expectedPosition, expected != attempt.position else { return nil }
    return Refusal(
      "case-position-stale", article: "D13", zh: "案件已有变动：看到的是第\(expected)步，现为第\(attempt.position)步",
      en: "the case has moved on: seen at \(expected), now at \(attempt.position)",
      help: Bilingual(zh: "重新查看后再办理", en: "look at it again, then decide"))
  }

  private static func time(_ attempt: CommandAttempt) -> Refusal? {
    guard let last = attempt.history.map(\.at).max(), attempt.now < last else { return nil }
    return Refusal(
      "time-runs-backwards", article: "D13", zh: "时间早于案件的上一步（\(last)）", en: "earlier than the case's last entry (\(last))")
  }

  private static func arguments(_ attempt: CommandAttempt) -> Refusal? {
    let missing = attempt.description.arguments.filter { $0.isRequired && !attempt.has($0.field) }.map(\.field)
    guard !missing.isEmpty else { return nil }
    return Refusal(
      "argument-missing", article: attempt.description.article,
      zh: "`\(attempt.description.chinese)` 须写明：\(missing.map { "\($0.chinese)（--\(dashed($0.name))）" }.joined(separator: "、"))",
      en: "`\(attempt.description.name)` needs \(missing.map { "--" + dashed($0.name) }.joined(separator: ", "))")
  }

  private static func dashed(_ name: String) -> String { String(name.map { $0 == "_" ? "-" : $0 }) }

  private static func state(_ attempt: CommandAttempt) -> Refusal? {
    guard let from = attempt.description.from, let subject = attempt.subject else { return nil }
    let word = subject.text(from.field) ?? ""
    guard !from.words.contains(word) else { return nil }
    let chinese = from.words.map { CaseValue.text($0).shown(as: from.field.type, chinese: true) }.joined(separator: "、")
    return Refusal(
      "case-state", article: attempt.description.article,
      zh: "现为“\(subject[from.field].shown(as: from.field.type, chinese: true))”，须为\(chinese)时才能`\(attempt.description.chinese)`",
      en: "it is `\(word)`; `\(attempt.description.name)` is done when it is \(from.words.map { "`\($0)`" }.joined(separator: " or "))")
  }

  /// Who proposes does not decide; who handled a complaint does not revisit it.
  private static func samePerson(_ attempt: CommandAttempt) -> Refusal? {
    guard
      let done = attempt.history.last(where: {
        attempt.description.notBy.contains($0.kind) && $0.officer == attempt.officer.id
      })
    else { return nil }
    let earlier = CityCommands.named(done.kind)?.chinese ?? done.kind
    return Refusal(
      "same-person", article: "D13", zh: "\(attempt.officer.name)办理过`\(earlier)`，不得再办`\(attempt.description.chinese)`",
      en: "\(attempt.officer.name) did `\(done.kind)` and may not do `\(attempt.description.name)` on the same case")
  }

  private static func document(_ attempt: CommandAttempt) -> Refusal? {
    guard attempt.description.isDecision, CaseValue.trimmed(attempt.command.document ?? "").isEmpty else { return nil }
    return Refusal(
      "document-missing", article: "D11", zh: "`\(attempt.description.chinese)` 须有文号（--document）",
      en: "`\(attempt.description.name)` needs the number of its document (--document)")
  }

  private static func evidence(_ attempt: CommandAttempt) -> Refusal? {
    guard attempt.description.evidence, !attempt.command.attachments.contains(where: { !CaseValue.trimmed($0).isEmpty })
    else { return nil }
    return Refusal(
      "evidence-missing", article: "D11", zh: "`\(attempt.description.chinese)` 须附材料（--attach）",
      en: "`\(attempt.description.name)` needs papers (--attach)")
  }

  private static func basis(_ attempt: CommandAttempt) -> Refusal? { PolicyDraft.unclear(attempt.command.basis) }

  /// The text is a 征求意见稿: decisions that rest on it are refused until the city has recorded its adoption.
  private static func draft(_ attempt: CommandAttempt) -> Refusal? {
    guard attempt.description.isDecision,
      !PolicyDraft.allows(
        basis: attempt.command.basis, law: attempt.description.law, versions: attempt.related[policies] ?? [], on: attempt.day)
    else { return nil }
    return PolicyDraft.refusal(article: attempt.description.article, of: attempt.description.chinese, attempt.description.name)
  }
}
