public import CityModel
public import Columns
public import DistrictRules
internal import LuaSyntax

/// The city's rules for somebody who asks at a prompt, who may also ask what a script would change.
public final class PromptAdvisor: Advisor {
  private let city: CityAdvisor
  private let snapshot: Snapshot
  private let office: Office
  private let say: (Bilingual) -> String
  /// The rows that the last question was about: who changes a rule and asks again need not load them again.
  private var known: (county: String?, period: String, rows: PreviewRows)?

  /// - Parameter say: which of a sentence's two languages is shown.
  public init(_ snapshot: Snapshot, office: Office, say: @escaping (Bilingual) -> String) {
    city = CityAdvisor(snapshot)
    (self.snapshot, self.office, self.say) = (snapshot, office, say)
  }

  public func candidates(_ list: Proposal.Kind, from first: Day, to last: Day) throws -> [Candidate] {
    try city.candidates(list, from: first, to: last)
  }

  public func why(enterprise row: Int) throws -> ResultTable { try city.why(enterprise: row) }

  /// What `xize preview` says of a period, or of the month that ended last before the prompt's data cut, beside the rules in force.
  public func whatIf(_ files: [String], period: Period?) throws -> ResultTable {
    do throws(OfficeError) {
      var scripts: [Script] = []
      for file in files { scripts.append(try ScriptFolder.read(file)) }
      var county: String?
      if case .county(let code) = snapshot.scope { county = code } else if !scripts.contains(where: { $0.division != nil }) { county = "1404" }
      let request = PreviewRequest(scripts: scripts, county: county, period: period ?? month)
      let place = county ?? scripts.compactMap(\.division).first
      let rows: PreviewRows
      if let known, known.county == place, known.period == request.period.name { rows = known.rows } else { rows = try office.previewRows(request) }
      known = (place, request.period.name, rows)
      return try office.preview(request, rows: rows).changes(say)
    } catch {
      if let script = error.scriptError { throw script }
      throw RuleProblem.told(Diagnostic.Code(rawValue: error.code), at: [], error.message)
    }
  }

  private var month: Period {
    func month(_ day: Day) -> Period? { Period("\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)") }
    let own = month(snapshot.day)
    if let own, own.cut <= snapshot.cut { return own }
    return month(snapshot.day.adding(months: -1)) ?? own ?? Period.first
  }
}
