/// An attribute of an element. There is none that runs a script, loads anything, or leads out of the page.
public struct Attribute: Sendable, Hashable {
  let name: String
  let value: String

  private init(_ name: StaticString, _ value: String) {
    self.name = name.description
    self.value = value
  }

  public static func `class`(_ value: StaticString) -> Attribute { Attribute("class", value.description) }
  public static func id(_ value: String) -> Attribute { Attribute("id", value) }
  /// A link to an element of the same page.
  public static func href(fragment: String) -> Attribute { Attribute("href", "#" + fragment) }
  public static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
  public static func scope(_ value: StaticString) -> Attribute { Attribute("scope", value.description) }
  public static func role(_ value: StaticString) -> Attribute { Attribute("role", value.description) }
  /// What a telephone, where a row becomes a card, writes before a cell.
  public static func label(_ value: String) -> Attribute { Attribute("data-label", value) }
  public static func colspan(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }
  public static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
  public static func ariaLabel(_ value: String) -> Attribute { Attribute("aria-label", value) }
  public static func ariaLabelledBy(_ value: String) -> Attribute { Attribute("aria-labelledby", value) }
  public static var ariaHidden: Attribute { Attribute("aria-hidden", "true") }
  public static func charset(_ value: StaticString) -> Attribute { Attribute("charset", value.description) }
  public static func name(_ value: StaticString) -> Attribute { Attribute("name", value.description) }
  public static func content(_ value: String) -> Attribute { Attribute("content", value) }

  // SVG
  static func viewBox(width: Int, height: Int) -> Attribute { Attribute("viewBox", "0 0 \(width) \(height)") }
  static var stretched: Attribute { Attribute("preserveAspectRatio", "none") }
  static func x(_ value: Tenths) -> Attribute { Attribute("x", value.description) }
  static func y(_ value: Tenths) -> Attribute { Attribute("y", value.description) }
  static func x1(_ value: Tenths) -> Attribute { Attribute("x1", value.description) }
  static func y1(_ value: Tenths) -> Attribute { Attribute("y1", value.description) }
  static func x2(_ value: Tenths) -> Attribute { Attribute("x2", value.description) }
  static func y2(_ value: Tenths) -> Attribute { Attribute("y2", value.description) }
  static func cx(_ value: Tenths) -> Attribute { Attribute("cx", value.description) }
  static func cy(_ value: Tenths) -> Attribute { Attribute("cy", value.description) }
  static func r(_ value: Tenths) -> Attribute { Attribute("r", value.description) }
  static func rx(_ value: Tenths) -> Attribute { Attribute("rx", value.description) }
  static func width(_ value: Tenths) -> Attribute { Attribute("width", value.description) }
  static func height(_ value: Tenths) -> Attribute { Attribute("height", value.description) }
  static func points(_ points: [(x: Tenths, y: Tenths)]) -> Attribute {
    Attribute("points", points.map { "\($0.x),\($0.y)" }.joined(separator: " "))
  }
  static func fill(_ color: Palette) -> Attribute { Attribute("fill", color.rawValue) }
  static func stroke(_ color: Palette) -> Attribute { Attribute("stroke", color.rawValue) }
  static func strokeWidth(_ value: Tenths) -> Attribute { Attribute("stroke-width", value.description) }
  static func dashed() -> Attribute { Attribute("stroke-dasharray", "3 3") }
  static func anchor(_ value: StaticString) -> Attribute { Attribute("text-anchor", value.description) }
  static func fontSize(_ value: Int) -> Attribute { Attribute("font-size", String(value)) }
  static func bold() -> Attribute { Attribute("font-weight", "600") }
}
