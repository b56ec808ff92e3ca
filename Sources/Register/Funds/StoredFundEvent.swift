internal import CityModel
internal import Columns
internal import Foundation

/// A fund event as the ledger's data: the position, officer, moment and document stand in the entry's own columns.
struct StoredFundEvent: Codable {
  var position: Int
  var step: String
  var attachments: [String]
  var amount: Int64?
  var reason: String?
  var submission: StoredSubmission?
  var procedure: String?
  var revision: String?
  var settlement: Int64?
  var basis: String?
  var parts: [StoredPart]?
  var parties: StoredParties?

  struct StoredPart: Codable {
    var account: String
    var area: Int64?
    var amount: Int64
  }

  struct StoredParties: Codable {
    var applicantKind: String
    var applicant: String?
    var user: String?
  }

  struct StoredSubmission: Codable {
    var number: String
    var kind: String
    var category: String
    var project: String
    var county: String
    var street: String
    var applicantKind: String
    var applicant: String?
    var user: String?
    var amount: Int64
    var vote: String?
    var building: String?
    var items: [String]?
  }

  /// The ledger's word for each kind of event.
  static func kind(_ event: FundEvent) -> String {
    switch event.kind {
    case .submitted: "fund-submitted"
    case .confirmed: "fund-confirmed"
    case .approved: "fund-approved"
    case .refused: "fund-refused"
    case .advanced: "fund-advanced"
    case .settled: "fund-settled"
    case .substituted: "fund-substituted"
    }
  }

  init(_ event: FundEvent) {
    position = event.position
    step = event.step
    attachments = event.attachments
    settlement = event.settlement?.fen
    basis = event.basis
    if !event.parts.isEmpty { parts = event.parts.map { StoredPart(account: $0.account, area: $0.area, amount: $0.amount.fen) } }
    switch event.kind {
    case .submitted(let submission, let procedure, let revision):
      self.submission = StoredSubmission(submission)
      self.procedure = procedure
      self.revision = revision
    case .confirmed: break
    case .approved(let money), .advanced(let money), .settled(let money): amount = money.fen
    case .refused(let reason): self.reason = reason
    case .substituted(let parties):
      self.parties = StoredParties(applicantKind: parties.applicantKind, applicant: parties.applicant, user: parties.user)
    }
  }

  /// The event again, or `nil` when the entry is none of a fund request.
  func event(kind: String, number: String, officer: String, at: Moment, document: String?) -> FundEvent? {
    let what: FundEvent.Kind
    switch (kind, amount, submission?.value, procedure, revision) {
    case ("fund-submitted", _, let submission?, let procedure?, let revision?):
      what = .submitted(submission, procedure: procedure, revision: revision)
    case ("fund-confirmed", _, _, _, _): what = .confirmed
    case ("fund-approved", let fen?, _, _, _): what = .approved(Money(fen: fen))
    case ("fund-refused", _, _, _, _): what = .refused(reason: reason ?? "")
    case ("fund-advanced", let fen?, _, _, _): what = .advanced(Money(fen: fen))
    case ("fund-settled", let fen?, _, _, _): what = .settled(Money(fen: fen))
    case ("fund-substituted", _, _, _, _):
      guard let parties else { return nil }
      what = .substituted(.init(applicantKind: parties.applicantKind, applicant: parties.applicant, user: parties.user))
    default: return nil
    }
    return FundEvent(
      number: number, position: position, step: step, kind: what, officer: officer, at: at, document: document,
      attachments: attachments, settlement: settlement.map { Money(fen: $0) }, basis: basis,
      parts: (parts ?? []).map { .init(account: $0.account, area: $0.area, amount: Money(fen: $0.amount)) })
  }
}

extension StoredFundEvent.StoredSubmission {
  init(_ submission: FundCase.Submission) {
    self.init(
      number: submission.number, kind: submission.kind.rawValue, category: submission.category, project: submission.project,
      county: submission.county, street: submission.street, applicantKind: submission.applicantKind,
      applicant: submission.applicant, user: submission.user, amount: submission.amount.fen, vote: submission.vote,
      building: submission.building, items: submission.items.isEmpty ? nil : submission.items)
  }

  var value: FundCase.Submission? {
    guard let kind = FundProcedures.Kind(rawValue: kind) else { return nil }
    return FundCase.Submission(
      number: number, kind: kind, category: category, project: project, county: county, street: street,
      applicantKind: applicantKind, applicant: applicant, user: user, amount: Money(fen: amount), vote: vote, building: building,
      items: items ?? [])
  }
}

/// JSON with sorted keys, so that the same event is the same text.
enum LedgerData {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
