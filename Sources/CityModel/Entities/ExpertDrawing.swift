public import Columns

/// The drawing of an expert for a tender, A5.
public enum ExpertDrawing {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let tender = Field("tender", "招标", .reference("tender"), "The tender", source: "A5", required: true)
  public static let expert = Field("expert", "评标专家", .reference("expert"), "The expert", source: "A5", required: true)
  public static let drawnOn = Field("drawn_on", "抽取日期", .day, "Day of the drawing", source: "A5", required: true)
  public static let recused = Field("recused", "回避", .flag, "The expert stood aside")

  public static let schema = TableSchema(
    name: "expert_drawing", plural: "expert_drawings", chinese: "专家抽取", meaning: "The drawing of an expert for a tender",
    source: "A5", key: "number", dated: "drawn_on",
    fields: [number, tender, expert, drawnOn, recused])
}
