internal import ArgumentParser
internal import Bureau

@main
struct Xize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xize",
    abstract: "Property-management supervision: the city's model, and the districts' rules on top of it.",
    discussion: """
      Examples:
        xize sample --complaints 100000 --out city      a made-up city as CSV files
        xize create                                     an empty register, xize.db
        xize import all city                            the files into it
        xize repl --district 潞州区                     ask questions of it
        xize job run monthly-lists --period 2026-09     September's lists and report
        xize why 91140403YYYY00020N                     the lines of a score
      """,
    version: Build.version,
    subcommands: [
      CreateCommand.self, UpgradeCommand.self,
      CheckCommand.self,
      SampleCommand.self,
      ImportCommand.self,
      ExportCommand.self,
      ReplCommand.self,
      EvalCommand.self,
      RunCommand.self,
      NewCommand.self,
      SayCommand.self,
      TestCommand.self,
      PreviewCommand.self,
      EnactCommand.self,
      RepealCommand.self,
      LayersCommand.self,
      JobCommand.self,
      JobsCommand.self,
      ReplayCommand.self,
      ProposalsCommand.self,
      NoticeCommand.self, HearCommand.self,
      DecideCommand.self,
      PublishCommand.self,
      AdoptCommand.self,
      LetterCommand.self,
      PacketCommand.self,
      VerifyCommand.self,
      ScoresCommand.self,
      WhyCommand.self,
      FiguresCommand.self,
      DoCommand.self,
      ShowCommand.self,
      UnmaskCommand.self,
      VaultCommand.self,
      ArticlesCommand.self,
      ReferenceCommand.self,
      WorkerCommand.self,
    ])

  static func main() {
    Terminal.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // What the parser of the command line says repeats the words that it was given.
      let code = exitCode(for: error), text = fullMessage(for: error)
      if !text.isEmpty { code.isSuccess ? Terminal.print(text) : Terminal.note(text) }
      exit(withError: code)
    }
  }
}

/// What this program is.
enum Build {
  static let version = Office.engineVersion
}
