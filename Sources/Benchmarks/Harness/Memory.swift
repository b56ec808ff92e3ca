internal import Foundation

/// What this process holds, in bytes, as the kernel counts it.
enum Memory {
  static var resident: Int { value("VmRSS:") }
  /// The most that it ever held.
  static var peak: Int { value("VmHWM:") }

  private static func value(_ name: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
    else { return 0 }
    return kilobytes * 1024
  }
}
