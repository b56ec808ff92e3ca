/// Drawings of values, as pure functions: the same values give the same bytes.
///
/// Each has a title and a description that says all its figures in words, and writes its figures beside its marks.
/// Widths are chosen so that text is still legible when a chart fills a telephone or half an A4 page.
public enum Chart {
  /// The width of a chart in units of its drawing; text in it is 12 to 14 units high.
  static let width = 460

  /// A named count.
  public struct Item: Sendable, Hashable {
    public var name: String
    public var count: Int

    public init(_ name: String, _ count: Int) {
      self.name = name
      self.count = max(0, count)
    }
  }

  static func drawing(
    id: String, title: String, description: String, width: Int = width, height: Int, @HTML.Builder content: () -> HTML
  ) -> HTML {
    HTML(
      .svg, .class("chart"), .viewBox(width: width, height: height), .role("img"),
      .ariaLabelledBy("\(id)-title \(id)-desc")
    ) {
      HTML(.title, .id("\(id)-title"), text: title)
      HTML(.desc, .id("\(id)-desc"), text: description)
      content()
    }
  }

  static func label(
    _ text: String, x: Tenths, y: Tenths, size: Int = 13, color: Palette = .ink, anchor: StaticString = "start",
    bold: Bool = false
  ) -> HTML {
    HTML(
      .svgText, .x(x), .y(y), .fontSize(size), .fill(color), .anchor(anchor), bold ? .bold() : nil, text: text)
  }

  static func bar(x: Tenths, y: Tenths, width: Tenths, height: Tenths, color: Palette) -> HTML {
    HTML(.rect, .x(x), .y(y), .width(width), .height(height), .fill(color))
  }

  static func rule(x1: Tenths, y1: Tenths, x2: Tenths, y2: Tenths, color: Palette = .line, dashed: Bool = false) -> HTML
  {
    HTML(
      .line, .x1(x1), .y1(y1), .x2(x2), .y2(y2), .stroke(color), .strokeWidth(1), dashed ? .dashed() : nil)
  }

  /// About how wide a text is at a size: half the size a column, which holds for Chinese and is ample for Latin.
  static func measure(_ text: String, size: Int = 13) -> Tenths {
    Tenths(tenths: min(DisplayWidth.of(VisibleText.of(text)), 400) * size * 5)
  }

  static func said(_ items: [Item]) -> String { items.map { "\($0.name) \($0.count)" }.joined(separator: "; ") }
}
