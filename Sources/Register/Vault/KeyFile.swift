internal import CityModel
internal import Glibc

/// The file of a register's secrets, kept apart from it: the key that seals personal data, and the key of the tokens.
///
/// Whoever has the register's file alone (a copy for a test, a lost backup, a disk sent away) can open no record, and cannot
/// try all telephone numbers until a token fits. Whoever has both files, or works as root on the machine, can. Without this
/// file no record is ever opened again: a copy of it belongs in a safe.
struct KeyFile: Sendable {
  static let suffix = ".key"

  var vault: [UInt8]
  var tokens: TokenKey

  /// New secrets, under a given key for tokens in tests.
  static func random(tokens: TokenKey?, path: String) throws(RegisterError) -> KeyFile {
    guard let vault = Cipher.random(32) else {
      throw RegisterError(.keyMissing, path: path, .init("the system gives no random bytes", "系统无法提供随机数"))
    }
    return KeyFile(vault: vault, tokens: tokens ?? .random())
  }

  /// What tells one key from another without telling the key.
  var check: String { Cipher.fingerprint(Array("xize key".utf8), key: vault).prefix(8).map { $0 }.hexadecimal }

  // MARK: The file

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func load(_ path: String) throws(RegisterError) -> KeyFile {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw RegisterError(
        .keyMissing, path: path, .init("the register's key file is not there or may not be read", "找不到或无法读取台账的密钥文件"),
        help: .init(
          "put it back where it was, or name it in XIZE_KEY; without it personal data cannot be read or taken in",
          "请放回原处，或用 XIZE_KEY 指明；没有它无法读取或导入个人信息"))
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw RegisterError(
        .keyOpen, path: path, .init("others may read the key file", "其他用户可以读取密钥文件"),
        help: .init("chmod 600 it", "请执行 chmod 600"))
    }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    guard count > 0, let keys = KeyFile(text: String(decoding: bytes.prefix(count), as: UTF8.self)) else {
      throw RegisterError(
        .keyDamaged, path: path, .init("this is no key file", "这不是密钥文件"),
        help: .init("restore the copy from the safe", "请从保管处恢复副本"))
    }
    return keys
  }

  /// Writes a file that nobody else may read and that was not there.
  func write(to path: String) throws(RegisterError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw RegisterError(
        .keyMissing, path: path, .init("the key file cannot be written", "无法写出密钥文件"),
        help: .init("check the folder's permissions", "请检查文件夹权限"))
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      _ = unsafe unlink(path)
      throw RegisterError(.diskFull, path: path, .init("the key file cannot be written", "无法写出密钥文件"))
    }
  }

  private var text: String {
    """
    # xize: the key of a register's personal data. Keep it apart from the register, and a copy in a safe.
    # 台账个人信息的密钥：与台账分开保管，并另存副本；遗失后个人信息无法恢复。
    vault \(vault.hexadecimal)
    tokens \(tokens.text)

    """
  }

  private init?(text: String) {
    var fields: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      if parts.count == 2 { fields[parts[0]] = parts[1] }
    }
    guard let vault = fields["vault"].flatMap({ [UInt8](hexadecimal: $0) }), vault.count == 32,
      let tokens = fields["tokens"].flatMap({ TokenKey(text: String($0)) })
    else { return nil }
    self.init(vault: vault, tokens: tokens)
  }

  private init(vault: [UInt8], tokens: TokenKey) {
    self.vault = vault
    self.tokens = tokens
  }
}

extension RegisterError {
  static func wrongKey(_ path: String) -> RegisterError {
    RegisterError(
      .keyWrong, path: path, Bilingual("this is the key file of another register", "这是另一台账的密钥文件"),
      help: Bilingual("name the right one in XIZE_KEY", "请用 XIZE_KEY 指明正确的密钥文件"))
  }
}

extension RegisterError.Code {
  /// The file of the register's secrets is not there.
  public static let keyMissing: Self = "key-missing"
  /// Others may read the file of the register's secrets.
  public static let keyOpen: Self = "key-open"
  /// The file of the register's secrets holds none.
  public static let keyDamaged: Self = "key-damaged"
  /// The key file of another register.
  public static let keyWrong: Self = "key-wrong"
  /// A sealed record that does not open: it was changed, or moved to another complaint.
  public static let sealBroken: Self = "seal-broken"
}
