public import CityModel
internal import Columns

extension ProcedureDeclaration {
  /// As the engine of cases runs it.
  public var caseProcedure: CaseProcedure {
    CaseProcedure(
      name: name, revision: "\(name) \(effective.from)",
      steps: steps.map { step in
        .init(
          step.name, by: step.by, within: step.within, needs: step.needs, does: step.does, done: next(step.done),
          refused: step.refused.map(next), late: next(step.late), notSamePersonAs: step.notSamePersonAs)
      })
  }

  private func next(_ next: Next) -> CaseProcedure.Next {
    switch next {
    case .step(let name): .step(name)
    case .finish: .finish
    case .refer(let department): .refer(department)
    }
  }
}
