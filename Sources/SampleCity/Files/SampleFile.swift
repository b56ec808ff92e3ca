internal import CityModel
public import Columns

/// A file of the sample city: one table of the schema that holds facts, or the officers.
///
/// In the order in which they are to be imported: each refers only to earlier ones and to the city's divisions.
public enum SampleFile: String, CaseIterable, Sendable {
  case enterprises
  case communities
  case projects
  case buildings
  case contracts
  case filings
  case managers
  case managerAssignments = "manager_assignments"
  case meetingAttendances = "meeting_attendances"
  case trainings
  case registryEvents = "registry_events"
  case servicePeriods = "service_periods"
  case improvements
  case sharedServices = "shared_services"
  case reemployments
  case urgings
  case complaints
  case revisits
  case reworks
  case orders
  case creditRecords = "credit_records"
  case listEntries = "list_entries"
  case listPublications = "list_publications"
  case publishedGrades = "published_grades"
  case surveys
  case supervisionMeasures = "supervision_measures"
  case honours
  case disclosureItems = "disclosure_items"
  case commonRevenueStatements = "common_revenue_statements"
  case serviceStandards = "service_standards"
  case guidedPrices = "guided_prices"
  case projectFees = "project_fees"
  case priceViolations = "price_violations"
  case tenders
  case bids
  case experts
  case expertDrawings = "expert_drawings"
  case campaigns
  case jointEnforcements = "joint_enforcements"
  case referrals
  case restrictions
  case licenceReferrals = "licence_referrals"
  case consultations
  case exitCases = "exit_cases"
  case exitSteps = "exit_steps"
  case handovers
  case guidances
  case assemblies
  case committees
  case ownerVotes = "owner_votes"
  case fireInspections = "fire_inspections"
  case fireReports = "fire_reports"
  case chargingSurveys = "charging_surveys"
  case lifts
  case inspectionItems = "inspection_items"
  case fundAccounts = "fund_accounts"
  case fundRequests = "fund_requests"
  case fundAllocations = "fund_allocations"
  case fundPayments = "fund_payments"
  case fundInvestigations = "fund_investigations"
  case communityCommittees = "community_committees"
  case authorities
  case staffAssignments = "staff_assignments"
  case inspections
  case conferences
  case conferenceDecisions = "conference_decisions"
  case leadingGroups = "leading_groups"
  case memberUnits = "member_units"
  case workTasks = "work_tasks"
  case commendations
  case awards
  case publicityActivities = "publicity_activities"
  case officers

  /// `enterprises.csv`.
  public var name: String { "\(rawValue).csv" }

  /// The table whose rows the file holds; none for the officers, who stand outside the schema.
  public var schema: TableSchema? { CitySchema.table(rawValue) }

  /// The header: the table's stored fields in the schema's order.
  public var columns: [String] {
    schema?.storedFields.map(\.name) ?? ["id", "name", "level", "division", "role", "from", "until", "community"]
  }
}
