extension Chart {
  /// The count of values in `[from, to)`, with the colour of its column.
  public struct Bin: Sendable, Hashable {
    public var from: Int
    public var to: Int
    public var count: Int
    public var color: Palette

    public init(from: Int, to: Int, count: Int, color: Palette = .now) {
      self.from = from
      self.to = to
      self.count = max(0, count)
      self.color = color
    }
  }

  /// Columns side by side over an axis, each with its count; bounds are written below the edges.
  ///
  /// `marks` are names of stretches of the axis (`A ≥ 90`), written above where they begin.
  public static func histogram(id: String, title: String, bins: [Bin], marks: [(at: Int, name: String)] = []) -> HTML {
    let most = bins.map(\.count).max() ?? 0
    let top = marks.isEmpty ? 20 : 42
    let plot = 140
    let column = Tenths(tenths: bins.isEmpty ? 0 : width * 10 / bins.count)
    func edge(_ index: Int) -> Tenths { Tenths(tenths: column.tenths * index) }
    let description = bins.map { "\($0.from)–\($0.to): \($0.count)" }.joined(separator: "; ")
    return drawing(id: id, title: title, description: description, height: top + plot + 24) {
      for (index, bin) in bins.enumerated() {
        let height = Tenths(plot).share(bin.count, of: most)
        let y = Tenths(top + plot) - height
        bar(x: edge(index) + 1, y: y, width: column - 2, height: height, color: bin.color)
        if bin.count > 0 {
          label(grouped(bin.count), x: edge(index) + column.half, y: y - 5, size: 12, color: .muted, anchor: "middle")
        }
        label(
          String(bin.from), x: edge(index), y: Tenths(top + plot + 18), size: 12, color: .muted,
          anchor: index == 0 ? "start" : "middle")
      }
      if let last = bins.last {
        label(String(last.to), x: Tenths(width), y: Tenths(top + plot + 18), size: 12, color: .muted, anchor: "end")
      }
      for mark in marks {
        if let index = bins.firstIndex(where: { $0.from == mark.at }) {
          rule(x1: edge(index), y1: 0, x2: edge(index), y2: Tenths(top + plot), color: .muted, dashed: true)
          label(mark.name, x: edge(index) + 4, y: 11, size: 12, bold: true)
        }
      }
      rule(x1: 0, y1: Tenths(top + plot), x2: Tenths(width), y2: Tenths(top + plot), color: .muted)
    }
  }
}
