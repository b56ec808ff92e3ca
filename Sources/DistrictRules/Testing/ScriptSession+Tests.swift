internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension ScriptSession {
  /// The collections, and, while tests run, the call that notes statements.
  func globals() throws(LuaError) -> [String: LuaValue] {
    guard let statements else { return collections }
    var globals = collections
    globals[StatementCoverage.name] = try engine.function(StatementCoverage.name) { call in
      statements.note(Int(truncatingIfNeeded: try call.integer(1)))
    }
    return globals
  }

  /// What a script declares, unread.
  func declared(by script: Script) throws(ScriptError) -> (chunk: Chunk, declared: [Desk.Declared]) {
    let chunk = try parsed(script.source)
    let translated = try translate(script.source)
    desk.begin()
    do {
      let environment = try engine.makeEnvironment(globals: collections)
      _ = try engine.call(try engine.load(translated.bytes, name: script.name, into: environment))
    } catch {
      throw located(error, in: translated)
    }
    return (chunk, desk.takeDeclared())
  }
}
