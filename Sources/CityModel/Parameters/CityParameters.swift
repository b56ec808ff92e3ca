/// Every declared parameter: the one list from which the file is checked, and help and the reference are made.
public enum CityParameters {
  public static let all: [ParameterDescription] =
    ClockParameters.all + ExitParameters.all + CreditParameters.all
    + ItemParameters.all + ListParameters.all + FundParameters.all + DutyParameters.all
    + SafetyParameters.all + PersonParameters.all

  private static let positions = Dictionary(
    all.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The declaration of a name, or `nil`.
  public static func description(of name: String) -> ParameterDescription? { positions[name].map { all[$0] } }
}
