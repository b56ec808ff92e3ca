internal import Columns

/// A10: 鼓励社区探索统筹邻近老旧小区共享物业服务的方式
/// Reading: G04 is entered when a second old estate joins a cluster; one case for a cluster, however many estates follow. Parameters: none.
enum SharingDetermination {
  static func sharing(_ attempt: CommandAttempt) throws(Refusal) -> [Change] {
    let cluster = CaseValue.trimmed(attempt[SharedService.cluster].text ?? "")
    let others = attempt.rows("cluster").filter { row in
      row[SharedService.project] != attempt[SharedService.project] && row.day(SharedService.endedOn).map { $0 >= attempt.day } ?? true
    }
    guard let project = attempt.first(SharedService.project.name), project.flag(Project.oldEstate) == true, !others.isEmpty,
      attempt.has(SharedService.enterprise)
    else { return [] }
    return CreditEntries.enter(
      .init(
        item: "G04", variant: "shared", enterprise: attempt[SharedService.enterprise], county: project[Project.county], on: attempt.day,
        document: "\(SharedService.schema.chinese) \(cluster)"), attempt)
  }
}
