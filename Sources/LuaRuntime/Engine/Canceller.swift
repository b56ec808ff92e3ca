internal import CLua

/// Stops the run of an engine, from any thread, and from a signal handler too: ``cancel()`` uses atomics and one system call.
/// (A handler runs on a thread that does not block its signal: those of Dispatch's and Swift's pools block signals, so leave
/// them to the main thread or one of your own.)
///
/// It may outlive the engine; then it does nothing.
@safe public final class Canceller: @unchecked Sendable {
  // Safe to share: the C object is reference counted and its fields are atomic.
  private let raw: OpaquePointer

  init(retained raw: OpaquePointer) { unsafe self.raw = raw }
  deinit { unsafe xl_canceller_release(raw) }

  /// Stops the run that is under way; without one it does nothing. No `pcall` in the script catches it.
  public func cancel() { unsafe xl_cancel(raw) }
}
