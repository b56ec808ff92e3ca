internal import Synchronization

/// References whose Swift owners have died, perhaps on another thread: the engine releases them when it next runs.
final class ReleaseQueue: Sendable {
  private let waiting = Mutex<[Int32]>([])

  func add(_ reference: Int32) { waiting.withLock { $0.append(reference) } }

  func drain() -> [Int32] {
    waiting.withLock { references in
      if references.isEmpty { return [] }
      let all = references
      references.removeAll(keepingCapacity: true)
      return all
    }
  }
}
