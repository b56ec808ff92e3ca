import CityModel
import Columns
import Testing

@testable import Bureau
@testable import Register

/// The map of the policy and its text: neither can change without the other.
@Suite("the policy, sentence by sentence") struct PolicyTests {
  private func digest(_ text: String) -> String { "\(text.utf8.count)" }

  private func policy(_ text: String, _ spans: String) throws(PolicyError) -> Policy {
    try Policy(
      text: text,
      yaml: """
        title: t
        sha256: "\(text.utf8.count)"
        articles:
          - { number: 1, title: 甲, english: A, owners: [住建局] }
        spans:
        \(spans)
        """, digest: digest)
  }

  @Test("the city's map covers its text, all eighteen articles with an owner")
  func standard() throws {
    let policy = try Policy.standard()
    #expect(policy.articles.map(\.number) == Array(0...18))
    for article in policy.articles where article.number > 0 { #expect(!article.owners.isEmpty, "\(article.title)") }
    for number in 1...18 {
      #expect(policy.spans(of: number).contains { !$0.carriers.isEmpty }, "article \(number) is carried by something")
    }
    let covered = policy.spans.reduce(into: "") { $0 += $1.text }
    #expect(covered == policy.text.filter { !$0.isWhitespace })
  }

  @Test("one changed character of the text fails, whichever it is: by the digest, and without one by the passages")
  func changed() throws {
    let map = try ParameterNode(yaml: Policy.mapFile)
    let text = Policy.textFile
    let recorded = Policy.digest(text)
    // The text itself passes both ways, so that what fails below fails for the change.
    _ = try Policy(text: text, map: map, digest: Policy.digest)
    var scalars = Array(text.unicodeScalars)
    for at in scalars.indices {
      let original = scalars[at]
      scalars[at] = original == "某" ? "另" : "某"
      defer { scalars[at] = original }
      let changed = String(String.UnicodeScalarView(scalars))
      guard refusal(changed, map, Policy.digest) == "text-changed" else {
        Issue.record("the digest does not see character \(at), `\(original)`")
        return
      }
      // Even with a digest that does not notice, the passages do.
      guard let seen = refusal(changed, map, { _ in recorded }), ["text-differs", "text-left-over"].contains(seen) else {
        Issue.record("the passages do not see character \(at), `\(original)`")
        return
      }
    }
  }

  private func refusal(_ text: String, _ map: ParameterNode, _ digest: (String) -> String) -> String? {
    do throws(PolicyError) {
      _ = try Policy(text: text, map: map, digest: digest)
      return nil
    } catch {
      return error.code
    }
  }

  private static let faults: [(spans: String, code: String)] = [
    ("  - { article: 1, text: 甲。, carriers: [table enterprise] }", "text-left-over"),
    ("  - { article: 1, text: 甲, carriers: [table enterprise] }", "text-left-over"),
    ("  - { article: 1, text: 丙。, carriers: [table enterprise] }", "text-differs"),
    ("  - { article: 1, text: 甲。乙。丙, carriers: [table enterprise] }", "text-differs"),
    ("  - { article: 1, text: 甲。乙。 }", "no-carrier"),
    ("  - { article: 1, text: 甲。乙。, carriers: [table enterprise], none: 标题, none_en: heading }", "no-carrier"),
    ("  - { article: 1, text: 甲。乙。, carriers: [enterprise] }", "carrier-shape"),
    ("  - { article: 1, text: 甲。乙。, carriers: [desk enterprise] }", "carrier-shape"),
    ("  - { article: 2, text: 甲。, carriers: [table enterprise] }", "unknown-article"),
    ("  - { article: 1, carriers: [table enterprise] }", "policy-shape"),
    ("  - { article: 1, text: 甲。乙。, none: 标题 }", "policy-shape"),
    ("  - [", "policy-shape"),
  ]

  @Test("each fault of a map has its code", arguments: faults)
  func fault(spans: String, code: String) throws {
    let failure = #expect(throws: PolicyError.self) { try policy("甲。\n 乙。\n", spans) }
    #expect(failure?.code == code, "\(String(describing: failure))")
  }

  @Test("a map that covers the text, white space between passages aside, is taken")
  func covers() throws {
    let policy = try policy(
      "甲。\n 乙。\n",
      "  - { article: 1, text: 甲。, none: 标题, none_en: heading }\n  - { article: 1, text: 乙。, carriers: [table enterprise] }")
    #expect(policy.spans.map(\.bytes) == [0..<6, 8..<14])
  }

  @Test("every carrier that the city's map names is there")
  func carriers() throws {
    let office = try TemporaryOffice().office
    let jobs = Set(try office.jobs(on: #require(Day("2026-09-30"))).filter { $0.division == "1404" }.map(\.name))
    let unknown = CarrierDirectory(jobs: jobs).unknown(in: try Policy.standard())
    #expect(unknown.map { "\($0.span.text.prefix(12)): \($0.carrier)" } == [])
  }

  @Test("a carrier that does not exist is named with its passage")
  func unknown() throws {
    let policy = try policy("甲。", "  - { article: 1, text: 甲。, carriers: [table enterprise, table enterprises, item D99, job monthly-lists] }")
    let unknown = CarrierDirectory(jobs: ["monthly-lists"]).unknown(in: policy)
    #expect(unknown.map(\.carrier.description) == ["table enterprises", "item D99"])
  }
}
