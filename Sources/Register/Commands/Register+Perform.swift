public import CityModel
internal import Columns
internal import GRDB

/// What came of a command.
public enum CommandOutcome: Sendable {
  /// It was done: what it wrote, and the ledger position of its entry.
  case done(CommandResult, position: Int64)
  /// It was refused, and nothing was written.
  case refused(Refusal)
}

extension Register {
  /// Carries out one command of an officer: one immediate transaction that loads the case and the rows that the command and the
  /// invariants declare, decides, appends to the ledger and writes the rows; or refuses and writes nothing.
  ///
  /// An argument `phone` (电话) never gets further than this: it becomes the complainant's token.
  ///
  /// - Throws: ``RegisterError``: disk full, locked, read-only.
  public func perform(
    _ command: CityCommand, among descriptions: [CommandDescription] = CityCommands.all, rulebook: Rulebook
  ) throws(RegisterError) -> CommandOutcome {
    let command = try withoutPhone(command)
    do throws(RegisterError) {
      return try write { database in
        let records = CommandRecords(database: database, path: path)
        if let refusal = try DecisionRecords(database: database, path: path).refusal(of: command, among: descriptions) {
          throw Undecided(refusal: refusal)
        }
        do {
          let (result, position) = try records.perform(command, among: descriptions, rulebook: rulebook)
          return .done(result, position: position)
        } catch let refusal as Refusal {
          throw Undecided(refusal: refusal)
        }
      }
    } catch {
      if let undecided = error.underlying as? Undecided { return .refused(undecided.refusal) }
      throw error
    }
  }

  private func withoutPhone(_ command: CityCommand) throws(RegisterError) -> CityCommand {
    var command = command
    for name in ["phone", "电话"] {
      guard let phone = command.arguments.removeValue(forKey: name) else { continue }
      let normalized = PersonReader.normalized(phone)
      guard !normalized.isEmpty else { continue }
      let token = UInt64(bitPattern: try keys().tokens.token(normalized))
      let digits = String(token, radix: 16)
      command.arguments[Complaint.complainant.name] = String(repeating: "0", count: 16 - digits.count) + digits
    }
    return command
  }
}

/// Rolls the transaction back and carries the refusal out of it.
private struct Undecided: Error {
  let refusal: Refusal
}
