internal import CityModel
internal import DistrictRules
public import Register

extension DistrictOrder {
  /// As it goes to a worker.
  public var json: JSONValue {
    .object([
      "county": .text(county), "period": .text(period), "jobs": .array(jobs.map { .text($0) }), "choice": .text(choice.rawValue),
      "subjects": .object(subjects.mapValues { .array($0.map { .text($0) }) }), "figures": .flag(figures),
    ])
  }

  public init?(_ json: JSONValue) {
    guard let county = json["county"]?.text, let period = json["period"]?.text,
      let choice = json["choice"]?.text.flatMap(RulesChoice.init(rawValue:))
    else { return nil }
    self.init(
      county: county, period: period, jobs: json["jobs"]?.elements.compactMap(\.text) ?? [], choice: choice,
      subjects: json["subjects"]?.members.mapValues { $0.elements.compactMap(\.text) } ?? [:], figures: json["figures"]?.flag ?? true)
  }
}

extension DistrictRun {
  /// As it comes back from a worker: all that a report and the register need.
  public var json: JSONValue {
    .object([
      "county": .text(county.code), "marks": marks.json, "rules": rules, "revision": .text(rulesRevision),
      "texts": .object(texts.mapValues { .text(String(decoding: $0, as: UTF8.self)) }),
      "subjects": .object(subjects.mapValues { .array($0.map { .text($0) }) }),
      "not_enacted": .array(notEnacted.map { .text($0) }), "known": .array(known.map { .text($0) }),
      "results": .array(results.map(\.json)), "rates": rates.map(\.json) ?? .null, "before": JSONValue(before),
      "revisited": .array([JSONValue(revisited.part), JSONValue(revisited.whole)]),
      "reworked": .array([JSONValue(reworked.part), JSONValue(reworked.whole)]),
      "categories": .array(categories.map { .array([.text($0.name), JSONValue($0.count)]) }),
      "adjustments": .array(adjustments.map(\.json)), "deadlines": .array(deadlines.map(\.json)), "scores": .array(scores.map(\.json)),
    ])
  }

  public init?(_ json: JSONValue) {
    guard let county = json["county"]?.text.flatMap({ Divisions.changzhi[$0] }), let marks = json["marks"].flatMap(RunMarks.init),
      let rules = json["rules"], let revision = json["revision"]?.text
    else { return nil }
    func pair(_ key: String) -> (part: Int, whole: Int) {
      let numbers = json[key]?.elements.compactMap(\.number) ?? []
      return numbers.count == 2 ? (Int(numbers[0]), Int(numbers[1])) : (0, 0)
    }
    self.init(
      county: county, ledgerPosition: marks.position, marks: marks, rules: rules,
      notEnacted: json["not_enacted"]?.elements.compactMap(\.text) ?? [],
      results: json["results"]?.elements.compactMap { JobResult($0, county: county) } ?? [], rulesRevision: revision,
      known: json["known"]?.elements.compactMap(\.text) ?? [], rates: json["rates"].flatMap(ResponseRates.init),
      before: Int(json["before"]?.number ?? 0), revisited: pair("revisited"), reworked: pair("reworked"),
      categories: json["categories"]?.elements.compactMap { one in
        guard let name = one.elements.first?.text, let count = one.elements.last?.number else { return nil }
        return (name, Int(count))
      } ?? [], adjustments: json["adjustments"]?.elements.compactMap(AdjustmentFacts.init) ?? [],
      scores: json["scores"]?.elements.compactMap(ScoreFacts.init) ?? [])
    deadlines = json["deadlines"]?.elements.compactMap(DeadlineFacts.init) ?? []
    texts = json["texts"]?.members.compactMapValues { $0.text.map { Array($0.utf8) } } ?? [:]
    subjects = json["subjects"]?.members.mapValues { $0.elements.compactMap(\.text) } ?? [:]
  }
}

extension JobResult {
  var json: JSONValue {
    .object([
      "job": .text(job), "failures": .array(failures.map(\.json)), "proposals": .array(proposals.map(\.json)),
    ])
  }

  init?(_ json: JSONValue, county: Division) {
    guard let job = json["job"]?.text else { return nil }
    self.init(
      job: job, failures: json["failures"]?.elements.map(JobFailure.init) ?? [],
      proposals: json["proposals"]?.elements.compactMap { ProposalFacts($0, county: county) } ?? [])
  }
}

extension ProposalFacts {
  var json: JSONValue {
    .object([
      "kind": .text(proposal.kind.rawValue), "uscc": .text(uscc), "enterprise": .text(enterprise), "because": .text(proposal.because),
      "grounds": .array(proposal.grounds.map { .text($0) }), "rule": .text(proposal.rule), "basis": .text(proposal.basis),
      "once_per": JSONValue(proposal.oncePer), "due": JSONValue(proposal.due), "to": JSONValue(proposal.to), "advice": JSONValue(proposal.advice),
      "points": proposal.points.map { .number($0.thousandths) } ?? .null, "item": JSONValue(proposal.item), "project": JSONValue(project),
      "score": score.map { .number($0.thousandths) } ?? .null, "grade": JSONValue(grade?.rawValue),
      "reasons": .array(reasons.map(\.json)), "evidence": evidence.json,
    ])
  }

