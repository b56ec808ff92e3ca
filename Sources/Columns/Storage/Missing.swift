/// The values that stand for "no value" in each kind of column.
public enum Missing {
  @inlinable public static var int64: Int64 { .min }
  @inlinable public static var int32: Int32 { .min }
  /// For text codes and row references.
  @inlinable public static var code: UInt32 { .max }
}
