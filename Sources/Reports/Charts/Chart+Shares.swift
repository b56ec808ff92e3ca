extension Chart {
  /// A part of a whole, with the colour it has in every bar.
  public struct Part: Sendable, Hashable {
    public var name: String
    public var count: Int
    public var color: Palette

    public init(_ name: String, _ count: Int, _ color: Palette) {
      self.name = name
      self.count = max(0, count)
      self.color = color
    }
  }

  /// A whole and its parts: one bar of `shares`.
  public struct Whole: Sendable, Hashable {
    public var name: String
    public var parts: [Part]

    public init(_ name: String, _ parts: [Part]) {
      self.name = name
      self.parts = parts
    }

    var total: Int { parts.reduce(0) { $0.addingReportingOverflow($1.count).partialValue } }
  }

  /// Bars of equal length, divided in the proportion of their parts; each part is named and counted above its piece.
  public static func shares(id: String, title: String, wholes: [Whole], unit: String) -> HTML {
    let step = 86
    let description = wholes.map { whole in
      "\(whole.name) (\(whole.total)): " + said(whole.parts.map { Item($0.name, $0.count) })
    }
    return drawing(
      id: id, title: title, description: description.joined(separator: ". "), height: max(wholes.count * step - 14, 1)
    ) {
      for (index, whole) in wholes.enumerated() {
        row(whole, unit: unit, top: index * step)
      }
    }
  }

  private static func row(_ whole: Whole, unit: String, top: Int) -> HTML {
    let total = whole.total
    let gap = Tenths(2)
    // Pieces too narrow to be written in are named below, each at a place of its own.
    var pieces: [(part: Part, x: Tenths, width: Tenths)] = []
    var before = 0
    for part in whole.parts where part.count > 0 {
      let start = Tenths(width).share(before, of: total)
      before &+= part.count
      pieces.append((part, start, max(Tenths(width).share(before, of: total) - start, 3)))
    }
    let written = pieces.map { measure($0.part.name) + 14 <= $0.width }
    var captions = pieces.indices.map { index in
      let part = pieces[index].part
      return written[index] ? grouped(part.count) : "\(part.name) \(grouped(part.count))"
    }
    // Where there is no room for all, the description alone says the least of them.
    func room() -> Tenths { captions.reduce(0) { $0 + ($1.isEmpty ? 0 : measure($1, size: 12) + space) } }
    while room() > Tenths(width) + space,
      let least = captions.indices.filter({ !captions[$0].isEmpty }).min(by: {
        pieces[$0].part.count < pieces[$1].part.count
      })
    {
      captions[least] = ""
    }
    let shown = captions.indices.filter { !captions[$0].isEmpty }
    let places = apart(shown.map { pieces[$0].x }, lengths: shown.map { measure(captions[$0], size: 12) })
    return HTML(.g) {
      label(whole.name, x: 0, y: Tenths(top + 14), bold: true)
      label("\(grouped(total)) \(unit)", x: Tenths(width), y: Tenths(top + 14), size: 12, color: .muted, anchor: "end")
      for (index, piece) in pieces.enumerated() {
        let y = Tenths(top + 22)
        bar(x: piece.x, y: y, width: max(piece.width - gap, 2), height: 26, color: piece.part.color)
        if written[index] {
          label(piece.part.name, x: piece.x + 6, y: y + 18, color: piece.part.color.contrast, bold: true)
        }
      }
      for (place, index) in zip(places, shown) {
        label(captions[index], x: place, y: Tenths(top + 63), size: 12, color: .muted)
      }
    }
  }

  private static let space = Tenths(9)

  /// Places near the wanted ones at which texts of these lengths do not touch, and the last ends within the drawing.
  private static func apart(_ wanted: [Tenths], lengths: [Tenths]) -> [Tenths] {
    var places = wanted
    for index in places.indices.dropFirst() {
      places[index] = max(places[index], places[index - 1] + lengths[index - 1] + space)
    }
    var end = Tenths(width)
    for index in places.indices.reversed() {
      places[index] = min(places[index], end - lengths[index])
      end = places[index] - space
    }
    return places
  }
}
