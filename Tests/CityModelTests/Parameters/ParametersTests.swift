import CityModel
import Columns
import Synchronization
import Testing

@Suite struct ParametersTests {
  @Test func everyDeclaredParameterHasAValueAndASource() throws {
    let parameters = try Fixture.rulebook().parameters
    #expect(parameters.missing.map(\.name) == [])
    #expect(CityParameters.all.count >= 120)
    for description in CityParameters.all {
      let reading = try #require(parameters.reading(description.name, on: Fixture.day("2026-09-30")))
      #expect(!reading.source.isEmpty)
    }
  }

  @Test func namesAreDeclaredOnce() {
    #expect(Set(CityParameters.all.map(\.name)).count == CityParameters.all.count)
  }

  @Test func aReadingNamesKeyValueDaySourceAndMark() throws {
    let read = try Fixture.rulebook().parameters.read(
      ExitParameters.minDistinctExclusive, on: Fixture.day("2026-09-30"))
    #expect(read.value == 20)
    #expect(read.reading.key == "exit.minDistinctExclusive")
    #expect(read.reading.from == Fixture.day("2026-01-01"))
    #expect(read.reading.mark == .draft)
    #expect(read.reading.source.contains("第八条"))
  }

  @Test func aValueHoldsFromItsDayUntilTheNext() throws {
    let parameters = Parameters()
      .setting(CreditParameters.base, to: Points(80), from: Fixture.day("2026-01-01"), source: "a", mark: .assumption)
      .setting(CreditParameters.base, to: Points(70), from: Fixture.day("2026-07-01"), source: "b", mark: .law)
    #expect(try parameters.value(CreditParameters.base, on: Fixture.day("2026-06-30")) == Points(80))
    #expect(try parameters.value(CreditParameters.base, on: Fixture.day("2026-07-01")) == Points(70))
    let early = #expect(throws: ParameterError.self) {
      try parameters.value(CreditParameters.base, on: Fixture.day("2025-12-31"))
    }
    #expect(early?.code == .noValueOnDay)
    let absent = #expect(throws: ParameterError.self) {
      try parameters.value(CreditParameters.max, on: Fixture.day("2026-07-01"))
    }
    #expect(absent?.code == .missing)
  }

  @Test func aTextIsReadWhenItsFirstParameterIsAskedForAndOnce() throws {
    let times = Mutex(0)
    let parameters = Parameters { () throws(ParameterError) in
      times.withLock { $0 += 1 }
      return Parameters().setting(CreditParameters.base, to: Points(80), from: Fixture.day("2026-01-01"), source: "a", mark: .law)
    }
    #expect(times.withLock { $0 } == 0)
    for _ in 1...2 { #expect(try parameters.value(CreditParameters.base, on: Fixture.day("2026-06-30")) == Points(80)) }
    #expect(parameters.reading("credit.base", on: Fixture.day("2026-06-30"))?.source == "a")
    #expect(times.withLock { $0 } == 1)
  }

  @Test func whatIsWrongWithATextIsToldByEveryReading() throws {
    let parameters = Parameters { () throws(ParameterError) in throw ParameterError(.shape, key: "file", line: 7) }
    let tightened = parameters.setting(CreditParameters.base, to: Points(80), from: Fixture.day("2026-01-01"), source: "a", mark: .law)
    for one in [parameters, tightened] {
      let error = #expect(throws: ParameterError.self) { try one.value(CreditParameters.base, on: Fixture.day("2026-06-30")) }
      #expect(error?.code == .shape && error?.line == 7)
    }
  }

  struct Mistake: Sendable {
    var name: String
    var key = "credit.base"
    var fields: [String: String] = [:]
    var without: String?
    var code: ParameterError.Code
    var help = ""
  }

  static let mistakes = [
    Mistake(name: "misspelt key", key: "credit.bsae", code: .unknown, help: "did you mean `credit.base`?"),
    Mistake(name: "wrong type", fields: ["value": "eighty"], code: .wrongType),
    Mistake(name: "four decimals", fields: ["value": "80.0001"], code: .wrongType),
    Mistake(name: "wrong date", fields: ["from": "2026-02-30"], code: .badDate),
    Mistake(name: "no date", without: "from", code: .badDate),
    Mistake(name: "no source", without: "source", code: .missingSource),
    Mistake(name: "blank source", fields: ["source": " "], code: .missingSource),
    Mistake(name: "wrong mark", fields: ["mark": "guess"], code: .badMark),
    Mistake(name: "unknown field", fields: ["sorce": "x"], code: .shape, help: "did you mean `source`?"),
    Mistake(name: "ends before it begins", fields: ["to": "2025-01-01"], code: .badDate),
  ]

  @Test(arguments: mistakes) func aMistakeIsNamedWithItsPlace(_ mistake: Mistake) {
    var fields = ["from": "2026-01-01", "value": "80", "source": "A7", "mark": "draft"]
    for (name, value) in mistake.fields { fields[name] = value }
    if let without = mistake.without { fields[without] = nil }
    let map = fields.sorted { $0.key < $1.key }.map {
      ParameterNode.Entry($0.key, line: 3, column: 5, ParameterNode(.scalar($0.value), line: 3, column: 12))
    }
    let list = ParameterNode(.list([ParameterNode(.map(map), line: 3, column: 5)]), line: 3, column: 3)
    let file = ParameterNode(.map([.init(mistake.key, line: 2, column: 1, list)]), line: 1, column: 1)
    let error = #expect(throws: ParameterError.self) { try Parameters(parsing: file) }
    #expect(error?.code == mistake.code, "\(mistake.name)")
    #expect((error?.line ?? 0) > 0 && (error?.column ?? 0) > 0)
    if !mistake.help.isEmpty { #expect(error?.help == mistake.help) }
  }

  @Test func twoValuesOfOneDayOverlap() {
    func value(_ from: String, to: String? = nil) -> ParameterNode {
      var fields = [("from", from), ("value", "80"), ("source", "A7"), ("mark", "draft")]
      if let to { fields.append(("to", to)) }
      return ParameterNode(.map(fields.map { .init($0.0, ParameterNode(.scalar($0.1))) }))
    }
    func parse(_ values: [ParameterNode]) -> ParameterError.Code? {
      do {
        _ = try Parameters(parsing: ParameterNode(.map([.init("credit.base", ParameterNode(.list(values)))])))
        return nil
      } catch { return error.code }
    }
    #expect(parse([value("2026-01-01"), value("2026-01-01")]) == .overlap)
    #expect(parse([value("2026-01-01", to: "2026-07-01"), value("2026-07-01")]) == .overlap)
    #expect(parse([value("2026-01-01", to: "2026-06-30"), value("2026-07-01")]) == nil)
  }

  @Test(arguments: [
    ("1/2", "50%"), ("7/10", "70%"), ("1/20", "5%"), ("1/3", "1/3"),
  ]) func aRatioIsExact(_ text: String, _ shown: String) throws {
    let ratio = try #require(Ratio(text))
    #expect(ratio.description == shown)
    #expect(Ratio(shown) == ratio)
  }

  @Test func fifteenOfThirtyIsNotBelowHalf() throws {
    let half = try #require(Ratio("1/2"))
    #expect(half.compare(15, of: 30) == 0)
    #expect(half.compare(14, of: 30) == -1)
    #expect(half.compare(16, of: 30) == 1)
  }
}
