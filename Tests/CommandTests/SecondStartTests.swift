import Foundation
import Testing

/// Jobs are started while another process is at them, which is this test: it holds the lock.
@Suite("a second start of jobs") struct SecondStartTests {
  private static let starts = [
    "job run monthly-lists --period 2026-09 --district 140403 --report r.html",
    "job run monthly-lists --period 2026-09 --district 140403 --rerun --report r.html",
    "job run monthly-lists --period 2026-09 --district 140403 --resume",
    "jobs tick --at 2026-02-10",
  ]

  @Test("it is quiet, recorded, and writes no run; once the first has ended it runs", arguments: starts)
  func quiet(_ start: String) throws {
    let office = try SampleOffice()
    let xize = office()
    func entries(_ sql: String) throws -> String {
      let told = try xize.shell("sqlite3 xize.db \"\(sql)\"")
      try #require(told.code == 0, "\(told.all)")
      return told.output
    }
    let before = try entries("SELECT count(*) FROM ledger")
    // `flock` holds the lock for as long as its command runs, and the kernel lets go of it then.
    let second = try xize.shell("flock -n xize.db-jobs $xize \(start)")
    #expect(second.code == 0, "\(second.all)")
    #expect(second.output.isEmpty, "\(second.output)")
    #expect(second.errors == "another process is running jobs; this start is recorded and does nothing\n")
    #expect(try entries("SELECT count(*) FROM job_runs; SELECT count(*) FROM job_attempts; SELECT count(*) FROM proposals") == "0\n0\n0\n")
    #expect(try entries("SELECT kind, subject_table, officer FROM ledger WHERE kind LIKE 'job%'") == "job-second-start|job_runs|job\n")
    #expect(try entries("SELECT count(*) - \(before.dropLast()) FROM ledger") == "1\n", "nothing but that")
    #expect(!FileManager.default.fileExists(atPath: office.folder["r.html"]))
    #expect(try xize("check").code == 0)
    guard !start.contains("--resume"), !start.contains("tick") else { return }
    let third = try xize.shell("$xize \(start)")
    #expect(third.code == 0 && third.errors.contains("recorded 1 runs"), "\(third.all)")
    #expect(try entries("SELECT count(*) FROM job_runs") == "1\n")
  }
}
