internal import Columns

/// A8: 对于一年内投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算）
/// Reading 1, 2, 3, 4, 5, 6, 7, 8: the exit test, and the numbers of distinct complainants before it at which an enterprise is watched. Parameters: `exit.watchFirst`, `exit.watchSecond`, `exit.watchLast`, `exit.minDistinctExclusive`, `exit.window`, `exit.parse`, `exit.scope`, `exit.satisfactionBelow`, `exit.countPartly`, `exit.countAnonymous`, `satisfaction.minSample`, `refusal.requiresDetermination`, `refusal.requiresReminder`.
///
/// Whether to start an exit is for the county and the street. Beside the county's number stand the city's and that of the estate with the
/// most complainants: they tell where it comes from, and trigger nothing.
public enum ExitWatch {
  public static let figure = Figure(
    name: "exit-watch", title: Bilingual(zh: "退出预警", en: "watch list of the exit test"), article: "A8", cycle: .day, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("enterprise", "企业"), ("complainants", "不同投诉人"), ("watch", "预警"), ("refusals", "拒不整改"), ("satisfied", "满意份数"),
        ("answers", "有效份数"), ("anonymous", "匿名投诉"), ("triggered", "符合退出条件"), ("citywide", "全市不同投诉人"), ("estate", "投诉人最多的项目"), ("estate_complainants", "该项目不同投诉人"),
      ])
    let first = try sheet.read(ExitParameters.watchFirst), second = try sheet.read(ExitParameters.watchSecond)
    let last = try sheet.read(ExitParameters.watchLast)
    let places = try Places(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema), projects = try TableFacts(snapshot, Project.schema)
    let reach = try ExitReach(snapshot, on: day)
    for finding in try ExitTest.findings(snapshot, on: day) {
      sheet.note(finding.readings + finding.limbs.flatMap(\.readings))
      guard finding.complainants >= first, finding.county.map({ places.counties.contains($0) }) ?? true else { continue }
      let level = finding.isTriggered ? "已触发" : finding.complainants >= last ? "临界" : finding.complainants >= second ? "接近" : "关注"
      let refusal = finding.limb(.refusal), satisfaction = finding.limb(.satisfaction)
      let citywide = reach.rows(of: finding.enterprise)
      let estate = reach.worstEstate(finding.limb(.complainants)?.evidence.flatMap(\.rows) ?? [])
      sheet.add(
        [
          places.name(finding.county), .optional(enterprises.text(Enterprise.name, finding.enterprise)), .count(finding.complainants),
          .text(level), .count(refusal?.part ?? 0), .count(satisfaction?.part ?? 0), .count(satisfaction?.whole ?? 0),
          .count(finding.anonymous), .yes(finding.isTriggered), .count(reach.people(citywide)),
          .optional(estate.flatMap { projects.text(Project.name, $0.project) }), estate.map { .count($0.people) } ?? .empty,
        ], Evidence.together(finding.limbs.flatMap(\.evidence) + [Evidence(Complaint.schema.name, rows: citywide)]))
    }
    sheet.sort { $0[2].order > $1[2].order }
    return sheet.result
  }
}
