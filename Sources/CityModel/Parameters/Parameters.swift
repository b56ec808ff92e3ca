public import Columns

/// The city's parameters: dated values, each with its source, looked up as of a day.
public struct Parameters: Sendable {
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

  private enum Contents: Sendable {
    case read([String: [Entry]])
    case unread(UnreadParameters)
  }

  private let contents: Contents

  public init() { contents = .read([:]) }

  /// Parameters that are read when the first of them is asked for; what is wrong with their text is told by ``read(_:on:)``.
  public init(reading: @escaping @Sendable () throws(ParameterError) -> Parameters) {
    contents = .unread(UnreadParameters(reading))
  }

  /// By name; each list in order of ``Entry/from``.
  func entries() throws(ParameterError) -> [String: [Entry]] {
    switch contents {
    case .read(let entries): entries
    case .unread(let unread): try unread.entries()
    }
  }

  /// Of a text that cannot be read nothing is known.
  private var known: [String: [Entry]] { (try? entries()) ?? [:] }

  /// The value of a parameter on a day, with what an explanation needs to name it.
  ///
  /// - Throws: ``ParameterError`` `parameter-missing` or `parameter-no-value-on-day`.
  public func read<Value>(_ key: ParameterKey<Value>, on day: Day) throws(ParameterError) -> Dated<Value> {
    guard let values = try entries()[key.name], !values.isEmpty else {
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
    guard let entry = known[name]?.last(where: { $0.from <= day }), entry.to.map({ $0 >= day }) ?? true else {
      return nil
    }
    return Reading(key: name, value: entry.value, from: entry.from, source: entry.source, mark: entry.mark)
  }

  /// Every value of a parameter in order of its first day.
  public func history(_ name: String) -> [Entry] { known[name] ?? [] }

  /// The days on which any of the parameters changes, ascending.
  func changes(of names: [String]) -> [Day] {
    var days: Set<Day> = []
    let known = known
    for name in names {
      for entry in known[name] ?? [] {
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
    var list = history(key.name).filter { $0.from != day }
    list.append(Entry(value.parameterValue, from: day, source: source, mark: mark))
    list.sort { $0.from < $1.from }
    return replacing(key.name, with: list)
  }

  /// Declared parameters without any value.
  public var missing: [ParameterDescription] {
    let known = known
    return CityParameters.all.filter { known[$0.name]?.isEmpty ?? true }
  }

  /// These parameters with other values of one; those that cannot be read stay so.
  func replacing(_ name: String, with values: [Entry]) -> Parameters {
    guard var entries = try? entries() else { return self }
    entries[name] = values
    return Parameters(entries)
  }

  /// Parameters by name, each list in order of its days.
  init(_ entries: [String: [Entry]]) { contents = .read(entries) }
}
