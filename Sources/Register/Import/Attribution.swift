public import Columns

/// Who does something in the register, and when: the library has no clock.
public struct Attribution: Sendable, Hashable {
  /// Stands for no officer: a file that nobody has named himself for.
  public static let nobody = "import"

  /// The officer's number.
  public var officer: String
  public var role: String
  public var moment: Moment
  /// Number of the document behind it.
  public var document: String?

  public init(officer: String, role: String, moment: Moment, document: String? = nil) {
    self.officer = officer
    self.role = role
    self.moment = moment
    self.document = document
  }
}
