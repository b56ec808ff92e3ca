/// A piece of HTML or SVG that is well-formed and escaped because of how it is made.
///
/// Text and attribute values are escaped when they are written. The only way to write something unescaped is a
/// `StaticString`, which no input can become.
public struct HTML: Sendable, Hashable {
  indirect enum Node: Sendable, Hashable {
    case text(String)
    case element(Tag, [Attribute], [Node])
    /// A constant of this program: the stylesheet.
    case constant(String)
  }

  var nodes: [Node]

  init(nodes: [Node]) { self.nodes = nodes }

  /// Nothing.
  public static var empty: HTML { HTML(nodes: []) }

  /// Text, shown as it is; control characters and marks of direction are made visible.
  public init(_ text: String) { nodes = [.text(text)] }

  /// An element around what the builder holds.
  public init(_ tag: Tag, _ attributes: Attribute?..., @Builder content: () -> HTML = { .empty }) {
    nodes = [.element(tag, attributes.compactMap(\.self), content().nodes)]
  }

  /// An element around a text.
  public init(_ tag: Tag, _ attributes: Attribute?..., text: String) {
    nodes = [.element(tag, attributes.compactMap(\.self), [.text(text)])]
  }

  /// Constants of this program, written as they are.
  static func constant(_ text: StaticString) -> HTML { HTML(nodes: [.constant(text.description)]) }

  /// Pieces one after the other.
  public static func joined(_ pieces: [HTML]) -> HTML { HTML(nodes: pieces.flatMap(\.nodes)) }

  public var isEmpty: Bool { nodes.isEmpty }
}

extension HTML {
  /// Reads like the page: an element a line, texts and conditions between them.
  @resultBuilder
  public enum Builder {
    public static func buildExpression(_ html: HTML) -> HTML { html }
    public static func buildExpression(_ text: String) -> HTML { HTML(text) }
    public static func buildExpression(_ pieces: [HTML]) -> HTML { .joined(pieces) }
    public static func buildBlock(_ pieces: HTML...) -> HTML { .joined(pieces) }
    public static func buildOptional(_ html: HTML?) -> HTML { html ?? .empty }
    public static func buildEither(first html: HTML) -> HTML { html }
    public static func buildEither(second html: HTML) -> HTML { html }
    public static func buildArray(_ pieces: [HTML]) -> HTML { .joined(pieces) }
  }
}
