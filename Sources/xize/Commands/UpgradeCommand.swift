internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Register

struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Bring a register that an older version wrote to today's layout.",
    discussion: """
      Nothing that is recorded changes: tables and columns are added, in one transaction. An older version cannot open
      the register afterwards, so keep a copy.

      Examples:
        xize upgrade
        xize upgrade --register /srv/xize/changzhi.db
      """)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let path = office.registerPath
      Terminal.say(
        try UpgradeCommand.upgrade(path)
          ? lang("已升级 \(path)", "upgraded \(path)") : lang("\(path) 已是当前版式", "\(path) has today's layout already"))
    }
  }

  /// Whether there was something to do.
  private static func upgrade(_ path: String) throws -> Bool {
    do {
      try Register.open(at: path, readOnly: true).close()
      return false
    } catch where error.code == .olderVersion {
      try Register.open(at: path).close()
      return true
    }
  }
}
