import Reports
import Testing

@Suite("HTML")
struct HTMLTests {
  @Test(
    "No text and no attribute becomes markup",
    arguments: [
      "<script>alert(1)</script>", "\" onload=\"x", "' or '", "a & b &amp; c", "</style>", "=HYPERLINK(\"x\")",
      "\u{202E}gnp.exe", "]]>",
    ])
  func escaping(attack: String) {
    let html = HTML(.p, .id(attack), .label(attack), text: attack).text
    let read = TagBalance(html)
    #expect(read.faults == [])
    #expect(read.tags == ["p"])
    #expect(read.text == VisibleText.of(attack))
  }

  @Test("A page reads as it is built")
  func building() {
    let names = ["甲", "乙"]
    let html = HTML(.ul, .class("names")) {
      for name in names { HTML(.li, text: name) }
      if names.isEmpty { HTML(.li, text: "none") }
    }
    #expect(html.text == "<ul class=\"names\">\n<li>甲</li>\n<li>乙</li>\n</ul>")
    #expect(HTML(.p) { "a" }.document == "<!DOCTYPE html>\n<p>a</p>\n")
    #expect(HTML.empty.isEmpty)
  }
}
