internal import Columns
internal import Glibc

/// The one place where the command asks what time it is; everything below is told.
enum Clock {
  static var now: Moment {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Moment(seconds: Int64(time.tv_sec))
  }
}
