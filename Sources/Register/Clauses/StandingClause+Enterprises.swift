internal import CityModel

extension StandingClause {
  /// A1, A3.
  static let authorities: [StandingClause] = [
    .init(
      "full-time-twice", on: StaffAssignment.schema,
      overlap(StaffAssignment.schema, sharing: ["person"], from: "starts_on", until: "ended_on", also: "a.full_time AND b.full_time")),
    .init(
      "division-nesting", on: Authority.schema, refusesEntry: true,
      """
      EXISTS (SELECT 1 FROM divisions d LEFT JOIN divisions c ON c.id = t.county WHERE d.id = t.division AND (
        length(d.code) <> CASE t.level WHEN 'city' THEN 4 WHEN 'county' THEN 6 WHEN 'street' THEN 9 ELSE 12 END
          AND NOT (t.level = 'community' AND length(d.code) = 9)
        OR c.code <> substr(d.code, 1, length(c.code))))
      """),
    .init("conference-in-future", on: Conference.schema, refusesEntry: true, "t.convened_on > :day"),
  ]

  /// A2, 物业管理条例 33, A10.
  static let enterprises: [StandingClause] = [
    .init(
      "filing-twice", on: Filing.schema,
      overlap(
        Filing.schema, sharing: ["enterprise", "county"], from: "submitted_on", until: "ended_on",
        also: "a.status IN ('submitted', 'returned', 'accepted') AND b.status IN ('submitted', 'returned', 'accepted')")),
    // What a file does not tell is not known to be missing.
    .init(
      "filing-incomplete", on: Filing.schema,
      """
      t.status IN ('submitted', 'accepted') AND t.papers IS NOT NULL AND NOT (t.papers LIKE '%营业执照%' AND t.papers LIKE '%人员结构%')
      """),
    .init(
      "contract-filed-unfiled", on: Contract.schema,
      """
      t.filed_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM filings f JOIN projects p ON p.id = t.project
        WHERE f.enterprise = t.enterprise AND f.county = p.county AND f.accepted_on <= t.filed_on AND coalesce(f.ended_on, t.filed_on) >= t.filed_on)
      """),
    .init(
      "contract-restricted", on: Contract.schema,
      """
      t.filed_on IS NOT NULL AND EXISTS (SELECT 1 FROM restrictions r WHERE r.enterprise = t.enterprise
        AND r.decided_on < coalesce(t.signed_on, t.starts_on) AND r.decided_on < t.filed_on
        AND coalesce(r.removed_on, 2147483647) > coalesce(t.signed_on, t.starts_on)
        AND coalesce(r.expires_on, 2147483647) >= coalesce(t.signed_on, t.starts_on))
      """),
    .init(
      "one-enterprise-per-area", on: Contract.schema,
      overlap(Contract.schema, sharing: ["project"], from: "starts_on", until: "ended_on|expires_on")),
    .init("contract-dates", on: Contract.schema, refusesEntry: true, "t.ended_on < t.starts_on OR t.expires_on < t.starts_on"),
    .init("contract-dates", on: ManagerAssignment.schema, refusesEntry: true, "t.ended_on < t.starts_on"),
    .init("contract-dates", on: StaffAssignment.schema, refusesEntry: true, "t.ended_on < t.starts_on"),
    .init(
      "manager-twice", on: ManagerAssignment.schema,
      overlap(ManagerAssignment.schema, sharing: ["project"], from: "starts_on", until: "ended_on")),
  ]

