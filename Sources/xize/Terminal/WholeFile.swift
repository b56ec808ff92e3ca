internal import Foundation
internal import Glibc

/// A file that is there whole or not at all: written under another name in its folder, then renamed.
///
/// A process that is killed in between leaves that other file (`.xize-part-4711-0`). A lock is held on it for as long as it is
/// written, and goes with the process however it ends: so the next file written into the folder can tell what was left from what
/// another process is writing, and removes it.
enum WholeFile {
  static let prefix = ".xize-part-"

  /// Why a file could not be written, in the system's words.
  struct Failure: Error {
    var number: Int32
    var reason: String { unsafe String(cString: strerror(number)) }
  }

  /// Writes a file, in place of one that is there.
  static func write(_ text: String, to path: String) throws(Failure) {
    let target = resolved(path)
    let parent = (target as NSString).deletingLastPathComponent
    let folder = resolved(parent.isEmpty ? "." : parent)
    removeLeftovers(in: folder)
    let part = try Part(in: folder)
    do throws(Failure) {
      try part.fill(text)
      if let mode = mode(of: target) { _ = fchmod(part.descriptor, mode) }
      guard fsync(part.descriptor) == 0, unsafe rename(part.path, target) == 0 else { throw Failure(number: errno) }
    } catch {
      _ = unsafe unlink(part.path)
      throw error
    }
  }

  /// What processes that were killed have left in a folder.
  static func removeLeftovers(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      let descriptor = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { _ = unsafe unlink(path) }
      close(descriptor)
    }
  }

  /// Where the file is that a link stands for.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// The file while it is written.
  private final class Part {
    let path: String
    let descriptor: Int32

    init(in folder: String) throws(Failure) {
      for attempt in 0..<100 {
        let path = "\(folder)/\(prefix)\(getpid())-\(attempt)"
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
          if errno == EEXIST { continue }
          throw Failure(number: errno)
        }
        // Another process may have found it before it was locked, and taken it for a leftover.
        var status = stat()
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe fstat(descriptor, &status) == 0, status.st_nlink > 0 {
          (self.path, self.descriptor) = (path, descriptor)
          return
        }
        close(descriptor)
      }
      throw Failure(number: EEXIST)
    }

    deinit { close(descriptor) }

    func fill(_ text: String) throws(Failure) {
      var text = text
      let failure: Int32 = text.withUTF8 { bytes in
        var sent = 0
        while sent < bytes.count {
          let count = unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent)
          if count >= 0 { sent += count } else if errno != EINTR { return errno }
        }
        return 0
      }
      guard failure == 0 else { throw Failure(number: failure) }
    }
  }
}
