import Testing

/// Ctrl-C at the prompt, on a terminal.
@Suite struct InterruptTests {
  @Test(arguments: [
    "while true do end", "while true do pcall(error) end", "('a'):rep(30000):find(('.-'):rep(9) .. 'b')",
    "for c in complaints:each() do while true do end end",
  ])
  func `stops what runs, and the next line answers`(_ endless: String) throws {
    let terminal = try TerminalSession(SampleOffice()(), "repl")
    try terminal.wait(for: "xize> ")
    try terminal.interrupt(endless, until: "cancelled")
    try terminal.type("#enterprises\n")
    try terminal.wait(for: "\n250")
    try terminal.wait(for: "xize> ")
    let code = try terminal.leave()
    #expect(code == 0)
  }

  @Test func `leaves a line that was begun, and the prompt stays`() throws {
    let terminal = try TerminalSession(SampleOffice()(), "repl")
    try terminal.wait(for: "xize> ")
    try terminal.type("return (1 +\n")
    try terminal.wait(for: "(1 +")
    try terminal.type("\u{3}")
    try terminal.wait(for: "xize> ")
    try terminal.type("6 * 7\n")
    try terminal.wait(for: "\n42")
    try terminal.wait(for: "xize> ")
    let code = try terminal.leave()
    #expect(code == 0)
  }
}
