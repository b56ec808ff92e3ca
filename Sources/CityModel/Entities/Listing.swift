public import Columns

/// The procedure by which an enterprise comes on a red or black list and off it again (列榜案件), A7: proposal, notice, defence,
/// decision, publication, objection, repair, removal. What has effect is the ``ListEntry`` of the same number.
public enum Listing {
  public static let statuses = Enumeration(
    "listing_status",
    [
      .init("proposed", "已提出"), .init("noticed", "已告知"), .init("listed", "已列榜"), .init("rejected", "不予列榜"),
      .init("published", "已公示列榜"), .init("objected", "异议处理中"), .init("repairing", "修复审查中"), .init("removed", "已移出"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the case, and of the entry that it leads to", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let list = Field("list", "榜单", .enumeration(ListEntry.kinds), "Red or black", source: "A7", required: true)
  public static let reason = Field("reason", "列榜理由", .text, "Reason, as given to the enterprise", required: true)
  public static let serious = Field("serious", "情节严重", .flag, "A serious case: longer periods", source: "NDRC Order 36")
  public static let status = Field("status", "状态", .enumeration(statuses), "Where it stands", source: "A7", required: true)
  public static let proposedOn = Field("proposed_on", "提出日期", .day, "Day of the proposal", source: "A7", required: true)
  public static let noticedOn = Field("noticed_on", "告知日期", .day, "Day of the notice", source: "国办发〔2020〕49号")
  public static let defenceUntil = Field("defence_until", "申辩截止日", .day, "Last day for statement and defence", source: "国办发〔2020〕49号")
  public static let defence = Field("defence", "申辩内容", .text, "What the enterprise said")
  public static let decidedOn = Field("decided_on", "决定日期", .day, "Day of the decision", source: "A7")
  public static let document = Field("document", "文号", .text, "Number of the decision")
  public static let publishedOn = Field("published_on", "公布日期", .day, "Day of publication", source: "A7")
  public static let objectedOn = Field("objected_on", "异议日期", .day, "Day of the enterprise's objection")
  public static let answeredOn = Field("answered_on", "答复日期", .day, "Day of the answer to it")
  public static let repairAppliedOn = Field("repair_applied_on", "修复申请日期", .day, "Day of the application for repair", source: "NDRC Order 36")
  public static let repairDecidedOn = Field("repair_decided_on", "修复决定日期", .day, "Day of the decision on it", source: "NDRC Order 36")
  public static let removedOn = Field("removed_on", "移出日期", .day, "Day of the removal", source: "A14")

  public static let schema = TableSchema(
    name: "listing", plural: "listings", chinese: "列榜案件", meaning: "The procedure behind an entry of a red or black list",
    source: "A7", key: "number", dated: "proposed_on",
    fields: [
      number, enterprise, county, list, reason, serious, status, proposedOn, noticedOn, defenceUntil, defence, decidedOn, document,
      publishedOn, objectedOn, answeredOn, repairAppliedOn, repairDecidedOn, removedOn,
    ])
}
