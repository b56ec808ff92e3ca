extension FactsRead {
  /// Everything that the exit test of an enterprise can read, A8.
  public static let ofExits = together([
    FactsRead(
      Complaint.schema, Complaint.enterprise, Complaint.project, Complaint.acceptedAt, Complaint.status, Complaint.finding,
      Complaint.complainant, Complaint.revisitedAt, Complaint.satisfied),
    FactsRead(Survey.schema, Survey.enterprise, Survey.project, Survey.heldOn, Survey.satisfied, Survey.answered),
    FactsRead(
      RectificationOrder.schema, RectificationOrder.enterprise, RectificationOrder.county, RectificationOrder.issuedOn,
      RectificationOrder.deadline, RectificationOrder.remindedOn, RectificationOrder.refusedOn, RectificationOrder.rectifiedOn),
    FactsRead(Project.schema, Project.county),
  ])
}
