import Foundation
import Testing

/// A run and its page in other locales and time zones. What the system lacks is made here, or the test fails: a locale that is not
/// there is no other locale.
@Suite("the same bytes in any surroundings") struct SurroundingsTests {
  /// Locales that no system need have: Turkish has another `I`, German another decimal mark, Persian other digits.
  private static let made = ["tr_TR", "de_DE", "fa_IR"]

  struct Surroundings: CustomTestStringConvertible, Sendable {
    var workers: String
    var zone: String
    var locale: String
    /// What `locale` says of it: that it is this one indeed.
    var mark: String
    var testDescription: String { "\(zone), \(locale), \(workers) workers" }
  }

  static let all = [
    Surroundings(workers: "1", zone: "Asia/Kolkata", locale: "C", mark: "ANSI_X3.4-1968"),
    Surroundings(workers: "2", zone: "America/St_Johns", locale: "C.UTF-8", mark: "UTF-8"),
    Surroundings(workers: "2", zone: "Pacific/Apia", locale: "tr_TR.UTF-8", mark: "UTF-8 tr"),
    Surroundings(workers: "0", zone: "Pacific/Kiritimati", locale: "de_DE.UTF-8", mark: "UTF-8 de"),
    Surroundings(workers: "1", zone: "Asia/Tehran", locale: "fa_IR.UTF-8", mark: "UTF-8 fa"),
  ]

  /// The folder of the locales that are made here.
  private static let locales: Result<TemporaryFolder, any Error> = Result {
    try Tool.require("localedef", "locale")
    let folder = try TemporaryFolder()
    for name in made {
      let outcome = try Command(in: folder).shell("localedef --no-archive -i \(name) -f UTF-8 ./\(name).UTF-8")
      try #require(outcome.code == 0, "\(name) cannot be made (apt-get install locales): \(outcome.all)")
    }
    return folder
  }

  /// The proposals of a month and its page, and what is printed.
  private func outputs(_ workers: String, _ surroundings: [String: String]) throws -> [String] {
    let office = try SampleOffice()
    var xize = office()
    xize.environment.merge(surroundings) { $1 }
    let run = try xize("job", "run", "monthly-lists", "early-warning", "--period", "2026-09", "--workers", workers, "--report", "r.html")
    #expect(run.code == 0, "\(run.all)")
    let why = try xize("why", "91140403YYYY00020N", "--district", "140403", "--as-of", "2026-09-30", "--parameters")
    xize.environment["LC_ALL"] = "C"
    let sql = try xize.shell("sqlite3 xize.db 'SELECT output FROM job_attempts ORDER BY run'")
    try #require(sql.code == 0, "\(sql.all)")
    return [sql.output, try office.folder.read("r.html"), run.all, why.all]
  }

  @Test("a month's run, its page and an explanation", arguments: all) func same(_ one: Surroundings) throws {
    try Tool.require("sqlite3")
    try #require(
      FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/\(one.zone)"), "the time zone \(one.zone) is not here (apt-get install tzdata)")
    let surroundings = ["TZ": one.zone, "LC_ALL": one.locale, "LANG": one.locale, "LOCPATH": try Self.locales.get().path]
    var told = try Command(in: TemporaryFolder())
    told.environment.merge(surroundings) { $1 }
    #expect(try told.shell("locale charmap lang_ab").output.split(separator: "\n").joined(separator: " ") == one.mark)
    #expect(try told.shell("date -d @0 +%H:%M").output != "08:00\n", "another zone than Changzhi's")
    let plain = try outputs("0", [:])
    #expect(plain[0].contains("black_list"))
    for (mine, its) in zip(plain, try outputs(one.workers, surroundings)) { #expect(mine == its) }
  }
}
