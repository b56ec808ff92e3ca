internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Reads the table of a declaration as a value, key by key; what it does not know it refuses.
///
/// Problems are gathered in ``sink``; a declaration with errors is not made.
struct DeclarationReader {
  let name: String
  let body: KeyReader

  init(values: ValueReader, name: String, body: LuaTable, sink: ProblemSink) {
    self.name = name
    self.body = KeyReader(table: body, path: [], values: values, sink: sink)
  }

  var sink: ProblemSink { body.sink }
  var kinds: CityKinds { body.kinds }

  func declaration(kind: String) -> Declaration? {
    let before = sink.problems.count
    let declaration = read(kind: kind)
    return sink.problems[before...].contains { $0.severity == .error } ? nil : declaration
  }

  private func read(kind: String) -> Declaration? {
    switch Declaration.Kind(rawValue: kind) {
    case .adjustment: return adjustment().map(Declaration.adjustment)
    case .tighten: return tightening().map(Declaration.tightening)
    case .procedure: return body.has("steps") ? ownProcedure().map(Declaration.ownProcedure) : amendment().map(Declaration.procedure)
    case .criterion: return criterion().map(Declaration.criterion)
    case .job: return job().map(Declaration.job)
    case .report: return report().map(Declaration.report)
    case nil:
      sink.add(
        .unknown(
          "unknown-declaration", kind, at: [], what: .init(chinese: "规则语言", english: "the language"),
          among: Declaration.Kind.allCases.map(\.rawValue)))
      return nil
    }
  }

  /// The keys that every declaration has, and its own.
  func allow(_ keys: String...) { body.allow(["title", "basis", "effective", "season", "note"] + keys) }
}
