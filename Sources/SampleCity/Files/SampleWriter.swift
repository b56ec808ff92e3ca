internal import Glibc

/// Writes the sample city's files into a folder, all of them or none.
///
/// Each file is written under a temporary name, brought to the disk and, when all are there, renamed; a failure takes the
/// temporary files away again and leaves what was there before.
public struct SampleWriter: Sendable {
  /// How far the writing is.
  public struct Progress: Sendable {
    public var file: SampleFile
    /// Rows of `complaints.csv` written so far, of ``total``; the other files take no time to speak of.
    public var done: Int
    public var total: Int
  }

  /// What was written.
  public struct Summary: Sendable {
    /// Rows of each file, the header not counted, in the order of ``SampleFile/allCases``.
    public var rows: [(file: SampleFile, rows: Int)]
    public var bytes: Int
  }

  public let city: SampleCity

  public init(_ city: SampleCity) { self.city = city }

  /// Writes all files.
  ///
  /// - Parameters:
  ///   - folder: made when it is missing; its parent must be there.
  ///   - overwrite: whether a folder that is not empty may be written to: files of the same names are replaced, others stay.
  ///   - progress: called for each file and each quarter megabyte of complaints.
  /// - Throws: ``SampleError``; nothing half-written stays behind.
  @discardableResult
  public func write(
    to folder: String, overwrite: Bool = false, progress: (Progress) -> Void = { _ in }
  ) throws(SampleError) -> Summary {
    try prepare(folder, overwrite: overwrite)
    var summary = Summary(rows: [], bytes: 0)
    do throws(SampleError) {
      for file in SampleFile.allCases {
        let (rows, bytes) = try write(file, in: folder, progress)
        summary.rows.append((file, rows))
        summary.bytes += bytes
      }
      for file in SampleFile.allCases {
        let path = "\(folder)/\(file.name)"
        guard rename(temporary(file, in: folder), path) == 0 else { throw SampleWriter.failure(errno, path) }
      }
      try synchronize(folder)
    } catch {
      for file in SampleFile.allCases { unlink(temporary(file, in: folder)) }
      throw error
    }
    return summary
  }

  private func temporary(_ file: SampleFile, in folder: String) -> String { "\(folder)/.\(file.name).partial" }

  private func prepare(_ folder: String, overwrite: Bool) throws(SampleError) {
    // A path is a C string: what follows a zero byte would be lost.
    guard !folder.isEmpty, !folder.utf8.contains(0) else { throw SampleError(.notAFolder, path: folder) }
    if mkdir(folder, 0o777) == 0 { return }
    let code = errno
    guard code == EEXIST else { throw SampleWriter.failure(code, folder, isFolder: true) }
    guard let directory = opendir(folder) else {
      let code = errno
      if code == ENOTDIR { throw SampleError(.notAFolder, path: folder) }
      throw SampleWriter.failure(code, folder, isFolder: true)
    }
    defer { closedir(directory) }
    guard !overwrite else { return }
    var entries = 0
    while readdir(directory) != nil { entries += 1 }
    // The folder itself and its parent are always listed.
    guard entries <= 2 else { throw SampleError(.folderNotEmpty, path: folder) }
  }

  private func write(
    _ file: SampleFile, in folder: String, _ progress: (Progress) -> Void
  ) throws(SampleError) -> (rows: Int, bytes: Int) {
    // Messages name the file as it will be called.
    let path = "\(folder)/\(file.name)"
    let descriptor = open(temporary(file, in: folder), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw SampleWriter.failure(errno, folder, isFolder: true) }
    var isOpen = true
    defer { if isOpen { _ = close(descriptor) } }
    var rows = 0
    var bytes = 0
    let total = city.complaints
    try city.write(file) { (piece: [UInt8], count: Int) throws(SampleError) in
      try SampleWriter.write(piece, to: descriptor, path)
      rows += count
      bytes += piece.count
      progress(
        Progress(file: file, done: file == .complaints ? rows : file.isAfterComplaints ? total : 0, total: total))
    }
    // A full disk may show only now.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SampleWriter.failure(errno, path) }
    isOpen = false
    guard close(descriptor) == 0 else { throw SampleWriter.failure(errno, path) }
    return (rows, bytes)
  }

  private static func write(_ piece: [UInt8], to descriptor: Int32, _ path: String) throws(SampleError) {
    var written = 0
    while written < piece.count {
      let count = piece.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count > 0 {
        written += count
      } else if count < 0, errno != EINTR {
        throw failure(errno, path)
      } else if count == 0 {
        throw SampleError(.writeFailed, path: path, reason: "nothing was taken")
      }
    }
  }

  /// The names are on the disk only when their folder is.
  private func synchronize(_ folder: String) throws(SampleError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw SampleWriter.failure(errno, folder) }
  }

  private static func failure(_ code: Int32, _ path: String, isFolder: Bool = false) -> SampleError {
    let reason = String(cString: strerror(code))
    return switch code {
    case ENOSPC, EDQUOT, EFBIG: SampleError(.diskFull, path: path, reason: reason)
    case EACCES, EPERM, EROFS: SampleError(.folderNotWritable, path: path, reason: reason)
    case ENOENT where isFolder, ENOTDIR where isFolder: SampleError(.folderNotWritable, path: path, reason: reason)
    default: SampleError(.writeFailed, path: path, reason: reason)
    }
  }
}

extension SampleFile {
  fileprivate var isAfterComplaints: Bool {
    switch self {
    case .enterprises, .projects, .contracts, .filings, .urgings: false
    default: true
    }
  }
}
