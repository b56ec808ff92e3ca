/// One verdict a row.
public struct Verdicts: Sendable, Hashable {
  public private(set) var bytes: [UInt8]

  public init(repeating verdict: Verdict, count: Int) { bytes = Array(repeating: verdict.rawValue, count: count) }

  /// Verdicts written row by row by `fill`, which must write every one.
  init(count: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    bytes = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      if let base = buffer.baseAddress { fill(base) }
      initialized = count
    }
  }

  public var count: Int { bytes.count }

  public subscript(row: Int) -> Verdict { Verdict(rawValue: bytes[row]) ?? .unknown }

  public mutating func formAnd(_ other: Verdicts) { combine(other) { min($0, $1) } }
  public mutating func formOr(_ other: Verdicts) { combine(other) { max($0, $1) } }

  @inline(__always)
  private mutating func combine(_ other: Verdicts, _ operation: (UInt8, UInt8) -> UInt8) {
    let count = min(bytes.count, other.bytes.count)
    bytes.withUnsafeMutableBufferPointer { mine in
      other.bytes.withUnsafeBufferPointer { theirs in
        for row in 0..<count { mine[row] = operation(mine[row], theirs[row]) }
      }
    }
  }

  /// Whether each row could be judged at all.
  public var judged: Verdicts {
    Verdicts(count: count) { out in
      for row in 0..<count { out[row] = (bytes[row] == Verdict.unknown.rawValue ? Verdict.no : .yes).rawValue }
    }
  }

  /// How many rows have that verdict.
  public func count(of verdict: Verdict) -> Int {
    let wanted = verdict.rawValue
    return bytes.withUnsafeBufferPointer { bytes in
      var total = 0
      var start = 0
      // Byte sums of 128 rows cannot overflow, and vectorise; a widening sum row by row does not.
      while start < bytes.count {
        let end = min(start + 128, bytes.count)
        var part: UInt8 = 0
        for row in start..<end { part &+= bytes[row] == wanted ? 1 : 0 }
        total += Int(part)
        start = end
      }
      return total
    }
  }

  /// The rows with that verdict, ascending.
  public func rows(_ verdict: Verdict = .yes) -> [UInt32] {
    let wanted = verdict.rawValue
    let total = count(of: verdict)
    return Array(unsafeUninitializedCapacity: total) { buffer, initialized in
      var next = 0
      bytes.withUnsafeBufferPointer { bytes in
        for row in 0..<bytes.count where bytes[row] == wanted {
          buffer[next] = UInt32(truncatingIfNeeded: row)
          next += 1
        }
      }
      initialized = next
    }
  }
}
