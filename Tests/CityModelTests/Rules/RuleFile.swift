import Foundation

/// A source file that holds one rule of the city, as a lawyer reads it: its head and what it decides.
struct RuleFile: CustomStringConvertible, Sendable {
  /// Words of the policy or of a law that the head quotes.
  struct Passage: Equatable {
    /// `A8`, `Title`, `民法典 278`.
    var source: String
    /// In the order of the text; between two of them something is left out.
    var pieces: [String]
  }

  /// From the folder of the city model: `Credit/Items/SlowAnswer.swift`.
  let path: String
  let text: String
  var name: String { path.split(separator: "/").last.map { String($0.dropLast(".swift".count)) } ?? "" }
  var description: String { path }

  /// The lines of the documentation that stands before the first declaration.
  var head: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { $0.hasPrefix("///") }) else { return [] }
    return lines[first...].prefix { $0.hasPrefix("///") }.map { String($0.dropFirst(3).drop(while: { $0 == " " })) }
  }

  /// Everything but comments.
  var code: String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }.joined(separator: "\n")
  }

  // MARK: The head

  /// The first line: `A8: 拒不整改 A9: 满意率低`; `nil` where it has another shape.
  var passages: [Passage]? {
    guard let line = head.first else { return nil }
    return RuleFile.passages(line)
  }

  static func passages(_ line: String) -> [Passage]? {
    let starts = line.matches(of: #/(?:^| )(A\d+|Title|民法典 \d+|物业管理条例 \d+|行政处罚法 \d+): /#)
    guard starts.first?.range.lowerBound == line.startIndex else { return nil }
    return starts.indices.map { at in
      let end = at + 1 < starts.count ? starts[at + 1].range.lowerBound : line.endIndex
      let words = line[starts[at].range.upperBound..<end]
      return Passage(source: String(starts[at].output.1), pieces: words.components(separatedBy: "……"))
    }
  }

  /// The second line: which of the numbered readings, how it reads, and the parameters that change it.
  var reading: (numbers: [Int], words: String, parameters: [String])? {
    guard head.count > 1,
      let match = head[1].wholeMatch(of: #/Reading((?: \d+(?:, \d+)*)?): (\S.*?\.) Parameters: (none|`[\w.]+`(?:, `[\w.]+`)*)\./#)
    else { return nil }
    let numbers = match.output.1.matches(of: #/\d+/#).compactMap { Int($0.output) }
    return (numbers, String(match.output.2), match.output.3.matches(of: #/`([\w.]+)`/#).map { String($0.output.1) })
  }

  // MARK: What it decides

  /// The top-level declarations, without `private` ones.
  var declarations: [String] {
    code.split(separator: "\n").map(String.init).filter {
      $0.firstMatch(of: #/^(?:public |package |internal )?(?:struct|enum|extension|protocol|class|actor|func|let|var|typealias) /#) != nil
    }
  }

  /// What the file is known by outside: `item D08`, `invariant filing-twice`.
  var rules: [String] {
    let source = code
    var found: [String] = []
    func add(_ kind: String, _ pattern: Regex<(Substring, Substring)>) {
      found += source.matches(of: pattern).map { "\(kind) \($0.output.1)" }
    }
    add("item", #/= ScoreItem\(\s*code: "([^"]+)"/#)
    add("veto", #/= Veto\(\s*code: "([^"]+)"/#)
    add("red", #/static let code = "(red-[^"]+)"/#)
    add("black", #/static let codes = \["([^"]+)"\]/#)
    add("figure", #/= Figure\(\s*name: "([^"]+)"/#)
    add("invariant", #/= CityInvariant\(\s*"([^"]+)"/#)
    add("advice", #/= CommandAdvice\(\s*"([^"]+)"/#)
    add("clause", #/= CommandClause\(\s*"([^"]+)"/#)
    add("fund clause", #/= FundInvariant\(code: "([^"]+)"/#)
    add("proposal clause", #/= ProposalInvariant\(code: "([^"]+)"/#)
    add("procedure", #/static let (\w+) = Terms\(/#)
    return found
  }

  /// The article that the declaration names for messages and explanations: `A8, A13`.
  var declaredArticles: Set<String> {
    guard let match = code.firstMatch(of: #/article: "([^"]+)"|(?:CityInvariant|CommandClause|CommandAdvice)\(\s*"[^"]+", "([^"]+)"/#) else { return [] }
    return Set((match.output.1 ?? match.output.2 ?? "").matches(of: #/A\d+/#).map { String($0.output) })
  }
}

extension RuleFile {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// The folders in which every file is a rule, and rules that stand among the types they work on.
  private static let places = [
    "Credit/Items", "Credit/Vetoes", "Credit/Frame", "Lists/Red", "Lists/Black", "Exit/ExitTest.swift", "Exit/Refusals.swift",
    "Lists/ListStanding.swift", "Clock/ResponseClock.swift", "Clock/ResponseRates.swift", "Duties/City", "Figures/City",
    "Rules/SubstantiatedComplaint.swift", "Rules/TenderStanding.swift", "Owners", "Derived/Fields", "Procedures/Fund",
    "Procedures/FundProcedures.swift", "Procedures/Clauses", "Commands/Clauses", "Commands/Invariants", "Commands/Determinations",
    "Decisions/Clauses", "Commands/Advice",
  ]

  /// Every file of the city model.
  static let model: [RuleFile] = swiftFiles("CityModel")

  static let all: [RuleFile] = model.filter { file in
    places.contains { file.path == $0 || file.path.hasPrefix($0 + "/") }
  }

  static func swiftFiles(_ target: String) -> [RuleFile] {
    let folder = root.appending(path: target)
    guard let walk = FileManager.default.enumerator(atPath: folder.path()) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)).map { RuleFile(path: path, text: $0) }
    }
  }
}
