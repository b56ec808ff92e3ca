extension LuaValue {
  /// Makes a Swift value of this one. Whole floats count as integers; `nil` and missing fields as absent.
  ///
  /// - Throws: `conversion`, naming the path, what was expected and what was found.
  public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws(LuaError) -> Value {
    do {
      return try Value(from: LuaDecoder(value: self, codingPath: []))
    } catch let error as LuaError {
      throw error
    } catch DecodingError.keyNotFound(let key, let context) {
      throw LuaError(.conversion, "`\(pathText(context.codingPath + [key]))` is missing")
    } catch {
      var failure = LuaError(.conversion, "a value cannot be made of this: \(error)")
      failure.underlying = error
      throw failure
    }
  }
}

private struct LuaDecoder: Decoder {
  let value: LuaValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func wrong(_ expected: String) -> LuaError {
    LuaError(.conversion, "`\(pathText(codingPath))` must be \(expected), found \(value.typeName)")
  }
  func child(_ value: LuaValue, _ key: any CodingKey) -> LuaDecoder {
    LuaDecoder(value: value, codingPath: codingPath + [key])
  }
  func table() throws(LuaError) -> LuaTable {
    guard let table = value.table else { throw wrong("a table") }
    return table
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed<Key>(decoder: self, table: try table()))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let table = try table()
    guard table.keyed.isEmpty else { throw wrong("a sequence without other keys") }
    return Unkeyed(decoder: self, array: table.array)
  }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: LuaDecoder
  let table: LuaTable
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] {
    table.array.indices.compactMap { Key(intValue: $0 + 1) }
      + table.keyed.compactMap {
        switch $0.key {
        case .string(let name): Key(stringValue: name)
        case .integer(let number): Int(exactly: number).flatMap(Key.init(intValue:))
        default: nil
        }
      }
  }

  private func value(_ key: any CodingKey) -> LuaValue {
    if case let found = table[key.stringValue], !found.isNil { return found }
    guard let number = key.intValue else { return .nil }
    if number >= 1, number <= table.array.count { return table.array[number - 1] }
    return table[key: .integer(Int64(number))]
  }
  func contains(_ key: Key) -> Bool { !value(key).isNil }
  func decodeNil(forKey key: Key) -> Bool { value(key).isNil }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    guard contains(key) else {
      throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: ""))
    }
    return try T(from: decoder.child(value(key), key))
  }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  { try decoder.child(value(key), key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder.child(value(key), key).unkeyedContainer()
  }
  func superDecoder() -> any Decoder { decoder }
  func superDecoder(forKey key: Key) -> any Decoder { decoder.child(value(key), key) }
}

private struct Unkeyed: UnkeyedDecodingContainer {
  let decoder: LuaDecoder
  let array: [LuaValue]
  var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { array.count }
  var isAtEnd: Bool { currentIndex >= array.count }

  init(decoder: LuaDecoder, array: [LuaValue]) {
    self.decoder = decoder
    self.array = array
  }
  private mutating func next() throws -> LuaDecoder {
    guard !isAtEnd else { throw decoder.wrong("a longer sequence") }
    defer { currentIndex += 1 }
    return decoder.child(array[currentIndex], Place(currentIndex))
  }
  mutating func decodeNil() -> Bool {
    guard !isAtEnd, array[currentIndex].isNil else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: next()) }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct Single: SingleValueDecodingContainer {
  let decoder: LuaDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }
  private var value: LuaValue { decoder.value }

  init(decoder: LuaDecoder) { self.decoder = decoder }
  private func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
    guard let number = value.integer else { throw decoder.wrong("a whole number") }
    guard let exact = Integer(exactly: number) else {
      throw LuaError(.conversion, "`\(pathText(codingPath))` is \(number), out of the range of \(Integer.min)…\(Integer.max)")
    }
    return exact
  }
  func decodeNil() -> Bool { value.isNil }
  func decode(_ type: Bool.Type) throws -> Bool {
    guard let value = value.boolean else { throw decoder.wrong("true or false") }
    return value
  }
  func decode(_ type: String.Type) throws -> String {
    guard let value = value.string else { throw decoder.wrong("a string in UTF-8") }
    return value
  }
  func decode(_ type: Double.Type) throws -> Double {
    guard let value = value.number else { throw decoder.wrong("a number") }
    return value
  }
  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: decoder) }
}
