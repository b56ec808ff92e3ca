internal import CityModel
internal import Columns
internal import DistrictRules

/// Completes names: globals at the beginning of a word, methods after `:`, fields after `.` and inside braces.
final class Completion {
  private let globals: [String]
  private let methods: [String]
  private let fields: [String]

  init(names: [String]) {
    func spellings(_ words: [RuleWord]) -> [String] { words.flatMap { [$0.english, $0.chinese] } }
    let chinese = CitySchema.tables.map(\.chinese)
    globals = (names + chinese + spellings(RuleWord.all.filter { $0.kind == .function })).sorted()
    methods = (spellings(RuleWord.all.filter { $0.kind == .method }) + ["where", "范围", "each", "逐条", "rows"]).sorted()
    fields = Set(CitySchema.tables.flatMap { $0.fields.flatMap { [$0.name, $0.chinese] } }).sorted()
  }

  /// What to insert at the cursor: the part that every completion shares.
  func addition(to line: String, cursor: Int) -> String {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    let word = String(before.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    let lead = before.dropLast(word.count)
    let pool: [String] =
      if lead.last == ":" { methods } else if lead.last == "." { fields } else if lead.contains("{") && !lead.contains("}") || lead.hasSuffix("(\"") {
        fields
      } else { globals }
    let matches = pool.filter { $0.hasPrefix(word) && $0 != word }
    guard let first = matches.first else { return "" }
    var shared = first
    for match in matches { while !match.hasPrefix(shared) { shared.removeLast() } }
    if shared.count == word.count, matches.count > 1 {
      Terminal.write("\n" + matches.prefix(40).joined(separator: "  ") + "\n")
    }
    return String(shared.dropFirst(word.count))
  }
}
