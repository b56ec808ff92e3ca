internal import CLua

/// One row, quantity or object of the host's, as Lua holds it: 64 bits, equal by value, no memory of its own.
public struct Handle: Hashable, Sendable {
  /// kind 8 | epoch 24 | row 32; in quantities the lower 56 are the mixed value.
  public let bits: UInt64

  @usableFromInline init(bits: UInt64) { self.bits = bits }

  @inlinable public var kind: UInt8 { UInt8(truncatingIfNeeded: bits >> 56) }
  /// Of a record or an object.
  @inlinable public var row: UInt32 { UInt32(truncatingIfNeeded: bits) }
  /// The 24 bits that say which snapshot the row is from.
  @inlinable public var epoch: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) & 0xFF_FFFF }

  /// The value, if it is a quantity of this kind.
  public func quantity(_ kind: QuantityKind) -> Int64? {
    self.kind == kind.id ? xl_quantity_value(bits) : nil
  }
}

extension Handle: Comparable {
  /// By kind, then by row; for quantities the order is arbitrary but fixed.
  public static func < (a: Handle, b: Handle) -> Bool { a.bits < b.bits }
}

/// A kind of handle that an engine knows.
public protocol HandleKind: Hashable, Sendable {
  var id: UInt8 { get }
}

/// Rows of a table of the host's, with fields.
public struct RecordKind: HandleKind { public let id: UInt8 }
/// Amounts in one unit: moments, durations, money, points.
public struct QuantityKind: HandleKind { public let id: UInt8 }
/// Things of the host's with methods: collections, queries.
public struct ObjectKind: HandleKind { public let id: UInt8 }
