extension HTML {
  /// The markup, the same bytes for the same value.
  public var text: String {
    var writer = Writer()
    for node in nodes { writer.write(node) }
    return writer.text
  }

  /// A whole document: the doctype, then the markup.
  public var document: String { "<!DOCTYPE html>\n" + text + (text.hasSuffix("\n") ? "" : "\n") }

  private struct Writer {
    var text = ""

    mutating func write(_ node: Node) {
      switch node {
      case .text(let value): escape(value)
      case .constant(let value): text += value
      case .element(let tag, let attributes, let children):
        if tag.isBlock, !text.isEmpty, text.utf8.last != UInt8(ascii: "\n"), text.utf8.last == UInt8(ascii: ">") {
          text += "\n"
        }
        text += "<" + tag.name
        for attribute in attributes {
          text += " " + attribute.name + "=\""
          escape(attribute.value)
          text += "\""
        }
        text += ">"
        guard !tag.isVoid else { return }
        for child in children { write(child) }
        if tag.isBlock, let last = children.last, Writer.isBlock(last) { text += "\n" }
        text += "</" + tag.name + ">"
      }
    }

    private static func isBlock(_ node: Node) -> Bool {
      if case .element(let tag, _, _) = node { tag.isBlock } else { false }
    }

    private mutating func escape(_ value: String) {
      for scalar in VisibleText.of(value).unicodeScalars {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
