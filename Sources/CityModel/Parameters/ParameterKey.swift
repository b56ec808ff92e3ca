public import Columns

/// A type that a parameter can have.
public protocol ParameterType: Sendable {
  static var kind: ParameterKind { get }
  init?(_ value: ParameterValue)
  var parameterValue: ParameterValue { get }
}

/// A closed set of words, usually the readings of an ambiguous sentence.
public protocol ParameterChoice: ParameterType, RawRepresentable, CaseIterable where RawValue == String {}

extension ParameterChoice {
  public static var kind: ParameterKind { .choice(allCases.map(\.rawValue)) }
  public init?(_ value: ParameterValue) {
    guard case .word(let word) = value else { return nil }
    self.init(rawValue: word)
  }
  public var parameterValue: ParameterValue { .word(rawValue) }
}

/// A parameter, declared once: its name, type, unit, meaning, and the article or reading it comes from.
public struct ParameterKey<Value: ParameterType>: Sendable {
  public let description: ParameterDescription
  public var name: String { description.name }

  init(_ name: String, _ chinese: String, _ meaning: String, unit: String = "", source: String) {
    description = ParameterDescription(
      name: name, chinese: chinese, meaning: meaning, unit: unit, source: source, kind: Value.kind)
  }
}

/// A parameter's declaration without its Swift type.
public struct ParameterDescription: Sendable, Hashable {
  /// `exit.minDistinctExclusive`.
  public var name: String
  public var chinese: String
  /// One sentence, in English.
  public var meaning: String
  public var unit: String
  /// The article or law that the rule reading it carries out: `A8`.
  public var source: String
  public var kind: ParameterKind
}

/// What a value rests on.
public enum ParameterMark: String, Sendable, Hashable, CaseIterable {
  /// A statute or regulation in force.
  case law
  /// The draft opinion.
  case draft
  /// A proposal that nobody has adopted.
  case assumption
}

/// What a rule read: enough to name it in an explanation.
public struct Reading: Sendable, Hashable {
  public var key: String
  public var value: ParameterValue
  /// The day from which the value holds.
  public var from: Day
  public var source: String
  public var mark: ParameterMark
}

/// A value together with its reading.
public struct Dated<Value: Sendable>: Sendable {
  public var value: Value
  public var reading: Reading
}

extension Int: ParameterType {
  public static var kind: ParameterKind { .integer }
  public init?(_ value: ParameterValue) {
    guard case .integer(let number) = value else { return nil }
    self = number
  }
  public var parameterValue: ParameterValue { .integer(self) }
}

extension Bool: ParameterType {
  public static var kind: ParameterKind { .flag }
  public init?(_ value: ParameterValue) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
  public var parameterValue: ParameterValue { .flag(self) }
}

extension Points: ParameterType {
  public static var kind: ParameterKind { .points }
  public init?(_ value: ParameterValue) {
    guard case .points(let points) = value else { return nil }
    self = points
  }
  public var parameterValue: ParameterValue { .points(self) }
}

extension Ratio: ParameterType {
  public static var kind: ParameterKind { .ratio }
  public init?(_ value: ParameterValue) {
    guard case .ratio(let ratio) = value else { return nil }
    self = ratio
  }
  public var parameterValue: ParameterValue { .ratio(self) }
}

extension Money: ParameterType {
  public static var kind: ParameterKind { .money }
  public init?(_ value: ParameterValue) {
    guard case .money(let money) = value else { return nil }
    self = money
  }
  public var parameterValue: ParameterValue { .money(self) }
}

extension MonthDay: ParameterType {
  public static var kind: ParameterKind { .monthDay }
  public init?(_ value: ParameterValue) {
    guard case .monthDay(let day) = value else { return nil }
    self = day
  }
  public var parameterValue: ParameterValue { .monthDay(self) }
}

/// A time on the clock, in seconds.
public struct ElapsedTime: ParameterType, Hashable {
  public var seconds: Int64
  public init(seconds: Int64) { self.seconds = seconds }
  public static var kind: ParameterKind { .elapsed }
  public init?(_ value: ParameterValue) {
    guard case .elapsed(let seconds) = value else { return nil }
    self.seconds = seconds
  }
  public var parameterValue: ParameterValue { .elapsed(seconds) }
}

/// A number of calendar months (Civil Code, article 202).
public struct CalendarMonths: ParameterType, Hashable {
  public var count: Int
  public init(_ count: Int) { self.count = count }
  public static var kind: ParameterKind { .months }
  public init?(_ value: ParameterValue) {
    guard case .months(let count) = value else { return nil }
    self.count = count
  }
  public var parameterValue: ParameterValue { .months(count) }
}
