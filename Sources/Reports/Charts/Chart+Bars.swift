extension Chart {
  private static let mostLabel = 22

  private static func labelled(_ items: [Item]) -> (names: [String], room: Tenths) {
    let names = items.map { Fitting.truncated(VisibleText.of($0.name), to: mostLabel) }
    return (names, (names.map { measure($0) }.max() ?? 0) + 12)
  }

  /// Horizontal bars, one an item, in the order given, each with its name and count.
  public static func bars(id: String, title: String, items: [Item]) -> HTML {
    let (names, left) = labelled(items)
    let most = items.map(\.count).max() ?? 0
    let right = measure(grouped(most)) + 8
    let room = max(Tenths(width) - left - right, 40)
    let step = 26
    return drawing(id: id, title: title, description: said(items), height: max(items.count * step, 1)) {
      for (index, item) in items.enumerated() {
        let top = Tenths(index * step)
        let length = room.share(item.count, of: most)
        label(names[index], x: left - 12, y: top + 17, anchor: "end")
        bar(x: left, y: top + 5, width: max(length, item.count > 0 ? 1 : 0), height: 15, color: .now)
        label(grouped(item.count), x: left + length + 6, y: top + 17, color: .muted)
      }
      rule(x1: left, y1: 0, x2: left, y2: Tenths(items.count * step), color: .muted)
    }
  }

  /// Horizontal bars in pairs: now, and thinner below it what it is compared with.
  public static func groupedBars(
    id: String, title: String, now: [Item], before: [Item], legend: (now: String, before: String)
  ) -> HTML {
    let (names, left) = labelled(now)
    let most = max(now.map(\.count).max() ?? 0, before.map(\.count).max() ?? 0)
    let right = measure(grouped(most)) + 8
    let room = max(Tenths(width) - left - right, 40)
    let step = 30
    let top = 26
    let description =
      "\(legend.now): \(said(now)). \(legend.before): \(said(before))."
    return drawing(id: id, title: title, description: description, height: top + max(now.count * step, 1)) {
      key(legend.now, .now, x: left)
      key(legend.before, .before, x: left + measure(legend.now, size: 12) + 34)
      for (index, item) in now.enumerated() {
        let y = Tenths(top + index * step)
        let length = room.share(item.count, of: most)
        label(names[index], x: left - 12, y: y + 17, anchor: "end")
        bar(x: left, y: y + 4, width: max(length, item.count > 0 ? 1 : 0), height: 11, color: .now)
        label(grouped(item.count), x: left + length + 6, y: y + 15, color: .muted)
        if index < before.count {
          bar(x: left, y: y + 16, width: room.share(before[index].count, of: most), height: 7, color: .before)
        }
      }
      rule(x1: left, y1: Tenths(top), x2: left, y2: Tenths(top + now.count * step), color: .muted)
    }
  }

  private static func key(_ text: String, _ color: Palette, x: Tenths) -> HTML {
    HTML(.g) {
      bar(x: x, y: 4, width: 12, height: 10, color: color)
      label(text, x: x + 17, y: 13, size: 12, color: .muted)
    }
  }

  /// A count with its thousands apart: 12,345.
  static func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return count < 0 ? "-" + text : text
  }
}
