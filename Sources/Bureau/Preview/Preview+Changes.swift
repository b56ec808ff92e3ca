public import CityModel
public import Columns
internal import DistrictRules

extension Preview {
  /// Everything that would change as one table: what, of whom, before and after, and why; the largest movers first in each county.
  public func changes(_ say: (Bilingual) -> String) -> ResultTable {
    func both(_ zh: String, _ en: String) -> String { say(Bilingual(zh: zh, en: en)) }
    var table = ResultTable(columns: [
      .init("county", title: "县区"), .init("change", title: "变动"), .init("subject", title: "对象"), .init("code", title: "编号"),
      .init("before", title: "原"), .init("after", title: "新"), .init("because", title: "缘由"),
    ])
    for district in districts {
      func add(_ change: String, _ subject: String, _ code: String, _ before: String, _ after: String, _ because: String) {
        table.rows.append([district.county.name, change, subject, code, before, after, because].map { $0.isEmpty ? .empty : .text($0) })
      }
      for one in district.scores {
        add(
          both("得分", "score"), one.name, one.uscc, "\(one.before) \(one.gradeBefore.rawValue)", "\(one.after) \(one.gradeAfter.rawValue)",
          one.reasons.map { say($0) }.joined(separator: both("；", "; ")))
      }
      for one in district.proposals {
        add(both("提请", "proposal"), one.name, one.uscc, one.isNew ? "" : proposal(one.kind, say), one.isNew ? proposal(one.kind, say) : "", one.because)
      }
      for one in district.deadlines {
        let needs = one.alsoNeeds.joined(separator: both("、", ", "))
        add(
          both("时限", "deadline"), one.step, one.subject, one.before?.description ?? "", one.after?.description ?? "",
          needs.isEmpty ? "" : both("另需 ", "also needs ") + needs)
      }
      for one in district.clocks where one.moved > 0 || one.alerts > 0 {
        add(
          both("时钟", "clock"), say(one.clock), "", both("逾期 \(one.lateBefore)", "\(one.lateBefore) late"), both("逾期 \(one.lateAfter)", "\(one.lateAfter) late"),
          both("时限提前 \(one.moved) 件，预警 \(one.alerts) 件", "\(one.moved) due earlier, \(one.alerts) alerts"))
      }
      for one in district.newlyLate { add(both("新增逾期", "newly late"), say(one.clock), one.subject, one.before?.description ?? "", one.after.description, "") }
      for one in district.duties {
        add(both("义务", "duty"), one.project, one.duty, one.isNew ? "" : one.due.description, one.isNew ? one.due.description : "", one.enterprise)
      }
    }
    return table
  }

  private func proposal(_ kind: String, _ say: (Bilingual) -> String) -> String {
    say(Bilingual(zh: CityVocabulary.chinese(kind), en: kind))
  }
}
