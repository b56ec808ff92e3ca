internal import CityModel
internal import Columns
internal import Register

/// Gathers a letter's facts from the register.
struct LetterDesk {
  let office: Office
  let request: LetterRequest
  let clauses: LetterClauses

  init(_ office: Office, _ request: LetterRequest, _ clauses: LetterClauses) {
    self.office = office
    self.request = request
    self.clauses = clauses
  }

  private var parameters: Parameters { office.rulebook.parameters }

  /// Working days after a day; a year without calendar is an error.
  func day(_ key: ParameterKey<Int>, after day: Day, on: Day) throws(ParameterError) -> Day {
    try office.rulebook.calendar.adding(workingDays: try parameters.value(key, on: on), to: day)
  }

  /// A letter's frame: who writes to whom, on which text.
  func frame(_ kind: LetterFacts.Kind, _ matter: LetterFacts.Matter, county: String, enterprise: (name: String, uscc: String)) throws -> LetterFacts {
    let name = Divisions.changzhi[county]?.name ?? county
    var facts = LetterFacts(
      kind: kind, matter: matter, subject: request.subject, issuer: request.issuer ?? "\(name)住房和城乡建设局", county: name,
      enterprise: enterprise.name, uscc: enterprise.uscc, document: request.document, adoption: try office.register.adoption())
    (facts.meeting, facts.place) = (request.meeting, request.place)
    return facts
  }

  /// The days of a notice: those recorded, else those of a notice served on the day of the letter.
  func notice(_ facts: inout LetterFacts, noticedOn: Day?, defenceUntil: Day?) throws(ParameterError) {
    let served = noticedOn ?? request.day
    facts.day = served
    facts.times.noticedOn = noticedOn
    facts.times.defenceWorkdays = try parameters.value(ListParameters.noticeWorkdays, on: served)
    facts.times.defenceUntil = if let defenceUntil { defenceUntil } else { try day(ListParameters.noticeWorkdays, after: served, on: served) }
  }

  /// The terms of a black entry that is only proposed.
  func terms(_ facts: inout LetterFacts, isSerious: Bool) throws(ParameterError) {
    guard facts.matter == .blackList else { return }
    let on = facts.day ?? request.day
    facts.times.minimumMonths = try parameters.value(isSerious ? ListParameters.seriousMinMonths : ListParameters.blackMinMonths, on: on).count
    facts.times.maximumMonths = try parameters.value(isSerious ? ListParameters.seriousMaxMonths : ListParameters.blackMaxMonths, on: on).count
  }

  /// The days for an objection: counted from the publication, else from the decision as if it were published that day.
  func remedies(_ facts: inout LetterFacts, decided: Day, publishedOn: Day?, objectionUntil: Day? = nil) throws(ParameterError) {
    let from = publishedOn ?? decided
    facts.times.publishedOn = publishedOn
    facts.times.objectionWorkdays = try parameters.value(ListParameters.objectionWorkdays, on: from)
    facts.times.answerWorkdays = try parameters.value(ListParameters.answerWorkdays, on: from)
    facts.times.repairWorkdays = try parameters.value(ListParameters.repairWorkdays, on: from)
    facts.times.objectionUntil = if let objectionUntil { objectionUntil } else { try day(ListParameters.objectionWorkdays, after: from, on: from) }
  }

  func wrongKind(_ wanted: LetterFacts.Kind, _ is_: String, _ possible: [LetterFacts.Kind]) -> OfficeError {
    OfficeError(
      "letter-kind",
      Bilingual(
        zh: "`\(request.subject)` 是\(is_)，不能出具\(wanted.chinese)\n提示：可出具 \(possible.map(\.chinese).joined(separator: "、"))",
        en: "`\(request.subject)` is \(is_): there is no \(wanted.rawValue) letter of it\nhelp: there is \(possible.map(\.rawValue).joined(separator: ", "))"))
  }

  func notDecided() -> OfficeError {
    OfficeError(
      "not-decided",
      Bilingual(
        zh: "`\(request.subject)` 尚未作出决定\n提示：先用 `xize decide` 决定；此前可出具告知书",
        en: "`\(request.subject)` is not decided\nhelp: `xize decide` comes first; until then there is the notice"))
  }
}
