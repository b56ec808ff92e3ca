internal import Columns

/// A14: 严禁作为维修资金申请、使用的主体
/// Reading 18: the owners' committee, or the interim committee in its place, where one is in office; else the community. Parameters: none.
extension FundRequestColumns {
  static func substitute(_ requests: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let committees = snapshot.table(Committee.schema)
    let project = try committees.column(Committee.project), kind = try committees.column(Committee.kind)
    let elected = try committees.column(Committee.electedOn), expires = try committees.column(Committee.expiresOn)
    let ended = try committees.column(Committee.endedOn)
    let today = snapshot.day
    var inOffice: [Int: String] = [:]
    for row in 0..<committees.count {
      guard let at = project.reference(row), let word = kind.text(row), let start = elected.day(row), start <= today,
        expires.day(row).map({ today <= $0 }) ?? true, ended.day(row).map({ today < $0 }) ?? true
      else { continue }
      if inOffice[at] == nil || word == "owners committee" { inOffice[at] = word }
    }
    let own = try requests.column(FundRequest.project)
    let kinds = FundRequest.applicantKinds
    return .codes(
      ColumnBuffer(count: requests.count) { out in
        for row in 0..<requests.count {
          out[row] = own.reference(row).map { kinds.code(inOffice[$0] ?? "community") } ?? Missing.code
        }
      }, TextDictionary(kinds.dictionary))
  }
}
