import DistrictRules
import LuaSyntax
import Testing

/// A script keeps what one run has asked and uses it in the next, in which as much or more is asked.
@Suite("a query is of one run") struct KeptQueryTests {
  struct Missing: Error {}

  static func report(keeping made: String, using use: String) -> String {
    """
    local kept
    report "twice" {
      title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" },
      rows = function(period)
        local a, b = complaints:where{ category = "noise" }, complaints:where{ category = "water supply" }
        local c, d = a:group("category"), b:group("category")
        local e, f = c:count(), d:count()
        if kept then return \(use) end
        kept = \(made)
        return complaints
      end,
    }
    """
  }

  @Test(
    "kept for the next run, it is refused by name, and never another one of the new run", arguments: [
      ("a", "kept"), ("b", "kept:group(\"category\"):count()"), ("a:where{ finding = \"substantiated\" }", "kept:where{ finding = \"substantiated\" }"),
      ("c", "kept"), ("d", "kept:count()"), ("e", "kept"), ("f", "kept:limit(1)"),
    ])
  func refused(made: String, use: String) throws {
    let (session, script) = (try SmallCity().session(), Script(name: "kept.lua", text: Self.report(keeping: made, using: use)))
    guard case .report(let report)? = try session.load(script).first else { throw Missing() }
    _ = try session.tables(of: report, period: Period("2026-08"), in: script)
    let error = #expect(throws: ScriptError.self) { try session.tables(of: report, period: Period("2026-09"), in: script) }
    #expect(error?.diagnostic.code == "stale" && error?.rendered(.english).contains("do not keep it between runs") == true, "\(error?.rendered(.english) ?? "")")
  }

  @Test("the collections are the same in every run") func collections() throws {
    let (session, script) = (try SmallCity().session(), Script(name: "kept.lua", text: Self.report(keeping: "complaints", using: "kept")))
    guard case .report(let report)? = try session.load(script).first else { throw Missing() }
    for month in ["2026-07", "2026-08", "2026-09"] { #expect(try session.tables(of: report, period: Period(month), in: script).count == 1) }
  }
}
