/// How a result is written.
public struct TableOptions: Sendable, Hashable {
  /// Chinese shows titles above columns (`受理时间`), English shows names (`accepted_at`).
  public var language: ReportLanguage
  /// Whether the table may use the terminal's bold and dim; the caller asks the terminal and honours `NO_COLOR`.
  public var color: Bool
  /// Columns of the terminal, into which `table` is fitted; `nil` in a pipe, where nothing is cut.
  public var width: Int?
  /// Rows that `table` shows at most, the first and the last of them; `nil` shows all. The other formats write all.
  public var maxRows: Int?
  /// Whether `csv` puts `'` before a text that a spreadsheet would execute (`=HYPERLINK(…)`).
  public var guardsFormulas: Bool
  /// Whether `csv` begins with a byte order mark, without which Excel reads Chinese as another encoding.
  public var byteOrderMark: Bool

  public init(
    language: ReportLanguage = .chinese, color: Bool = false, width: Int? = nil, maxRows: Int? = nil,
    guardsFormulas: Bool = true, byteOrderMark: Bool = false
  ) {
    self.language = language
    self.color = color
    self.width = width
    self.maxRows = maxRows
    self.guardsFormulas = guardsFormulas
    self.byteOrderMark = byteOrderMark
  }
}
