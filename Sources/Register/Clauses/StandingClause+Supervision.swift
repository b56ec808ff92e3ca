internal import CityModel

extension StandingClause {
  /// A7.
  static let lists: [StandingClause] = [
    .init(
      "red-and-black", on: ListEntry.schema, refusesEntry: true,
      """
      t.id IN (SELECT a.id FROM list_entries a JOIN list_entries b ON a.enterprise = b.enterprise AND a.county = b.county AND a.list <> b.list
        WHERE a.decided_on < min(coalesce(b.removed_on, 2147483647), coalesce(b.maximum_until + 1, 2147483647))
        AND b.decided_on < min(coalesce(a.removed_on, 2147483647), coalesce(a.maximum_until + 1, 2147483647)))
      """),
    .init("listing-incomplete", on: ListEntry.schema, "t.noticed_on IS NULL OR trim(t.reason) = '' OR trim(t.document) = ''"),
    // Five working days are never over before the sixth day.
    .init("listing-before-defence", on: ListEntry.schema, "t.decided_on < t.noticed_on + 6"),
    .init(
      "credit-typed-twice", on: CreditRecord.schema,
      """
      t.origin IS NULL AND t.id IN (SELECT id FROM (SELECT id, count(*) OVER (
          PARTITION BY enterprise, project, county, item, variant, decided_on) AS records FROM credit_records WHERE item <> 'county')
        WHERE records > 1)
      """),
    .init("measure-without-advice", on: SupervisionMeasure.schema, "trim(coalesce(t.advice, '')) = ''"),
  ]

  /// A8.
  static let exits: [StandingClause] = [
    .init(
      "refusal-without-reminder", on: RectificationOrder.schema,
      "t.refused_on IS NOT NULL AND (t.reminded_on IS NULL OR t.reminded_on > t.refused_on)"),
    .init("refusal-before-deadline", on: RectificationOrder.schema, "t.refused_on <= t.deadline"),
    .init("refused-and-rectified", on: RectificationOrder.schema, "t.rectified_on < t.refused_on"),
    .init(
      "exit-started-alone", on: ExitCase.schema,
      "t.started_on IS NOT NULL AND (t.department_confirmed_on IS NULL OR t.street_confirmed_on IS NULL)"),
    .init(
      "exit-from-unverified", on: ExitCase.schema,
      "t.started_on IS NOT NULL AND t.exit_ground = 'complaints' AND coalesce(t.counted_complainants, 0) <= :exit_limit"),
    .init(
      "exited-without-ground", on: ExitCase.schema,
      """
      t.status = 'exited' AND NOT EXISTS (SELECT 1 FROM exit_steps s WHERE s.exit_case = t.id
        AND s.exit_step IN ('owners'' decision', 'contract end', 'mutual termination'))
      """),
    .init(
      "exited-while-serving", on: ExitCase.schema,
      """
      t.status = 'exited' AND EXISTS (SELECT 1 FROM exit_steps s JOIN contracts c ON c.project = s.project AND c.enterprise = t.enterprise
        WHERE s.exit_case = t.id AND s.exit_step IN ('owners'' decision', 'contract end', 'mutual termination')
          AND c.starts_on <= coalesce(t.ended_on, :day) AND coalesce(c.ended_on, 2147483647) > coalesce(t.ended_on, :day))
      """),
    .init(
      "guidance-incomplete", on: Guidance.schema,
      "NOT (coalesce(t.refuses, 0) AND coalesce(t.breach, 0) AND coalesce(t.strong_reaction, 0))"),
    .init("survey-answers", on: Survey.schema, refusesEntry: true, "t.satisfied_answers < 0 OR t.satisfied_answers > t.answers"),
  ]

  /// A9, Civil Code 278. Who votes in one building is asked of that building.
  static let owners: [StandingClause] = [
    .init(
      "attendance-twice", on: MeetingAttendance.schema,
      """
      t.id IN (SELECT a.id FROM meeting_attendances a JOIN meeting_attendances b ON a.manager = b.manager AND a.community = b.community
        AND a.meeting_on = b.meeting_on AND a.id <> b.id)
      """),
    .init(
      "vote-not-carried", on: OwnerVote.schema,
      """
      t.declared_passed = 1 AND NOT (3 * t.voting_area >= 2 * t.total_area AND 3 * t.voting_owners >= 2 * t.total_owners
        AND CASE WHEN t.matter IN ('fund raising', 'rebuilding', 'change of use')
          THEN 4 * t.yes_area >= 3 * t.voting_area AND 4 * t.yes_owners >= 3 * t.voting_owners
          ELSE 2 * t.yes_area > t.voting_area AND 2 * t.yes_owners > t.voting_owners END)
      """),
    .init(
      "vote-totals", on: OwnerVote.schema, refusesEntry: true,
      """
      NOT (0 <= t.yes_area AND t.yes_area <= t.voting_area AND t.voting_area <= t.total_area AND 0 < t.total_area
        AND 0 <= t.yes_owners AND t.yes_owners <= t.voting_owners AND t.voting_owners <= t.total_owners AND 0 < t.total_owners)
        OR t.total_area > CASE WHEN t.building IS NULL THEN (SELECT area FROM projects WHERE id = t.project)
          ELSE (SELECT area FROM buildings WHERE id = t.building) END
        OR t.total_owners > CASE WHEN t.building IS NULL THEN (SELECT households FROM projects WHERE id = t.project)
          ELSE (SELECT households FROM buildings WHERE id = t.building) END
      """),
    .init(
      "committee-twice", on: Committee.schema,
      """
      t.id IN (SELECT b.id FROM committees a JOIN committees b ON a.project = b.project AND a.id <> b.id AND a.elected_on <= b.elected_on
        WHERE b.elected_on < min(coalesce(a.ended_on, 2147483647), coalesce(a.expires_on + 1, 2147483647)))
      """),
  ]

