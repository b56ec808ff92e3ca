/// A copy of a Lua table: what is under 1, 2, 3, … in `array`, the rest in `keyed`, sorted.
public struct LuaTable: Equatable {
  /// A key other than a place in the sequence.
  public enum Key: Hashable, Sendable {
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case bytes([UInt8])
    case handle(Handle)
  }

  public struct Entry: Equatable {
    public let key: Key
    public var value: LuaValue
    public init(key: Key, value: LuaValue) {
      self.key = key
      self.value = value
    }
  }

  public var array: [LuaValue]
  /// In the order of ``Key``: false, true, numbers, strings by their bytes, handles.
  public private(set) var keyed: [Entry]

  public init(array: [LuaValue] = []) {
    self.array = array
    keyed = []
  }

  /// Later entries win over earlier ones with the same key.
  public init(array: [LuaValue] = [], keyed entries: [Entry]) {
    self.array = array
    keyed = []
    for entry in entries { self[key: entry.key] = entry.value }
  }

  /// For entries that are known to be sorted and unlike.
  init(array: [LuaValue], sorted keyed: [Entry]) {
    self.array = array
    self.keyed = keyed
  }

  public var isEmpty: Bool { array.isEmpty && keyed.isEmpty }

  /// `nil` takes the entry away.
  public subscript(name: String) -> LuaValue {
    get { self[key: .string(name)] }
    set { self[key: .string(name)] = newValue }
  }

  public subscript(key key: Key) -> LuaValue {
    get {
      let place = place(of: key)
      return place < keyed.count && keyed[place].key == key ? keyed[place].value : .nil
    }
    set {
      let place = place(of: key)
      let found = place < keyed.count && keyed[place].key == key
      switch (found, newValue.isNil) {
      case (true, true): keyed.remove(at: place)
      case (true, false): keyed[place].value = newValue
      case (false, true): break
      case (false, false): keyed.insert(Entry(key: key, value: newValue), at: place)
      }
    }
  }

  private func place(of key: Key) -> Int {
    var low = 0
    var high = keyed.count
    while low < high {
      let middle = (low + high) / 2
      if keyed[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension LuaTable.Key: Comparable {
  private var rank: Int {
    switch self {
    case .boolean: 0
    case .integer, .number: 1
    case .string, .bytes: 2
    case .handle: 3
    }
  }

  public static func < (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.boolean(let x), .boolean(let y)): !x && y
    case (.integer(let x), .integer(let y)): x < y
    case (.number(let x), .number(let y)): x < y
    case (.integer(let x), .number(let y)): less(x, y)
    case (.number(let x), .integer(let y)): !less(y, x) && Int64(exactly: x) != y
    case (.string(let x), .string(let y)): x.utf8.lexicographicallyPrecedes(y.utf8)
    case (.string(let x), .bytes(let y)): x.utf8.lexicographicallyPrecedes(y)
    case (.bytes(let x), .string(let y)): x.lexicographicallyPrecedes(y.utf8)
    case (.bytes(let x), .bytes(let y)): x.lexicographicallyPrecedes(y)
    case (.handle(let x), .handle(let y)): x < y
    default: a.rank < b.rank
    }
  }

  /// Exact, unlike a conversion of the integer.
  private static func less(_ x: Int64, _ y: Double) -> Bool {
    if y >= 0x1p63 { return true }
    if y < -0x1p63 || y.isNaN { return false }
    let whole = y.rounded(.down)
    let integer = Int64(whole)
    return x == integer ? y > whole : x < integer
  }

  /// The key as a value.
  public var value: LuaValue {
    switch self {
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .bytes(let value): .bytes(value)
    case .handle(let value): .handle(value)
    }
  }
}

extension LuaTable: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: LuaValue...) { self.init(array: elements) }
  public init(dictionaryLiteral elements: (Key, LuaValue)...) {
    self.init(keyed: elements.map { Entry(key: $0.0, value: $0.1) })
  }
}

extension LuaTable.Key: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
}
