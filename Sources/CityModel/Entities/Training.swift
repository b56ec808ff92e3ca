public import Columns

/// A training of an enterprise's staff (技能培训), A2.
public enum Training {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County that was told of it", required: true)
  public static let trainedOn = Field("trained_on", "培训日期", .day, "Day of the training", source: "A2", required: true)
  public static let subject = Field("subject", "主题", .text, "What was trained", required: true)
  public static let trainingHours = Field("training_hours", "学时", .integer, "Hours of training")
  public static let participants = Field("participants", "参加人数", .integer, "Persons who took part")

  public static let schema = TableSchema(
    name: "training", plural: "trainings", chinese: "技能培训", meaning: "A training of an enterprise's staff",
    source: "A2", key: "number", dated: "trained_on",
    fields: [number, enterprise, county, trainedOn, subject, trainingHours, participants])
}
