/// Why the sample city could not be written.
public struct SampleError: Error, Sendable, Hashable {
  public enum Code: String, Sendable {
    /// The folder's place is taken by something that is not a folder.
    case notAFolder = "sample-not-a-folder"
    /// The folder holds something, and overwriting was not asked for.
    case folderNotEmpty = "sample-folder-not-empty"
    /// The folder cannot be made, read or written.
    case folderNotWritable = "sample-folder-not-writable"
    /// There is no space left on the disk, or no more of the quota.
    case diskFull = "sample-disk-full"
    /// Anything else that the system said.
    case writeFailed = "sample-write-failed"
  }

  public var code: Code
  /// The folder or file.
  public var path: String
  /// What the system said: `Permission denied`; empty when it was not asked.
  public var reason: String

  public init(_ code: Code, path: String, reason: String = "") {
    self.code = code
    self.path = path
    self.reason = reason
  }

  /// What, where, why; what to do on a line of its own.
  public var english: String {
    switch code {
    case .notAFolder: "cannot write the sample city: `\(path)` is not a folder\nhelp: name a new or empty folder"
    case .folderNotEmpty:
      "cannot write the sample city: folder `\(path)` is not empty\nhelp: name an empty folder, or add --overwrite"
    case .folderNotWritable:
      "cannot write the sample city: no write access to folder `\(path)`\(detail)\nhelp: name a folder that you may write to"
    case .diskFull:
      "cannot write the sample city: no space left for `\(path)`\(detail)\nhelp: free some space, or ask for fewer complaints"
    case .writeFailed:
      "cannot write the sample city: writing `\(path)` failed\(detail)\nhelp: nothing was left half-written; try again"
    }
  }

  public var chinese: String {
    switch code {
    case .notAFolder: "无法写出样例城市：`\(path)` 不是文件夹\n提示：请指定新的或空的文件夹"
    case .folderNotEmpty: "无法写出样例城市：文件夹 `\(path)` 不是空的\n提示：请换一个空文件夹，或加 --overwrite"
    case .folderNotWritable: "无法写出样例城市：文件夹 `\(path)` 不可写\(detail)\n提示：请指定有写权限的文件夹"
    case .diskFull: "无法写出样例城市：写 `\(path)` 时磁盘空间不足\(detail)\n提示：请腾出空间，或减少投诉件数"
    case .writeFailed: "无法写出样例城市：写 `\(path)` 失败\(detail)\n提示：没有留下写了一半的文件，请重试"
    }
  }

  private var detail: String { reason.isEmpty ? "" : " (\(reason))" }
}

extension SampleError: CustomStringConvertible {
  public var description: String { english }
}
