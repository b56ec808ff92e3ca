public import CityModel
public import Columns
public import LuaRuntime
internal import LuaSyntax

/// Finds what is wrong with scripts before anybody enacts them: each on its own, beside the city's rules, and beside one another.
public struct ScriptChecker {
  private let session: ScriptSession
  private let resolvesNames: Bool
  private let day: Day

  /// A checker without a register: names of enterprises and estates are not looked up.
  public init(_ rulebook: Rulebook, on day: Day, limits: Engine.Limits = .init()) throws {
    var divisions = TableBuilder(Division.schema)
    for division in Divisions.changzhi.all {
      divisions.add([
        "code": .text(division.code), "name": .text(division.name), "level": .text(division.level.rawValue),
        "parent": division.parent.flatMap { Divisions.changzhi.row(of: $0) }.map { .row($0) } ?? .none,
      ])
    }
    self.day = day
    resolvesNames = false
    session = try ScriptSession(Snapshot(cut: day.end, rulebook: rulebook, tables: [divisions]), limits: limits)
  }

  /// A checker that also looks up names in a register's snapshot.
  public init(_ snapshot: Snapshot, on day: Day, limits: Engine.Limits = .init()) throws {
    self.day = day
    resolvesNames = true
    session = try ScriptSession(snapshot, limits: limits)
  }

  /// - Parameters:
  ///   - others: scripts of which nothing is said but where they meet those that are checked: the rules in force.
  ///   - document: the document that is to enact them; a basis that names another is told.
  public func check(_ scripts: [Script], beside others: [Script] = [], enactedBy document: String? = nil) throws -> CheckReport {
    var findings: [Finding] = []
    var readings: [ScriptReading] = []
    let inForce = others.compactMap { try? session.read($0, resolvingNames: resolvesNames) }
    let names = Set(session.names(in: try session.makePrompt()))
    for script in scripts {
      var own: [Diagnostic] = []
      do throws(ScriptError) {
        let chunk = try session.parsed(script.source)
        own = SourceChecks(chunk: chunk, names: names).diagnostics + MemberChecks(chunk).diagnostics
        let reading = try session.read(script, resolvingNames: resolvesNames)
        own += reading.diagnostics + semantics(reading) + count(reading)
        if let document { own += otherDocuments(reading, than: document) }
        readings.append(reading)
      } catch {
        // The engine stops at the first unknown name; the text has shown them all.
        let known = own.map { script.source.lineNumber(at: $0.span?.start ?? 0) }
        for diagnostic in [error.diagnostic] + error.others {
          let line = script.source.lineNumber(at: diagnostic.span?.start ?? 0)
          let isRepeated = zip(own, known).contains { $0.code == diagnostic.code && $1 == line }
          if !isRepeated { own.append(diagnostic) }
        }
      }
      findings += own.map { Finding($0, in: script.source) }
    }
    findings += overlaps(readings, beside: inForce)
    return CheckReport(findings: ordered(findings, scripts), scripts: scripts.count)
  }

  /// Errors first, then files as they were given, then places.
  private func ordered(_ findings: [Finding], _ scripts: [Script]) -> [Finding] {
    var places: [String: Int] = [:]
    for (place, script) in scripts.enumerated() where places[script.name] == nil { places[script.name] = place }
    return findings.enumerated().sorted { a, b in
      if a.element.isError != b.element.isError { return a.element.isError }
      let left = (places[a.element.source.name] ?? 0, a.element.diagnostic.span?.start ?? 0, a.offset)
      let right = (places[b.element.source.name] ?? 0, b.element.diagnostic.span?.start ?? 0, b.offset)
      return left < right
    }.map(\.element)
  }

