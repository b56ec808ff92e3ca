internal import CityModel
internal import Columns
internal import DistrictRules

// What a district's own procedures move: which cases would open, stand at which step, and be late.
extension PreviewDesk {
  /// A case under one set of rules.
  private struct Stood {
    var entry: CaseRoll.Entry
    var standing: DistrictPreview.Standing
    var needs: [String]
  }

  private struct CaseKey: Hashable {
    var table: String
    var key: String
    var procedure: String
  }

  /// Step by step the cases before and after, and each case that moves.
  func cases() throws -> (steps: [DistrictPreview.StepCount], changes: [DistrictPreview.CaseChange]) {
    let oldRules = try CaseRoll.rules(before, old.session), newRules = try CaseRoll.rules(after, new.session)
    guard !oldRules.isEmpty || !newRules.isEmpty, declared.contains(where: { $0.kind == Declaration.Kind.procedure.rawValue }) else { return ([], []) }
    let roll = try CaseRoll(office, snapshot)
    let was = try stood(roll.cases(under: oldRules)), will = try stood(roll.cases(under: newRules))
    var changes: [DistrictPreview.CaseChange] = []
    for key in Set(was.keys).union(will.keys) {
      let (old, new) = (was[key], will[key])
      guard old?.standing != new?.standing || old?.needs != new?.needs, let shown = new ?? old else { continue }
      changes.append(
        .init(
          subject: key.key, procedure: key.procedure, before: old?.standing, after: new?.standing,
          alsoNeeds: (new?.needs ?? []).filter { !(old?.needs ?? []).contains($0) }, because: try reason(shown, isGone: new == nil)))
    }
    let touched = Set(changes.map(\.procedure)).union(declared.map(\.name))
    return (
      steps(was.filter { touched.contains($0.key.procedure) }, will.filter { touched.contains($0.key.procedure) }),
      changes.sorted { ($0.order, $0.subject, $0.procedure) < ($1.order, $1.subject, $1.procedure) }
    )
  }

  private func stood(_ cases: [CaseRoll.Entry]) throws -> [CaseKey: Stood] {
    var result: [CaseKey: Stood] = [:]
    for one in cases {
      let key = CaseKey(table: one.found.table, key: one.found.key, procedure: one.found.procedure.name)
      do throws(Refusal) {
        let state = try one.found.state(at: snapshot.cut, office.rulebook.calendar)
        var standing = DistrictPreview.Standing(place: .finished, lapsed: state.lapsed.map(\.step.name))
        if let turn = state.turn {
          standing.place = .step(turn.step.name, turn.step.by)
          standing.due = turn.due
        } else if case .refer(let department)? = state.end {
          standing.place = .referred(department)
        }
        result[key] = Stood(entry: one, standing: standing, needs: state.turn?.step.needs ?? [])
      } catch {
        guard error.isMissingYear else { throw error }
        result[key] = Stood(entry: one, standing: .init(place: .undetermined, lapsed: []), needs: [])
      }
    }
    return result
  }

  /// In the order of each procedure's steps, its ends last.
  private func steps(_ was: [CaseKey: Stood], _ will: [CaseKey: Stood]) -> [DistrictPreview.StepCount] {
    var order: [String: [DistrictPreview.Place]] = [:]
    for one in [will.values, was.values].joined().sorted(by: { $0.entry.found.key < $1.entry.found.key }) {
      let procedure = one.entry.found.procedure
      var places = order[procedure.name] ?? []
      for step in procedure.steps.map({ DistrictPreview.Place.step($0.name, $0.by) }) + [one.standing.place] where !places.contains(step) {
        places.append(step)
      }
      order[procedure.name] = places
    }
    func count(_ cases: [CaseKey: Stood], _ procedure: String, _ place: DistrictPreview.Place) -> (standing: Int, late: Int) {
      var found = (standing: 0, late: 0)
      for (key, one) in cases where key.procedure == procedure {
        if one.standing.place == place { found.standing += 1 }
        if case .step(let name, _) = place, one.standing.lapsed.contains(name) { found.late += 1 }
      }
      return found
    }
    return order.sorted { $0.key < $1.key }.flatMap { procedure, places in
      places.sorted { $0.isEnd == $1.isEnd ? false : !$0.isEnd }.map { place in
        let (old, new) = (count(was, procedure, place), count(will, procedure, place))
        return DistrictPreview.StepCount(
          procedure: procedure, place: place, before: old.standing, after: new.standing, lateBefore: old.late, lateAfter: new.late)
      }
    }
  }

  /// Why a case is in the procedure, and which steps were late in it.
  private func reason(_ one: Stood, isGone: Bool) throws -> Bilingual {
    if isGone { return Bilingual(zh: "不再走此程序", en: "is in this procedure no longer") }
    var zh = ["自 \(one.entry.found.began) 起"], en = ["from \(one.entry.found.began)"]
    if let rule = one.entry.rule {
      let table = snapshot.table(rule.table)
      let reader = ClauseReader(dataset: snapshot)
      for clause in reader.clauses(rule.scope, over: table) where !clause.path.isEmpty {
        let value = try reader.value(clause, row: one.entry.row, of: table)
        guard value != .empty else { continue }
        zh.append("\(clause.name.zh)为\(value.chinese)")
        en.append("\(clause.name.en) is \(value.plain)")
      }
    }
    if !one.standing.lapsed.isEmpty {
      zh.append("逾期：\(one.standing.lapsed.joined(separator: "、"))")
      en.append("late: \(one.standing.lapsed.joined(separator: ", "))")
    }
    if one.entry.isSettled {
      zh.append("本身已办结")
      en.append("is closed itself")
    }
    return Bilingual(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
  }
}

extension DistrictPreview.Place {
  /// Whether nobody's turn is left.
  fileprivate var isEnd: Bool { if case .step = self { false } else { true } }
}

extension DistrictPreview.CaseChange {
  /// What opens first, then what moves, then what is gone.
  fileprivate var order: Int { before == nil ? 0 : after == nil ? 2 : 1 }
}
