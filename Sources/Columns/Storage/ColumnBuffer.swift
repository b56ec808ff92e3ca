/// A fixed, contiguous run of numbers that never changes after it is made, at an address that never moves.
///
/// Unchecked because the compiler cannot see it: the memory is written only by ``ColumnBuilder`` before the buffer is
/// handed out, and freed with the last reference.
public final class ColumnBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  public let base: UnsafePointer<Element>
  public let count: Int

  /// Takes over memory from `malloc` that holds `count` elements.
  init(adopting base: UnsafeMutablePointer<Element>, count: Int) {
    self.base = UnsafePointer(base)
    self.count = count
  }

  /// A buffer of `count` elements written by `fill`, which must write every one.
  public convenience init(count: Int, fill: (UnsafeMutablePointer<Element>) -> Void) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    fill(memory)
    self.init(adopting: memory, count: count)
  }

  public convenience init(_ elements: [Element]) {
    self.init(count: elements.count) { memory in
      elements.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { memory.initialize(from: start, count: source.count) }
      }
    }
  }

  deinit { UnsafeMutablePointer(mutating: base).deallocate() }

  /// The element at a row, which must be within the buffer: checked, because a row may come from a script.
  @inlinable
  public subscript(row: Int) -> Element {
    precondition(row >= 0 && row < count, "row within the column (this is a bug, please file an issue)")
    return base[row]
  }
}