  /// A11, A12.
  static let enforcement: [StandingClause] = [
    .init(
      "enforcement-not-joint", on: JointEnforcement.schema,
      "trim(t.departments) = '' OR NOT (t.departments GLOB '*[^、，,；; ]*[、，,；; ]*[^、，,；; ]*')"),
    .init("enforcement-in-future", on: JointEnforcement.schema, refusesEntry: true, "t.enforced_on > :day"),
    .init(
      "referral-without-feedback", on: Referral.schema, refusesEntry: true, "t.feedback_on IS NOT NULL AND trim(coalesce(t.feedback, '')) = ''"),
    .init("restriction-without-notice", on: Restriction.schema, "t.noticed_on IS NULL OR t.decided_on < t.noticed_on + 6"),
    .init(
      "report-without-dissuasion", on: FireReport.schema,
      "coalesce(t.emergency, 0) = 0 AND (t.dissuaded_on IS NULL OR t.dissuaded_on > t.reported_on)"),
    .init(
      "survey-totals", on: ChargingSurvey.schema, refusesEntry: true,
      """
      min(t.ebikes, t.sockets, coalesce(t.sheds, 0), coalesce(t.planned_sockets, 0), coalesce(t.turnover, 0)) < 0
        OR max(t.ebikes, t.sockets) > 10 * max(1, (SELECT coalesce(p.households, 1000000) FROM projects p WHERE p.id = t.project))
      """),
  ]

  /// A13. A complaint that was closed where it came from tells so by its times.
  static let complaints: [StandingClause] = [
    .init(
      "closed-without-disposition", on: Complaint.schema,
      """
      t.status IN ('basically closed', 'closed') AND t.basically_closed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM dispositions d WHERE d.complaint = t.id)
      """),
    .init(
      "closed-without-revisit", on: Complaint.schema,
      """
      t.status = 'closed' AND (t.revisited_at IS NULL OR t.satisfied = 0 OR t.false_closure = 1)
        AND NOT EXISTS (SELECT 1 FROM revisits r WHERE r.complaint = t.id AND r.satisfied = 1 AND coalesce(r.false_closure, 0) = 0
          AND r.revisited_at >= coalesce((SELECT max(w.reopened_at) FROM reworks w WHERE w.complaint = t.id), r.revisited_at))
      """),
    .init("closed-undated", on: Complaint.schema, "t.status = 'closed' AND (t.closed_at IS NULL OR t.closed_at < t.basically_closed_at)"),
    .init(
      "revisit-by-handler", on: Revisit.schema,
      """
      EXISTS (SELECT 1 FROM dispositions d WHERE d.complaint = t.complaint AND d.person = t.person AND d.recorded_at <= t.revisited_at)
        OR EXISTS (SELECT 1 FROM complaint_assignments a WHERE a.complaint = t.complaint AND a.person = t.person
          AND a.assigned_at < t.revisited_at)
      """),
    .init("responsible-not-in-office", on: ComplaintAssignment.schema, unsigned("person", at: "assigned_at")),
    .init("officer-not-in-office", on: Disposition.schema, unsigned("person", at: "recorded_at")),
    .init("officer-not-in-office", on: Revisit.schema, unsigned("person", at: "revisited_at")),
    .init(
      "duplicate-finding", on: Complaint.schema,
      """
      t.status = 'duplicate' AND t.duplicate_of IS NOT NULL AND EXISTS (SELECT 1 FROM complaints o
        WHERE o.number = rtrim(rtrim(t.duplicate_of, replace(t.duplicate_of, ' ', ''))) AND o.number || ' ' || o.source = t.duplicate_of
        AND o.finding IS NOT NULL AND t.finding IS NOT o.finding)
      """),
  ]

  /// A14, A17.
  static let money: [StandingClause] = [
    .init("balance-negative", on: FundAccount.schema, refusesEntry: true, "t.balance < 0 OR t.first_deposit < 0"),
    .init(
      "allocation-of-approved", on: FundAllocation.schema,
      """
      t.share <= 0 OR EXISTS (SELECT 1 FROM fund_requests r JOIN fund_accounts c ON c.id = t.fund_account WHERE r.id = t.fund_request
        AND (r.approved IS NULL OR c.project <> r.project))
        OR t.fund_request IN (SELECT a.fund_request FROM fund_allocations a JOIN fund_requests r ON r.id = a.fund_request
          GROUP BY a.fund_request HAVING sum(a.share) > max(r.approved) OR count(*) <> count(DISTINCT a.fund_account))
      """),
    .init(
      "award-below-province", on: Award.schema,
      """
      EXISTS (SELECT 1 FROM commendations c WHERE c.id = t.commendation
        AND (c.commendation_level NOT IN ('national', 'province') OR c.recipient_kind NOT IN ('enterprise', 'person')))
      """),
    .init("award-not-positive", on: Award.schema, refusesEntry: true, "t.award_amount <= 0"),
    .init(
      "commendation-of-nobody", on: Commendation.schema, refusesEntry: true,
      """
      CASE t.recipient_kind WHEN 'enterprise' THEN t.enterprise WHEN 'county' THEN t.county
        WHEN 'department' THEN t.commended_department WHEN 'person' THEN t.commended_person ELSE 1 END IS NULL
      """),
  ]
}
