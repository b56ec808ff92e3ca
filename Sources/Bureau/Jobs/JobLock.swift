internal import CityModel
internal import Glibc

/// Held while jobs run on a register; the kernel lets go of it when the process ends, however it ends.
///
/// The record's own key (job, district, period) is what makes a run happen once; the lock only spares the second start its work.
final class JobLock {
  private let descriptor: Int32

  /// `nil` when another process holds it.
  init?(register path: String) throws(OfficeError) {
    let file = path + "-jobs"
    descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw OfficeError(
        "read-only", Bilingual(zh: "无法建立 `\(file)`：\(reason)", en: "cannot make `\(file)`: \(reason)"))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}
