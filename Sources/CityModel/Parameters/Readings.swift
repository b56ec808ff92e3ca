/// How the three days of A13 are counted.
public enum CloseBasis: String, ParameterChoice {
  /// Calendar days: the day of acceptance is not counted, the last ends at 24:00 (Civil Code 200–203).
  case calendar
  /// Twenty-four hours each, from the moment.
  case elapsed
  /// Working days; the last ends at 24:00.
  case working
}

/// What the exit test of A8 is applied to.
public enum ExitScope: String, ParameterChoice {
  case enterpriseInCounty
  case enterpriseInCity
}

/// How the limbs of A8 are joined: A substantiated, B more than twenty, C refusal, D low satisfaction.
public enum ExitParse: String, ParameterChoice {
  /// A ∧ B ∧ (C ∨ D).
  case refusalOrSatisfaction
  /// (A ∧ B ∧ C) ∨ D.
  case satisfactionAlone
}

/// The period of the facts that the credit score computes from the register.
public enum FactWindow: String, ParameterChoice {
  /// From 1 January of the year of the score's day.
  case calendarYear
  /// The year that ends on the score's day.
  case rollingYear
}

/// Where a black entry has effect.
public enum BlackScope: String, ParameterChoice {
  case city
  case county
}

/// Who may bid for public institutions and state-owned enterprises (A5).
public enum TenderRule: String, ParameterChoice {
  case union
  case intersection
}
