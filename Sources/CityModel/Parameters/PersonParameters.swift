/// How long personal data is kept.
public enum PersonParameters {
  public static let retention = ParameterKey<CalendarMonths>(
    "vault.retention", "个人信息保存期限", "How long a complainant's personal data is kept after the complaint is closed", source: "PIPL 19, 47")
  public static let quarantineRetention = ParameterKey<CalendarMonths>(
    "vault.quarantineRetention", "隔离行保存期限", "How long the text of rows that could not be taken in is kept", source: "PIPL 19, 47")

  static var all: [ParameterDescription] { [retention.description, quarantineRetention.description] }
}
