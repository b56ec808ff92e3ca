import Foundation
import Testing

/// Programs that a test needs; `make packages` installs them.
enum Tool {
  /// Ends the test as failed where one is missing: a test that did nothing would pass for one that proved something.
  static func require(_ names: String..., at location: SourceLocation = #_sourceLocation) throws {
    for name in names {
      try #require(
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)"), "\(name) is not here (apt-get install \(name))", sourceLocation: location)
    }
  }
}
