internal import LuaRuntime
internal import LuaSyntax

/// Source text: who accepts it, and what comes of running it.
final class LoaderCheck {
  nonisolated(unsafe) private static var instance: LoaderCheck?

  /// One for each so many inputs: what an engine gathers in a long life is tested too.
  static var shared: LoaderCheck {
    get throws {
      if let check = instance, check.uses < 2_000 { return check }
      let check = try LoaderCheck()
      instance = check
      return check
    }
  }

  private let restricted: Engine
  private let library: Engine
  private let everything: Environment
  private var uses = 0

  init() throws {
    restricted = try Engine(
      limits: .init(memory: 4 << 20, hostCredit: 4 << 20, string: 1 << 18, time: .milliseconds(50), output: 1 << 14))
    library = try Engine(limits: .init(time: nil), profile: .unrestricted)
    everything = try library.makeEnvironment()
  }

  func check(_ bytes: [UInt8]) throws -> String? {
    uses += 1
    return try agreement(bytes) ?? run(bytes)
  }

  private func agreement(_ bytes: [UInt8]) throws -> String? {
    let source = SourceText(name: "s", bytes: bytes)
    var own: SyntaxError?
    do { _ = try parse(source, dialect: .lua54) } catch { own = error }
    // The loader of files, not the compiler, takes a first line for the shell and a byte order mark; the compiler takes no
    // names beyond ASCII, and is not bounded by height.
    guard bytes.first != 0x1B, bytes.first != UInt8(ascii: "#"), bytes.count < 20_000 else { return nil }
    let foreign = Lexer.tokens(of: source).contains { token in
      token.kind != .string && token.kind != .comment && bytes[token.span.range].contains { $0 >= 0x80 }
    }
    guard !foreign, !Self.bounded.contains(own?.first.code ?? "") else { return nil }
    var theirs: LuaError?
    do { _ = try library.load(bytes, name: "s", into: everything) } catch { theirs = error }
    if let theirs, own == nil { return "the parser accepts what the library refuses: \(theirs)" }
    if let own, theirs == nil { return "the parser refuses what the library accepts: \(own.rendered(.english))" }
    // What the checker accepts as a script must not be refused when it is loaded.
    guard (try? parse(source, dialect: .script)) != nil else { return nil }
    do { _ = try restricted.load(bytes, name: "s", into: restricted.makeEnvironment()) } catch {
      if error.code != .memoryLimit, error.code != .timeLimit {
        return "the engine refuses what the parser accepts as a script: \(error)"
      }
    }
    return nil
  }

  private static let bounded: Set<Diagnostic.Code> = [.tooDeep]

  private func run(_ bytes: [UInt8]) throws -> String? {
    let first = try outcome(bytes)
    if restricted.stackDepth != 0 { return "values are left on the stack" }
    guard let first, let second = try outcome(bytes) else { return nil }
    return first == second ? nil : "two runs differ:\n\(first)\n\(second)"
  }

  /// What the script printed and returned; nil when a limit ended it, which no two runs do at the same place.
  private func outcome(_ bytes: [UInt8]) throws -> String? {
    var text = ""
    restricted.print = { text += $0 }
    defer { restricted.print = nil }
    let environment = try restricted.makeEnvironment()
    do {
      let results = try restricted.run(String(decoding: bytes, as: UTF8.self), name: "s", in: environment)
      text += results.map { "\($0)" }.filter { !$0.contains("LuaFunction") }.joined(separator: ",")
    } catch {
      if [.timeLimit, .memoryLimit].contains(error.code) { return nil }
      text += error.description
    }
    return text
  }
}
