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
    var taken = Tenths(-100)
    return HTML(.g) {
      label(whole.name, x: 0, y: Tenths(top + 14), bold: true)
      label("\(grouped(total)) \(unit)", x: Tenths(width), y: Tenths(top + 14), size: 12, color: .muted, anchor: "end")
      for piece in pieces {
        let y = Tenths(top + 22)
        bar(x: piece.x, y: y, width: max(piece.width - gap, 2), height: 26, color: piece.part.color)
        if measure(piece.part.name, size: 13) + 6 <= piece.width {
          label(piece.part.name, x: piece.x + 6, y: y + 18, color: piece.part.color.contrast, bold: true)
        }
      }
      for piece in pieces {
        let fits = measure(piece.part.name, size: 13) + 6 <= piece.width
        let text = fits ? grouped(piece.part.count) : "\(piece.part.name) \(grouped(piece.part.count))"
        let length = measure(text, size: 12)
        let x = place(min(piece.x, Tenths(width) - length), after: &taken, length: length)
        label(text, x: x, y: Tenths(top + 63), size: 12, color: .muted)
      }
    }
  }

  private static func place(_ wanted: Tenths, after taken: inout Tenths, length: Tenths) -> Tenths {
    let x = max(wanted, taken + 8)
    taken = x + length
    return x
  }
}