  private func semantics(_ reading: ScriptReading) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for declared in reading.declarations {
      guard let value = declared.value else { continue }
      for problem in DeclarationChecks(declaration: value, rulebook: session.snapshot.rulebook, day: day).problems {
        found.append(reading.diagnostic(problem, of: declared.name))
      }
    }
    return found
  }

  /// The document that enacts is another than the one that the rule rests on: it may be, but hardly ever is meant.
  private func otherDocuments(_ reading: ScriptReading, than document: String) -> [Diagnostic] {
    reading.declarations.compactMap { declared in
      guard let basis = declared.value?.basis, basis.document != document else { return nil }
      return Diagnostic(
        "other-document", .warning, at: reading.place(["basis", "document"], of: declared.name),
        Wording(chinese: "依据是 `\(basis.document)`，颁布用的却是 `\(document)`", english: "its basis is `\(basis.document)`, but `\(document)` enacts it"),
        help: Wording(chinese: "核对文号：规则只能由它所依据的文件颁布", english: "check the numbers: a rule is enacted by the document that it rests on"))
    }
  }

  /// One file, one declaration.
  private func count(_ reading: ScriptReading) -> [Diagnostic] {
    guard let first = reading.declarations.first else {
      return [
        Diagnostic(
          "no-declaration", line: 1, of: reading.script.source, Wording(chinese: "这个文件没有声明规则", english: "this file declares no rule"),
          help: Wording(chinese: "写作 评分调整 \"名称\" { … }", english: "write adjustment \"name\" { … }"))
      ]
    }
    return reading.declarations.dropFirst().map { second in
      Diagnostic(
        "two-declarations", at: reading.place([], of: second.name),
        Wording(chinese: "一个文件只写一条规则，这里已有 `\(first.name)`", english: "one file, one rule: `\(first.name)` stands here already"),
        help: Wording(chinese: "把 `\(second.name)` 移到自己的文件", english: "move `\(second.name)` into a file of its own"),
        related: reading.place([], of: first.name).map { .init(at: $0, Wording(chinese: "第一条在这里", english: "the first is here")) })
    }
  }

  // MARK: Beside one another

  private func overlaps(_ readings: [ScriptReading], beside others: [ScriptReading]) -> [Finding] {
    func placed(_ readings: [ScriptReading]) -> [Placed] {
      readings.flatMap { reading in reading.declarations.compactMap { declared in declared.value.map { (reading, $0) } } }
    }
    let known = placed(others)
    let all = known + placed(readings)
    var found: [Finding] = []
    for (index, a) in all.enumerated().dropFirst(known.count) {
      for b in all[..<index] where a.reading.script.division == b.reading.script.division {
        if a.value.name == b.value.name, a.value.kind == b.value.kind {
          found.append(
            finding(
              "repeated-name", .error, a, b, [], Wording(chinese: "已有一条名为 `\(a.value.name)` 的规则", english: "there is a rule `\(a.value.name)` already"),
              help: Wording(chinese: "换一个名称", english: "give one of them another name")))
          continue
        }
        switch (Overlaps.kind(a.value, b.value), Overlaps.kind(b.value, a.value)) {
        case (.implied, _): found.append(implied(a, b))
        case (_, .implied): found.append(implied(b, a))
        case (.same(let severity), _):
          found.append(
            finding(
              "changes-same-thing", severity, a, b, place(a.value),
              Wording(chinese: "与 `\(b.value.name)` 对同一事实改动同一件事", english: "it changes the same thing for the same facts as `\(b.value.name)`"),
              help: Wording(chinese: "把两条的 范围 分开，或合成一条", english: "keep their `where` apart, or make one rule of them")))
        default: break
        }
      }
    }
    return found
  }

  private typealias Placed = (reading: ScriptReading, value: Declaration)

  private func implied(_ a: Placed, _ b: Placed) -> Finding {
    finding(
      "implied-by-another", .warning, a, b, place(a.value),
      Wording(chinese: "凡符合它的，都已符合 `\(b.value.name)`", english: "whatever it is about, `\(b.value.name)` is about already"),
      help: Wording(chinese: "删去一条，或把 范围 分开", english: "leave one of them out, or keep their `where` apart"))
  }

  private func place(_ declaration: Declaration) -> [String] {
    switch declaration {
    case .tightening(let rule):
      switch rule.target {
      case .clock: ["where"]
      case .duty: ["due"]
      case .threshold: ["parameter"]
      }
    default: ["where"]
    }
  }

  private func finding(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ a: Placed, _ b: Placed, _ path: [String], _ message: Wording, help: Wording
  ) -> Finding {
    let note = Diagnostic(
      code, .note, at: b.reading.place(path, of: b.value.name, ofKey: true), Wording(chinese: "另一处在这里：`\(b.value.title)`", english: "the other is here: `\(b.value.title)`"))
    return Finding(
      Diagnostic(code, severity, at: a.reading.place(path, of: a.value.name, ofKey: true), message, help: help), in: a.reading.script.source,
      elsewhere: .init(source: b.reading.script.source, diagnostic: note))
  }
}
