internal import Bureau
internal import CEdit
internal import CityModel
internal import DistrictRules
internal import Glibc
internal import LuaRuntime
internal import LuaSyntax
internal import Synchronization

/// A session whose scripts print to the terminal and stop at Ctrl-C.
final class ScriptDesk {
  let session: ScriptSession
  /// The session knows its advisor weakly.
  private let advisor: any Advisor

  init(_ snapshot: Snapshot, of office: Office, _ limits: Engine.Limits, _ lang: LanguageOptions) throws {
    advisor = PromptAdvisor(snapshot, office: office) { lang($0) }
    session = try ScriptSession(snapshot, limits: limits, advisor: advisor)
    session.output = { Terminal.write($0) }
    Interrupts.shared.stop(session.canceller)
  }

  /// A session under the rules in force.
  init(_ ruled: RuledSession) {
    (advisor, session) = (ruled.advisor, ruled.session)
    session.output = { Terminal.write($0) }
    Interrupts.shared.stop(session.canceller)
  }

  func evaluate(_ line: String, _ prompt: PromptEnvironment) throws -> [ScriptValue] {
    try session.evaluate(line, in: prompt)
  }
}

/// Ctrl-C stops the script that runs, and nothing else.
final class Interrupts: Sendable {
  static let shared = Interrupts()
  private let canceller = Mutex<Canceller?>(nil)

  private init() {
    let end = xe_catch_interrupts()
    guard end >= 0 else { return }
    var thread = pthread_t()
    // A handler may do next to nothing, so it writes a byte; this thread, which does nothing else, reads it.
    unsafe pthread_create(
      &thread, nil,
      { argument in
        let end = Int32(truncatingIfNeeded: Int(bitPattern: argument))
        var byte: UInt8 = 0
        while true {
          let count = unsafe Glibc.read(end, &byte, 1)
          if count == 1 { Interrupts.shared.canceller.withLock { $0 }?.cancel() } else if errno != EINTR { return nil }
        }
      }, UnsafeMutableRawPointer(bitPattern: Int(end)))
  }

  func stop(_ canceller: Canceller) { self.canceller.withLock { $0 = canceller } }
}

extension FormatOptions {
  func show(_ value: ScriptValue, _ language: Language) throws {
    switch value {
    case .nothing: break
    case .text(let text): Terminal.print(text)
    case .table(let table): try write(table, language)
    }
  }
}
