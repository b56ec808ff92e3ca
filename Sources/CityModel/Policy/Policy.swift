/// The governing text, sentence by sentence, with what carries each: nobody can point at a sentence that has no place.
///
/// The spans cover the text byte for byte: every character but the white space between two spans belongs to one, and a digest
/// holds the white space too.
public struct Policy: Sendable {
  /// One article (条): its number, heading and responsible bodies.
  public struct Article: Sendable, Hashable {
    /// From 1 to 18; 0 for the title and preamble.
    public var number: Int
    public var title: String
    public var english: String
    /// 责任单位, each on its own.
    public var owners: [String]
  }

  /// A passage of the text and where it lives in this program.
  public struct Span: Sendable, Hashable {
    public var article: Int
    public var text: String
    /// Place of the passage in the text, in bytes.
    public var bytes: Range<Int>
    /// Empty only where `none` says why.
    public var carriers: [Carrier]
    /// How an ambiguous passage is read.
    public var reading: Bilingual?
    /// Why nothing carries it: a heading, a preamble, an appeal.
    public var none: Bilingual?
    /// Line of the span in the map.
    public var line: Int
  }

  public var title: String
  public var text: String
  public var articles: [Article]
  /// In the order of the text.
  public var spans: [Span]

  /// The policy's text as it was published for comments.
  public static var textFile: String { String(decoding: PackageResources.opinion_draft_zh_txt, as: UTF8.self) }
  /// The map of the text: which passage is carried by what.
  public static var mapFile: String { String(decoding: PackageResources.articles_yaml, as: UTF8.self) }

  public func article(_ number: Int) -> Article? { articles.first { $0.number == number } }

  /// The passages of an article, in order.
  public func spans(of number: Int) -> [Span] { spans.filter { $0.article == number } }
}
