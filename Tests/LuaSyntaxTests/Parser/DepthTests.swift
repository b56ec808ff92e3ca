import Glibc
import LuaSyntax
import Testing

/// Attacks on the stack: whatever is nested, the answer is an error, on a thread with the smallest usual stack.
@Suite("Depth")
struct DepthTests {
  static let nestings: [(name: String, open: String, middle: String, close: String)] = [
    ("parentheses", "(", "1", ")"), ("tables", "{", "", "}"), ("keys", "{[", "1", "]=1}"), ("calls", "f(", "", ")"),
    ("indices", "a[", "1", "]"),
    ("functions", "function() return ", "1", " end"), ("minus", "- ", "1", ""), ("not", "not ", "1", ""),
    (
      "powers",
      "2^", "1", ""
    ),
    ("concatenation", "a..", "b", ""), ("mixed", "f{[a..-(", "1", ")]=1}"),
  ]

  @Test("Nested expressions of any kind", arguments: nestings)
  func expressions(nesting: (name: String, open: String, middle: String, close: String)) throws {
    for count in [20, 50, 100, 200, 1_000, 30_000] {
      let text =
        "return " + String(repeating: nesting.open, count: count) + nesting.middle
        + String(repeating: nesting.close, count: count)
      let code = try onSmallStack { outcome(text) }
      #expect(code == (count <= 20 ? "accepted" : count >= 200 ? "too-deep" : code))
    }
  }

  @Test(
    "Nested statements of any kind",
    arguments: [
      ("do ", " end"), ("while x do ", " end"), ("repeat ", " until x"), ("if x then ", " end"),
      (
        "if x then else ",
        " end"
      ), ("for i = 1, 2 do ", " end"),
      ("function f() ", " end"), ("local function f() ", " end"), ("x = function() ", " end"),
      (
        "f(function() ",
        " end)"
      ),
    ])
  func statements(open: String, close: String) throws {
    for count in [20, 50, 200, 20_000] {
      let text = String(repeating: open, count: count) + String(repeating: close, count: count)
      let code = try onSmallStack { outcome(text) }
      // Loops run out of local variables first: each has three hidden ones.
      let refusal = open.hasPrefix("for") ? "too-many-locals" : "too-deep"
      #expect(code == (count <= 20 ? "accepted" : count >= 200 ? refusal : code))
    }
  }

  @Test("Long chains, which the grammar does not nest but the tree does")
  func chains() throws {
    for (link, first, last) in [
      (" + a", 999, 1_000), (" or a", 999, 1_000), (" == a", 999, 1_000), (".a", 997, 1_000), ("[1]", 997, 1_000),
      ("()", 997, 1_000), ("''", 997, 1_000),
    ] {
      #expect(try onSmallStack { outcome("x = a" + String(repeating: link, count: first - 2)) } == "accepted")
      #expect(try onSmallStack { outcome("x = a" + String(repeating: link, count: last + 2)) } == "too-deep")
      #expect(try onSmallStack { outcome("x = a" + String(repeating: link, count: 200_000)) } == "too-deep")
    }
    // Chains inside parentheses inside chains: their heights add up.
    let chain = String(repeating: " + a", count: 300)
    let text = "x = " + String(repeating: "(", count: 10) + "a" + String(repeating: chain + ")", count: 10)
    #expect(try onSmallStack { outcome(text) } == "too-deep")
    #expect(try onSmallStack { outcome(String(repeating: "::a\(0)::", count: 1)) } == "accepted")
    let labels = (0..<5_000).map { "::a\($0)::" }.joined()
    #expect(try onSmallStack { outcome(labels) } == "too-deep")
    let targets = String(repeating: "a, ", count: 5_000) + "a = 1"
    #expect(try onSmallStack { outcome(targets) } == "too-deep")
  }

  @Test("Long lists are flat: no limit")
  func lists() throws {
    let items = String(repeating: "1, ", count: 20_000)
    for text in [
      "x = {\(items)}", "f(\(items)1)",
      "return \(items)1", String(repeating: "f() ", count: 20_000), String(repeating: ";", count: 60_000),
      "if a then " + String(repeating: "elseif a then ", count: 10_000) + "end",
    ] {
      #expect(try onSmallStack { outcome(text) } == "accepted")
    }
  }

  /// Reads, walks and frees the tree; says what came of it.
  private func outcome(_ text: String) -> String {
    do {
      let chunk = try parse(SourceText(name: "", text), dialect: .lua54)
      var nodes = 0
      chunk.block.walk { _ in
        nodes += 1
        return .into
      }
      return nodes >= 0 ? "accepted" : ""
    } catch {
      return error.first.code.rawValue
    }
  }
}

#if DEBUG
  /// Frames of a build without optimisation, and with a sanitizer, are ten times larger.
  private let smallStack = 8 * 1024 * 1024
#else
  /// The size of a secondary thread on macOS, the smallest usual one.
  private let smallStack = 512 * 1024
#endif

/// Runs `body` on a thread with a small stack.
private func onSmallStack(_ body: @escaping () -> String) throws -> String {
  final class Box {
    var body: () -> String
    var result = ""
    init(_ body: @escaping () -> String) { self.body = body }
  }
  let box = Box(body)
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  try #require(pthread_attr_setstacksize(&attributes, smallStack) == 0)
  var thread = pthread_t()
  let started = pthread_create(
    &thread, &attributes,
    { pointer in
      guard let pointer else { return nil }
      let box = Unmanaged<Box>.fromOpaque(pointer).takeUnretainedValue()
      box.result = box.body()
      return nil
    }, Unmanaged.passUnretained(box).toOpaque())
  try #require(started == 0)
  pthread_join(thread, nil)
  return withExtendedLifetime(box) { box.result }
}
