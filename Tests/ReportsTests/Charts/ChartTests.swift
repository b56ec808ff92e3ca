import Reports
import Testing

@Suite("Charts")
struct ChartTests {
  static let extremes = [0, 1, 7, -3, Int.max, Int.max - 1, Int.min]

  static func all(_ values: [Int]) -> [(name: String, html: HTML)] {
    let items = values.enumerated().map { Chart.Item("项目 \($0) <&>", $1) }
    return [
      ("bars", Chart.bars(id: "a", title: "标题", items: items)),
      (
        "grouped",
        Chart.groupedBars(id: "b", title: "标题", now: items, before: Array(items.dropLast()), legend: ("本月", "上月"))
      ),
      (
        "shares",
        Chart.shares(
          id: "c", title: "标题", wholes: [Chart.Whole("全部", values.map { Chart.Part("A", $0, .gradeA) })], unit: "家")
      ),
      (
        "histogram",
        Chart.histogram(
          id: "d", title: "标题", bins: values.enumerated().map { Chart.Bin(from: $0 * 5, to: $0 * 5 + 5, count: $1) },
          marks: [(at: 5, name: "C")])
      ),
      ("sparkline", Chart.sparkline(id: "e", title: "标题", values: values)),
    ]
  }

  @Test(
    "Every chart of any values is well-formed, named and described, and the same each time",
    arguments: [[], [5], [0, 0], [3, 1, 2], Array(1...40), extremes])
  func wellFormed(values: [Int]) {
    for (name, html) in ChartTests.all(values) where !html.isEmpty {
      let read = TagBalance(html.text)
      #expect(read.faults == [], "\(name)")
      #expect(read.tags.prefix(3) == ["svg", "title", "desc"], "\(name)")
      #expect(!html.text.contains("=\"-") || values.contains(Int.max), "\(name) draws nothing outside")
    }
    #expect(ChartTests.all(values).map(\.html) == ChartTests.all(values).map(\.html))
  }

  @Test("Bars are as long as their values are to the greatest")
  func proportion() {
    func widths(_ items: [Chart.Item]) -> [Double] {
      Chart.bars(id: "x", title: "t", items: items).text.split(separator: "<rect ").dropFirst().compactMap { rect in
        rect.split(separator: "width=\"").dropFirst().first.flatMap { Double($0.prefix { $0 != "\"" }) }
      }
    }
    let found = widths([Chart.Item("a", 1000), Chart.Item("b", 500), Chart.Item("c", 250), Chart.Item("d", 0)])
    #expect(found.count == 4)
    #expect(abs(found[1] * 2 - found[0]) <= 0.2)
    #expect(abs(found[2] * 4 - found[0]) <= 0.4)
    #expect(found[3] == 0)
  }

  @Test("A chart says all its figures in words")
  func described() {
    let html = Chart.bars(id: "x", title: "投诉类别", items: [Chart.Item("电梯", 1_187), Chart.Item("噪声", 481)]).text
    #expect(html.contains("<title id=\"x-title\">投诉类别</title>"))
    #expect(html.contains("<desc id=\"x-desc\">电梯 1187; 噪声 481</desc>"))
    #expect(html.contains(">1,187</text>"))
  }

  @Test("Captions of narrow parts keep apart and within the drawing")
  func captions() {
    let parts = [("A", 1), ("B", 1), ("C", 1), ("D", 1), ("未评", 900)].map { Chart.Part($0.0, $0.1, .gradeA) }
    let reversed = Chart.Whole("全部", Array(parts.reversed()))
    let html = Chart.shares(id: "x", title: "t", wholes: [reversed], unit: "家").text
    let places = html.split(separator: "<text x=\"").dropFirst().filter { $0.contains("y=\"63\"") }.compactMap {
      Double($0.prefix { $0 != "\"" })
    }
    #expect(places.count == 5)
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 20 })
    #expect((places.last ?? 999) <= 460 - 18)
  }
}
