/// A stretch of a source text: byte offsets, the end excluded.
public struct SourceSpan: Sendable, Hashable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset behind the last byte. Equal to `start` for a place between two characters.
  public var end: Int

  /// A span from `start` to `end`; an end before the start counts as the start.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }

  /// The same stretch as a range of offsets.
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether the byte at `offset` belongs to the span.
  @inlinable
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// From the beginning of this span to the end of the other.
  @inlinable
  public func through(_ other: SourceSpan) -> SourceSpan { SourceSpan(start, other.end) }
}
