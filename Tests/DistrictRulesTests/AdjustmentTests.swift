import CityModel
import Columns
import DistrictRules
import Testing

@Suite("adjustments")
struct AdjustmentTests {
  static let lift = """
    评分调整 "电梯困人加扣" {
      标题 = "高层住宅电梯困人投诉加扣",
      依据 = { 文号 = "潞州住建〔2026〕12号", 条款 = "第四条", 公布 = "2026-06-10", 有效至 = "2028-06-30" },
      施行 = { 自 = "2026-07-01" },
      关联 = "D10",
      逐条 = 投诉,
      范围 = { 类别 = "电梯困人", 认定 = "属实", 项目 = { 高层 = 是 } },
      计次 = { 每人一次 = "投诉人" },
      扣分 = 1,
      封顶 = { 扣分 = 2, 每 = "企业", 期 = "年度" },
      理由 = "{受理时间}{项目}电梯困人投诉属实",
    }
    """

  @Test("Chinese words: each person once, high-rises only, from the day of effect, and the cap")
  func liftEntrapment() throws {
    var city = SmallCity()
    city.complain("lift entrapment", project: 0, at: "2026-06-30 23:59", by: 1)  // a day too early
    city.complain("lift entrapment", project: 0, at: "2026-07-01 00:00", by: 1)  // counts
    city.complain("lift entrapment", project: 0, at: "2026-07-02 10:00", by: 1)  // the same person again
    city.complain("lift entrapment", project: 1, at: "2026-07-03 10:00", by: 2)  // not a high-rise
    city.complain("lift entrapment", project: 2, at: "2026-07-03 10:00", by: 3)
    city.complain("lift entrapment", project: 2, at: "2026-07-04 10:00", by: 4)
    city.complain("lift entrapment", project: 2, at: "2026-07-05 10:00", by: 5)  // beyond the cap
    city.complain("lift entrapment", project: 2, at: "2026-07-05 11:00", by: nil)  // cannot be told apart
    city.complain("lift entrapment", project: 2, at: "2026-07-06 10:00", by: 6, finding: "unsubstantiated")
    city.complain("noise", project: 2, at: "2026-07-06 10:00", by: 7)
    city.complain("lift entrapment", project: 2, at: "2026-10-01 00:00", by: 8)  // after the period
    let outcome = try city.session().outcome(Self.lift)
    #expect(outcome.effects.map(\.enterprise) == [0, 1])
    #expect(outcome.effects.map(\.points) == [Points(-1), Points(-2)])
    #expect(outcome.effects.map(\.beforeCap) == [Points(-1), Points(-3)])
    #expect(outcome.effects.map(\.rows) == [[1], [4, 5, 6]])
    #expect(outcome.unknownRows == [7])
    #expect(outcome.basis.description == "潞州住建〔2026〕12号第四条")
  }

  @Test("a fact that is missing is neither met nor unmet") func missingFact() throws {
    var city = SmallCity()
    city.complain("noise", project: 0, at: "2026-08-01 10:00", by: 1, finding: "")
    let outcome = try city.session().outcome(
      """
      adjustment "noise" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, each = complaint,
        where = { category = "noise", finding = "substantiated" }, deduct = 1, because = "{number}",
      }
      """)
    #expect(outcome.effects.isEmpty)
    #expect(outcome.unknownRows == [0])
  }

  @Test("points from a function of the row: exact, and only for the rows that the tables let through")
  func function() throws {
    var city = SmallCity()
    city.complain("heating", project: 1, at: "2026-01-20 08:00", by: 1, closed: "2026-01-21 07:00", cause: "enterprise")  // in time
    city.complain("heating", project: 1, at: "2026-01-20 08:00", by: 2, closed: "2026-01-21 09:00", cause: "enterprise")  // 25 h
    city.complain("heating", project: 1, at: "2026-01-20 08:00", by: 3, closed: "2026-01-23 08:00", cause: "enterprise")  // 72 h
    city.complain("heating", project: 1, at: "2026-01-20 08:00", by: 4, closed: "2026-01-25 08:00", cause: "department")
    let outcome = try city.session().outcome(
      """
      adjustment "heating" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-15", to = "2026-03-15" }, each = complaint,
        where = { category = one_of{ "heating", "water supply" } },
        when = { closing_time = more_than(hours(24)), delay_cause = "enterprise" },
        deduct = function(c)
          if c.closing_time > hours(48) then return points(1.5) end
          return 0.5
        end,
        because = "{number}",
      }
      """)
    #expect(outcome.effects.map(\.points) == [Points(-2)])
    #expect(outcome.effects.map(\.rows) == [[1, 2]])
  }

  @Test("a cap for each project") func projectCap() throws {
    var city = SmallCity()
    for day in 1...4 { city.complain("noise", project: 1, at: "2026-08-0\(day) 10:00", by: Int64(day)) }
    city.complain("noise", project: 2, at: "2026-08-01 10:00", by: 9)
    let outcome = try city.session().outcome(
      """
      adjustment "noise" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, each = complaint,
        where = { category = "noise" }, deduct = 0.5, cap = { points = 1, per = "project" }, because = "{number}",
      }
      """)
    #expect(outcome.effects.map(\.points) == [Points(thousandths: -1500)])
  }
}
