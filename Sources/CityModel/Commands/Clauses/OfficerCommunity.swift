internal import Columns

/// A1: 形成市、县（区）、街道（乡镇）、社区四级物业监管工作格局。
/// Reading: an officer of a community belongs to one; the street's code alone tells none. Parameters: none.
extension CommandClause {
  static let officerCommunity = CommandClause(
    "officer-community", "A1", zh: "社区工作人员须写明所属社区", en: "an officer of a community belongs to one"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard attempt.officer.level == .community, !Community.isCode(attempt.officer.division) else { return nil }
    return Refusal(
      "officer-community", article: "A1", zh: "\(attempt.officer.name)（\(attempt.officer.division)）没有写明所属社区",
      en: "\(attempt.officer.name) (\(attempt.officer.division)) is of no community",
      help: Bilingual(zh: "在 officers.csv 的 community 列写十二位社区代码后重新导入", en: "import officers.csv with the community's code of twelve digits in the column community"))
  }
}
