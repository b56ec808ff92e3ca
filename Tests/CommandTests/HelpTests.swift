import Testing

@Suite("Help, version, completion") struct HelpTests {
  @Test(
    "every command explains itself with an example",
    arguments: [
        "", "create", "upgrade", "check", "sample", "import", "export", "repl", "eval", "run", "new", "say", "test", "preview", "enact", "repeal", "layers",
        "job", "job run", "jobs", "jobs tick", "jobs figures", "replay", "proposals", "notice", "hear", "decide", "publish", "adopt", "scores", "figures", "why",
        "articles", "letter", "packet", "verify", "do", "do fund", "do fund submit", "do fund review", "do fund approve", "do fund refuse", "do fund pay", "do fund substitute", "do fund show",
        "do case", "do case show", "do case step", "do case refuse", "do case due",
        "show", "unmask", "vault", "reference",
      ])
  func help(_ command: String) throws {
    let folder = try TemporaryFolder()
    let words = command.split(separator: " ").map(String.init)
    let xize = Command(in: folder)
    let help = try xize.run(Command.binary, words + ["--help"], input: "", at: #_sourceLocation)
    #expect(help.code == 0)
    #expect(help.errors.isEmpty)
    #expect(help.output.contains("Examples:\n"))
    #expect(help.output.contains("  xize \(command)"), "the example is of this command")
    #expect(try folder.contents().isEmpty, "help writes nothing")
  }

  @Test("a completion script for bash that bash accepts") func completion() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder)
    let script = try xize("--generate-completion-script", "bash")
    #expect(script.code == 0)
    try folder.write("completion", script.output)
    #expect(try xize.shell("bash -n completion && grep -c monthly completion; grep -q -- --dry-run completion").code == 0)
  }

  @Test("the version is a version") func version() throws {
    let folder = try TemporaryFolder()
    let version = try Command(in: folder)("--version")
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(
    "a wrong command line ends with 64 and shows the usage",
    arguments: [["bogus"], ["eval"], ["why"], ["sample", "--complaints", "many"], ["job", "run"], ["eval", "-c", "1", "--nonsense"]])
  func usage(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try Command(in: folder).run(Command.binary, arguments, input: "", at: #_sourceLocation)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage: xize"))
  }
}
