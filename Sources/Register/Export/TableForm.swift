internal import CityModel
public import Columns

/// A table's form for a spreadsheet: the heading line of a file that ``Register/importTable(_:from:encoding:by:progress:)``
/// reads once it is filled in.
public enum TableForm {
  /// The columns to fill. A complaint's form asks for the person, from whom the token and the masks are made, and for the text
  /// as it was written, from which the public one is.
  public static func headings(_ schema: TableSchema) -> [String] {
    guard schema.name == Complaint.schema.name else { return schema.storedFields.map(\.name) }
    let made = [Complaint.complainant, Complaint.maskedName, Complaint.maskedPhone, Complaint.content].map(\.name)
    return schema.storedFields.map(\.name).filter { !made.contains($0) } + PersonalRecord.Part.allCases.map(\.heading)
  }

  /// The form, with its line end.
  public static func text(_ schema: TableSchema) -> String { headings(schema).joined(separator: ",") + "\n" }
}
