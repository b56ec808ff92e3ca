public import Columns

extension Register {
  /// Imports a file in the model's own form: the header holds the fields' English or Chinese names, references are natural
  /// keys (unified social credit code, project code, division code), enumerations either word, days and moments ISO 8601,
  /// amounts decimals.
  ///
  /// One transaction: after an error the register is as it was. Importing the same file again changes nothing. A row whose
  /// key is known but whose content differs brings the record up to date, with a ledger entry; an empty cell erases nothing,
  /// and of several rows with one key the last of the file counts.
  ///
  /// - Parameters:
  ///   - schema: a table of ``CitySchema``, or ``OfficerTable``'s.
  ///   - path: CSV, or CSV packed with gzip.
  ///   - progress: called on the calling thread, every few thousand rows.
  /// - Throws: ``RegisterError`` when the file cannot be read or its header is wrong. Wrong rows are no error: they go to
  ///   quarantine and are counted.
  public func importTable(
    _ schema: TableSchema, from path: String, encoding: FileEncoding = .utf8, by attribution: Attribution,
    progress: ((ImportProgress) -> Void)? = nil
  ) throws(RegisterError) -> ImportSummary {
    try Importer(
      register: self, path: path, encoding: encoding, attribution: attribution, mapping: nil, progress: progress
    ).run(into: schema) { header, references in
      try ModelForm(schema: schema, path: path, secrets: { () throws(RegisterError) in try self.keys(check: references.keyCheck()) }).converter(for: header, references: references)
    }.0
  }
}
