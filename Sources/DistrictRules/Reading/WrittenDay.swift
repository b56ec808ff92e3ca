internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// A day as people write it: `2026年7月1日`, `2026.7.1`, `2026/07/01`.
enum WrittenDay {
  /// `写作 "2026-07-01"`: the very day that was meant, where it can be told, else an example.
  static func help(for value: LuaValue, example: String) -> Wording {
    let day = value.string.flatMap { WrittenDay.day($0) }?.description ?? example
    return Wording(chinese: "写作 \"\(day)\"", english: "write \"\(day)\"")
  }

  private static func day(_ text: String) -> Day? {
    let numbers = text.split { !($0.isASCII && $0.isNumber) }.map { Int($0) ?? 0 }
    guard numbers.count == 3, (1992...2199).contains(numbers[0]), (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { return nil }
    return Day(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
