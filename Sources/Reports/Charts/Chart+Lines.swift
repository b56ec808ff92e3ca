extension Chart {
  /// A line as high as text, from the first value to the last, which is marked; empty for fewer than two.
  ///
  /// It shows a course, not sizes: the axis runs from the least value to the greatest.
  public static func sparkline(id: String, title: String, values: [Int]) -> HTML {
    guard values.count > 1, let least = values.min(), let most = values.max() else { return .empty }
    let (wide, high) = (96, 24)
    let span = most.subtractingReportingOverflow(least).overflow ? Int.max : most - least
    let points = values.enumerated().map { index, value in
      let up = span == 0 ? Tenths(high - 8).half : Tenths(high - 8).share(value &- least, of: span)
      return (x: Tenths(3) + Tenths(wide - 6).share(index, of: values.count - 1), y: Tenths(high - 4) - up)
    }
    return drawing(
      id: id, title: title, description: values.map(String.init).joined(separator: ", "), width: wide, height: high
    ) {
      HTML(.polyline, .points(points), .stroke(.before), .strokeWidth(Tenths(tenths: 16)), .class("course"))
      if let last = points.last { HTML(.circle, .cx(last.x), .cy(last.y), .r(Tenths(tenths: 26)), .fill(.now)) }
    }
  }

  /// A thin bar on a track, for a cell of a table that says the figure itself; hidden from screen readers.
  static func meter(_ part: Int, of whole: Int) -> HTML {
    HTML(.svg, .class("meter"), .viewBox(width: 100, height: 5), .stretched, .ariaHidden) {
      bar(x: 0, y: 0, width: 100, height: 5, color: .track)
      bar(x: 0, y: 0, width: Tenths(100).share(part, of: whole), height: 5, color: .now)
    }
  }
}
