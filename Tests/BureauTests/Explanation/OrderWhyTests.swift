import Bureau
import CityModel
import Columns
import Foundation
import GRDB
import Register
import Testing

/// An enterprise of Qinyuan with three orders on the last day of September: one done in time, one overdue, one that the county
/// determined to be refused. Qinyuan has a job that looks at orders (约谈), and here an adjustment that counts them.
@Suite("why: rectification orders") struct OrderWhyTests {
  private final class Stage {
    let desk: ScriptDesk
    let uscc: String
    let project: String
    var office: Office { desk.office }

    init() throws {
      desk = try ScriptDesk()
      let snapshot = try desk.office.snapshot(.county("140431"), asOf: #require(Moment("2026-09-30 23:00")))
      let projects = snapshot.table(Project.schema), enterprises = snapshot.table(Enterprise.schema)
      let at = try #require(try (0..<projects.count).first { try projects.column(Project.enterprise).reference($0) != nil })
      project = try projects.cell("code", row: at).plain
      uscc = try enterprises.cell("uscc", row: #require(try projects.column(Project.enterprise).reference(at))).plain
      let path = desk.temporary.folder + "/orders.csv"
      try """
        number,enterprise,project,county,issued_on,deadline,rectified_on,reminded_on,refused_on
        Z-1,\(uscc),\(project),140431,2026-07-01,2026-07-20,2026-07-15,,
        Z-2,\(uscc),\(project),140431,2026-08-03,2026-08-20,,,
        Z-3,\(uscc),,140431,2026-08-03,2026-08-14,,2026-08-18,2026-09-10
        Z-4,\(uscc),\(project),140431,2026-08-03,2026-08-14,,,2026-09-11

        """.write(toFile: path, atomically: true, encoding: .utf8)
      let summary = try office.register.importTable(
        RectificationOrder.schema, from: path, by: Attribution(officer: "import", role: "import", moment: #require(Moment("2026-09-29 08:00"))))
      try #require(summary.stored == 4, "\(summary)")
      try desk.write(
        "140431-qinyuan/late-orders.lua",
        """
        adjustment "late-orders" {
          title = "half a point for each order left open", basis = { document = "沁源住建〔2026〕20号", article = "第一条" },
          effective = { from = "2026-08-01" }, relates = "D14", each = orders,
          where = { project = { name = exists } }, when = { rectified_on = missing }, deduct = 0.5, because = "{number}",
        }
        """)
    }

    func why(_ word: String, figure: String? = nil) throws -> Explanation {
      try office.explain(word, figure: figure, scope: .county("140431"), asOf: #require(Moment("2026-10-01 00:00")))
    }

    /// Rows of a section, some columns of each.
    func rows(_ answer: Explanation, _ code: String, _ columns: String...) throws -> [String] {
      let table = try #require(answer[code], "\(answer.sections.map(\.code))")
      let at = try columns.map { name in try #require(table.columns.firstIndex { $0.name == name }) }
      return table.rows.map { row in at.map { row[$0].plain }.joined(separator: " ") }
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var number: String
    var value: String
    /// Figures that rest on it.
    var figures: Set<String>
    /// The city's conditions of D14 with their verdicts.
    var d14: [String]
    /// Effects, layer by layer: the city's two, the adjustment, the job.
    var effects: [String]
    var testDescription: String { number }
  }

  static let cases = [
    Case(
      number: "Z-1", value: "按期完成（2026-07-15）", figures: [],
      d14: ["下达日期 符合", "期限 符合", "拒不整改认定日期 不符合", "催告日期 不符合"], effects: ["不计入", "不计入", "不计入", "不提请"]),
    Case(
      number: "Z-2", value: "逾期未完成（期限 2026-08-20）", figures: ["red-no-open-order"],
      d14: ["下达日期 符合", "期限 符合", "拒不整改认定日期 不符合", "催告日期 不符合"], effects: ["不计入", "不计入", "计入", "提请约谈"]),
    Case(
      number: "Z-3", value: "经认定拒不整改（2026-09-10）", figures: ["D14", "exit", "red-no-open-order"],
      d14: ["下达日期 符合", "期限 符合", "拒不整改认定日期 符合", "催告日期 符合"], effects: ["计入", "计入", "不计入", "提请约谈"]),
    Case(
      number: "Z-4", value: "逾期未完成（期限 2026-08-14）", figures: ["red-no-open-order"],
      d14: ["下达日期 符合", "期限 符合", "拒不整改认定日期 符合", "催告日期 不符合"], effects: ["不计入", "不计入", "计入", "提请约谈"]),
  ]

  @Test("an order: its state, what rests on it, each condition of every layer, parameters with their dates, facts", arguments: cases)
  func order(_ one: Case) throws {
    let stage = try Stage()
    let answer = try stage.why(one.number)
    #expect(answer.value.zh == one.value)
    let figures = try one.figures.isEmpty ? [] : stage.rows(answer, "lines", "figure")
    #expect(Set(figures).subtracting(["black-refusals"]) == one.figures)
    let clauses = try stage.rows(answer, "clauses", "rule", "clause", "verdict")
    #expect(clauses.filter { $0.hasPrefix("D14 拒不整改 ") }.map { String($0.dropFirst("D14 拒不整改 ".count)) } == one.d14)
    #expect(clauses.contains { $0.hasPrefix("退出条件：拒不整改 整改完成日期 ") })
    #expect(clauses.contains { $0.hasPrefix("late-orders 整改完成日期 ") } && clauses.contains { $0.hasPrefix("逾期未整改 期限 ") }, "\(clauses)")
    let layers = try stage.rows(answer, "layers", "layer", "basis", "effect")
    #expect(layers.map { String($0.split(separator: " ").last ?? "") } == one.effects, "\(layers)")
    #expect(layers.contains { $0.hasPrefix("city A7, A8 ") } && layers.contains { $0.hasPrefix("district 沁源住建〔2026〕20号第一条 ") })
    let parameters = try stage.rows(answer, "parameters", "parameter", "from")
    #expect(parameters.contains("refusal.requiresReminder 2026-01-01"), "\(parameters)")
    #expect(try stage.rows(answer, "facts", "field").contains("deadline"))
  }

  @Test("of an enterprise, each figure: all its orders; of an estate, its own and those of no estate") func subjects() throws {
    let stage = try Stage()
    for figure in ["score", "exit", "red_list", "black_list"] {
      let answer = try stage.why(stage.uscc, figure: figure)
      let orders = try stage.rows(answer, "orders", "order", "state").filter { $0.hasPrefix("Z-") }
      #expect(orders.map { String($0.prefix(3)) } == ["Z-1", "Z-2", "Z-3", "Z-4"], "\(figure)")
      let clauses = try stage.rows(answer, "order_clauses", "order", "rule", "clause", "verdict")
      #expect(clauses.contains("Z-4 D14 拒不整改 催告日期 不符合") && clauses.contains("Z-3 D14 拒不整改 催告日期 符合"))
      #expect(try stage.rows(answer, "parameters", "parameter").contains("refusal.requiresDetermination"))
    }
    let estate = try stage.why(stage.project)
    #expect(estate.value.zh.contains("分，等级"))
    let mine = try stage.rows(estate, "orders", "order", "bears_on").filter { $0.hasPrefix("Z-") }
    #expect(mine.count == 4 && mine.contains { $0.hasPrefix("Z-3 ") && $0.contains("D14") && $0.contains("exit") }, "\(mine)")
  }

  @Test("of a complaint: the orders to its enterprise for its estate or for all, open since it was accepted") func complaint() throws {
    let stage = try Stage()
    let path = stage.desk.temporary.folder + "/complaints.csv"
    try """
      number,source,project,enterprise,category,accepted_at,status
      T-7,desk,\(stage.project),\(stage.uscc),供水,2026-08-25 09:00,办理中

      """.write(toFile: path, atomically: true, encoding: .utf8)
    let summary = try stage.office.register.importTable(
      Complaint.schema, from: path, by: Attribution(officer: "import", role: "import", moment: #require(Moment("2026-09-29 08:00"))))
    try #require(summary.stored == 1, "\(summary)")
    let answer = try stage.why("T-7")
    #expect(try stage.rows(answer, "orders", "order").filter { $0.hasPrefix("Z-") } == ["Z-2", "Z-3", "Z-4"], "Z-1 was done before")
    #expect(try stage.rows(answer, "order_clauses", "order", "rule", "verdict").contains("Z-3 D14 拒不整改 符合"))
    #expect(try stage.rows(answer, "parameters", "parameter").contains("credit.recordMonths"))
  }

  @Test("the conditions shown are those by which the figure is made: a fact that an order shows as not met moves it once it is met")
  func moves() throws {
    let stage = try Stage()
    func points() throws -> [String] { try stage.rows(try stage.why(stage.uscc), "lines", "item", "what", "counts").filter { $0.hasPrefix("D14") } }
    let before = try points()
    #expect(before.count == 1 && before[0].contains("1项"), "\(before)")
    let reminded = try #require(Day("2026-08-20"))
    try DatabaseQueue(path: stage.desk.temporary.folder + "/xize.db").write { database in
      try database.execute(sql: "UPDATE orders SET reminded_on = ? WHERE number = 'Z-4'", arguments: [reminded.ordinal])
    }
    let after = try points()
    #expect(after.count == 1 && after[0].contains("2项"), "\(after)")
  }
}
