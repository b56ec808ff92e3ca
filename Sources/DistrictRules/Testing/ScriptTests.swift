public import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Runs the tests that stand beside scripts.
public struct ScriptTests {
  private let rulebook: Rulebook
  private let advisor: (Snapshot) -> any Advisor

  /// - Parameter advisor: what the city's rules say about a snapshot, for rules that ask.
  public init(rulebook: Rulebook, advisor: @escaping (Snapshot) -> any Advisor) {
    self.rulebook = rulebook
    self.advisor = advisor
  }

  /// `lift.test.lua` for `lift.lua`.
  public static func testName(of script: String) -> String {
    script.hasSuffix(".lua") ? script.dropLast(4) + ".test.lua" : script + ".test.lua"
  }

  /// Runs every case of a file of tests against its script.
  ///
  /// - Parameter sibling: another script of the same folder, by its file's name without `.lua`.
  public func report(on script: Script, tests: Script?, sibling: (String) throws -> Script) -> ScriptTestReport {
    var report = ScriptTestReport(script: script.name, tests: tests?.name)
    do throws(ScriptError) {
      guard let tests else { return report }
      let cases = try self.cases(in: tests)
      for test in cases.cases {
        report.results.append(
          .init(name: test.name, line: test.line, verdict: run(test, of: script, cases.reader, sibling, &report.coverage)))
      }
    } catch {
      report.broken = error
    }
    return report
  }

  private struct Cases {
    var cases: [TestCase]
    var reader: TestReader
  }

  private func cases(in tests: Script) throws(ScriptError) -> Cases {
    let session = try self.session(emptySnapshot, in: tests)
    let (chunk, declared) = try session.declared(by: tests)
    let reader = TestReader(session: session, source: tests.source, chunk: chunk)
    return Cases(cases: try reader.cases(declared), reader: reader)
  }

  private var emptySnapshot: Snapshot {
    Snapshot(cut: Moment(seconds: 0), rulebook: rulebook, tables: [SmallRegister.divisions])
  }

  private func session(_ snapshot: Snapshot, advisor: (any Advisor)? = nil, in script: Script) throws(ScriptError) -> ScriptSession {
    do {
      return try ScriptSession(snapshot, limits: .init(time: .seconds(20)), advisor: advisor)
    } catch {
      throw error as? ScriptError ?? ScriptError(Diagnostic("internal", at: nil, Wording(verbatim: "\(error)")), in: script.source)
    }
  }

  private func run(
    _ test: TestCase, of script: Script, _ reader: TestReader, _ sibling: (String) throws -> Script, _ coverage: inout RuleCoverage
  ) -> ScriptTestReport.Verdict {
    let own = script.division.flatMap { $0.count == 6 ? $0 : nil } ?? "140403"
    do throws(ScriptError) {
      var snapshot: Snapshot
      do throws(RuleProblem) {
        snapshot = try SmallRegister.snapshot(
          test.given, reader: ValueReader(kinds: reader.session.kinds, snapshot: reader.session.snapshot), county: own, day: test.day,
          rulebook: rulebook)
      } catch {
        throw reader.located(error, ScriptTests.declared(test))
      }
      snapshot = try with(test, of: script, reader, sibling, snapshot)
      let counsel = advisor(snapshot)
      let session = try self.session(snapshot, advisor: counsel, in: script)
      let statements = StatementCoverage()
      session.statements = statements
      var run = TestRun(session: session, script: script, test: test, coverage: coverage)
      let failure: ScriptError?
      do throws(ScriptError) {
        try run.execute()
        failure = nil
      } catch {
        failure = error
      }
      coverage = run.coverage
      for (number, line) in statements.lines {
        coverage.see("line.\(line)", sides: ["run"], line: line, seen: statements.seen.contains(number) ? ["run"] : [])
      }
      if let failure {
        guard test.expected.contains(where: { $0.kind == .problem }) else { throw failure }
        run.actual[.problem] = ([failure.diagnostic] + failure.others).map { ActualRecord(list: [[$0.code.rawValue]]) }
      }
      let mismatches = test.expected.flatMap { expectation in
        expectation.mismatches(with: run.actual[expectation.kind] ?? [])
      }
      return mismatches.isEmpty ? .passed : .failed(mismatches)
    } catch {
      return .broken(error)
    }
  }

  /// The name under which a test, or the table of its cases, is declared.
  private static func declared(_ test: TestCase) -> String { String(test.name.split(separator: "›").first ?? "").trimmingSpaces() }

  /// The snapshot with the duties that the script, and those in force beside it, ask for.
  private func with(
    _ test: TestCase, of script: Script, _ reader: TestReader, _ sibling: (String) throws -> Script, _ snapshot: Snapshot
  ) throws(ScriptError) -> Snapshot {
    let session = try self.session(snapshot, in: script)
    var scripts = [script]
    for name in test.beside {
      do {
        scripts.append(try sibling(name))
      } catch {
        throw reader.located(
          .fault(
            "unknown-script", at: ["beside"], chinese: "文件夹里没有脚本 `\(name).lua`", english: "there is no script `\(name).lua` in the folder",
            help: Wording(chinese: "写文件名，不写 .lua", english: "write the file's name without .lua")), ScriptTests.declared(test))
      }
    }
    var requirements: [DutyRequirement] = []
    // A script that cannot be read says so when it is run.
    for script in scripts {
      for case .tightening(let rule) in (try? session.load(script)) ?? [] { requirements += rule.requirements }
    }
    return requirements.isEmpty ? snapshot : snapshot.with(requirements: requirements)
  }
}
