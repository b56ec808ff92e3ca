internal import Columns

/// Every command of the second flow, by article: the one list from which help, the command line and the checks come. Requests
/// to use the maintenance fund have a procedure of their own, ``FundProcedure``.
public enum CityCommands {
  public static let all: [CommandDescription] =
    staffCommands + filingCommands + conferenceCommands + priceCommands + tenderCommands + disclosureCommands + listCommands
    + measureCommands + exitCommands + ownerCommands + serviceCommands + enforcementCommands + restrictionCommands + fireCommands + complaintCommands
    + fundCommands + supportCommands

  /// By the English name, with spaces or hyphens, or the Chinese one.
  public static func named(_ name: String, among descriptions: [CommandDescription] = all) -> CommandDescription? {
    let plain = String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return descriptions.first { $0.name == plain || $0.chinese == name }
  }
}
