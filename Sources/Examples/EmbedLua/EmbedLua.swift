import LuaRuntime

/// Somebody else's Lua inside a Swift program, in ten lines.
@main
struct EmbedLua {
  static func main() throws {
    let engine = try Engine(limits: .init(memory: 16 << 20, time: .milliseconds(500)))
    engine.print = { Swift.print($0, terminator: "") }
    let greet = try engine.function("greet") { call in try call.return("hello, " + call.string(1)) }
    let environment = try engine.makeEnvironment(globals: ["greet": greet, "limit": 10])
    let script = try engine.load("print(greet('district')) return limit * 2, {1, 2}", name: "demo", into: environment)
    Swift.print(try engine.call(script))
    do { try engine.run("while true do end", name: "endless", in: environment) } catch { Swift.print(error) }
    do { try engine.run("return limt", name: "misspelt", in: environment) } catch { Swift.print(error) }
  }
}