  /// A4, A6.
  static let prices: [StandingClause] = [
    .init(
      "price-tables-overlap", on: GuidedPrice.schema,
      overlap(GuidedPrice.schema, sharing: ["service_level", "county"], from: "starts_on", until: "expires_on")),
    .init(
      "guided-fee-without-table", on: ProjectFee.schema,
      """
      t.regime = 'guided' AND NOT EXISTS (SELECT 1 FROM guided_prices g JOIN projects p ON p.id = t.project
        WHERE g.service_level = t.service_level AND (g.county IS NULL OR g.county = p.county)
        AND t.starts_on BETWEEN g.starts_on AND coalesce(g.expires_on, 2147483647))
      """),
    .init(
      "fees-overlap", on: ProjectFee.schema,
      overlap(ProjectFee.schema, sharing: ["project", "service_level"], from: "starts_on", until: "ended_on")),
    .init(
      "regime-wrong", on: ProjectFee.schema,
      """
      EXISTS (SELECT 1 FROM projects p LEFT JOIN contracts c ON c.project = p.id AND c.starts_on <= t.starts_on
          AND coalesce(c.ended_on, 2147483647) >= t.starts_on WHERE p.id = t.project AND CASE t.regime
        WHEN 'guided' THEN p.ordinary_housing = 0 OR c.kind = 'ordinary' ELSE p.ordinary_housing = 1 AND c.kind = 'preliminary' END)
      """),
    .init("price-not-positive", on: ProjectFee.schema, refusesEntry: true, "t.price <= 0"),
    .init("price-not-positive", on: GuidedPrice.schema, refusesEntry: true, "t.base_price <= 0"),
    .init(
      "statement-does-not-balance", on: CommonRevenueStatement.schema, refusesEntry: true,
      "t.income < 0 OR t.cost < 0 OR t.income - t.cost <> t.surplus"),
  ]

  /// A5.
  static let tenders: [StandingClause] = [
    .init(
      "award-not-admitted", on: Tender.schema,
      """
      t.winner IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bids b WHERE b.tender = t.id AND b.enterprise = t.winner AND b.admitted = 1
        AND b.checked_on IS NOT NULL AND b.was_filed IS NOT NULL AND b.was_black IS NOT NULL)
      """),
    .init(
      "fewer-than-three", on: Tender.schema,
      """
      t.winner IS NOT NULL AND t.tenderer_kind = 'developer' AND trim(coalesce(t.negotiation_approval, '')) = ''
        AND (SELECT count(DISTINCT b.enterprise) FROM bids b WHERE b.tender = t.id) < 3
      """),
    .init(
      "few-bidders", on: Tender.schema,
      """
      t.winner IS NOT NULL AND t.tenderer_kind <> 'developer' AND (SELECT count(DISTINCT b.enterprise) FROM bids b WHERE b.tender = t.id) < 3
      """),
    .init(
      "experts-not-drawn", on: Tender.schema,
      """
      t.winner IS NOT NULL AND NOT EXISTS (SELECT 1 FROM expert_drawings d WHERE d.tender = t.id AND coalesce(d.recused, 0) = 0)
      """),
    .init(
      "award-barred", on: Tender.schema,
      """
      t.winner IS NOT NULL AND t.tenderer_kind IN ('public institution', 'state-owned enterprise') AND (
        NOT EXISTS (SELECT 1 FROM filings f JOIN projects p ON p.id = t.project WHERE f.enterprise = t.winner AND f.county = p.county
          AND f.accepted_on <= t.awarded_on AND coalesce(f.ended_on, 2147483647) >= t.awarded_on)
        OR EXISTS (SELECT 1 FROM list_entries e WHERE e.enterprise = t.winner AND e.list = 'black' AND e.decided_on < t.awarded_on
          AND coalesce(e.removed_on, 2147483647) > t.awarded_on AND coalesce(e.maximum_until, 2147483647) >= t.awarded_on)
        OR EXISTS (SELECT 1 FROM restrictions r WHERE r.enterprise = t.winner AND r.decided_on < t.awarded_on
          AND coalesce(r.removed_on, 2147483647) > t.awarded_on AND coalesce(r.expires_on, 2147483647) >= t.awarded_on)
        OR 'D' = (SELECT g.grade FROM published_grades g WHERE g.enterprise = t.winner AND g.published_on < t.awarded_on
          ORDER BY g.published_on DESC, g.year DESC LIMIT 1))
      """),
  ]
}
