public import CityModel
public import Columns
public import DistrictRules

/// What is looked at before a rule is enacted.
public struct PreviewRequest: Sendable {
  /// What the change is measured against.
  public enum Against: String, Sendable, Hashable, CaseIterable {
    /// The rules in force.
    case enacted
    /// The city's rule alone.
    case city
  }

  public var scripts: [Script]
  /// The county; `nil` for the scripts' own, all twelve for the city's.
  public var county: String?
  public var period: Period
  public var against: Against
  /// The first day in force; `nil` for the rules' own.
  public var from: Day?

  public init(scripts: [Script], county: String? = nil, period: Period, against: Against = .enacted, from: Day? = nil) {
    self.scripts = scripts
    self.county = county
    self.period = period
    self.against = against
    self.from = from
  }
}

/// What scripts would change on the real register; nothing is written to find it out.
public struct Preview: Sendable {
  public var period: Period
  public var against: PreviewRequest.Against
  /// Ledger position of the rows that were shown.
  public var position: Int64
  public var districts: [DistrictPreview]
  /// Titles of what is declared, with the days in force.
  public var rules: [Rule]
  /// Divisions that have enacted nothing, whose folder stood in for what is in force.
  public var notEnacted: [String]
  /// Names this preview: enactment asks for it, and refuses one that is older than the data it showed.
  public var token: String

  public struct Rule: Sendable, Hashable {
    public var kind: String
    public var name: String
    public var title: String
    public var basis: Basis
    public var from: Day
    public var to: Day?
  }

  /// Nothing at all would change.
  public var isEmpty: Bool { districts.allSatisfy(\.isEmpty) }
}

/// One county's part of a preview: what moves, and the whole before and after.
public struct DistrictPreview: Sendable {
  public var county: Division
  /// The enterprises whose score or grade moves, those that move most first.
  public var scores: [ScoreChange]
  public var proposals: [ProposalChange]
  public var deadlines: [DeadlineChange]
  /// Stricter clocks: how many complaints of the year to the period's end they move, and those that are late by it alone.
  public var clocks: [ClockChange] = []
  public var newlyLate: [NewlyLate] = []
  /// What enterprises would owe besides, or no longer.
  public var duties: [DutyChange] = []
  /// The district's own procedures: step by step how many cases wait there, and each case that moves.
  public var steps: [StepCount] = []
  public var cases: [CaseChange] = []
  /// Enterprises by score in twenty bands of five points, and by grade A, B, C, D, unrated.
  public var bandsBefore: [Int]
  public var bandsAfter: [Int]
  public var gradesBefore: [Int]
  public var gradesAfter: [Int]
  /// Enterprises that were scored.
  public var scored: Int
  /// Rows that the rules cannot judge because a fact is missing, less those that they could not judge before.
  public var unknown: Int
  /// The facts that are missing, rule by rule.
  public var missing: [MissingFact] = []

  public var isEmpty: Bool {
    scores.isEmpty && proposals.isEmpty && deadlines.isEmpty && clocks.isEmpty && duties.isEmpty && cases.isEmpty
  }

  public struct ScoreChange: Sendable, Hashable {
    public var uscc: String
    public var name: String
    public var before: Points
    public var after: Points
    public var gradeBefore: CreditGrade
    public var gradeAfter: CreditGrade
    /// The lines of the district's column that differ: what, how many rows, points before and after.
    public var reasons: [Bilingual]

    public var moved: Points { after - before }
  }

  public struct ProposalChange: Sendable, Hashable {
    public var kind: String
    public var uscc: String
    public var name: String
    /// Whether it would be proposed, or would no longer be.
    public var isNew: Bool
    public var because: String
  }

  /// What moves at one of the three clocks.
  public struct ClockChange: Sendable, Hashable {
    public var clock: Bilingual
    /// Complaints that are due at another moment.
    public var moved: Int
    public var lateBefore: Int
    public var lateAfter: Int
    /// Complaints of which somebody would be told now.
    public var alerts: Int
  }

  /// A complaint that is late by the new clock and not by the old.
  public struct NewlyLate: Sendable, Hashable {
    public var subject: String
    public var clock: Bilingual
    public var before: Moment?
    public var after: Moment
  }

  /// A duty that is owed, or no longer.
  public struct DutyChange: Sendable, Hashable {
    /// A word of `Duty.kinds`.
    public var duty: String
    public var project: String
    public var enterprise: String
    public var due: Day
    public var state: String
    public var isNew: Bool
  }

  /// Where a case is in a procedure.
  public enum Place: Sendable, Hashable {
    /// A step, and the level whose turn it is.
    case step(String, Division.Level)
    /// It has gone to a department.
    case referred(String)
    case finished
    /// The calendar lacks the year of a time limit.
    case undetermined
  }

  /// A case under some rules.
  public struct Standing: Sendable, Hashable {
    public var place: Place
    public var due: Moment?
    /// Steps whose time has passed.
    public var lapsed: [String]
  }

  /// How many cases are at a place of a procedure, and in how many its time has passed.
  public struct StepCount: Sendable, Hashable {
    public var procedure: String
    public var place: Place
    public var before: Int
    public var after: Int
    public var lateBefore: Int
    public var lateAfter: Int
  }

  /// A case that would be opened, be no more, or stand elsewhere.
  public struct CaseChange: Sendable, Hashable {
    /// The row's key as the ledger writes it: `T-1 12345`.
    public var subject: String
    public var procedure: String
    /// `nil` for a case that there is only under the other rules.
    public var before: Standing?
    public var after: Standing?
    public var alsoNeeds: [String]
    public var because: Bilingual

