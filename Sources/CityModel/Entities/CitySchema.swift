public import Columns

/// Every table of the city model: the one list from which bindings, help, checks, the register and the reference come.
public enum CitySchema {
  /// In an order in which each table refers only to earlier ones.
  public static let tables: [TableSchema] =
    registry + conduct + supervision + owners + safety + fund + organisation + [Duty.schema]

  /// The tables that have rows of their own in the register: all but those that are computed.
  public static let storedTables: [TableSchema] = tables.filter { !$0.isDerived }

  /// By the name of a row or of the collection: `complaint`, `complaints`.
  public static func table(_ name: String) -> TableSchema? { tables.first { $0.name == name || $0.plural == name } }

  /// Whether a table says who there is, rather than what was done.
  public static func isRegistry(_ table: TableSchema) -> Bool { registry.contains { $0.name == table.name } }

  /// Who there is: A1, A2, A10.
  private static let registry = [
    Division.schema, Enterprise.schema, Community.schema, Project.schema, Building.schema, Contract.schema, Filing.schema,
    Manager.schema, ManagerAssignment.schema, MeetingAttendance.schema, Training.schema, RegistryEvent.schema,
    ServicePeriod.schema, Improvement.schema, SharedService.schema, Reemployment.schema,
  ]
  /// What enterprises do and how that is judged: A2, A7, A8, A13.
  private static let conduct = [
    Urging.schema, Complaint.schema, ComplaintAssignment.schema, Disposition.schema, Revisit.schema, Rework.schema, RectificationOrder.schema, CreditRecord.schema,
    Listing.schema, ListEntry.schema, ListPublication.schema, PublishedGrade.schema, Survey.schema, SupervisionMeasure.schema, Honour.schema,
    DisclosureItem.schema, CommonRevenueStatement.schema,
  ]
  /// How authorities act: A3–A6, A8, A11.
  private static let supervision = [
    ServiceStandard.schema, GuidedPrice.schema, ProjectFee.schema, PriceViolation.schema, Tender.schema, Bid.schema,
    Expert.schema, ExpertDrawing.schema, Campaign.schema, JointEnforcement.schema, Referral.schema, RestrictionNotice.schema, Restriction.schema,
    LicenceReferral.schema, Consultation.schema, ExitCase.schema, ExitStep.schema, Handover.schema, Guidance.schema,
  ]
  /// The owners' own bodies: A9.
  private static let owners = [Assembly.schema, Committee.schema, OwnerVote.schema]
  /// Fire safety, charging, lifts and the seasons: A1, A12.
  private static let safety = [
    FireInspection.schema, FireReport.schema, ChargingSurvey.schema, Lift.schema, InspectionItem.schema,
  ]
  /// The maintenance fund: A14.
  private static let fund = [
    FundAccount.schema, FundRequest.schema, FundAllocation.schema, FundPayment.schema, FundInvestigation.schema,
  ]
  /// Authorities, their staff and their work: A1, A3, A15–A18.
  private static let organisation = [
    CommunityCommittee.schema, Authority.schema, StaffAssignment.schema, Inspection.schema, Conference.schema,
    ConferenceDecision.schema, LeadingGroup.schema, MemberUnit.schema, WorkTask.schema, Commendation.schema, Award.schema,
    PublicityActivity.schema, PolicyVersion.schema,
  ]
}
