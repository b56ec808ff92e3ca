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
      Terminal.say(lang("已创建 \(office.registerPath)", "created \(office.registerPath)"))
    }
  }
}
