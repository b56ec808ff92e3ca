/// Charging and lifts (A12).
public enum SafetyParameters {
  public static let chargingTurnover = ParameterKey<Int>(
    "charging.turnover", "充电口日周转次数", "Bicycles that one socket charges in a day, where a survey did not measure it",
    unit: "bicycles", source: "A12")

  static var all: [ParameterDescription] { [chargingTurnover.description] }
}
