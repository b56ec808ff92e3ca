public import Columns

/// An authority of the city, a county or a street that supervises property management (管理机构), A1.
public enum Authority {
  public static let code = Field("code", "代码", .text, "Code of the authority", required: true)
  public static let name = Field("name", "名称", .text, "Name", required: true)
  public static let level = Field(
    "level", "层级", .enumeration(Division.levels), "Level in the four-level system", source: "A1", required: true)
  public static let division = Field(
    "division", "区划", .reference("division"), "The division whose authority it is", source: "A1", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County; none for the city's")
  public static let dedicatedAgency = Field(
    "dedicated_agency", "专门机构", .flag, "A county's dedicated agency has been named", source: "A1")
  public static let serviceCentreOn = Field(
    "service_centre_on", "服务中心设立日期", .day, "Day on which a street's service centre was set up", source: "A1")

  public static let schema = TableSchema(
    name: "authority", plural: "authorities", chinese: "管理机构", meaning: "An authority that supervises property management",
    source: "A1", key: "code", label: "name",
    fields: [code, name, level, division, county, dedicatedAgency, serviceCentreOn])
}
