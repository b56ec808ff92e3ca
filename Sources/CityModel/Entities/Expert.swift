public import Columns

/// An expert of the evaluation pool (评标专家库), A5.
public enum Expert {
  public static let code = Field(
    "code", "代码", .text, "Number in the pool; the pool's own book has the name", required: true)
  public static let specialty = Field("specialty", "专业", .text, "Field of expertise", source: "A5")
  public static let admittedOn = Field("admitted_on", "入库日期", .day, "Day of admission to the pool", source: "A5")
  public static let endedOn = Field("ended_on", "终止日期", .day, "Day of leaving the pool")

  public static let schema = TableSchema(
    name: "expert", plural: "experts", chinese: "评标专家", meaning: "An expert of the bid evaluation pool", source: "A5",
    key: "code",
    fields: [code, specialty, admittedOn, endedOn])
}
