public import Columns

/// A bid and the eligibility that was checked for it (资格核验), A5.
public enum Bid {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let tender = Field("tender", "招标", .reference("tender"), "The tender", source: "A5", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let submittedOn = Field("submitted_on", "提交日期", .day, "Day of submission", source: "A5", required: true)
  public static let checkedOn = Field(
    "checked_on", "核验日期", .day, "Day for which the eligibility was checked", source: "A5")
  public static let wasFiled = Field(
    "was_filed", "核验时已备案", .flag, "Was filed with the county on that day", source: "A5")
  public static let wasRed = Field("was_red", "核验时在红榜", .flag, "Stood on a red list on that day", source: "A5")
  public static let wasBlack = Field("was_black", "核验时在黑榜", .flag, "Stood on a black list on that day", source: "A5")
  public static let grade = Field(
    "grade", "等级", .enumeration(PublishedGrade.grades), "Last published grade on that day", source: "A7")
  public static let wasRestricted = Field(
    "was_restricted", "核验时受限", .flag, "Was restricted from new estates on that day", source: "A11")
  public static let admitted = Field("admitted", "准予投标", .flag, "Was admitted", source: "A5")

  public static let schema = TableSchema(
    name: "bid", plural: "bids", chinese: "投标", meaning: "A bid, with the bidder's eligibility on the day it was checked",
    source: "A5", key: "number", dated: "submitted_on",
    fields: [
      number, tender, enterprise, submittedOn, checkedOn, wasFiled, wasRed, wasBlack, grade, wasRestricted, admitted,
    ])
}
