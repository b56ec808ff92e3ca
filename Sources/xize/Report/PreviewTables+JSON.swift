internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaSyntax
internal import Register

extension PreviewTables {
  static func json(_ preview: Preview, token: String?, _ report: CheckReport) -> String {
    func words(_ text: Bilingual) -> JSONValue { .object(["zh": .text(text.zh), "en": .text(text.en)]) }
    func standing(_ standing: DistrictPreview.Standing?) -> JSONValue {
      guard let standing else { return .null }
      return .object([
        "step": words(standing.place.said), "by": JSONValue(standing.place.level?.rawValue), "due": JSONValue(standing.due?.description),
        "late": .array(standing.lapsed.map { .text($0) }),
      ])
    }
    func numbers(_ values: [Int]) -> JSONValue { .array(values.map { JSONValue($0) }) }
    return JSONValue.object([
      "token": JSONValue(token),
      "findings": .array(
        report.findings.map { finding in
          .object([
            "code": .text(finding.code.rawValue), "severity": .text(finding.diagnostic.severity.rawValue), "file": .text(finding.source.name),
            "line": finding.diagnostic.span.map { JSONValue(finding.source.lineNumber(at: $0.start)) } ?? .null,
            "zh": .text(finding.diagnostic.message.chinese), "en": .text(finding.diagnostic.message.english),
          ])
        }),
      "period": .text(preview.period.name), "against": .text(preview.against.rawValue),
      "position": .number(preview.position),
      "rules": .array(
        preview.rules.map {
          .object([
            "kind": .text($0.kind), "name": .text($0.name), "title": .text($0.title), "basis": .text($0.basis.description),
            "from": .text($0.from.description), "to": JSONValue($0.to?.description),
          ])
        }),
      "districts": .array(
        preview.districts.map { district in
          .object([
            "county": .text(district.county.code), "scored": JSONValue(district.scored), "unknown": JSONValue(district.unknown),
            "missing": .array(
              district.missing.map {
                .object([
                  "rule": .text($0.rule), "fact": words($0.fact), "before": JSONValue($0.before), "after": JSONValue($0.after),
                ])
              }),
            "steps": .array(
              district.steps.map {
                .object([
                  "procedure": .text($0.procedure), "step": words($0.place.said), "by": JSONValue($0.place.level?.rawValue),
                  "before": JSONValue($0.before), "after": JSONValue($0.after), "late_before": JSONValue($0.lateBefore),
                  "late_after": JSONValue($0.lateAfter),
                ])
              }),
            "cases": .array(
              district.cases.map {
                .object([
                  "case": .text($0.subject), "procedure": .text($0.procedure), "before": standing($0.before), "after": standing($0.after),
                  "also_needs": .array($0.alsoNeeds.map { .text($0) }), "because": words($0.because),
                ])
              }),
            "bands_before": numbers(district.bandsBefore), "bands_after": numbers(district.bandsAfter),
            "grades_before": numbers(district.gradesBefore), "grades_after": numbers(district.gradesAfter),
            "scores": .array(
              district.scores.map {
                .object([
                  "uscc": .text($0.uscc), "name": .text($0.name), "before": .text("\($0.before)"), "after": .text("\($0.after)"),
                  "grade_before": .text($0.gradeBefore.rawValue), "grade_after": .text($0.gradeAfter.rawValue),
                  "because": .array($0.reasons.map(words)),
                ])
              }),
            "proposals": .array(
              district.proposals.map {
                .object([
                  "kind": .text($0.kind), "uscc": .text($0.uscc), "name": .text($0.name), "new": .flag($0.isNew), "because": .text($0.because),
                ])
              }),
            "deadlines": .array(
              district.deadlines.map {
                .object([
                  "subject": .text($0.subject), "step": .text($0.step), "before": JSONValue($0.before?.description),
                  "after": JSONValue($0.after?.description), "also_needs": .array($0.alsoNeeds.map { .text($0) }),
                ])
              }),
            "clocks": .array(
              district.clocks.map {
                .object([
                  "clock": .text($0.clock.en), "moved": JSONValue($0.moved), "late_before": JSONValue($0.lateBefore),
                  "late_after": JSONValue($0.lateAfter), "alerts": JSONValue($0.alerts),
                ])
              }),
            "newly_late": .array(
              district.newlyLate.map {
                .object([
                  "subject": .text($0.subject), "clock": .text($0.clock.en), "before": JSONValue($0.before?.description),
                  "after": .text($0.after.description),
                ])
              }),
            "duties": .array(
              district.duties.map {
                .object([
                  "duty": .text($0.duty), "project": .text($0.project), "enterprise": .text($0.enterprise), "due": .text($0.due.description),
                  "state": .text($0.state), "new": .flag($0.isNew),
                ])
              }),
          ])
        }),
    ]).description
  }
}

