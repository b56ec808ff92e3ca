internal import Columns

/// A12: 推进高层住宅电梯智能阻车系统全覆盖
/// Reading: 全覆盖 is every lift of a residential high-rise. Parameters: none.
///
/// Lifts that keep electric bicycles out on the day, of all such lifts.
public enum LiftBlocking {
  public static let figure = Figure(
    name: "lift-blocking", title: Bilingual(zh: "电梯智能阻车覆盖率", en: "lifts that keep e-bikes out"), article: "A12", cycle: .quarter,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [("county", "县区"), ("lifts", "高层电梯数"), ("blocking", "已阻车"), ("gap", "缺口"), ("share", "覆盖率"), ("estates", "未全覆盖项目数")])
    let places = try Places(snapshot)
    let projects = try TableFacts(snapshot, Project.schema), lifts = try TableFacts(snapshot, Lift.schema)
    for county in places.counties {
      let here = (0..<lifts.count).filter { row in
        lifts.flag(Lift.highRise, row) == true
          && lifts.reference(Lift.project, row).flatMap { projects.reference(Project.county, $0) } == county
      }
      let open = here.filter { row in
        lifts.flag(Lift.blocking, row) != true || lifts.day(Lift.blockingOn, row).map { $0 > day } ?? false
      }
      sheet.add(
        [
          places.name(county), .count(here.count), .count(here.count - open.count), .count(open.count),
          .ratio(Int64(here.count - open.count), of: Int64(here.count)),
          .count(Set(open.compactMap { lifts.reference(Lift.project, $0) }).count),
        ], Evidence(Lift.schema, open), counting: [Evidence(Lift.schema, Array(Set(here).subtracting(open)))])
    }
    return sheet.result
  }
}
