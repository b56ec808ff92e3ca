import Foundation
import Testing

@Suite("a daily job that was missed for long") struct MissedPeriodsTests {
  private static let job = """
    job "daily" {
      title = "daily", basis = { document = "潞州住建〔2026〕50号" }, effective = { from = "2026-03-01" }, every = "day",
      each = orders, where = { deadline = missing }, propose = "task", to = "street", because = "{number}",
    }

    """

  @Test("the alert names the first, the last and how many", arguments: [
    ("zh", "2026-06-01", "警示：daily 还有 91 期未运行（2026-03-02 至 2026-05-31），超过一次补跑上限：潞州区"),
    ("en", "2026-06-01", "alert: daily has 91 more missed periods (2026-03-02 to 2026-05-31) than one tick makes good: 潞州区"),
    ("en", "2026-03-03", "alert: daily has 1 more missed period (2026-03-02) than one tick makes good: 潞州区"),
  ])
  func alert(_ language: String, _ day: String, _ said: String) throws {
    let office = try SampleOffice()
    try office.folder.write("own/140403-luzhou/daily.lua", Self.job)
    let tick = try office(language)("jobs", "tick", "--at", day, "--bound", "1", "--scripts", "own", "--workers", "0")
    #expect(tick.errors.split(separator: "\n").contains(Substring(said)), "\(tick.all)")
  }
}
