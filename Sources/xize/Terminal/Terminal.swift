internal import CityModel
internal import Glibc
internal import Reports
internal import Synchronization

/// What this process may assume about where its output goes.
enum Terminal {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorsAreTerminal = isatty(STDERR_FILENO) == 1
  static let inputIsTerminal = isatty(STDIN_FILENO) == 1

  /// Colour is for terminals, and not where the user asked for none (no-color.org).
  static let colorsErrors = errorsAreTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  static let colorsOutput = outputIsTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"

  /// Columns of the terminal, `nil` in a pipe.
  static var width: Int? {
    guard outputIsTerminal else { return nil }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// This program's own file, to be started again as a worker.
  static var program: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return length > 0 ? String(decoding: buffer[0..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self) : CommandLine.arguments[0]
  }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Why output was lost, 0 as long as none was: a full disk under a redirection, say.
  static let lost = Atomic<Int32>(0)

  /// Writing to a reader that has gone is an error code to us, not a signal.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Writes all of a text, in as few system calls as it takes.
  static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    var text = text
    text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent)
        if count < 0 {
          if errno == EINTR { continue }
          // The reader has gone (`| head`): what is left to do is done, with nobody to tell.
          if errno != EPIPE, descriptor == STDOUT_FILENO { lost.store(errno, ordering: .relaxed) }
          return
        }
        sent += count
      }
    }
  }

  static func print(_ text: String) { write(text + "\n") }
  /// A remark on the output that repeats what it was given: a path, a line of a script, a document's number.
  static func say(_ text: String) { print(PersonalText.recognised(text)) }
  /// Errors and remarks repeat what they were given, and end in logs: no telephone or identity number, no e-mail address.
  static func note(_ text: String) { write(PersonalText.recognised(text) + "\n", to: STDERR_FILENO) }
}
