public import Columns

/// A published grade of an enterprise (信用等级), A7.
public enum PublishedGrade {
  public static let grades = Enumeration(
    "grade", [.init("A", "A级"), .init("B", "B级"), .init("C", "C级"), .init("D", "D级"), .init("unrated", "未评级")])

  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let year = Field("year", "年度", .integer, "Year that the grade is of", required: true)
  public static let grade = Field("grade", "等级", .enumeration(grades), "Grade", source: "A7", required: true)
  public static let score = Field("score", "得分", .quantity(Points.type), "Score", required: true)
  public static let publishedOn = Field("published_on", "公布日期", .day, "Day of publication", required: true)

  public static let schema = TableSchema(
    name: "published_grade", plural: "published_grades", chinese: "公布等级", meaning: "A published grade of an enterprise", source: "A7", key: "year", dated: "published_on",
    fields: [enterprise, year, grade, score, publishedOn])
}
