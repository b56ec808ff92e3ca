public import CityModel
internal import Columns
public import DistrictRules
public import LuaRuntime

extension Office {
  /// Runs jobs for a period, county by county: each county's rows alone are loaded for it.
  ///
  /// - Parameters:
  ///   - names: the jobs, city's or district's; each district runs those that it has.
  ///   - counties: the counties' codes, in the order of which the result lists them.
  ///   - progress: told the county that is about to be run.
  /// - Throws: ``OfficeError`` when no district has one of the jobs, or a script fails.
  public func runJobs(
    _ names: [String], period: Period, counties: [Division], limits: Engine.Limits = .init(time: .seconds(60)),
    progress: (Division) -> Void = { _ in }
  ) throws(OfficeError) -> PeriodRun {
    let city = try scripts.scripts(of: "1404")
    var known: Set<String> = []
    var run = PeriodRun(period: period, districts: [], parametersRevision: rulebook.parameters.revision(on: period.lastDay))
    for county in counties {
      progress(county)
      let own = try scripts.scripts(of: county.code)
      let district = try DistrictDesk(office: self, county: county, period: period, limits: limits)
      let (result, jobs) = try district.run(names, city: city, own: own)
      known.formUnion(jobs)
      run.districts.append(result)
    }
    for name in names where !known.contains(name) {
      throw OfficeError(
        "unknown-job",
        Bilingual(
          zh: "没有任务 `\(name)`\n提示：有 \(known.sorted().joined(separator: "、"))",
          en: "there is no job `\(name)`\nhelp: there are \(known.sorted().joined(separator: ", "))"))
    }
    return run
  }
}

extension Parameters {
  /// A digest of everything in force on a day.
  func revision(on day: Day) -> String {
    var digest = SHA256()
    for description in CityParameters.all {
      let reading = self.reading(description.name, on: day)
      digest.update(Array("\(description.name)=\(reading.map { "\($0.value)" } ?? "");".utf8))
    }
    return String(digest.hexadecimal.prefix(12))
  }
}
