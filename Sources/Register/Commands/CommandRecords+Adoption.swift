internal import CityModel
internal import Columns
internal import GRDB

// Cases that begin in the middle, because what came before them was not kept as a case.
extension CommandRecords {
  /// Opens the case of a list entry that has none, for a command on it: an entry of a file, or one that an older version made.
  func adoptListing(for command: CityCommand, among descriptions: [CommandDescription]) throws {
    guard let description = CityCommands.named(command.name, among: descriptions), description.subject == .existing,
      description.table.name == Listing.schema.name, let officer = try officer(command.officer)
    else { return }
    let number = CaseValue.text(command.subject)
    guard try rows(RowQuery(Listing.schema, [.init(Listing.number, number)])).isEmpty,
      let entry = try rows(RowQuery(ListEntry.schema, [.init(ListEntry.number, number)])).first
    else { return }
    let publications = try rows(RowQuery(ListPublication.schema, [.init(ListPublication.county, entry[ListEntry.county])]))
    let decision = try ProposalCase.number(ofListing: entry.key).flatMap { number in
      try Int32.fetchOne(database, sql: "SELECT published_on FROM proposals WHERE id = ? AND state = 'accepted'", arguments: [number])
    }
    try adopt(
      ListingCases.adopted(entry, in: publications, decision: decision.map { Day(ordinal: $0) }), kind: "adopted-listing",
      by: Attribution(officer: officer.id, role: officer.role, moment: command.moment))
  }

  /// Enters the row of a case that is found begun.
  func adopt(_ change: Change, kind: String, by attribution: Attribution) throws {
    try write(change)
    let nothing = CaseRow(change.table, key: change.key, [(Field, CaseValue)]())
    try Ledger.append(
      .init(attribution, kind: kind, table: change.table.plural, key: change.key, data: facts(change, nothing)), to: database, path: path)
  }
}
