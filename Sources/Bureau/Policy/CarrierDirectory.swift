public import CityModel
internal import Columns
internal import DistrictRules

/// Everything that can carry a sentence of the policy, by kind: a map that names what is not here does not hold.
public struct CarrierDirectory: Sendable {
  private var names: [Carrier.Kind: Set<String>] = [:]

  /// - Parameter jobs: the names of the jobs in the city's own scripts.
  public init(jobs: Set<String>) {
    names[.table] = Set(CitySchema.tables.map(\.name))
    names[.field] = Set(CitySchema.tables.flatMap { table in table.fields.map { "\(table.name).\($0.name)" } })
    names[.item] = Set(ScoreItem.all.map(\.code)).union(ScoreItem.vetoReads.keys)
    names[.parameter] = Set(CityParameters.all.map(\.name))
    names[.command] = Set(CityCommands.all.map { $0.name.replacing(" ", with: "-") })
    names[.invariant] = Set(
      FundInvariant.all.map(\.code) + CityInvariant.all.map(\.code) + CommandClause.all.map(\.code) + CommandAdvice.all.map(\.code) + ProposalInvariant.all.map(\.code))
    names[.figure] = Set(Figure.all.map(\.name))
    names[.reason] = ListReason.codes
    names[.procedure] = Set(FundProcedures.Kind.allCases.map(\.procedureName))
    names[.job] = jobs
    names[.rule] = ["ResponseClock", "ResponseRates", "ExitTest"]
  }

  public func knows(_ carrier: Carrier) -> Bool { names[carrier.kind]?.contains(carrier.name) ?? false }

  /// What the map names and nobody has, in the order of the text.
  public func unknown(in policy: Policy) -> [(span: Policy.Span, carrier: Carrier)] {
    policy.spans.flatMap { span in span.carriers.filter { !knows($0) }.map { (span, $0) } }
  }
}