    /// Whether a step of it is late, and was not before.
    public var isNewlyLate: Bool { !Set(after?.lapsed ?? []).isSubset(of: before?.lapsed ?? []) }
  }

  /// A fact without which a rule cannot judge some rows.
  public struct MissingFact: Sendable, Hashable {
    public var rule: String
    public var fact: Bilingual
    /// Rows that lack it, under the rules as they are and as they would be.
    public var before: Int
    public var after: Int
  }

  /// A case whose next step is due on another day, or needs more.
  public struct DeadlineChange: Sendable, Hashable {
    public var subject: String
    public var step: String
    public var stepChinese: String
    public var before: Day?
    public var after: Day?
    public var alsoNeeds: [String]
  }
}

extension DistrictPreview.Place {
  /// In words: a step's name, or how the case ended.
  public var said: Bilingual {
    switch self {
    case .step(let name, _): Bilingual(zh: name, en: name)
    case .referred(let department): Bilingual(zh: "移交\(department)", en: "referred to \(department)")
    case .finished: Bilingual(zh: "办结", en: "finished")
    case .undetermined: Bilingual(zh: "时限算不出", en: "time limit cannot be worked out")
    }
  }

  /// Whose turn it is.
  public var level: Division.Level? { if case .step(_, let level) = self { level } else { nil } }
}

extension DistrictPreview.Standing {
  fileprivate var text: String { "\(place.said.en) \(due?.description ?? "") \(lapsed)" }
}

/// The parts of a preview's token. It is printed where telephone and identity numbers are taken out, so it holds no digit:
/// `g` stands for 0 and `p` for 9, behind the six letters of a hexadecimal number.
struct PreviewToken: Sendable, Hashable {
  var position: Int64
  var district: String
  var period: String
  var against: PreviewRequest.Against
  var scripts: String
  var digest: String

  var text: String {
    ["pv", "\(position)".digitsAsLetters, district.digitsAsLetters, period.digitsAsLetters, against.rawValue, scripts.digitsAsLetters, digest.digitsAsLetters]
      .joined(separator: ".")
  }

  init(position: Int64, district: String, period: String, against: PreviewRequest.Against, scripts: String, digest: String) {
    self.position = position
    self.district = district
    self.period = period
    self.against = against
    self.scripts = scripts
    self.digest = digest
  }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 7, parts[0] == "pv", !text.utf8.contains(where: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let position = Int64(parts[1].lettersAsDigits), let against = PreviewRequest.Against(rawValue: parts[4]) else {
      return nil
    }
    self.init(
      position: position, district: parts[2].lettersAsDigits, period: parts[3].lettersAsDigits, against: against,
      scripts: parts[5].lettersAsDigits, digest: parts[6].lettersAsDigits)
  }

  /// A digest of the scripts' names and texts.
  static func hash(_ scripts: [Script]) -> String {
    var digest = SHA256()
    for one in scripts.map({ ScriptFolder.inForce($0) }).sorted(by: { $0.name < $1.name }) {
      digest.update(Array("\(one.name) \(one.sha256)\n".utf8))
    }
    return String(digest.hexadecimal.prefix(16))
  }
}

extension String {
  fileprivate var digitsAsLetters: String { shifted(UInt8(ascii: "0")...UInt8(ascii: "9"), to: UInt8(ascii: "g")) }
  fileprivate var lettersAsDigits: String { shifted(UInt8(ascii: "g")...UInt8(ascii: "p"), to: UInt8(ascii: "0")) }

  private func shifted(_ range: ClosedRange<UInt8>, to first: UInt8) -> String {
    String(decoding: utf8.map { range.contains($0) ? $0 - range.lowerBound + first : $0 }, as: UTF8.self)
  }
}

extension Preview {
  /// A digest of everything that was shown.
  var digest: String {
    var digest = SHA256()
    for district in districts {
      digest.update(Array("\(district.county.code) \(district.bandsBefore) \(district.bandsAfter) \(district.unknown)\n".utf8))
      for change in district.scores {
        digest.update(
          Array("\(change.uscc) \(change.before) \(change.after) \(change.gradeBefore.rawValue) \(change.gradeAfter.rawValue) \(change.reasons.map(\.en))\n".utf8))
      }
      for change in district.proposals { digest.update(Array("\(change.kind) \(change.uscc) \(change.isNew) \(change.because)\n".utf8)) }
      for change in district.deadlines {
        digest.update(
          Array("\(change.subject) \(change.step) \(change.before?.description ?? "") \(change.after?.description ?? "") \(change.alsoNeeds)\n".utf8))
      }
      for change in district.clocks { digest.update(Array("\(change.clock.en) \(change.moved) \(change.lateBefore) \(change.lateAfter) \(change.alerts)\n".utf8)) }
      for change in district.newlyLate { digest.update(Array("\(change.subject) \(change.clock.en) \(change.after)\n".utf8)) }
      for step in district.steps { digest.update(Array("\(step.procedure) \(step.place.said.en) \(step.before) \(step.after) \(step.lateBefore) \(step.lateAfter)\n".utf8)) }
      for change in district.cases {
        digest.update(Array("\(change.subject) \(change.procedure) \(change.before?.text ?? "") \(change.after?.text ?? "") \(change.alsoNeeds)\n".utf8))
      }
      for fact in district.missing { digest.update(Array("\(fact.rule) \(fact.fact.en) \(fact.before) \(fact.after)\n".utf8)) }
      for change in district.duties { digest.update(Array("\(change.duty) \(change.project) \(change.due) \(change.state) \(change.isNew)\n".utf8)) }
    }
    return String(digest.hexadecimal.prefix(16))
  }
}
