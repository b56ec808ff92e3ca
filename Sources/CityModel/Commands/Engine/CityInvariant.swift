public import Columns

/// A row as a command would leave it, with what a clause needs to judge it.
public struct ChangedRow: Sendable {
  public let row: CaseRow
  public let before: CaseRow
  public let related: [String: [CaseRow]]
  public let day: Day
  public let now: Moment
  public let rulebook: Rulebook
  /// Whether the change is a correction with evidence.
  public var isCorrection = false
  /// Whether an officer has accepted a code that does not check, with evidence.
  public var hasCodeOverride = false

  public var isNew: Bool { before.values.isEmpty }

  public func rows(_ need: String) -> [CaseRow] { related[need] ?? [] }
  /// The other rows of a need: without this one.
  public func others(_ need: String) -> [CaseRow] { rows(need).filter { !($0.table.name == row.table.name && $0.key == row.key) } }
  public func first(_ need: String) -> CaseRow? { related[need]?.first }

  /// The other rows of a need that hold on a day on which this one does: from a first day, which is recorded, to a last one, if any.
  public func overlapping(_ need: String, from first: Field, to last: Field) -> [CaseRow] {
    guard let from = row.day(first) else { return [] }
    let until = row.day(last)
    return others(need).filter { other in
      guard let start = other.day(first) else { return false }
      return (other.day(last).map { from <= $0 } ?? true) && (until.map { start <= $0 } ?? true)
    }
  }

  /// Whether the field is set now and was not before.
  public func sets(_ field: Field) -> Bool { row.has(field) && !before.has(field) }
  /// Whether the status word is reached by this change.
  public func becomes(_ word: String, _ field: Field) -> Bool { row.text(field) == word && before.text(field) != word }

  public func read<V>(_ key: ParameterKey<V>) throws(Refusal) -> V {
    do { return try rulebook.parameters.value(key, on: day) } catch { throw Refusal(error) }
  }
}

/// One clause of the city's text that no command passes, whatever it is: a function over a row as it would be.
public struct CityInvariant: Sendable {
  /// The code of its refusal.
  public let code: String
  public let article: String
  /// What it asks, in general.
  public let sentence: Bilingual
  public let help: Bilingual?
  /// The tables whose rows it judges.
  public let tables: [TableSchema]
  public let needs: [Need]
  /// What is wrong, `nil` when the clause holds.
  public let check: @Sendable (ChangedRow) throws(Refusal) -> Bilingual?

  public init(
    _ code: String, _ article: String, on tables: TableSchema..., zh: String, en: String, help: Bilingual? = nil, needs: [Need] = [],
    check: @escaping @Sendable (ChangedRow) throws(Refusal) -> Bilingual?
  ) {
    self.code = code
    self.article = article
    sentence = Bilingual(zh: zh, en: en)
    self.help = help
    self.tables = tables
    self.needs = needs
    self.check = check
  }

  /// Every clause, by article.
  public static let all: [CityInvariant] = [
    .fullTimeTwice, .divisionNesting, .policyEdited, .usccWrong, .filingTwice, .filingIncomplete, .contractFiledUnfiled,
    .contractRestricted, .oneEnterprisePerArea, .contractDates, .managerTwice, .urgingEdited, .conferenceInFuture,
    .conferenceEdited, .priceTablesOverlap, .guidedFeeWithoutTable, .feesOverlap, .regimeWrong, .priceNotPositive, .awardNotAdmitted,
    .awardBarred, .fewerThanThree, .eligibilityBackDated, .statementDoesNotBalance, .statementEdited, .redAndBlack, .listingIncomplete,
    .listingBeforeDefence, .listingWithoutCase, .entryEdited, .publicationEdited, .creditItemComputed,
    .creditCountedTwice, .creditTypedTwice, .creditOriginMissing, .measureWithoutAdvice, .refusalWithoutReminder, .refusalBeforeDeadline, .refusedAndRectified,
    .orderEdited, .exitStartedAlone, .exitFromUnverified, .exitedWithoutGround, .exitedWhileServing, .guidanceIncomplete, .voteNotCarried,
    .voteTotals, .voteEdited, .committeeTwice, .attendanceTwice, .modeWithoutContract, .contractWithoutMode, .enforcementNotJoint,
    .enforcementInFuture, .referralWithoutFeedback, .restrictionWithoutNotice, .circularWithoutNotice, .restrictionWithoutDocument,
    .reportWithoutDissuasion, .surveyTotals, .timestampEdited, .closedWithoutDisposition, .closedWithoutRevisit, .closedUndated,
    .revisitByHandler, .revisitEdited, .reworkCount, .countedComplainantDropped, .duplicateFinding, .balanceNegative,
    .allocationOfApproved, .investigationEdited, .awardBelowProvince, .commendationOfNobody, .awardNotPositive,
    .surveyAnswers,
  ]

  /// Why a record may not be told otherwise than it was, by a command or by a file: `nil` when it may.
  public static func whyKept(_ before: CaseRow, against after: CaseRow, at now: Moment, rulebook: Rulebook) throws(Refusal) -> Refusal? {
    let change = ChangedRow(row: after, before: before, related: [:], day: now.day, now: now, rulebook: rulebook)
    for clause in againstEditing where clause.tables.contains(where: { $0.name == after.table.name }) {
      if let facts = try clause.check(change) {
        return Refusal(clause.code, article: clause.article, zh: facts.zh, en: facts.en, help: clause.help)
      }
    }
    return nil
  }

  /// The clauses that keep a record as it was made.
  private static let againstEditing: [CityInvariant] = all.filter {
    $0.code.hasSuffix("-edited") || ["eligibility-back-dated", "counted-complainant-dropped"].contains($0.code)
  }
}
