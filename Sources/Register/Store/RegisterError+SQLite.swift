internal import CityModel
internal import GRDB
internal import Glibc

extension RegisterError {
  /// What a failure of SQLite or of the code inside a transaction means to the person at the desk.
  init(_ error: any Error, path: String) {
    if let own = error as? RegisterError {
      self = own
      return
    }
    // A clause spoke inside the transaction.
    if let refusal = error as? Refusal {
      self.init(Code(rawValue: refusal.code), path: path, refusal.sentence, help: refusal.help, underlying: refusal)
      return
    }
    guard let sqlite = error as? DatabaseError else {
      self.init(
        .database, path: path, Bilingual("the register failed: \(error)", "台账操作失败：\(error)"), underlying: error)
      return
    }
    self.init(result: sqlite.resultCode.rawValue, message: sqlite.message ?? "", path: path)
    underlying = error
  }

  /// - Parameter result: a primary result code of SQLite.
  init(result: Int32, message: String, path: String) {
    switch ResultCode(rawValue: result).primaryResultCode {
    case .SQLITE_FULL: self = .diskFull(path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .locked, path: path, Bilingual("another program is writing to the register", "另一程序正在写入台账"),
        help: Bilingual("wait for it to end and try again", "等其结束后重试"))
    case .SQLITE_CORRUPT:
      self.init(
        .corrupt, path: path, Bilingual("the register's file is damaged: \(message)", "台账文件已损坏：\(message)"),
        help: Bilingual("restore the last copy; `xize check` lists the damage", "请恢复最近的备份；`xize check` 可列出损坏之处"))
    case .SQLITE_NOTADB: self = .notADatabase(path)
    case .SQLITE_CANTOPEN:
      self.init(
        .notReadable, path: path, Bilingual("the file cannot be opened: \(message)", "无法打开文件：\(message)"),
        help: Bilingual("check the permissions of the file and of its folder", "请检查文件及其所在文件夹的权限"))
    // Where there is no room for the shared memory beside the log, SQLite speaks of an I/O error.
    case .SQLITE_IOERR where RegisterError.hasNoSpace(path): self = .diskFull(path)
    case .SQLITE_IOERR:
      self.init(
        .database, path: path, Bilingual("reading or writing the file failed: \(message)", "读写文件失败：\(message)"),
        help: Bilingual("check the disk and its free space", "请检查磁盘及其剩余空间"))
    default:
      self.init(.database, path: path, Bilingual("SQLite refused: \(message)", "SQLite 拒绝：\(message)"))
    }
  }

  /// Whether not even a page is left on the disk of a file.
  private static func hasNoSpace(_ path: String) -> Bool {
    var disk = statvfs()
    guard unsafe statvfs(RegisterFile.folder(of: path), &disk) == 0 else { return false }
    return UInt64(disk.f_bavail) < 65_536 / max(1, UInt64(disk.f_frsize))
  }

  static func diskFull(_ path: String) -> RegisterError {
    RegisterError(
      .diskFull, path: path, Bilingual("the disk is full; nothing of this transaction was kept", "磁盘已满，本次操作未留下任何改动"),
      help: Bilingual("free some space and do it again", "请清理磁盘后重做"))
  }

  static func readOnly(_ path: String) -> RegisterError {
    RegisterError(
      .readOnly, path: path, Bilingual("the file or its folder may not be written", "文件或其所在文件夹不可写"),
      help: Bilingual("choose another folder, or change its permissions", "请换一个文件夹，或修改其权限"))
  }

  static func notADatabase(_ path: String) -> RegisterError {
    RegisterError(
      .notADatabase, path: path, Bilingual("the file is not a register", "该文件不是台账"),
      help: Bilingual("`xize create` makes a register; a CSV file is imported, not opened", "台账由 `xize create` 建立；CSV 文件应导入而非打开"))
  }
}
