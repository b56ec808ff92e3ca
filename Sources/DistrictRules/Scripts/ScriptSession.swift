public import CityModel
internal import Columns
public import LuaRuntime
internal import LuaSyntax

/// A snapshot that scripts can look at: one engine, in which each script has an environment of its own.
///
/// A session belongs to one thread at a time; only its ``canceller`` may be used from elsewhere.
public final class ScriptSession {
  public let snapshot: Snapshot
  let engine: Engine
  let kinds: CityKinds
  let store: QueryStore
  let queries: QueryBinding
  private let records: RecordBinding
  let vocabulary: Vocabulary
  let desk: Desk
  /// Notes what the functions of scripts run, while tests do.
  var statements: StatementCoverage?

  /// Receives what scripts print.
  public var output: ((String) -> Void)? {
    get { engine.print }
    set { engine.print = newValue }
  }

  /// Whom scripts ask for the city's rules; held weakly.
  public var advisor: (any Advisor)? {
    get { desk.advisor }
    set { desk.advisor = newValue }
  }

  /// Stops the script that runs, from another thread.
  public var canceller: Canceller { engine.canceller }

  /// - Throws: ``ScriptError`` when the standard library does not load, which a test excludes.
  public init(_ snapshot: Snapshot, limits: Engine.Limits = .init(), advisor: (any Advisor)? = nil) throws {
    self.snapshot = snapshot
    engine = try Engine(limits: limits)
    vocabulary = try CityVocabulary.vocabulary()
    store = QueryStore(snapshot)
    let quantities = try Quantities(engine)
    records = RecordBinding(snapshot, quantities)
    queries = QueryBinding(store)
    let recordKinds = try records.register(in: engine)
    let objects = try queries.register(in: engine)
    kinds = CityKinds(
      moment: quantities.moment, day: quantities.day, elapsed: quantities.elapsed, calendarDays: quantities.calendarDays,
      workingDays: quantities.workingDays, calendarMonths: quantities.calendarMonths, money: quantities.money,
      points: quantities.points, area: quantities.area, percent: quantities.percent, records: recordKinds, query: objects.query,
      grouping: objects.grouping, result: objects.result, engine: engine)
    queries.kinds = kinds
    desk = Desk(kinds: kinds, store: store, queries: queries, advisor: advisor)
    var host = try quantities.functions(engine)
    for (name, value) in try desk.functions(engine) { host[name] = value }
    for library in StandardLibrary.files {
      try engine.loadLibrary(library.text, name: library.name, host: host)
    }
  }

  /// The names of collections, in both numbers: `complaint` and `complaints` are the same.
  var collections: [String: LuaValue] {
    var globals: [String: LuaValue] = [:]
    for (position, schema) in CitySchema.tables.enumerated() {
      globals[schema.name] = engine.object(kinds.query, position)
      globals[schema.plural] = engine.object(kinds.query, position)
    }
    return globals
  }

  /// Runs a script, which declares its rules.
  ///
  /// - Returns: its declarations, read and checked, in order.
  /// - Throws: ``ScriptError`` with the first problem; the others are in ``ScriptError/others``.
  public func load(_ script: Script) throws(ScriptError) -> [Declaration] {
    let reading = try read(script)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    if let first = errors.first { throw ScriptError(first, others: Array(errors.dropFirst()), in: script.source) }
    return reading.declarations.compactMap(\.value)
  }

  /// Runs a script and reads every declaration as far as it can be read.
  func read(_ script: Script, resolvingNames: Bool = true) throws(ScriptError) -> ScriptReading {
    let chunk = try parsed(script.source)
    let translated = try translate(statements?.instrumented(script.source, chunk) ?? script.source)
    desk.begin()
    do {
      let environment = try engine.makeEnvironment(globals: try globals())
      _ = try engine.call(try engine.load(translated.bytes, name: script.name, into: environment))
    } catch {
      throw located(error, in: translated)
    }
    var reading = ScriptReading(script: script, chunk: chunk)
    for declared in desk.takeDeclared() {
      let sink = ProblemSink()
      let values = ValueReader(kinds: kinds, snapshot: snapshot, resolvesNames: resolvingNames)
      let declaration = DeclarationReader(values: values, name: declared.name, body: declared.body, sink: sink).declaration(kind: declared.kind)
      reading.declarations.append(.init(kind: declared.kind, name: declared.name, value: declaration, problems: sink.problems))
    }
    return reading
  }

  /// The tree of a source: it refuses what the engine must never see, and tells people what is wrong in plain words.
  func parsed(_ source: SourceText) throws(ScriptError) -> Chunk {
    do throws(SyntaxError) {
      return try parse(source, vocabulary: vocabulary)
    } catch {
      var told = ScriptError(error)
      func explained(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        if let meant = ComparisonSign.help(for: diagnostic, in: source) ?? UnitBehindNumber.help(for: diagnostic, in: source) { diagnostic.help = meant }
        return diagnostic
      }
      told.diagnostic = explained(told.diagnostic)
      told.others = told.others.map(explained)
      throw told
    }
  }

