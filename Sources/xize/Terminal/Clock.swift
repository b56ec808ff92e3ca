internal import Columns
internal import Glibc
internal import Register

/// The one place where the command asks what time it is; everything below is told.
enum Clock {
  /// What the ledger is stamped with.
  static let recording = RecordingClock { now }

  static var now: Moment {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Moment(seconds: Int64(time.tv_sec))
  }
}
