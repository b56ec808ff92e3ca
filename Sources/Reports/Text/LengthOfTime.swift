/// Seconds as people say them: `17天15小时20分`, `17 d 15 h 20 min`; parts of a minute only below one hour.
enum LengthOfTime {
  static func text(_ seconds: Int64, _ language: ReportLanguage) -> String {
    let whole = seconds.magnitude
    let parts: [(UInt64, String)] = [
      (whole / 86400, language("天", "d")), (whole / 3600 % 24, language("小时", "h")), (whole / 60 % 60, language("分", "min")),
      (whole < 3600 ? whole % 60 : 0, language("秒", "s")),
    ]
    let said = parts.filter { $0.0 > 0 }.map { language("\($0.0)\($0.1)", "\($0.0) \($0.1)") }
    let text = said.isEmpty ? language("0分", "0 min") : said.joined(separator: language("", " "))
    return (seconds < 0 ? "-" : "") + text
  }
}
