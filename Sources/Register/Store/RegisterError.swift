public import CityModel

/// Why the register, or a file that is read into it, cannot be used.
///
/// The facts are in the fields; ``message`` and ``help`` put them into words, in English and in Chinese.
public struct RegisterError: Error, Sendable {
  /// A stable name for what went wrong; its text is what documentation and exit codes refer to.
  public struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
  }

  public var code: Code
  /// The file it is about, as the caller named it.
  public var path: String
  /// The line in the file, from 1.
  public var line: Int?
  /// The column in the line, in characters from 1.
  public var column: Int?
  public var message: Bilingual
  public var help: Bilingual?
  public var underlying: (any Error)?

  public init(
    _ code: Code, path: String, line: Int? = nil, column: Int? = nil, _ message: Bilingual, help: Bilingual? = nil,
    underlying: (any Error)? = nil
  ) {
    self.code = code
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.help = help
    self.underlying = underlying
  }

  /// `file:line:column`, as much of it as is known.
  public var location: String {
    ([FileLabel.shown(path)] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

extension RegisterError: CustomStringConvertible {
  public var description: String {
    "\(location): \(message.en) [\(code.rawValue)]" + (help.map { "\n  help: \($0.en)" } ?? "")
  }

  /// The same in Chinese.
  public var chineseDescription: String {
    "\(location)：\(message.zh) [\(code.rawValue)]" + (help.map { "\n  提示：\($0.zh)" } ?? "")
  }
}

extension RegisterError.Code {
  /// There is no such file.
  public static let missingFile: Self = "missing-file"
  /// There is already a file where a register was to be created.
  public static let fileExists: Self = "file-exists"
  /// A directory stands where a file was expected.
  public static let isDirectory: Self = "is-directory"
  /// The file is not a SQLite database.
  public static let notADatabase: Self = "not-a-database"
  /// A SQLite database of another program.
  public static let otherApplication: Self = "other-application"
  /// A register written by a newer version of this program.
  public static let newerVersion: Self = "newer-version"
  /// A register that an older version wrote, opened for reading only: it must be opened for writing once.
  public static let olderVersion: Self = "older-version"
  /// The folder or file may not be written.
  public static let readOnly: Self = "read-only"
  /// The file may not be read.
  public static let notReadable: Self = "not-readable"
  /// The disk is full, or the register has reached its size limit.
  public static let diskFull: Self = "disk-full"
  /// Another program holds the register.
  public static let locked: Self = "locked"
  /// The file is damaged.
  public static let corrupt: Self = "corrupt"
  /// SQLite refused for a reason that has no code of its own.
  public static let database: Self = "database"
  /// No such division.
  public static let unknownDivision: Self = "unknown-division"
}

extension Bilingual {
  /// The English sentence first, as this module's messages are written.
  init(_ english: String, _ chinese: String) { self.init(zh: chinese, en: english) }
}
