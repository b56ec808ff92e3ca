internal import CityModel
internal import Columns
internal import GRDB

extension Register {
  /// Imports another office's export of complaints through a mapping.
  ///
  /// Streaming, one transaction a file, idempotent by source and number; what ``importTable(_:from:encoding:by:progress:)``
  /// says about known and changed rows holds here, except that what the import works out itself (the enterprise under
  /// contract, a project found by a spread rule) and defaults never change a known record.
  ///
  /// - Throws: ``RegisterError``; the register is then as it was.
  public func importComplaints(
    from path: String, mapping: ComplaintMapping, encoding: FileEncoding = .utf8, by attribution: Attribution,
    progress: ((ImportProgress) -> Void)? = nil
  ) throws(RegisterError) -> ImportSummary {
    let key = try keys().tokens
    var (summary, converter) = try Importer(
      register: self, path: path, encoding: encoding, attribution: attribution,
      mapping: "\(mapping.name)@\(mapping.revision)", progress: progress
    ).run(into: Complaint.schema) { header, references in
      try MappedForm(mapping: mapping, path: path, key: key).converter(for: header, references: references)
    }
    for slot in converter.slots {
      if case .rule(let rule) = slot.filler, let note = rule.note { summary.notes.append(note) }
      if case .column(_, let reader as TableReader, _) = slot.filler {
        // A word of one or two rows may be a person, where a column slipped into its neighbour.
        for (word, count) in reader.unknown {
          let shown = converter.personal?.columns[.name] == nil ? PersonalText.recognised(word) : count < 3 ? "…" : PersonalText.published(word)
          summary.unknownWords[shown, default: 0] += count
        }
      }
    }
    return summary
  }
}
