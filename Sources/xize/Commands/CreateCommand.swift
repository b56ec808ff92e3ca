internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Register

struct CreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Create an empty register with the city's divisions.",
    discussion: """
      Examples:
        xize create
        xize create --register /srv/xize/changzhi.db
      """)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      try Register.create(at: office.registerPath).close()
      Terminal.print(lang("已创建 \(office.registerPath)", "created \(office.registerPath)"))
    }
  }
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that a register is whole.",
    discussion: """
      Examples:
        xize check --register changzhi.db
      """)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let register = try Register.open(at: office.registerPath, readOnly: true)
      let findings = try register.check()
      for finding in findings { Terminal.note(finding) }
      guard findings.isEmpty else { throw Exit.failed }
      Terminal.print(
        lang(
          "\(office.registerPath) 完好，台账至第 \(try register.ledgerPosition()) 条",
          "\(office.registerPath) is sound, ledger position \(try register.ledgerPosition())"))
    }
  }
}
