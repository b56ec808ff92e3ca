public import Columns
internal import GRDB

/// The machine's time, which the caller gives at the edge. Every entry of the ledger is stamped with it beside the time that the
/// officer names, so that a command that was dated back shows. No figure reads it.
public struct RecordingClock: Sendable {
  private let now: @Sendable () -> Moment?

  /// No entry is stamped.
  public static let none = RecordingClock { nil }

  public init(_ now: @escaping @Sendable () -> Moment?) { self.now = now }

  /// The function by which every connection of a register asks for it.
  static let function = "recorded_now"

  func install(in database: Database) {
    let now = now
    database.add(function: DatabaseFunction(RecordingClock.function, argumentCount: 0) { _ in now()?.seconds })
  }
}
