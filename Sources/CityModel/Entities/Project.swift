public import Columns

/// A residential estate or other property project (物业项目), A2, A10.
public enum Project {
  public static let serviceModes = Enumeration(
    "service_mode",
    [
      .init("professional", "专业服务"), .init("community trustee", "社区托管"), .init("social organisation", "社会组织代管"),
      .init("self managed", "业主自管"), .init("none", "无物业"),
    ])
  public static let areaType = QuantityType(name: "area", unit: "m²", digits: 2)

  public static let code = Field("code", "代码", .text, "Project code: street code and a serial number", required: true)
  public static let name = Field("name", "名称", .text, "Name of the estate", required: true)
  public static let street = Field("street", "街道", .reference("division"), "Street, town or township", source: "A1", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", source: "A1", required: true)
  public static let households = Field("households", "户数", .integer, "Households", required: true)
  public static let area = Field("area", "建筑面积", .quantity(areaType), "Exclusive area in square metres", source: "Civil Code 278")
  public static let highRise = Field("high_rise", "高层", .flag, "Has residential high-rise buildings", source: "A12")
  public static let oldEstate = Field("old_estate", "老旧小区", .flag, "Is an old estate", source: "A10")
  public static let ordinaryHousing = Field(
    "ordinary_housing", "普通住宅", .flag, "Is ordinary housing, whose preliminary service has a guided fee", source: "A4")
  public static let builtYear = Field("built_year", "建成年份", .integer, "Year of completion")
  public static let community = Field("community", "社区", .reference("community"), "The community it lies in", source: "A1")
  public static let fit = Field(
    "fit_for_professional", "具备专业化条件", .flag, "Meets the conditions of professional service, as it was assessed", source: "A10")
  public static let serviceMode = Field("service_mode", "服务方式", .enumeration(serviceModes), "Who serves it", source: "A10")
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "Enterprise whose contract is active at the data cut", source: "A2", derived: true)
  public static let takeoverOn = Field(
    "takeover_on", "接管日期", .day, "First day of professional service, by the contracts and the record of service", source: "A10",
    derived: true)

  public static let schema = TableSchema(
    name: "project", plural: "projects", chinese: "项目", meaning: "A residential estate", source: "A10", key: "code", label: "name",
    fields: [code, name, street, county, households, area, highRise, oldEstate, builtYear, serviceMode, community, ordinaryHousing, fit, enterprise, takeoverOn])
}
