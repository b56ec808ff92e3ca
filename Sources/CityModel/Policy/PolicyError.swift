/// Why a map of the policy does not fit its text.
public struct PolicyError: Error, Sendable, Hashable {
  /// `policy-shape`, `text-differs`, `text-left-over`, `text-changed`, `carrier-shape`, `no-carrier`, `unknown-article`.
  public var code: String
  /// Line of the map; 0 when it is not about one.
  public var line: Int
  public var message: Bilingual

  public init(code: String, line: Int, message: Bilingual) {
    self.code = code
    self.line = line
    self.message = message
  }
}

extension PolicyError: CustomStringConvertible {
  public var description: String { "\(line == 0 ? "" : "line \(line): ")[\(code)] \(message.en)" }
}
