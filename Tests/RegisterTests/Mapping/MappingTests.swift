import CityModel
import Columns
import Foundation
import Register
import Testing

@Suite("Mappings: what a district writes for its own export")
struct MappingTests {
  static let hotline = """
    mapping: luzhou-12345
    revision: "1"
    source: 潞州12345
    columns:
      工单号: { field: number }
      小区: { field: project, by: name }
      诉求类别: { field: 类别, table: 类别 }
      来电时间: { field: accepted_at, formats: ["yyyy/M/d H:mm", "yyyy年M月d日"] , time: "12:00" }
      办结时间: { field: basically_closed_at, formats: ["yyyy/M/d H:mm"], optional: true }
      状态: { field: status, table: 状态 }
      来电号码: { field: complainant }
    ignored: [诉求内容]
    defaults: { channel: 12345热线 }
    tables:
      类别: { 电梯: 电梯故障, 卫生: cleaning }
      状态: { 处理中: open, 已办: 基本办结 }

    """
  static let export = """
    工单号,小区,诉求类别,来电时间,办结时间,状态,来电号码,诉求内容
    A1,东街一号院,电梯,2026/5/3 8:05,2026/5/3 9:00,已办,138 0013 8000,"电梯
    停运"
    A2,东街一号院,卫生,2026年5月4日,,处理中,+86-13800138000,楼道
    A3,东街二号院,绿植,2026/5/5 10:00,,处理中,,树
    A4,不存在的小区,卫生,2026/5/5 10:00,,处理中,,
    A5,东街二号院,卫生,2026/5/5 10:00,,作废,,

    """

  private func run(_ mapping: String, _ export: String) throws -> (SmallCity, ImportSummary) {
    let city = try SmallCity(complaints: nil)
    let mapping = try ComplaintMapping.load(try city.folder.write("mapping.yaml", mapping))
    let path = try city.folder.write("export.csv", export)
    return (city, try city.register.importComplaints(from: path, mapping: mapping, by: SmallCity.clerk))
  }

  @Test func aHotlineExportBecomesComplaints() throws {
    let (city, summary) = try run(Self.hotline, Self.export)
    #expect((summary.read, summary.stored, summary.quarantined) == (5, 3, 2))
    #expect(summary.faults == ["unknown-project": 1, "unknown-word": 1])
    #expect(summary.unknownWords == ["绿植": 1])
    #expect(try city.register.quarantine(ofImport: summary.number).map(\.line) == [6, 7])
    let complaints = try city.snapshot().table(Complaint.schema)
    let accepted = try complaints.column(Complaint.acceptedAt)
    #expect(accepted.moment(0) == Moment("2026-05-03 08:05"))
    #expect(accepted.moment(1) == Moment("2026-05-04 12:00"))
    #expect(try complaints.column(Complaint.category).text(2) == "unknown")
    #expect(try complaints.column(Complaint.channel).text(0) == "12345")
    #expect(try complaints.column(Complaint.source).text(0) == "潞州12345")
    #expect(try complaints.column(Complaint.enterprise).reference(0) == 0)
    let complainant = try complaints.column(Complaint.complainant)
    #expect(complainant.integer(0) != nil)
    #expect(complainant.integer(0) == complainant.integer(1), "one telephone, however it is written, is one person")
    #expect(complainant.integer(2) == nil, "nobody is nobody")
  }

  @Test func theTelephoneIsNowhereInTheFile() throws {
    let (city, _) = try run(Self.hotline, Self.export)
    try city.register.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: city.folder.file("city.xize")))
    #expect(bytes.range(of: Data("138 0013 8000".utf8)) == nil)
    #expect(bytes.range(of: Data("13800138000".utf8)) == nil)
  }

  @Test(arguments: [
    ("field: number", "field: nummer", 5, 17, "did you mean `number`?"),
    ("field: number", "feild: number", 5, 10, "did you mean `field`?"),
    ("卫生: cleaning", "卫生: claening", 15, 23, "did you mean `cleaning`?"),
    ("by: name", "by: guess", 6, 29, "write one of the four"),
    ("\"yyyy/M/d H:mm\", ", "\"yyyy/M/d h:mm\", ", 8, 40, "yyyy/M/d HH:mm"),
    ("table: 状态", "table: 情况", 10, 31, "tables: 状态, 类别"),
    ("  工单号: { field: number }\n", "", 1, 1, "map a column to it"),
    ("revision: \"1\"\n", "", 1, 1, "write `revision: …`"),
    ("columns:", "columns: [", 0, 0, "YAML is indented"),
    ("channel: 12345热线", "channel: 电报", 13, 22, "one of: provincial"),
  ])
  func aMistakeIsShownWithItsPlace(right: String, wrong: String, line: Int, column: Int, help: String) throws {
    let folder = try TemporaryFolder()
    let text = Self.hotline.replacingOccurrences(of: right, with: wrong)
    #expect(text != Self.hotline)
    let path = try folder.write("mapping.yaml", text)
    do {
      _ = try ComplaintMapping.load(path)
      Issue.record("the mistake was not seen")
    } catch {
      #expect(error.code == .badMapping)
      #expect(error.help?.en.contains(help) == true, "\(error)")
      if line > 0 {
        #expect(error.line == line, "\(error)")
        #expect(error.column == column, "\(error)")
      }
    }
  }

  @Test(arguments: [
    ("工单号,小区,诉求类别,来电时间,状态,来电号码,诉求内容,备注\n", "unmapped-column"),
    ("工单号,小区,诉求类别,状态,来电号码,诉求内容\n", "missing-column"),
    ("工单号,小区,诉求类别,来电时间,状态,来电号码,诉求内容,状态\n", "repeated-column"),
  ])
  func everyColumnOfTheFileIsAccountedFor(header: String, expected: String) throws {
    #expect(code { try run(Self.hotline, header) }?.rawValue == expected)
  }
}
