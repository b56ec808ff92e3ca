internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Reports

extension MonthlyReport {
  /// The page of a period's run, in words of the reader's language.
  ///
  /// - Parameter isDraft: whether the city's text was a draft at the end of the period.
  init(_ run: PeriodRun, isDraft: Bool, _ lang: LanguageOptions) {
    let one = run.districts.count == 1 ? run.districts[0].county.name : Divisions.changzhi["1404"]?.name ?? ""
    self.init(
      title: lang("物业服务信用月报", "Property service credit: monthly report"), scope: one, period: run.period.name, dataCut: run.period.cut,
      isDraft: isDraft,
      run: .init(
        ledgerPosition: run.districts.map(\.ledgerPosition).max() ?? 0,
        rulesRevision: run.districts.count == 1 ? run.districts[0].rulesRevision : MonthlyReport.revisions(run),
        parametersRevision: run.parametersRevision, engineVersion: Build.version))
    func proposals(_ kinds: [DistrictRules.Proposal.Kind]) -> [Proposal] {
      run.proposals.filter { kinds.contains($0.proposal.kind) }.map { MonthlyReport.proposal($0, lang) }
    }
    redProposals = proposals([.redList])
    redRemovals = proposals([.redRemoval])
    blackProposals = proposals([.blackList])
    interviews = proposals([.interview, .circular])
    let scores = run.city.isEmpty ? run.districts.flatMap(\.scores) : run.city
    grades = Grades(
      now: MonthlyReport.count(scores.map(\.grade.rawValue)), published: MonthlyReport.count(scores.compactMap(\.publishedGrade)),
      publishedName: lang("上次公布", "last published"))
    self.scores = MonthlyReport.bands(scores.filter { $0.grade != .unrated })
    responses = run.districts.compactMap(MonthlyReport.response)
    categories = MonthlyReport.categories(run)
    adjustments = run.districts.flatMap { district in
      district.adjustments.map {
        Adjustment(
          title: $0.title, district: district.county.name, basis: $0.basis.description, enterprises: $0.enterprises,
          points: .decimal(units: $0.points.thousandths, digits: 3))
      }
    }
    keyFigures = MonthlyReport.figures(run, lang)
    quality = Quality(
      rowsRead: run.rowsRead, quarantined: run.quarantined,
      unknowns: run.districts.flatMap { district in
        district.adjustments.filter { $0.unknown > 0 }.map { .init("\(district.county.name) \($0.title)", $0.unknown) }
      })
  }

  private static func revisions(_ run: PeriodRun) -> String {
    Set(run.districts.map(\.rulesRevision)).count == 1 ? run.districts.first?.rulesRevision ?? "" : "×\(Set(run.districts.map(\.rulesRevision)).count)"
  }

  private static func proposal(_ facts: ProposalFacts, _ lang: LanguageOptions) -> Proposal {
    Proposal(
      enterprise: facts.enterprise, code: facts.uscc, county: facts.county.name,
      score: facts.score.map { .decimal(units: $0.thousandths, digits: 3) } ?? .empty, grade: facts.grade?.rawValue ?? "",
      reasons: MonthlyReport.reasons(facts.reasons, lang),
      rule: facts.proposal.rule,
      advice: facts.proposal.kind == .blackList
        ? lang("降低其收费标准或予以解聘", "lower its fee or dismiss it") : "")
  }

  /// Criteria that were met without any row to show stand together on one line.
  private static func reasons(_ reasons: [ProposalFacts.Reason], _ lang: LanguageOptions) -> [Reason] {
    func basis(_ text: String) -> [Basis] { text.split(separator: ",").map { Basis(String($0).trimmed) } }
    var result = reasons.filter { $0.evidence > 0 }.map { Reason(lang($0.sentence), basis: basis($0.basis), evidence: $0.evidence) }
    let plain = reasons.filter { $0.evidence == 0 }
    if !plain.isEmpty {
      var seen: [Basis] = []
      for one in plain.flatMap({ basis($0.basis) }) where !seen.contains(one) { seen.append(one) }
      result.append(Reason(plain.map { lang($0.sentence) }.joined(separator: lang("；", "; ")), basis: seen))
    }
    return result
  }

  private static func count(_ grades: [String]) -> Grades.Count {
    func number(_ grade: String) -> Int { grades.count { $0 == grade } }
    return Grades.Count(a: number("A"), b: number("B"), c: number("C"), d: number("D"), unrated: number("unrated"))
  }

  private static func bands(_ scores: [DistrictRun.ScoreFacts]) -> [ScoreBand] {
    stride(from: 0, to: 100, by: 5).map { from in
      let inside = scores.count { $0.score >= Points(from) && ($0.score < Points(from + 5) || from == 95) }
      return ScoreBand(from: from, to: from + 5, count: inside, grade: from >= 90 ? "A" : from >= 75 ? "B" : from >= 60 ? "C" : "D")
    }
  }

  private static func response(_ district: DistrictRun) -> Response? {
    guard let rates = district.rates else { return nil }
    func share(_ count: ResponseRates.Count) -> Share { Share(count.inTime, of: count.judged) }
    return Response(
      county: district.county.name, accepted: rates.complaints, acceptedBefore: district.before, assigned: share(rates.assign),
      preliminary: share(rates.preliminary), closed: share(rates.close), revisited: Share(district.revisited.part, of: district.revisited.whole),
      reworked: Share(district.reworked.part, of: district.reworked.whole))
  }

  private static func categories(_ run: PeriodRun) -> [Chart.Item] {
    var totals: [String: Int] = [:]
    for district in run.districts { for (name, count) in district.categories { totals[name, default: 0] += count } }
    return totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map { .init($0.key, $0.value) }
  }

  private static func figures(_ run: PeriodRun, _ lang: LanguageOptions) -> [KeyFigure] {
    let rates = run.districts.compactMap(\.rates)
    let accepted = rates.reduce(0) { $0 + $1.complaints }
    let before = run.districts.reduce(0) { $0 + $1.before }
    func total(_ pick: (ResponseRates) -> ResponseRates.Count) -> (Cell, Int) {
      let inTime = rates.reduce(0) { $0 + pick($1).inTime }, judged = rates.reduce(0) { $0 + pick($1).judged }
      return (.ratio(Int64(inTime), of: Int64(judged)), judged)
    }
    let assigned = total(\.assign), preliminary = total(\.preliminary), closed = total(\.close)
    return [
      KeyFigure(lang("受理投诉", "complaints accepted"), .integer(Int64(accepted)), unit: lang("件", ""), previous: .integer(Int64(before)), basis: .article(13)),
      KeyFigure(lang("30分钟责任到人", "named in 30 minutes"), assigned.0, sample: assigned.1, basis: .article(13)),
      KeyFigure(lang("3小时初步结果", "result in 3 hours"), preliminary.0, sample: preliminary.1, basis: .article(13)),
      KeyFigure(lang("3天基本办结", "closed in 3 days"), closed.0, sample: closed.1, basis: .article(13)),
    ]
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
