public import CityModel

/// What became of the rows of one file: `read = stored + known + quarantined`, always.
public struct ImportSummary: Sendable, Hashable {
  /// The import's number in the register.
  public var number: Int64 = 0
  /// The table's collection name: `complaints`.
  public var table: String
  public var file: String
  public var read = 0
  /// New rows.
  public var stored = 0
  /// Rows whose number the register, or an earlier row of the file, already had.
  public var known = 0
  /// Of the known: records that the file brought up to date, each with a ledger entry that keeps what was there before.
  public var changed = 0
  public var quarantined = 0
  /// The id of the first row that was new.
  var firstRow: Int64 = 0
  /// The ids of the rows that were there before and were brought up to date.
  var changedRows: [Int64] = []
  /// Reasons of the quarantined rows, with how many each.
  public var faults: [String: Int] = [:]
  /// The first quarantined rows, for a message.
  public var firstFaults: [Fault] = []
  /// Rules of the mapping that decided something on their own, in words.
  public var notes: [Bilingual] = []
  /// The words of the source that stand in no table of the mapping, with how many rows each: the `unknown` queue.
  public var unknownWords: [String: Int] = [:]

  public struct Fault: Sendable, Hashable {
    public var line: Int
    public var code: String
    public var message: Bilingual
  }
}

/// How far an import has come.
public struct ImportProgress: Sendable, Hashable {
  /// Bytes of the file, as it is on disk, that have been read.
  public var bytes: Int64
  /// The file's size on disk.
  public var size: Int64
  public var rows: Int
}
