internal import Foundation
internal import Glibc

/// Other programs, started without a shell.
enum Spawn {
  /// The path of a program: Debian's own before what else is called so (a `python3` that is a shell script would be no peer).
  static func find(_ program: String) -> String? { all(program).first }

  /// Every program that is called so, in that order.
  static func all(_ program: String) -> [String] {
    let folders = ["/usr/bin"] + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return folders.map { "\($0)/\(program)" }.filter { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The program that was built beside this one.
  static func sibling(_ program: String) throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = (own as NSString).deletingLastPathComponent + "/" + program
    guard FileManager.default.isExecutableFile(atPath: path) else { throw BenchError("\(path) is not built") }
    return path
  }

  /// Runs to the end; what it writes goes to a file, or nowhere.
  ///
  /// - Parameter quiet: whether its notes on standard error go nowhere too.
  static func run(_ arguments: [String], output: String = "/dev/null", quiet: Bool = false) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    if quiet { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, arguments[0], &actions, nil, &strings, environ)
    guard code == 0 else { throw BenchError("\(arguments[0]): \(String(cString: strerror(code)))") }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw BenchError("\(arguments[0]) was lost") }
    }
    guard status == 0 else { throw BenchError("\(arguments.joined(separator: " ")) failed") }
  }
}
