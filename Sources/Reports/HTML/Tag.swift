/// The elements that pages are made of.
public struct Tag: Sendable, Hashable {
  let name: String
  /// Has no content and no end tag.
  let isVoid: Bool
  /// Stands on lines of its own, so that a page can be read and compared as text.
  let isBlock: Bool

  private init(_ name: StaticString, void: Bool = false, block: Bool = false) {
    self.name = name.description
    isVoid = void
    isBlock = block
  }

  public static let html = Tag("html", block: true)
  public static let head = Tag("head", block: true)
  public static let meta = Tag("meta", void: true, block: true)
  public static let title = Tag("title", block: true)
  static let style = Tag("style", block: true)
  public static let body = Tag("body", block: true)
  public static let main = Tag("main", block: true)
  public static let header = Tag("header", block: true)
  public static let footer = Tag("footer", block: true)
  public static let nav = Tag("nav", block: true)
  public static let section = Tag("section", block: true)
  public static let figure = Tag("figure", block: true)
  public static let figcaption = Tag("figcaption", block: true)
  public static let div = Tag("div", block: true)
  public static let h1 = Tag("h1", block: true)
  public static let h2 = Tag("h2", block: true)
  public static let h3 = Tag("h3", block: true)
  public static let p = Tag("p", block: true)
  public static let ul = Tag("ul", block: true)
  public static let ol = Tag("ol", block: true)
  public static let li = Tag("li", block: true)
  public static let dl = Tag("dl", block: true)
  public static let dt = Tag("dt")
  public static let dd = Tag("dd", block: true)
  public static let table = Tag("table", block: true)
  public static let caption = Tag("caption", block: true)
  public static let thead = Tag("thead", block: true)
  public static let tbody = Tag("tbody", block: true)
  public static let tr = Tag("tr", block: true)
  public static let th = Tag("th", block: true)
  public static let td = Tag("td", block: true)
  public static let a = Tag("a")
  public static let b = Tag("b")
  public static let sup = Tag("sup")
  public static let small = Tag("small")
  public static let span = Tag("span")
  public static let time = Tag("time")
  public static let br = Tag("br", void: true)

  // SVG
  static let svg = Tag("svg", block: true)
  static let desc = Tag("desc", block: true)
  static let g = Tag("g", block: true)
  static let rect = Tag("rect", block: true)
  static let line = Tag("line", block: true)
  static let polyline = Tag("polyline", block: true)
  static let circle = Tag("circle", block: true)
  static let svgText = Tag("text", block: true)
}
