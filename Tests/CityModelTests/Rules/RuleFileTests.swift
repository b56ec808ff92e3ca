import Columns
import Testing

@testable import CityModel

@Suite("Every rule has a file of its own, with the text above it") struct RuleFileTests {
  @Test("the first line names an article and quotes words that stand in it, character for character", arguments: RuleFile.all)
  func words(_ file: RuleFile) throws {
    let passages = try #require(file.passages, "the first line is `A8: 拒不整改`: \(file.head.first ?? "nothing")")
    for passage in passages {
      #expect(
        RuleText.policy.holds(passage) || RuleText.laws.holds(passage),
        "\(passage.source) does not say \(passage.pieces.joined(separator: "……"))")
    }
  }

  @Test("no character of a quotation can change unseen", arguments: RuleFile.all) func changed(_ file: RuleFile) throws {
    for passage in try #require(file.passages) {
      for piece in passage.pieces.indices {
        for at in passage.pieces[piece].indices {
          var other = passage
          other.pieces[piece].replaceSubrange(at...at, with: passage.pieces[piece][at] == "某" ? "另" : "某")
          #expect(!RuleText.policy.holds(other) && !RuleText.laws.holds(other), "\(other.pieces)")
        }
      }
    }
  }

  @Test("the second line names the reading, and exactly the parameters that the code reads", arguments: RuleFile.all)
  func parameters(_ file: RuleFile) throws {
    let reading = try #require(
      file.reading, "the second line is `Reading 8: so and so. Parameters: `a.b`.`: \(file.head.dropFirst().first ?? "nothing")")
    #expect(reading.numbers.allSatisfy { (1...28).contains($0) } && reading.numbers == reading.numbers.sorted())
    for name in reading.parameters { #expect(CityParameters.description(of: name) != nil, "there is no parameter `\(name)`") }
    #expect(Set(reading.parameters).count == reading.parameters.count)
    #expect(
      Set(reading.parameters) == RuleParameters.read(by: file),
      """
      named, not read: \(Set(reading.parameters).subtracting(RuleParameters.read(by: file)).sorted()); \
      read, not named: \(RuleParameters.read(by: file).subtracting(reading.parameters).sorted())
      """)
  }

  @Test("what rules read through something shared is read there", arguments: RuleParameters.shared.map(\.name)) func shared(_ name: String) throws {
    let shared = try #require(RuleParameters.shared.first { $0.name == name })
    let files = RuleFile.model.filter { shared.files.contains($0.path) }
    #expect(files.count == shared.files.count)
    let read = files.reduce(into: Set<String>()) { $0.formUnion(RuleParameters.direct($1)) }
    #expect(Set(shared.parameters).isSubset(of: read))
    #expect(RuleFile.all.contains { $0.code.contains(name) }, "no rule says `\(name)`")
  }

  @Test("a file holds one rule, whose name it has, and nothing else that others use", arguments: RuleFile.all) func single(_ file: RuleFile) {
    #expect(file.declarations.count == 1, "\(file.declarations)")
    #expect(file.rules.count <= 1, "\(file.rules)")
    let words = file.name.lowercased()
    let declared = file.code.matches(of: #/(?:struct|enum|static let|static func) (\w+)/#).map { $0.output.1.lowercased() }
    #expect(declared.contains { words.contains($0) }, "the file is named after what it decides")
  }

  @Test("the head cites an article that the rule's messages cite", arguments: RuleFile.all) func articles(_ file: RuleFile) {
    let cited = Set((file.passages ?? []).map(\.source).filter { $0.hasPrefix("A") })
    guard !cited.isEmpty, !file.declaredArticles.isEmpty else { return }
    #expect(!cited.isDisjoint(with: file.declaredArticles), "\(cited.sorted()) and \(file.declaredArticles.sorted())")
  }

  @Test("every item, veto, criterion, figure, clause and procedure has its file, and no file is of another") func complete() {
    var expected = ScoreItem.all.map { "item \($0.code)" } + ScoreRules.vetoes.map { "veto \($0.veto.code)" }
    expected += ListRules.red.map { "red \($0.code)" } + ListRules.black.flatMap { $0.codes.count == 1 ? $0.codes : [] }.map { "black \($0)" }
    expected += Figure.all.map { "figure \($0.name)" } + CityInvariant.all.map { "invariant \($0.code)" }
    expected += CommandClause.all.map { "clause \($0.code)" } + FundInvariant.all.map { "fund clause \($0.code)" }
    expected += CommandAdvice.all.map { "advice \($0.code)" }
    expected += ProposalInvariant.all.map { "proposal clause \($0.code)" } + FundProcedures.Kind.allCases.map { "procedure \($0.rawValue)" }
    #expect(RuleFile.all.flatMap(\.rules).sorted() == expected.sorted())
    for kind in Duty.kinds.dictionary {
      #expect(RuleFile.all.filter { $0.path.hasPrefix("Duties/") && $0.code.contains("\"\(kind)\"") }.count == 1, "\(kind)")
    }
  }

  @Test("everything that the map of the text names as a rule has a file") func carriers() {
    let rules = Set(RuleFile.all.flatMap(\.rules).map { $0.split(separator: " ").last.map(String.init) ?? "" })
    let names = Set(RuleFile.all.map(\.name))
    let carriers = Policy.mapFile.matches(of: #/carriers: \[([^\]]*)\]/#).flatMap { $0.output.1.split(separator: ", ") }
    var seen = 0
    for carrier in carriers {
      let words = carrier.split(separator: " ").map(String.init)
      guard words.count == 2, ["item", "invariant", "figure", "reason", "rule", "procedure"].contains(words[0]) else { continue }
      seen += 1
      let name = words[1].replacing("city/fund-", with: "")
      #expect(words[0] == "rule" ? names.contains(name) : rules.contains(name), "\(carrier)")
    }
    #expect(seen > 100)
  }

  @Test("a rule sees what it is given and nothing else: the model has no clock, no store, no chance", arguments: ["CityModel", "Columns"])
  func pure(_ target: String) {
    let files = RuleFile.swiftFiles(target)
    #expect(files.count > 10)
    for file in files {
      let imports = Set(file.code.matches(of: #/(?m)^(?:\w+ )?import (\w+)/#).map { String($0.output.1) })
      #expect(imports.isSubset(of: ["Columns", "Synchronization"]), "\(file) imports \(imports.sorted())")
      for word in [
        "ContinuousClock", "SuspendingClock", ".random", "randomElement", "shuffled", "RandomNumberGenerator", "readLine", "CommandLine.",
        "hashValue", " print(",
      ] { #expect(!file.code.contains(word), "\(file) says `\(word)`") }
    }
  }

  @Test("a rule keeps nothing from one call to the next", arguments: RuleFile.all) func stateless(_ file: RuleFile) {
    #expect(file.code.firstMatch(of: #/static var \w+(?:: [^{\n]+)? =|nonisolated\(unsafe\)|Mutex|Atomic|\bclass \w+|\bactor \w+/#) == nil)
    #expect(!file.code.contains("import Synchronization"))
  }
}
