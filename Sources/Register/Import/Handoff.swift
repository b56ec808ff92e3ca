internal import Foundation

/// Hands values from one thread to another, a few at a time, so that the faster waits for the slower.
///
/// Unchecked sendable: everything mutable is touched with the condition locked.
final class Handoff<Element: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var waiting: [Element] = []
  private var isFinished = false
  private var isAbandoned = false
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Whether the receiver still wants more.
  func send(_ element: Element) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count >= limit, !isAbandoned { condition.wait() }
    guard !isAbandoned else { return false }
    waiting.append(element)
    condition.broadcast()
    return true
  }

  /// The sender's last word.
  func finish() {
    condition.lock()
    isFinished = true
    condition.broadcast()
    condition.unlock()
  }

  /// The next value; `nil` once the sender has finished and everything was received.
  func receive() -> Element? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isFinished { condition.wait() }
    guard !waiting.isEmpty else { return nil }
    let element = waiting.removeFirst()
    condition.broadcast()
    return element
  }

  /// Tells the sender to stop, and waits until it has.
  func abandon() {
    condition.lock()
    isAbandoned = true
    waiting = []
    condition.broadcast()
    while !isFinished { condition.wait() }
    condition.unlock()
  }
}
