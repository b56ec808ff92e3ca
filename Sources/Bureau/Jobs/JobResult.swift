public import CityModel
public import DistrictRules
internal import Register

/// Where a job failed: at one enterprise, or altogether.
public struct JobFailure: Sendable, Hashable {
  /// Unified social credit code; `nil` where the whole job failed.
  public var enterprise: String?
  public var code: String
  public var message: Bilingual

  public init(enterprise: String?, code: String, message: Bilingual) {
    self.enterprise = enterprise
    self.code = code
    self.message = message
  }
}

/// One job's part of a district's run: its proposals, and the bytes that a replay must reproduce.
public struct JobResult: Sendable, Hashable {
  public enum Outcome: String, Sendable, Hashable {
    case done
    /// Some enterprises failed; the others were dealt with.
    case partly
    case failed
  }

  public var job: String
  public var failures: [JobFailure]
  public var proposals: [ProposalFacts]

  public init(job: String, failures: [JobFailure], proposals: [ProposalFacts]) {
    self.job = job
    self.failures = failures
    self.proposals = proposals
  }

  public var outcome: Outcome {
    failures.isEmpty ? .done : failures.contains { $0.enterprise == nil } ? .failed : .partly
  }
}

/// The output of a job for one district and period, as text: one line a proposal, in an order that depends on nothing but them.
///
/// No time, no path, no row number stands in it: the same facts under the same rules give the same bytes.
public struct JobOutput: Sendable, Hashable {
  public var job: String
  public var district: String
  public var period: String
  /// JSON objects by line.
  public var lines: [String]

  public init(_ result: JobResult, district: String, period: Period) {
    job = result.job
    self.district = district
    self.period = period.name
    lines = result.proposals.map { $0.line.description }.sorted()
  }

  /// Reads an output back.
  public init?(_ text: String) {
    var lines = text.split(separator: "\n").map(String.init)
    guard !lines.isEmpty, let head = JSONValue(parsing: lines.removeFirst()), let job = head["job"]?.text,
      let district = head["district"]?.text, let period = head["period"]?.text
    else { return nil }
    self.job = job
    self.district = district
    self.period = period
    self.lines = lines
  }

  public var text: String {
    let head = JSONValue.object([
      "job": .text(job), "district": .text(district), "period": .text(period), "proposals": JSONValue(lines.count),
    ])
    return ([head.description] + lines).joined(separator: "\n") + "\n"
  }

  /// With what a later attempt made of the enterprises at which this one failed.
  public func merging(_ other: JobOutput) -> JobOutput {
    var merged = self
    merged.lines = Set(lines + other.lines).sorted()
    return merged
  }

  public var sha256: String { ScriptFolder.hash(Array(text.utf8)) }
}

extension ProposalFacts {
  /// As a line of the output.
  var line: JSONValue {
    var members: [String: JSONValue] = [
      "kind": .text(proposal.kind.rawValue), "uscc": .text(uscc), "enterprise": .text(enterprise), "because": .text(proposal.because),
      "basis": .text(proposal.basis), "once_per": JSONValue(proposal.oncePer), "due": JSONValue(proposal.due), "to": JSONValue(proposal.to),
      "points": JSONValue(proposal.points?.description), "item": JSONValue(proposal.item), "project": JSONValue(project), "score": JSONValue(score?.description),
      "grade": JSONValue(grade?.rawValue), "reasons": .array(reasons.map(\.json)), "evidence": evidence.json,
    ]
    // Only where it is given: runs that were recorded before it could be have the same bytes.
    if let advice = proposal.advice { members["advice"] = .text(advice) }
    return .object(members)
  }

  /// As the register keeps it.
  var stored: StoredProposal {
    StoredProposal(
      kind: proposal.kind.rawValue, enterprise: uscc, project: project, county: county.code, because: proposal.because, oncePer: proposal.oncePer,
      reasons: .array(reasons.enumerated().map { $0.offset == 0 ? $0.element.json(with: terms) : $0.element.json }), evidence: evidence.json)
  }

  /// By when, to whom, how much: what a decision sets going reads them.
  private var terms: JSONValue? {
    let terms: [String: String?] = [
      "due": proposal.due, "to": proposal.to, "advice": proposal.advice, "points": proposal.points?.description, "item": proposal.item,
    ]
    let given = terms.compactMapValues { $0.map { JSONValue.text($0) } }
    return given.isEmpty ? nil : .object(given)
  }
}

extension ProposalFacts.Reason {
  /// The terms of the proposal stand with its first reason.
  fileprivate func json(with terms: JSONValue?) -> JSONValue {
    guard let terms, case .object(var members) = json else { return json }
    members["terms"] = terms
    return .object(members)
  }
}

extension ProposalFacts.Reason {
  var json: JSONValue {
    .object([
      "code": .text(code), "zh": .text(sentence.zh), "en": .text(sentence.en), "basis": .text(basis), "evidence": JSONValue(evidence),
    ])
  }

  init(_ json: JSONValue) {
    self.init(
      code: json["code"]?.text ?? "", sentence: Bilingual(zh: json["zh"]?.text ?? "", en: json["en"]?.text ?? ""),
      basis: json["basis"]?.text ?? "", evidence: Int(json["evidence"]?.number ?? 0))
  }
}

extension ProposalFacts.Evidence {
  /// `{"complaints":{"count":21,"keys":["12345 T-1", …]}}`.
  var json: JSONValue {
    table.isEmpty ? .object([:]) : .object([table: .object(["count": JSONValue(count), "keys": .array(keys.map { .text($0) })])])
  }

  init(_ json: JSONValue) {
    guard let (table, value) = json.members.first else {
      self.init(table: "", count: 0, keys: [])
      return
    }
    self.init(table: table, count: Int(value["count"]?.number ?? 0), keys: value["keys"]?.elements.compactMap(\.text) ?? [])
  }
}