  init?(_ json: JSONValue, county: Division) {
    guard let kind = json["kind"]?.text.flatMap(Proposal.Kind.init(rawValue:)), let uscc = json["uscc"]?.text else { return nil }
    self.init(
      proposal: .init(
        kind: kind, because: json["because"]?.text ?? "", grounds: json["grounds"]?.elements.compactMap(\.text) ?? [],
        rule: json["rule"]?.text ?? "", basis: json["basis"]?.text ?? "", oncePer: json["once_per"]?.text,
        due: json["due"]?.text, to: json["to"]?.text, advice: json["advice"]?.text, points: json["points"]?.number.map { Points(thousandths: $0) },
        item: json["item"]?.text),
      county: county, enterprise: json["enterprise"]?.text ?? "", uscc: uscc, project: json["project"]?.text,
      score: json["score"]?.number.map { Points(thousandths: $0) }, grade: json["grade"]?.text.flatMap(CreditGrade.init(rawValue:)),
      reasons: json["reasons"]?.elements.map(Reason.init) ?? [], evidence: .init(json["evidence"] ?? .null))
  }
}

extension ResponseRates {
  var json: JSONValue {
    .object([
      "row": JSONValue(row), "complaints": JSONValue(complaints), "assign": assign.json, "preliminary": preliminary.json,
      "close": close.json,
    ])
  }

  init?(_ json: JSONValue) {
    guard let row = json["row"]?.number else { return nil }
    self.init(
      row: Int(row), complaints: Int(json["complaints"]?.number ?? 0), assign: .init(json["assign"]),
      preliminary: .init(json["preliminary"]), close: .init(json["close"]))
  }
}

extension ResponseRates.Count {
  var json: JSONValue { .array([inTime, late, running, overdue, lapsed, unknown].map { JSONValue($0) }) }

  init(_ json: JSONValue?) {
    let counts = json?.elements.compactMap { $0.number.map { Int($0) } } ?? []
    guard counts.count == 6 else {
      self.init()
      return
    }
    self.init(inTime: counts[0], late: counts[1], running: counts[2], overdue: counts[3], lapsed: counts[4], unknown: counts[5])
  }
}

extension DistrictRun.AdjustmentFacts {
  var json: JSONValue {
    .array([.text(title), .text(basis), JSONValue(enterprises), .number(points.thousandths), JSONValue(unknown)])
  }

  init?(_ json: JSONValue) {
    let parts = json.elements
    guard parts.count == 5, let title = parts[0].text, let basis = parts[1].text else { return nil }
    self.init(
      title: title, basis: basis, enterprises: Int(parts[2].number ?? 0), points: Points(thousandths: parts[3].number ?? 0),
      unknown: Int(parts[4].number ?? 0))
  }
}

extension DistrictRun.DeadlineFacts {
  var json: JSONValue {
    .array([.text(title), .text(basis)] + [rows, late, newlyLate, alerts, unknown].map { JSONValue($0) })
  }

  init?(_ json: JSONValue) {
    let numbers = json.elements.dropFirst(2).compactMap { $0.number.map { Int($0) } }
    guard let title = json.elements.first?.text, json.elements.count == 7, let basis = json.elements[1].text, numbers.count == 5 else { return nil }
    self.init(
      title: title, basis: basis, rows: numbers[0], late: numbers[1], newlyLate: numbers[2], alerts: numbers[3], unknown: numbers[4])
  }
}

extension DistrictRun.ScoreFacts {
  /// As a worker brings it.
  public var json: JSONValue {
    .array([
      .text(uscc), .text(name), .number(city.thousandths), .number(adjustment.thousandths), .number(score.thousandths),
      .text(grade.rawValue), JSONValue(publishedGrade), publishedScore.map { .number($0.thousandths) } ?? .null,
    ])
  }

  public init?(_ json: JSONValue) {
    let parts = json.elements
    guard parts.count == 8, let uscc = parts[0].text, let name = parts[1].text,
      let grade = parts[5].text.flatMap(CreditGrade.init(rawValue:))
    else { return nil }
    self.init(
      uscc: uscc, name: name, city: Points(thousandths: parts[2].number ?? 0), adjustment: Points(thousandths: parts[3].number ?? 0),
      score: Points(thousandths: parts[4].number ?? 0), grade: grade, publishedGrade: parts[6].text,
      publishedScore: parts[7].number.map { Points(thousandths: $0) })
  }
}
