public import Columns

/// A division's enactment or repeal: which files changed, from which day, on whose word.
public struct RuleRevision: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable { case enact, repeal }

  /// One file of a revision.
  public struct File: Sendable, Hashable {
    /// Folder and file: `140403-luzhou/lift-entrapment.lua`.
    public var name: String
    /// Of the text; `nil` where the file is repealed.
    public var sha256: String?
    /// The text itself; `nil` where the file is repealed.
    public var text: [UInt8]?
    /// Kind, name and title of what it declares: `[{"kind":"adjustment","name":…,"title":…}]`.
    public var declarations: JSONValue

    public init(name: String, sha256: String?, text: [UInt8]?, declarations: JSONValue) {
      self.name = name
      self.sha256 = sha256
      self.text = text
      self.declarations = declarations
    }
  }

  /// Code of the division whose rules change: `140403`; `1404` for the city.
  public var division: String
  /// 1, 2, 3 … within the division; 0 before it is stored.
  public var number = 0
  public var kind: Kind
  /// First day on which the files are in force.
  public var startsOn: Day
  public var files: [File]
  /// The document by which it is enacted or repealed.
  public var document: String
  /// The legality review of the basis, and its publication.
  public var reviewedBy: String?
  public var reviewDocument: String?
  public var publishedOn: Day?
  /// The days whose figures can change; open-ended without a last day.
  public var impactedFrom: Day
  public var impactedTo: Day?
  /// Codes of the divisions whose figures can change.
  public var areas: [String]
  /// The token of the preview that was seen before.
  public var preview: String?
  public var officer = ""
  public var moment = Moment(seconds: 0)
  /// Its entry in the ledger.
  public var position: Int64 = 0

  public init(
    division: String, kind: Kind, startsOn: Day, files: [File], document: String, reviewedBy: String? = nil,
    reviewDocument: String? = nil, publishedOn: Day? = nil, impactedFrom: Day, impactedTo: Day? = nil, areas: [String],
    preview: String? = nil
  ) {
    self.division = division
    self.kind = kind
    self.startsOn = startsOn
    self.files = files
    self.document = document
    self.reviewedBy = reviewedBy
    self.reviewDocument = reviewDocument
    self.publishedOn = publishedOn
    self.impactedFrom = impactedFrom
    self.impactedTo = impactedTo
    self.areas = areas
    self.preview = preview
  }
}

/// A period whose results a division has made public: no rule reaches back into it.
public struct Publication: Sendable, Hashable {
  public var division: String
  /// `2026-09`; `2025` for a year's grades.
  public var period: String
  public var firstDay: Day
  public var lastDay: Day
  public var publishedOn: Day
  public var document: String

  public init(division: String, period: String, firstDay: Day, lastDay: Day, publishedOn: Day, document: String) {
    self.division = division
    self.period = period
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.publishedOn = publishedOn
    self.document = document
  }
}
