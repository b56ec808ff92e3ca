internal import Columns

/// A8: 对于一年内投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算），且拒不整改或客户满意度不足50%的物业服务企业
/// Reading 1, 2, 3, 4, 5, 6, 7, 8: who meets the exit test of ``ExitTest`` in the county. Parameters: `exit.minDistinctExclusive`, `exit.window`, `exit.parse`, `exit.scope`, `exit.satisfactionBelow`, `exit.countPartly`, `exit.countAnonymous`, `satisfaction.minSample`, `refusal.requiresDetermination`, `refusal.requiresReminder`.
struct BlackExit: BlackGround {
  static let codes = ["black-exit"]

  private let facts: ListFacts

  init(_ facts: ListFacts) { self.facts = facts }

  func reasons(_ firm: Int, _ credit: CreditScore) -> [ListReason] {
    guard let finding = facts.exits[firm], finding.isTriggered else { return [] }
    let met = finding.limbs.filter { $0.verdict == .yes }
    return [
      ListReason(
        code: "black-exit", verdict: .yes,
        sentence: Bilingual(
          zh: "达到退出条件：" + met.map(\.sentence.zh).joined(separator: "；"),
          en: "the exit test is met: " + met.map(\.sentence.en).joined(separator: "; ")),
        basis: "A8", readings: finding.readings + met.flatMap(\.readings), evidence: met.flatMap(\.evidence).filter { $0.count > 0 })
    ]
  }
}
