import CityModel
import Columns
import DistrictRules
import LuaSyntax
import Register
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

  /// Half a point for each complainant, once they are more than two in a thousand households: of each estate, quarter by quarter.
  static let crowd = """
    评分调整 "噪声扎堆" {
      标题 = "噪声投诉人超过千分之二的小区，每人扣半分",
      依据 = { 文号 = "潞州住建〔2026〕13号", 条款 = "第一条" },
      施行 = { 自 = "2026-01-01" },
      说明 = "人数与户数的比例要一个小区合起来算，表里写不出。",
      逐条 = 投诉,
      范围 = { 类别 = "噪声" },
      扣分 = { 每 = "项目", 期 = "季度", 分值 = 函数(小区, 各条)
        局部 人数 = 各条:去重计数("投诉人")
        如果 人数 * 1000 <= 小区.户数 * 2 那么 返回 0 结束
        返回 人数 * 0.5
      结束 },
      理由 = "{项目}",
    }
    """

  @Test("points from a function of an estate and its rows of a quarter: each group once, none where it gives none") func group() throws {
    var city = SmallCity()
    city.complain("noise", project: 0, at: "2026-08-01 10:00", by: 1)  // one of 400 households
    city.complain("noise", project: 1, at: "2026-05-01 10:00", by: 1)  // one of 800, in another quarter
    city.complain("noise", project: 1, at: "2026-08-01 10:00", by: 1)
    city.complain("noise", project: 2, at: "2026-08-01 10:00", by: 1)  // one of 1200
    city.complain("noise", project: 1, at: "2026-08-02 10:00", by: 1)  // the same person again
    city.complain("noise", project: 1, at: "2026-09-03 10:00", by: 2)
    city.complain("parking", project: 1, at: "2026-09-03 10:00", by: 3)  // outside the scope
    let outcome = try city.session().outcome(Self.crowd)
    #expect(outcome.effects.map(\.enterprise) == [0, 1])
    #expect(outcome.effects.map(\.points) == [Points(thousandths: -500), Points(-1)])
    #expect(outcome.effects.map(\.counts).map { $0.map(\.rows) } == [[[0]], [[2, 4, 5]]])
  }

  @Test("of an enterprise the rows of all its estates, in the whole year, as a collection; what counts once stands there once") func groupOfEnterprise() throws {
    var city = SmallCity()
    for day in 1...3 { city.complain("noise", project: 1, at: "2026-08-0\(day) 10:00", by: 5) }
    city.complain("noise", project: 2, at: "2026-02-01 10:00", by: 6)
    city.complain("parking", project: 2, at: "2026-02-01 10:00", by: 7)
    let outcome = try city.session().outcome(
      """
      adjustment "x" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, each = complaint, counted = { once_for = { "complainant", "category" } },
        add = { per = "enterprise", points = function(e, rows)
          local n = 0
          for c in rows:each() do n = n + 1 end
          assert(n == #rows and n == rows:count() and e.name == "浊漳物业")
          return points(rows:where{ category = "noise" }:count()) + points(0.001)
        end },
        cap = { points = 2, per = "enterprise", period = "year" }, because = "{number}",
      }
      """)
    #expect(outcome.effects.map(\.beforeCap) == [Points(thousandths: 2001)] && outcome.effects.map(\.points) == [Points(2)])
  }

  static let groupMistakes: [(line: String, code: String, says: String)] = [
    ("deduct = { points = function(e, rows) return 1 end },", "missing-key", "per = \"enterprise\" or per = \"project\""),
    ("deduct = { per = \"street\", points = function(e, rows) return 1 end },", "unknown-value", "`enterprise`"),
    ("deduct = { per = \"enterprise\", points = 1 },", "key-not-for-this", "`cap`"),
    ("deduct = { per = \"enterprise\", points = function() return 1 end, for_each = { households = 1 } },", "unknown-key", "`for_each`"),
    ("deduct = { per = \"enterprise\", points = function() return 1 end }, cap = { points = 1, per = \"project\" },", "key-not-for-this", "coarser"),
    ("deduct = { per = \"project\", points = function() return 1 end }, cap = { points = 1, per = \"project\", period = \"month\" },", "key-not-for-this", "coarser"),
    ("deduct = { per = \"enterprise\", points = function(e, rows) return \"many\" end },", "bad-number", "found `many`"),
    ("deduct = { per = \"enterprise\", points = function(e, rows) return rows:distinct(\"compliants\") end },", "unknown-field", "`complainant`"),
  ]

  @Test("mistakes in a group's points", arguments: groupMistakes)
  func groupMistake(line: String, code: String, says: String) throws {
    var city = SmallCity()
    city.complain("noise", project: 1, at: "2026-08-01 10:00", by: 5)
    let text = "adjustment \"x\" { title = \"t\", basis = { document = \"d\" }, effective = { from = \"2026-01-01\" }, each = complaint, because = \"{number}\",\n\(line)\n}"
    let session = try city.session()
    let error = try #require(throws: ScriptError.self) { _ = try session.outcome(text) }
    let shown = ([error.diagnostic] + error.others).map { $0.rendered(in: error.source, .english) }.joined(separator: "\n")
    #expect(shown.contains("[\(code)]") && shown.contains(says), "\(shown)")
  }

  @Test("a group's function is said in both languages, and its mistakes are seen before it runs") func groupSaid() throws {
    let script = Script(name: "scripts/140403-luzhou/crowd.lua", text: Self.crowd)
    let session = try SmallCity().session()
    #expect(try session.say(script, in: .chinese).first?.contains("同一项目在同一季度的各条合起来，由下列函数算出扣多少分") == true)
    #expect(try session.say(script, in: .english).first?.contains("All that one project has in one quarter is taken together") == true)
    for (right, wrong) in [("小区.户数", "小区.人数"), ("各条:去重计数", "各条:去重数")] {
      let report = try ScriptChecker(Rulebook.standard(), on: SmallCity.day("2026-10-01")).check([Script(name: "x.lua", text: Self.crowd.replacing(right, with: wrong))])
      #expect(report.errors == 1, "\(report.findings.map { $0.rendered(.chinese) })")
    }
  }
}
