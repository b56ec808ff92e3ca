/// Reads markup strictly, as no browser does: every tag closed in order, every attribute quoted, every `&` an entity.
struct TagBalance {
  private static let voids: Set<String> = ["meta", "br"]
  private static let entities: Set<String> = ["amp", "lt", "gt", "quot", "#39"]

  private(set) var faults: [String] = []
  private(set) var tags: [String] = []
  private(set) var ids: [String] = []
  private(set) var fragments: [String] = []
  /// What a reader sees, entities resolved, without titles and styles.
  private(set) var text = ""

  init(_ markup: String) {
    var rest = Array(markup.unicodeScalars)[...]
    if markup.hasPrefix("<!DOCTYPE html>\n") { rest = rest.dropFirst("<!DOCTYPE html>\n".count) }
    var open: [String] = []
    while let scalar = rest.first {
      if scalar == "<" {
        guard let end = rest.firstIndex(of: ">") else {
          faults.append("unclosed <")
          return
        }
        let tag = String(String.UnicodeScalarView(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[(end + 1)...]
        if tag.hasPrefix("/") {
          let name = String(tag.dropFirst())
          if open.popLast() != name { faults.append("</\(name)> closes nothing") }
        } else {
          let name = String(tag.prefix { $0 != " " })
          tags.append(name)
          attributes(String(tag.dropFirst(name.count)), of: name)
          if !TagBalance.voids.contains(name) { open.append(name) }
        }
      } else if scalar == "&" {
        let name = rest.dropFirst().prefix(6).prefix { $0 != ";" }
        let entity = String(String.UnicodeScalarView(name))
        if !TagBalance.entities.contains(entity) { faults.append("bare & before \(entity)") }
        rest = rest.dropFirst(name.count + 2)
        if open.last != "style" { text += ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"][entity] ?? "" }
      } else {
        if scalar == ">" && open.last != "style" { faults.append("bare >") }
        if open.last != "style" { text.unicodeScalars.append(scalar) }
        rest = rest.dropFirst()
      }
    }
    faults += open.map { "<\($0)> is never closed" }
  }

  private mutating func attributes(_ source: String, of tag: String) {
    var rest = source[...]
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "=") else {
        faults.append("attributes of <\(tag)>: \(source)")
        return
      }
      let name = String(rest[rest.index(after: rest.startIndex)..<equals])
      let value = rest[rest.index(after: equals)...]
      guard value.first == "\"", let end = value.dropFirst().firstIndex(of: "\"") else {
        faults.append("unquoted \(name) of <\(tag)>")
        return
      }
      let content = String(value.dropFirst()[..<end])
      if name == "id" { ids.append(content) }
      if name == "href" { fragments.append(String(content.dropFirst())) }
      if name.hasPrefix("on") || name == "src" || name == "style" { faults.append("attribute \(name)") }
      rest = value[value.index(after: end)...]
    }
  }
}
