internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Glibc
internal import LuaSyntax
internal import SampleCity
internal import Synchronization

/// Exit codes: 0 done, 1 failed, 3 done but some rows are in quarantine, 64 the command line is wrong, 130 interrupted.
enum Exit {
  static let failed = ExitCode(1)
  static let quarantined = ExitCode(3)
  static let interrupted = ExitCode(130)
}

extension LanguageOptions {
  /// Runs a command; what goes wrong is told in the user's language, with its stable code.
  func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
      let lost = Terminal.lost.load(ordering: .relaxed)
      guard lost == 0 else {
        let reason = unsafe String(cString: strerror(lost))
        throw OfficeError(
          "output-not-written",
          Bilingual(
            zh: "结果没有全部写出：\(reason)\n提示：请检查输出所在的磁盘", en: "not all of the result was written: \(reason)\nhelp: check the disk that the output goes to"))
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      report(error)
      throw (error as? OfficeError)?.scriptError?.isCancelled == true || (error as? ScriptError)?.isCancelled == true
        ? Exit.interrupted : Exit.failed
    }
  }

  /// What `check` finds, beside what a command was asked for.
  func note(_ report: CheckReport) {
    for finding in report.findings { Terminal.note(finding.rendered(language, color: Terminal.colorsErrors) + "\n") }
  }

  func report(_ error: any Error) {
    if let script = error as? ScriptError ?? (error as? OfficeError)?.scriptError {
      Terminal.note(script.rendered(language, color: Terminal.colorsErrors))
      return
    }
    if let sample = error as? SampleError {
      Terminal.note("xize: [\(sample.code.rawValue)] " + self(sample.chinese, sample.english))
      return
    }
    let office = OfficeError(error)
    let text = self(office.message)
    Terminal.note("xize: [\(office.code)] \(text)")
  }
}
