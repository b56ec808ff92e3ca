internal import Synchronization

/// References whose Swift owners have died, perhaps on another thread: the engine releases them when it next runs.
final class ReleaseQueue: Sendable {
  private let waiting = Mutex<[(reference: Int32, cost: Int)]>([])

  /// - Parameter cost: by how many bytes the limit of memory was raised for it.
  func add(_ reference: Int32, cost: Int = 0) { waiting.withLock { $0.append((reference, cost)) } }

  func drain() -> [(reference: Int32, cost: Int)] {
    waiting.withLock { references in
      if references.isEmpty { return [] }
      let all = references
      references.removeAll(keepingCapacity: true)
      return all
    }
  }
}