  func translate(_ source: SourceText) throws(ScriptError) -> TranslatedSource {
    do throws(SyntaxError) {
      return try LuaSyntax.translate(source, vocabulary: vocabulary)
    } catch {
      throw ScriptError(error)
    }
  }

  /// A line typed at the prompt, or given on the command line: an expression's values, or what statements return.
  ///
  /// - Throws: ``ScriptError``; ``ScriptError/isIncomplete`` when another line is needed.
  public func evaluate(_ line: String, in environment: PromptEnvironment) throws(ScriptError) -> [ScriptValue] {
    let source = SourceText(name: environment.name, line)
    switch PromptInput(source, vocabulary: vocabulary) {
    case .empty: return []
    case .incomplete: throw ScriptError(incomplete: source)
    case .invalid(let error): throw ScriptError(error)
    case .expressions, .statements: break
    }
    let translated = try translate(source)
    do {
      let text = String(decoding: translated.bytes, as: UTF8.self)
      let values = try engine.call(try engine.load(line: text, name: environment.name, into: environment.environment))
      return try values.map { try present($0) }
    } catch {
      throw located(error, in: translated)
    }
  }

  /// An environment for a prompt.
  public func makePrompt(name: String = "prompt") throws(LuaError) -> PromptEnvironment {
    PromptEnvironment(name: name, environment: try engine.makeEnvironment(globals: collections))
  }

  /// The names that a script can use, sorted: for completion.
  public func names(in environment: PromptEnvironment) -> [String] {
    (try? engine.globalNames(of: environment.environment)) ?? []
  }

  // MARK: Places

  func located(_ error: any Error, in translated: TranslatedSource) -> ScriptError {
    if let known = error as? ScriptError { return known }
    // Of another script that was asked about: its own place says more.
    if let other = (error as? LuaError)?.underlying as? ScriptError { return other }
    if let problem = (error as? LuaError)?.underlying as? RuleProblem ?? error as? RuleProblem {
      // What was raised in a script is wrong where it was.
      let line = if let lua = error as? LuaError { self.line(of: lua, in: translated.original) } else { 1 as Int? }
      var diagnostic = Diagnostic(problem.code, line: line ?? 0, of: translated.original, problem.message, help: problem.help)
      if let word = problem.path.last, let span = translated.original.span(of: word, near: line ?? 1) { diagnostic.span = span }
      return ScriptError(diagnostic, in: translated.original, engineError: error as? LuaError)
    }
    guard let lua = error as? LuaError else {
      return ScriptError(Diagnostic("script-failed", at: nil, Wording(verbatim: "\(error)")), in: translated.original)
    }
    var diagnostic = translated.diagnostic(line: line(of: lua, in: translated.original) ?? 0, message: lua.message)
    if diagnostic.code == .luaError {
      let words = EngineWords(lua, message: translated.decode(lua.message))
      (diagnostic.code, diagnostic.message, diagnostic.help) = (words.code, words.wording, words.help)
    }
    if let unknown = unknownProposal(translated.decode(lua.message), near: diagnostic, in: translated.original) { diagnostic = unknown }
    return ScriptError(diagnostic, in: translated.original, engineError: lua)
  }

  /// `propose.fine(e)`: to the engine a field that holds nothing; its author is told what can be proposed.
  private func unknownProposal(_ message: String, near diagnostic: Diagnostic, in source: SourceText) -> Diagnostic? {
    guard let word = MessageTemplate("attempt to call a nil value (field '{}')").captures(in: message)?.first, let place = diagnostic.span,
      let span = source.span(of: word, near: source.lineNumber(at: place.start)), ["propose.", "提请."].contains(where: { source.bytes[..<span.start].ends(with: $0) })
    else { return nil }
    return MemberChecks.noSuchProposal(word, at: span)
  }

  /// The script's own line: the innermost frame may be the standard library's. `nil` where none of its lines ran, as when memory
  /// ends while the text is compiled: no place is better than a wrong one.
  private func line(of error: LuaError, in source: SourceText) -> Int? {
    func isOwn(_ chunk: String) -> Bool {
      // The engine shortens long names in front.
      chunk == source.name || chunk.hasPrefix("...") && source.name.hasSuffix(chunk.dropFirst(3))
    }
    if let chunk = error.chunk, isOwn(chunk) { return error.line }
    return error.traceback.first { isOwn($0.chunk) }?.line
  }
}

/// Globals of a prompt.
public struct PromptEnvironment {
  public let name: String
  let environment: Environment
}

extension Sequence<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
