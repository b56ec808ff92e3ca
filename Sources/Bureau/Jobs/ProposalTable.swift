public import CityModel
public import Columns
public import DistrictRules

/// Proposals as a table for people.
public enum ProposalTable {
  public static func table(_ proposals: [Proposal], in snapshot: Snapshot) throws(OfficeError) -> ResultTable {
    let enterprises = snapshot.table(Enterprise.schema)
    var table = ResultTable(columns: [
      .init("kind", title: "提请", type: .enumeration(OfficeWords.proposals)), .init("enterprise", title: "企业"), .init("uscc", title: "统一社会信用代码"),
      .init("because", title: "理由"), .init("evidence", title: "证据数"), .init("rule", title: "规则"),
    ])
    do {
      for proposal in proposals {
        table.rows.append([
          .text(proposal.kind.rawValue), try enterprises.cell("name", row: proposal.enterprise ?? -1),
          try enterprises.cell("uscc", row: proposal.enterprise ?? -1), .text(proposal.because),
          .integer(Int64(proposal.evidence?.rows.count ?? 0)), .text(proposal.rule),
        ])
      }
    } catch {
      throw OfficeError(error)
    }
    return table
  }
}

extension AdjustmentOutcome {
  /// The enterprises with their points.
  public func table(in snapshot: Snapshot) throws(OfficeError) -> ResultTable {
    let enterprises = snapshot.table(Enterprise.schema)
    var table = ResultTable(columns: [
      .init("enterprise", title: "企业"), .init("uscc", title: "统一社会信用代码"), .init("points", title: "分值"),
      .init("before_cap", title: "封顶前"), .init("rows", title: "件数"),
    ])
    do {
      for effect in effects {
        table.rows.append([
          try enterprises.cell("name", row: effect.enterprise), try enterprises.cell("uscc", row: effect.enterprise),
          .decimal(units: effect.points.thousandths, digits: 3), .decimal(units: effect.beforeCap.thousandths, digits: 3),
          .integer(Int64(effect.rows.count)),
        ])
      }
    } catch {
      throw OfficeError(error)
    }
    return table
  }
}

extension ProcedureDeclaration {
  /// Its steps in order: who does each, in what time, and what follows.
  public var stepTable: ResultTable {
    func said(_ next: Next) -> Cell {
      switch next {
      case .step(let name): .text(name)
      case .finish: .word("finish", chinese: CityVocabulary.chinese("finish"))
      case .refer(let department): .word("refer \(department)", chinese: "\(CityVocabulary.chinese("refer")) \(department)")
      }
    }
    return ResultTable(
      columns: [
        .init("step", title: "步骤"), .init("by", title: "层级", type: .enumeration(OfficeWords.levels)), .init("within", title: "时限"), .init("needs", title: "所需材料"),
        .init("done", title: "办成后"), .init("refused", title: "不予办理后"), .init("late", title: "逾期后"), .init("not_same_person_as", title: "不得同人"),
      ],
      rows: steps.map { step in
        [
          .text(step.name), .text(step.by.rawValue), .text(step.within.chinese), .text(step.needs.joined(separator: ", ")), said(step.done),
          step.refused.map { said($0) } ?? .empty, said(step.late), .text(step.notSamePersonAs.joined(separator: ", ")),
        ]
      })
  }
}

extension ProcedureChange {
  /// What changes, step by step.
  public var stepTable: ResultTable {
    func step(_ name: String) -> Cell { .word(name, chinese: FundProcedures.chinese(ofStep: name)) }
    return ResultTable(
      columns: [
        .init("step", title: "步骤"), .init("also_needs", title: "另需"), .init("within_working_days", title: "时限（工作日）"),
        .init("not_same_person_as", title: "不得同人"), .init("at_most_percent", title: "至多（%）"),
      ],
      rows: changes.map { change in
        [
          step(change.step), .text(change.alsoNeeds.joined(separator: ", ")),
          change.withinWorkingDays.map { .integer(Int64($0)) } ?? .empty, change.notSamePersonAs.map { step($0) } ?? .empty,
          change.atMostPercent.map { .integer(Int64($0)) } ?? .empty,
        ]
      })
  }
}
