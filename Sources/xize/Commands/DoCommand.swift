internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import LuaSyntax
internal import Register

struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do", abstract: "Act as an officer: every command names one, and the ledger keeps it.",
    discussion: """
      Examples:
        xize do --list                                  every command: article, levels, Chinese name
        xize do assign --help                           what a command needs, with an example
        xize do receive T-1 --officer 140403-01 --project 140403001001 --category 电梯困人 --channel 来电
        xize do 责任到人 T-1 --officer 140403-01 --person 140403001-01
        xize do --script scripts/working-day.txt        a file of commands, one a line; `case step …` too
        xize do fund --help                             requests to use the maintenance fund
        xize do case due --officer 140423100-01         what waits in a district's own procedure
        xize show complaint T-1                         a case with its history
      """, subcommands: [Fund.self, CaseGroup.self, ActCommand.self], defaultSubcommand: ActCommand.self)

  struct Fund: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fund",
      abstract: "Requests to use the maintenance fund: submit, review, approve or refuse, pay, substitute.",
      discussion: """
        The city's procedure with the county's amendments; a refusal names the clause and writes nothing.

        Examples:
          xize do fund submit WX-1 --officer 140423100-01 --project 140423100-0001 --kind 应急 --category 电梯维修 \\
            --items 电梯 --amount 60000 --user 91140423YYYY0007XX --attach "检验机构停用通知"
          xize do fund review WX-1 --officer 140423100-02 --attach "site check"
          xize do fund approve WX-1 --officer 140423100-02 --amount 60000 --document "襄住建审〔2026〕1号"
          xize do fund pay WX-1 --officer 140423-01 --amount 30000 --advance --document "拨〔2026〕1号"
          xize do fund review WX-1 --officer 140423100-01 --step 结算公示 --attach publicity
          xize do fund pay WX-1 --officer 140423-01 --amount 30000 --attach acceptance --document "拨〔2026〕9号"
          xize do fund show WX-1
        """,
      subcommands: [Submit.self, Review.self, Approve.self, Refuse.self, Pay.self, Substitute.self, Show.self])
  }
}
