/// A parsed configuration file, whatever its syntax: scalars, lists and maps with the place each begins at.
///
/// The city model reads this tree; the YAML reader that makes it lives where files are read.
public struct ParameterNode: Sendable, Hashable {
  public indirect enum Content: Sendable, Hashable {
    case scalar(String)
    case list([ParameterNode])
    case map([Entry])
  }

  /// One key of a map. Keys may repeat here: saying so is the reader's business.
  public struct Entry: Sendable, Hashable {
    public var key: String
    public var line: Int
    public var column: Int
    public var value: ParameterNode

    public init(_ key: String, line: Int = 0, column: Int = 0, _ value: ParameterNode) {
      self.key = key
      self.line = line
      self.column = column
      self.value = value
    }
  }

  public var content: Content
  /// From 1; 0 when unknown.
  public var line: Int
  /// From 1; 0 when unknown.
  public var column: Int

  public init(_ content: Content, line: Int = 0, column: Int = 0) {
    self.content = content
    self.line = line
    self.column = column
  }

  var scalar: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  var map: [Entry]? {
    guard case .map(let entries) = content else { return nil }
    return entries
  }

  var list: [ParameterNode]? {
    guard case .list(let nodes) = content else { return nil }
    return nodes
  }
}
