import Foundation
import Testing

@testable import CityModel

@Suite("The page of readings is what the rules say") struct ReadingPageTests {
  /// The rows of the page: the number of each reading and the parameters beside it.
  private func rows() throws -> [(number: Int, parameters: [String])] {
    let page = RuleFile.root.deletingLastPathComponent().appending(path: "docs/readings.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    return lines.compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, let number = Int(cells[1]) else { return nil }
      return (number, cells[4].matches(of: #/`([\w.]+)`/#).map { String($0.output.1) })
    }
  }

  @Test("every number that a rule names is a row, and every row is some rule's") func numbers() throws {
    let rows = try rows().map(\.number)
    #expect(rows == Array(1...28))
    #expect(Set(RuleFile.all.flatMap { $0.reading?.numbers ?? [] }) == Set(rows))
  }

  @Test("the parameters of a row are there, and a rule of that reading or a command reads each") func parameters() throws {
    // A command reads it: whether a plan with a day is enough for basic closure.
    let ofCommands: Set = ["complaint.planCounts"]
    for row in try rows() {
      let read = RuleFile.all.filter { $0.reading?.numbers.contains(row.number) == true }.reduce(into: ofCommands) {
        $0.formUnion($1.reading?.parameters ?? [])
      }
      for name in row.parameters {
        #expect(CityParameters.description(of: name) != nil, "\(name)")
        #expect(read.contains(name), "no rule of reading \(row.number) reads `\(name)`")
      }
    }
  }
}
