internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import SampleCity

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write a made-up Changzhi as CSV files, the same bytes for the same seed.",
    discussion: """
      Examples:
        xize sample --out city
        xize sample --seed 7 --complaints 1000000 --out big
        xize sample --cases                             the enterprises in every interesting state
      """)

  @Option(help: "The seed: another seed is another city.") var seed: UInt64 = 2026
  @Option(help: "Rows of complaints.csv.") var complaints: Int = 100_000
  @Option(help: "Enterprises.") var enterprises: Int = 250
  @Option(help: "Residential estates.") var projects: Int = 1000
  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write into.", valueName: "folder")) var out: String = "city"
  @Flag(help: "Write into a folder that is not empty.") var overwrite = false
  @Flag(help: "List the enterprises that stand on one side of one line of the rules, and write nothing.") var cases = false
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      if cases { return listCases() }
      try check("--complaints", complaints, 0...1_000_000_000)
      try check("--enterprises", enterprises, 0...1_000_000)
      try check("--projects", projects, 0...10_000_000)
      let city = SampleCity(seed: seed, complaints: complaints, enterprises: enterprises, projects: projects)
      let bar = ProgressBar(lang("生成", "writing"), unit: lang("行", "rows"))
      defer { bar.finish() }
      let summary = try SampleWriter(city).write(to: out, overwrite: overwrite) { progress in
        bar.update(done: progress.done, total: progress.total, rows: progress.done)
      }
      bar.finish()
      let rows = summary.rows.reduce(0) { $0 + $1.rows }
      Terminal.say(
        lang(
          "\(out)：\(summary.rows.count) 个文件，\(rows) 行，\(summary.bytes / 1024) KiB（种子 \(seed)）",
          "\(out): \(summary.rows.count) files, \(rows) rows, \(summary.bytes / 1024) KiB (seed \(seed))"))
    }
  }

  private func check(_ option: String, _ count: Int, _ allowed: ClosedRange<Int>) throws {
    guard !allowed.contains(count) else { return }
    throw OfficeError(
      "bad-count",
      Bilingual(
        zh: "`\(option) \(count)` 超出范围\n提示：\(allowed.lowerBound) 至 \(allowed.upperBound)",
        en: "`\(option) \(count)` is out of range\nhelp: \(allowed.lowerBound) to \(allowed.upperBound)"))
  }

  private func listCases() {
    for one in SampleCity.cases { Terminal.print("\(one.uscc)  \(lang(one.chinese, one.english))") }
  }
}
