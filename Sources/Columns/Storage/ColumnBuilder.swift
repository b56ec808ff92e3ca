/// Grows one column's memory and hands it over, without copying, when it is finished.
public struct ColumnBuilder<Element: BitwiseCopyable & Sendable>: ~Copyable {
  @usableFromInline var memory: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var filled: Int

  @inlinable public var count: Int { filled }

  public init(capacity: Int = 1024) {
    self.capacity = max(16, capacity)
    memory = .allocate(capacity: self.capacity)
    filled = 0
  }

  deinit { memory.deallocate() }

  @inlinable
  public mutating func append(_ element: Element) {
    if filled == capacity { grow() }
    memory[filled] = element
    filled &+= 1
  }

  @usableFromInline
  mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: memory, count: filled)
    memory.deallocate()
    memory = larger
    capacity *= 2
  }

  public consuming func finish() -> ColumnBuffer<Element> {
    let buffer = ColumnBuffer(adopting: memory, count: filled)
    discard self
    return buffer
  }
}
