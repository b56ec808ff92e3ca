extension LuaValue {
  /// The Lua form of a Swift value: structs and dictionaries with string keys become tables with fields, arrays sequences,
  /// `nil` is left out. Integers stay exact; an unsigned one beyond 63 bits is an error.
  ///
  /// - Throws: `conversion`, with the path to the value.
  public init(encoding value: some Encodable, depth: Int = 64) throws(LuaError) {
    do {
      let node = Node()
      try LuaEncoder(node: node, codingPath: [], depth: depth).encode(value)
      self = node.value
    } catch let error as LuaError {
      throw error
    } catch {
      var failure = LuaError(.conversion, "a value cannot be carried to Lua: \(error)")
      failure.underlying = error
      throw failure
    }
  }
}

/// A value under construction.
private final class Node {
  enum Shape { case value, array, keyed }
  var shape = Shape.value
  var plain = LuaValue.nil
  var elements: [Node] = []
  var fields: [(name: String, node: Node)] = []

  var value: LuaValue {
    switch shape {
    case .value: plain
    case .array: .table(LuaTable(array: elements.map(\.value)))
    case .keyed: .table(LuaTable(keyed: fields.map { LuaTable.Entry(key: .string($0.name), value: $0.node.value) }))
    }
  }

  func field(_ name: String) -> Node {
    let child = Node()
    fields.append((name, child))
    return child
  }

  func append() -> Node {
    let child = Node()
    elements.append(child)
    return child
  }
}

func pathText(_ path: [any CodingKey]) -> String {
  let parts = path.map { key in
    // A place counts from 1, as in Lua; an integer as a key is itself, and may be the largest one.
    if let place = key as? Place { return "[\(place.index &+ 1)]" }
    return key.intValue.map { "[\($0)]" } ?? key.stringValue
  }
  return parts.isEmpty ? "the value" : parts.joined(separator: ".")
}

/// A place in a sequence, counted from 0.
struct Place: CodingKey {
  let index: Int
  var intValue: Int? { index }
  var stringValue: String { "\(index)" }
  init(_ index: Int) { self.index = index }
  init?(intValue: Int) { self.init(intValue) }
  init?(stringValue: String) { nil }
}

private struct LuaEncoder: Encoder {
  let node: Node
  let codingPath: [any CodingKey]
  let depth: Int
  /// How many values more may stand for one another without a table between them: an object may stand for itself.
  var stand = 64
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func encode(_ value: some Encodable) throws {
    guard depth > 0, stand > 0 else { throw LuaError(.conversion, "`\(pathText(codingPath))` is nested too deep") }
    try value.encode(to: self)
  }

  func put(_ value: LuaValue) { node.plain = value }

  func put(integer value: some BinaryInteger) throws {
    guard let exact = Int64(exactly: value) else {
      throw LuaError(.conversion, "`\(pathText(codingPath))` is \(value), which no Lua integer can hold")
    }
    put(.integer(exact))
  }

  /// For a value in the place of this one.
  var inPlace: LuaEncoder { LuaEncoder(node: node, codingPath: codingPath, depth: depth, stand: stand - 1) }

  func child(_ node: Node, _ key: any CodingKey) -> LuaEncoder {
    LuaEncoder(node: node, codingPath: codingPath + [key], depth: depth - 1)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.shape = .keyed
    return KeyedEncodingContainer(Keyed<Key>(encoder: self))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.shape = .array
    return Unkeyed(encoder: self)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: LuaEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  private func child(_ key: any CodingKey) -> LuaEncoder { encoder.child(encoder.node.field(key.stringValue), key) }
  mutating func encodeNil(forKey key: Key) {}
  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try child(key).encode(value) }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  { child(key).container(keyedBy: type) }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { child(key).unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { encoder.inPlace }
  mutating func superEncoder(forKey key: Key) -> any Encoder { child(key) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let encoder: LuaEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.node.elements.count }

  private func child() -> LuaEncoder {
    let place = Place(count)
    return encoder.child(encoder.node.append(), place)
  }
  mutating func encodeNil() { _ = encoder.node.append() }
  mutating func encode<T: Encodable>(_ value: T) throws { try child().encode(value) }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    child().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { child() }
}

private struct Single: SingleValueEncodingContainer {
  let encoder: LuaEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  mutating func encodeNil() { encoder.put(.nil) }
  mutating func encode(_ value: Bool) { encoder.put(.boolean(value)) }
  mutating func encode(_ value: String) { encoder.put(.string(value)) }
  mutating func encode(_ value: Double) { encoder.put(.number(value)) }
  mutating func encode(_ value: Float) { encoder.put(.number(Double(value))) }
  mutating func encode(_ value: Int) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: Int8) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: Int16) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: Int32) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: Int64) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: UInt) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: UInt8) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: UInt16) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: UInt32) throws { try encoder.put(integer: value) }
  mutating func encode(_ value: UInt64) throws { try encoder.put(integer: value) }
  mutating func encode<T: Encodable>(_ value: T) throws { try encoder.inPlace.encode(value) }
}
