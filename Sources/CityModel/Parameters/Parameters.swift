public import Columns

/// The city's parameters: dated values, each with its source, looked up as of a day.
public struct Parameters: Sendable, Hashable {
  /// One value and the days on which it holds.
  public struct Entry: Sendable, Hashable {
    public var value: ParameterValue
    public var from: Day
    /// The last day; `nil` until the next value.
    public var to: Day?
    public var source: String
    public var mark: ParameterMark

    public init(_ value: ParameterValue, from: Day, to: Day? = nil, source: String, mark: ParameterMark) {
      self.value = value
      self.from = from
      self.to = to
      self.source = source
      self.mark = mark
    }
  }

  /// By name; each list in order of ``Entry/from``.
  private var entries: [String: [Entry]] = [:]

  public init() {}

  /// The value of a parameter on a day, with what an explanation needs to name it.
  ///
  /// - Throws: ``ParameterError`` `parameter-missing` or `parameter-no-value-on-day`.
  public func read<Value>(_ key: ParameterKey<Value>, on day: Day) throws(ParameterError) -> Dated<Value> {
    guard let values = entries[key.name], !values.isEmpty else {
      throw ParameterError(.missing, key: key.name, help: "add it to the parameter file: \(key.description.kind.form)")
    }
    guard let entry = values.last(where: { $0.from <= day }), entry.to.map({ $0 >= day }) ?? true else {
      throw ParameterError(
        .noValueOnDay, key: key.name, detail: day.description, help: values[0].from.description)
    }
    guard let value = Value(entry.value) else {
      throw ParameterError(.wrongType, key: key.name, detail: "`\(entry.value)`", help: "expected \(Value.kind.form)")
    }
    return Dated(
      value: value,
      reading: Reading(key: key.name, value: entry.value, from: entry.from, source: entry.source, mark: entry.mark))
  }

  /// The value alone.
  public func value<Value>(_ key: ParameterKey<Value>, on day: Day) throws(ParameterError) -> Value {
    try read(key, on: day).value
  }

  /// The reading alone, by name, for help and for district scripts.
  public func reading(_ name: String, on day: Day) -> Reading? {
    guard let entry = entries[name]?.last(where: { $0.from <= day }), entry.to.map({ $0 >= day }) ?? true else {
      return nil
    }
    return Reading(key: name, value: entry.value, from: entry.from, source: entry.source, mark: entry.mark)
  }

  /// Every value of a parameter in order of its first day.
  public func history(_ name: String) -> [Entry] { entries[name] ?? [] }

  /// The days on which any of the parameters changes, ascending.
  func changes(of names: [String]) -> [Day] {
    var days: Set<Day> = []
    for name in names {
      for entry in entries[name] ?? [] {
        days.insert(entry.from)
        if let to = entry.to { days.insert(to.adding(days: 1)) }
      }
    }
    return days.sorted()
  }

  /// These parameters with one more value; it replaces one that begins on the same day.
  public func setting<Value>(
    _ key: ParameterKey<Value>, to value: Value, from day: Day, source: String, mark: ParameterMark
  ) -> Parameters {
    var result = self
    var list = (result.entries[key.name] ?? []).filter { $0.from != day }
    list.append(Entry(value.parameterValue, from: day, source: source, mark: mark))
    list.sort { $0.from < $1.from }
    result.entries[key.name] = list
    return result
  }

  /// Declared parameters without any value.
  public var missing: [ParameterDescription] {
    CityParameters.all.filter { entries[$0.name]?.isEmpty ?? true }
  }

  mutating func insert(_ name: String, _ values: [Entry]) { entries[name] = values }
}
