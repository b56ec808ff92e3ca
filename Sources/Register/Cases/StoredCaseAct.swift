internal import CityModel
internal import Columns

/// A step of a district's own procedure as the ledger's data: the officer, moment and document stand in the entry's own columns.
struct StoredCaseAct: Codable {
  var position: Int
  var procedure: String
  var step: String
  var attachments: [String]
  var reason: String?
  /// With the first step of a case: the procedure that it keeps.
  var pinned: StoredProcedure?

  /// The ledger's words: a step was done, or refused.
  static let done = "case-step"
  static let refused = "case-refused"

  init(_ event: CaseEvent, of found: ProcedureCase) {
    position = event.position
    procedure = found.procedure.name
    step = event.step
    attachments = event.attachments
    reason = event.reason
    pinned = found.entries.isEmpty ? StoredProcedure(found) : nil
  }

  func event(kind: String, officer: String, at: Moment, document: String?) -> CaseEvent {
    CaseEvent(
      position: position, step: step, isRefusal: kind == StoredCaseAct.refused, reason: reason, officer: officer, at: at,
      document: document, attachments: attachments)
  }
}

/// The procedure that a case began under, whole: nothing that becomes of its script changes the case.
struct StoredProcedure: Codable {
  var revision: String
  var title: String
  var basis: String
  /// Seconds since 1970.
  var began: Int64
  var script: String
  var sha256: String
  /// The division's revision; `nil` for a script that was not enacted.
  var enacted: Int?
  var steps: [Step]

  struct Step: Codable {
    var name: String
    var by: String
    var count: Int64
    var unit: String
    var needs: [String]
    var does: String?
    var done: Next
    var refused: Next?
    var late: Next
    var notSamePersonAs: [String]
  }

  /// Neither a step nor a department: the end.
  struct Next: Codable {
    var step: String?
    var refer: String?
  }

  init(_ found: ProcedureCase) {
    revision = found.procedure.revision
    title = found.title
    basis = found.basis
    began = found.began.seconds
    script = found.origin.script
    sha256 = found.origin.sha256
    enacted = found.origin.revision
    steps = found.procedure.steps.map { step in
      Step(
        name: step.name, by: step.by.rawValue, count: step.within.count, unit: step.within.unit.rawValue, needs: step.needs, does: step.does,
        done: Next(step.done), refused: step.refused.map { Next($0) }, late: Next(step.late), notSamePersonAs: step.notSamePersonAs)
    }
  }

  /// The case again, without its steps done; `nil` for an entry that cannot be read.
  func procedureCase(_ name: String, table: String, key: String, place: CasePlace) -> ProcedureCase? {
    var steps: [CaseProcedure.Step] = []
    for step in self.steps {
      guard let level = Division.Level(rawValue: step.by), let unit = TimeSpan.Unit(rawValue: step.unit) else { return nil }
      steps.append(
        .init(
          step.name, by: level, within: TimeSpan(step.count, unit), needs: step.needs, does: step.does, done: step.done.value,
          refused: step.refused?.value, late: step.late.value, notSamePersonAs: step.notSamePersonAs))
    }
    return ProcedureCase(
      table: table, key: key, place: place, procedure: CaseProcedure(name: name, revision: revision, steps: steps), title: title,
      basis: basis, origin: .init(script: script, sha256: sha256, revision: enacted), began: Moment(seconds: began))
  }
}

extension StoredProcedure.Next {
  init(_ next: CaseProcedure.Next) {
    switch next {
    case .step(let name): self.init(step: name, refer: nil)
    case .refer(let department): self.init(step: nil, refer: department)
    case .finish: self.init(step: nil, refer: nil)
    }
  }

  var value: CaseProcedure.Next { step.map { .step($0) } ?? refer.map { .refer($0) } ?? .finish }
}
