internal import ArgumentParser
internal import Bureau
internal import DistrictRules
internal import LuaSyntax
internal import SampleCity

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
    } catch let code as ExitCode {
      throw code
    } catch {
      report(error)
      throw (error as? OfficeError)?.scriptError?.isCancelled == true || (error as? ScriptError)?.isCancelled == true
        ? Exit.interrupted : Exit.failed
    }
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
    // Messages of the register begin with their code and place already.
    Terminal.note(text.contains("[\(office.code)]") ? text : "xize: [\(office.code)] \(text)")
  }
}
