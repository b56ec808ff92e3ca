/// The clauses again, as SQL over the register's file: each query finds what may not be. It shares no code with the invariants, and
/// is written from the text and not from them.
enum RegisterClauses {
  /// Name and query; every row that a query returns is a breach.
  static let all: [(String, String)] = [
    ("A13 closed without a disposition",
     """
     SELECT number FROM complaints c WHERE status IN ('basically closed', 'closed')
       AND NOT EXISTS (SELECT 1 FROM dispositions d WHERE d.complaint = c.id)
     """),
    ("A13 closed without a satisfied revisit after the last rework",
     """
     SELECT number FROM complaints c WHERE status = 'closed' AND NOT EXISTS (
       SELECT 1 FROM revisits r WHERE r.complaint = c.id AND r.satisfied = 1 AND r.false_closure = 0
         AND r.revisited_at >= coalesce((SELECT max(w.reopened_at) FROM reworks w WHERE w.complaint = c.id), 0))
     """),
    ("A13 revisited by who handled it",
     """
     SELECT r.number FROM revisits r WHERE EXISTS (SELECT 1 FROM dispositions d WHERE d.complaint = r.complaint AND d.person = r.person
         AND d.recorded_at <= r.revisited_at)
       OR EXISTS (SELECT 1 FROM complaint_assignments a WHERE a.complaint = r.complaint AND a.person = r.person AND a.assigned_at < r.revisited_at)
     """),
    ("A13 a responsible person who was no officer in office",
     """
     SELECT a.number FROM complaint_assignments a LEFT JOIN officers o ON o.code = a.person
     WHERE o.id IS NULL OR o."from" * 86400 - 28800 > a.assigned_at OR (o.until + 1) * 86400 - 28800 <= a.assigned_at
     """),
    ("A13 a plan carried out that was none",
     """
     SELECT l.subject_key FROM ledger l JOIN complaints c ON c.number || ' ' || c.source = l.subject_key
     WHERE l.kind = 'carry out plan' AND 'planned' IS NOT (SELECT d.disposition FROM dispositions d WHERE d.complaint = c.id AND d.recorded_at < l.moment
       ORDER BY d.recorded_at DESC, d.number DESC LIMIT 1)
     """),
    ("A13 a time that is not the first that the ledger has",
     """
     SELECT subject_key FROM (
       SELECT l.subject_key, f.key AS field, count(*) AS times FROM ledger l, json_each(l.data, '$.changes') f
       WHERE l.subject_table = 'complaints' AND f.key IN ('accepted_at', 'assigned_at', 'preliminary_at', 'basically_closed_at', 'reported_at')
       GROUP BY 1, 2) WHERE times > 1
     """),
    ("A13 reworks are counted wrongly",
     "SELECT number FROM complaints c WHERE coalesce(reworks, 0) <> (SELECT count(*) FROM reworks w WHERE w.complaint = c.id)"),
    ("A8 a counted complainant dropped by something else than a correction",
     """
     SELECT number FROM complaints WHERE status = 'withdrawn' AND finding IN ('substantiated', 'partly')
     UNION ALL SELECT l.subject_key FROM ledger l, json_each(l.data, '$.changes') f
     WHERE l.subject_table = 'complaints' AND l.kind <> 'correct' AND f.key = 'finding'
       AND json_extract(f.value, '$[0]') IN ('substantiated', 'partly')
       AND coalesce(json_extract(f.value, '$[1]'), '') NOT IN ('substantiated', 'partly')
     """),
    ("A8 a duplicate with another finding than its original",
     """
     SELECT d.number FROM complaints d JOIN complaints o ON d.duplicate_of = o.number || ' ' || o.source
     WHERE d.status = 'duplicate' AND o.finding IS NOT NULL AND d.finding IS NOT o.finding
     """),
    ("A5 a bidder admitted, or an award, without a filing where one is asked for, or while it is restricted",
     """
     SELECT b.number FROM bids b JOIN tenders t ON t.id = b.tender JOIN projects p ON p.id = t.project
     WHERE b.number NOT LIKE 'TB%' AND b.admitted = 1 AND (t.tenderer_kind <> 'owners' AND NOT EXISTS (
         SELECT 1 FROM filings f WHERE f.enterprise = b.enterprise AND f.county = p.county AND f.accepted_on <= b.checked_on
           AND coalesce(f.ended_on, 2147483647) >= b.checked_on)
       OR EXISTS (SELECT 1 FROM restrictions r WHERE r.enterprise = b.enterprise AND r.decided_on < b.checked_on
           AND coalesce(r.removed_on, 2147483647) > b.checked_on AND coalesce(r.expires_on, 2147483647) >= b.checked_on))
     """),
    ("A7 red and black at once",
     """
     SELECT a.number FROM list_entries a JOIN list_entries b ON a.enterprise = b.enterprise AND a.county = b.county AND a.id < b.id
     WHERE a.decided_on < coalesce(b.removed_on, 2147483647) AND b.decided_on < coalesce(a.removed_on, 2147483647)
       AND a.decided_on <= coalesce(b.maximum_until, 2147483647) AND b.decided_on <= coalesce(a.maximum_until, 2147483647)
     """),
    ("A7 an entry without reason, notice, decision, document, or without five working days between",
     """
     SELECT e.number FROM list_entries e LEFT JOIN listings l ON l.number = e.number
     WHERE trim(e.reason) = '' OR trim(e.document) = '' OR e.noticed_on IS NULL OR l.id IS NULL
       OR e.decided_on < e.noticed_on + 7 OR l.enterprise <> e.enterprise OR l.list <> e.list OR l.county <> e.county
     """),
    ("A7 who proposed has decided",
     """
     SELECT p.subject_key FROM ledger p JOIN ledger d ON d.subject_table = p.subject_table AND d.subject_key = p.subject_key
     WHERE p.subject_table = 'listings' AND p.kind = 'propose listing' AND d.kind = 'decide listing' AND p.officer = d.officer
     """),
    ("A7 a decision by somebody who is not of the county",
     """
     SELECT l.subject_key FROM ledger l JOIN officers o ON o.code = l.officer JOIN listings k ON k.number = l.subject_key
       JOIN divisions c ON c.id = k.county JOIN divisions d ON d.id = o.division
     WHERE l.subject_table = 'listings' AND l.kind = 'decide listing' AND (o.level <> 'county' OR c.code <> d.code OR l.document IS NULL)
     """),
    ("A7 a removed case whose entry stands, or the other way round",
     """
     SELECT l.number FROM listings l LEFT JOIN list_entries e ON e.number = l.number
     WHERE (l.status = 'removed') <> (e.removed_on IS NOT NULL) OR l.status IN ('listed', 'published') AND e.id IS NULL
     """),
    ("物业管理条例 33: two contracts at once",
     """
     SELECT a.number FROM contracts a JOIN contracts b ON a.project = b.project AND a.id < b.id
     WHERE a.starts_on <= coalesce(b.ended_on, b.expires_on, 2147483647) AND b.starts_on <= coalesce(a.ended_on, a.expires_on, 2147483647)
     """),
    ("A2 a contract filed for an enterprise that was not filed",
     """
     SELECT c.number FROM contracts c JOIN projects p ON p.id = c.project
     WHERE c.number LIKE 'C-%' AND c.filed_on IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM filings f WHERE f.enterprise = c.enterprise AND f.county = p.county AND f.accepted_on <= c.filed_on
         AND coalesce(f.ended_on, 2147483647) >= c.filed_on)
     """),
    ("A2 a filing without licence or staff structure",
     """
     SELECT number FROM filings WHERE status IN ('submitted', 'accepted')
       AND NOT (coalesce(papers, '') LIKE '%营业执照%' AND coalesce(papers, '') LIKE '%人员结构%')
     """),
    ("A2 an urging of a community that lies elsewhere than its county, or of none",
     "SELECT u.number FROM urgings u LEFT JOIN communities c ON c.id = u.community WHERE c.county IS NOT u.county"),
    ("A2 two filings alive in one county",
     """
     SELECT a.number FROM filings a JOIN filings b ON a.enterprise = b.enterprise AND a.county = b.county AND a.id < b.id
     WHERE a.ended_on IS NULL AND b.ended_on IS NULL
     """),
    ("A2 two managers at once",
     """
     SELECT a.number FROM manager_assignments a JOIN manager_assignments b ON a.project = b.project AND a.id < b.id
     WHERE a.starts_on <= coalesce(b.ended_on, 2147483647) AND b.starts_on <= coalesce(a.ended_on, 2147483647)
     """),
    ("A1 two committees of a community at once",
     """
     SELECT a.number FROM community_committees a JOIN community_committees b ON a.community = b.community AND a.id < b.id
     WHERE a.ended_on IS NULL AND b.ended_on IS NULL
     """),
    ("A1 a community whose code is not of its street and county",
     """
     SELECT c.code FROM communities c JOIN divisions s ON s.id = c.street JOIN divisions d ON d.id = c.county
     WHERE length(c.code) <> 12 OR substr(c.code, 1, 9) <> s.code OR substr(c.code, 1, 6) <> d.code
     """),
    ("A1 a defect of a season mended where nothing was wrong", "SELECT number FROM inspection_items WHERE met = 1 AND fixed_on IS NOT NULL"),
    ("A3 a unit that is twice a member",
     """
     SELECT a.number FROM member_units a JOIN member_units b ON a.name = b.name AND a.id < b.id AND a.county IS b.county
       AND a.leading_group IS b.leading_group WHERE a.ended_on IS NULL AND b.ended_on IS NULL
     """),
    ("A8 an order that followed an inspection of another estate, or one that found nothing",
     """
     SELECT f.number FROM fire_inspections f JOIN orders o ON o.id = f."order"
     WHERE f.project IS NOT o.project OR min(coalesce(f.lane_clear, 1), coalesce(f.exits_clear, 1), coalesce(f.facilities_work, 1)) = 1
     UNION ALL SELECT i.number FROM inspection_items i JOIN orders o ON o.id = i."order" WHERE i.project IS NOT o.project OR i.met = 1
     UNION ALL SELECT i.number FROM inspections i JOIN orders o ON o.id = i."order" WHERE i.county <> o.county OR coalesce(i.problems, 0) = 0
     """),
    ("A9 a manager who came to a meeting twice",
     """
     SELECT a.number FROM meeting_attendances a JOIN meeting_attendances b
       ON a.manager = b.manager AND a.community = b.community AND a.meeting_on = b.meeting_on AND a.id < b.id
     """),
    ("A10 an estate that somebody looks after whom nobody named",
     """
     SELECT number FROM service_periods WHERE service_mode IN ('community trustee', 'social organisation', 'self managed')
       AND trim(coalesce(service_operator, '')) = ''
     """),
    ("A13 a complaint about a building of another estate",
     "SELECT c.number FROM complaints c JOIN buildings b ON b.id = c.building WHERE b.project <> c.project"),
    ("A1 full-time at two authorities",
     """
     SELECT a.number FROM staff_assignments a JOIN staff_assignments b ON a.person = b.person AND a.id < b.id AND a.full_time = 1 AND b.full_time = 1
     WHERE a.starts_on <= coalesce(b.ended_on, 2147483647) AND b.starts_on <= coalesce(a.ended_on, 2147483647)
     """),
    ("A8 a refusal without reminder, before the deadline, or after the rectification",
     """
     SELECT number FROM orders WHERE refused_on IS NOT NULL
       AND (reminded_on IS NULL OR reminded_on > refused_on OR refused_on <= deadline OR rectified_on < refused_on)
     """),
    ("A8 who ordered has determined the refusal",
     """
     SELECT a.subject_key FROM ledger a JOIN ledger b ON a.subject_table = b.subject_table AND a.subject_key = b.subject_key
     WHERE a.kind = 'order rectification' AND b.kind = 'determine refusal' AND a.officer = b.officer
     """),
    ("A8 an exit that one of the two has started alone, or from too few complainants",
     """
     SELECT number FROM exit_cases WHERE started_on IS NOT NULL AND (department_confirmed_on IS NULL OR street_confirmed_on IS NULL
       OR exit_ground = 'complaints' AND coalesce(counted_complainants, 0) < 21)
     """),
    ("A8 an exit without a lawful ground",
     """
     SELECT number FROM exit_cases c WHERE status = 'exited' AND NOT EXISTS (SELECT 1 FROM exit_steps s WHERE s.exit_case = c.id
       AND s.exit_step IN ('owners'' decision', 'contract end', 'mutual termination'))
     """),
    ("Civil Code 278: passed without the majorities",
     """
     SELECT number FROM owner_votes WHERE declared_passed = 1 AND NOT (3 * voting_area >= 2 * total_area AND 3 * voting_owners >= 2 * total_owners
       AND CASE WHEN matter IN ('fund raising', 'rebuilding', 'change of use')
         THEN 4 * yes_area >= 3 * voting_area AND 4 * yes_owners >= 3 * voting_owners
         ELSE 2 * yes_area > voting_area AND 2 * yes_owners > voting_owners END)
     """),
    ("Civil Code 278: totals beyond the register",
     """
     SELECT v.number FROM owner_votes v JOIN projects p ON p.id = v.project
     WHERE v.total_area > p.area OR v.total_owners > p.households OR v.voting_area > v.total_area OR v.yes_owners > v.voting_owners
     """),
    ("A6 a statement that does not balance", "SELECT number FROM common_revenue_statements WHERE income - cost <> surplus"),
    ("A11 joint enforcement by one department", "SELECT number FROM joint_enforcements WHERE departments NOT LIKE '%、%'"),
    ("A11 a referral closed without feedback", "SELECT number FROM referrals WHERE feedback_on IS NOT NULL AND trim(coalesce(feedback, '')) = ''"),
    ("A12 a report without dissuasion", "SELECT number FROM fire_reports WHERE coalesce(emergency, 0) = 0 AND dissuaded_on IS NULL"),
    ("A17 an award below the province",
     """
     SELECT a.number FROM awards a JOIN commendations c ON c.id = a.commendation WHERE c.commendation_level NOT IN ('national', 'province')
     """),
    ("§1.4 a decision that rests on a draft",
     """
     SELECT subject_key FROM ledger l WHERE kind IN ('decide listing', 'determine refusal', 'start exit', 'restrict', 'grant award')
       AND json_extract(data, '$.of') IS NULL AND json_extract(data, '$.basis') IS NULL AND NOT EXISTS (
         SELECT 1 FROM policy_versions v WHERE v.adopted_on * 86400 - 28800 <= l.moment)
     """),
    ("D13 an entry by nobody known, or by somebody out of office",
     """
     SELECT l.position FROM ledger l LEFT JOIN officers o ON o.code = l.officer
     WHERE l.kind <> 'import' AND (o.id IS NULL OR o."from" * 86400 - 28800 > l.moment OR (o.until + 1) * 86400 - 28800 <= l.moment)
     """),
    ("D13 a case that runs backwards",
     """
     SELECT a.subject_key FROM ledger a JOIN ledger b ON a.subject_table = b.subject_table AND a.subject_key = b.subject_key
       AND a.position < b.position AND a.moment > b.moment
     """),
    ("a record that may only be added to was changed",
     """
     SELECT l.subject_key FROM ledger l, json_each(l.data, '$.changes') f WHERE json_extract(f.value, '$[0]') IS NOT NULL
       AND (l.subject_table IN ('bids', 'owner_votes', 'conferences', 'common_revenue_statements', 'list_publications', 'revisits', 'dispositions',
           'complaint_assignments', 'policy_versions')
         OR l.subject_table = 'urgings' AND f.key IN ('topic', 'deadline', 'made_on', 'enterprise', 'county')
         OR l.subject_table = 'orders' AND f.key IN ('enterprise', 'deadline', 'issued_on', 'reminded_on', 'rectified_on', 'refused_on')
         OR l.subject_table = 'list_entries' AND f.key <> 'removed_on')
     """),
    ("A14 a decided investigation that was changed",
     """
     SELECT b.subject_key FROM ledger a JOIN ledger b ON a.subject_table = 'fund_investigations' AND b.subject_table = a.subject_table
       AND a.subject_key = b.subject_key AND a.position < b.position
     WHERE json_extract(a.data, '$.changes.decided_on') IS NOT NULL
     """),
    ("A5 an award to who was not admitted after a check",
     """
     SELECT t.number FROM tenders t WHERE t.winner IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bids b WHERE b.tender = t.id
       AND b.enterprise = t.winner AND b.admitted = 1 AND b.checked_on IS NOT NULL AND b.was_filed IS NOT NULL AND b.was_black IS NOT NULL)
     """),
    ("A5 a public award to the unfiled, the black or grade D",
     """
     SELECT t.number FROM tenders t JOIN projects p ON p.id = t.project
     WHERE t.winner IS NOT NULL AND t.tenderer_kind IN ('public institution', 'state-owned enterprise') AND (
       NOT EXISTS (SELECT 1 FROM filings f WHERE f.enterprise = t.winner AND f.county = p.county AND f.accepted_on <= t.awarded_on
         AND coalesce(f.ended_on, 2147483647) >= t.awarded_on)
       OR EXISTS (SELECT 1 FROM list_entries e WHERE e.enterprise = t.winner AND e.list = 'black' AND e.decided_on < t.awarded_on
         AND coalesce(e.removed_on, 2147483647) > t.awarded_on AND coalesce(e.maximum_until, 2147483647) >= t.awarded_on)
       OR 'D' = (SELECT g.grade FROM published_grades g WHERE g.enterprise = t.winner AND g.published_on < t.awarded_on
         ORDER BY g.published_on DESC, g.year DESC LIMIT 1))
     """),
    ("A5 a check that is not of the day it was entered",
     """
     SELECT b.number FROM bids b JOIN ledger l ON l.subject_table = 'bids' AND l.subject_key = b.number
     WHERE b.checked_on IS NOT NULL AND b.checked_on <> (l.moment + 28800) / 86400
     """),
    ("A4 two guided prices of a level on one day",
     """
     SELECT a.number FROM guided_prices a JOIN guided_prices b ON a.service_level = b.service_level AND a.id < b.id AND a.county IS b.county
     WHERE a.starts_on <= coalesce(b.expires_on, 2147483647) AND b.starts_on <= coalesce(a.expires_on, 2147483647)
     """),
    ("A4 two fees of an estate for a level on one day",
     """
     SELECT a.number FROM project_fees a JOIN project_fees b ON a.project = b.project AND a.service_level IS b.service_level AND a.id < b.id
     WHERE a.starts_on <= coalesce(b.ended_on, 2147483647) AND b.starts_on <= coalesce(a.ended_on, 2147483647)
     """),
    ("A4 a fee of the wrong regime, by what the register knew of housing and contract when it was entered",
     """
     SELECT f.number FROM project_fees f JOIN projects p ON p.id = f.project
       JOIN ledger l ON l.kind = 'record fee' AND l.subject_key = f.number
     WHERE f.regime = 'guided' AND p.ordinary_housing = 0 AND NOT EXISTS (SELECT 1 FROM ledger h WHERE h.kind = 'classify estate'
         AND h.subject_key = p.code AND h.position > l.position)
       OR EXISTS (SELECT 1 FROM contracts c WHERE c.project = f.project AND f.starts_on BETWEEN c.starts_on AND coalesce(c.ended_on, 2147483647)
         AND NOT EXISTS (SELECT 1 FROM ledger k WHERE k.subject_table = 'contracts' AND k.subject_key = c.number AND k.position > l.position)
         AND (f.regime = 'guided' AND c.kind = 'ordinary' OR f.regime = 'market' AND c.kind = 'preliminary' AND p.ordinary_housing = 1
           AND NOT EXISTS (SELECT 1 FROM ledger h WHERE h.kind = 'classify estate' AND h.subject_key = p.code AND h.position > l.position)))
     """),
    ("物业管理条例 24: an award by a developer to one of fewer than three bidders, and no approval to negotiate",
     """
     SELECT t.number FROM tenders t WHERE t.winner IS NOT NULL AND t.tenderer_kind = 'developer' AND coalesce(trim(t.negotiation_approval), '') = ''
       AND (SELECT count(*) FROM (SELECT DISTINCT enterprise FROM bids WHERE tender = t.id)) < 3
     """),
    ("A5 a contract of a tender with somebody else, or of another estate",
     """
     SELECT t.number FROM tenders t JOIN contracts c ON c.id = t.contract WHERE t.winner IS NOT c.enterprise OR t.project <> c.project
     """),
    ("A4 a price table that ends before it begins, or a price of nothing",
     """
     SELECT number FROM guided_prices WHERE expires_on < starts_on OR base_price <= 0
     UNION ALL SELECT number FROM project_fees WHERE price <= 0
     """),
    ("A4 a guided fee without a guided price of its level on its first day",
     """
     SELECT f.number FROM project_fees f JOIN projects p ON p.id = f.project
     WHERE f.regime = 'guided' AND NOT EXISTS (SELECT 1 FROM guided_prices g WHERE g.service_level = f.service_level
       AND (g.county IS NULL OR g.county = p.county) AND g.starts_on <= f.starts_on AND coalesce(g.expires_on, 2147483647) >= f.starts_on)
     """),
    ("A3, A11 held on a day that had not come",
     """
     SELECT c.number FROM conferences c JOIN ledger l ON l.subject_table = 'conferences' AND l.subject_key = c.number
     WHERE c.convened_on > (l.moment + 28800) / 86400
     UNION ALL SELECT e.number FROM joint_enforcements e JOIN ledger l ON l.subject_table = 'joint_enforcements' AND l.subject_key = e.number
     GROUP BY e.number HAVING e.enforced_on > max((l.moment + 28800) / 86400)
     """),
    ("行政处罚法 44, 45: a restriction without a notice five working days before, or without a document",
     """
     SELECT number FROM restrictions WHERE noticed_on IS NULL OR decided_on < noticed_on + 6 OR trim(coalesce(document, '')) = ''
     UNION ALL SELECT number FROM licence_referrals WHERE trim(coalesce(document, '')) = ''
     """),
    ("A11 a contract filed that was signed while its enterprise was restricted",
     """
     SELECT c.number FROM contracts c JOIN restrictions r ON r.enterprise = c.enterprise
     WHERE c.number LIKE 'C-%' AND c.filed_on IS NOT NULL AND r.decided_on < c.filed_on AND r.decided_on < coalesce(c.signed_on, c.starts_on)
       AND coalesce(r.removed_on, 2147483647) > coalesce(c.signed_on, c.starts_on)
       AND coalesce(r.expires_on, 2147483647) >= coalesce(c.signed_on, c.starts_on)
     """),
    ("what ends before it begins",
     """
     SELECT number FROM contracts WHERE expires_on < starts_on OR ended_on < starts_on
     UNION ALL SELECT number FROM manager_assignments WHERE ended_on < starts_on
     UNION ALL SELECT number FROM staff_assignments WHERE ended_on < starts_on
     """),
    ("A14 an account below zero", "SELECT code FROM fund_accounts WHERE balance < 0 OR first_deposit < 0"),
    ("Civil Code 283: shares beyond what was approved, of another estate, twice, or of nothing",
     """
     SELECT r.number FROM fund_requests r JOIN fund_allocations a ON a.fund_request = r.id GROUP BY r.id
       HAVING r.approved IS NULL OR sum(a.share) > r.approved OR min(a.share) <= 0 OR count(*) <> count(DISTINCT a.fund_account)
     UNION ALL SELECT a.number FROM fund_allocations a JOIN fund_requests r ON r.id = a.fund_request JOIN fund_accounts c ON c.id = a.fund_account
     WHERE c.project <> r.project
     """),
    ("A17 an award to neither an enterprise nor a person, or of nothing",
     """
     SELECT a.number FROM awards a JOIN commendations c ON c.id = a.commendation
     WHERE c.recipient_kind NOT IN ('enterprise', 'person') OR a.award_amount <= 0
     """),
    ("A17 a commendation of nobody",
     """
     SELECT number FROM commendations WHERE CASE recipient_kind WHEN 'enterprise' THEN enterprise WHEN 'county' THEN county
       WHEN 'department' THEN commended_department WHEN 'person' THEN commended_person ELSE 1 END IS NULL
     """),
    ("A8 more satisfied answers than answers", "SELECT number FROM surveys WHERE satisfied_answers > answers OR satisfied_answers < 0"),
    ("A12 a survey below zero, or beyond ten for each household",
     """
     SELECT s.number FROM charging_surveys s JOIN projects p ON p.id = s.project
     WHERE min(coalesce(s.ebikes, 0), coalesce(s.sockets, 0), coalesce(s.sheds, 0), coalesce(s.planned_sockets, 0), coalesce(s.turnover, 0)) < 0
       OR max(coalesce(s.ebikes, 0), coalesce(s.sockets, 0)) > 10 * max(1, coalesce(p.households, 0))
     """),
    ("物业管理条例 9, 10: two committees at once",
     """
     SELECT b.number FROM committees a JOIN committees b ON a.project = b.project AND a.id < b.id
     WHERE b.elected_on < min(coalesce(a.ended_on, 2147483647), coalesce(a.expires_on + 1, 2147483647))
     """),
    ("A1 an authority whose division is not of its level, or of another county",
     """
     SELECT a.code FROM authorities a JOIN divisions d ON d.id = a.division LEFT JOIN divisions c ON c.id = a.county
     WHERE NOT (length(d.code) = CASE a.level WHEN 'city' THEN 4 WHEN 'county' THEN 6 WHEN 'street' THEN 9 ELSE 12 END
         OR a.level = 'community' AND length(d.code) = 9)
       OR c.code IS NOT NULL AND substr(d.code, 1, length(c.code)) <> c.code
     """),
    ("A7 a computed item in the credit file",
     """
     SELECT number FROM credit_records
     WHERE item IN ('D01', 'D02', 'D04', 'D08', 'D09', 'D10', 'D11', 'D12', 'D13', 'D14', 'G02', 'G03', 'G05', 'G07', 'V3', 'V4')
     """),
    ("A7 an item of one enterprise, estate and day entered again without a word of what it is of",
     """
     SELECT b.number FROM credit_records a JOIN credit_records b ON a.enterprise = b.enterprise AND a.item = b.item AND a.project IS b.project
       AND a.county = b.county AND a.variant IS b.variant AND a.decided_on = b.decided_on AND a.id < b.id
     WHERE b.origin IS NULL AND b.item <> 'county'
     """),
    ("A7 one fact entered twice",
     """
     SELECT b.number FROM credit_records a JOIN credit_records b ON a.enterprise = b.enterprise AND a.item = b.item AND a.origin = b.origin AND a.id < b.id
     """),
    ("A2, A6 a breach of a duty under another item",
     """
     SELECT number FROM credit_records WHERE origin LIKE 'duty %' AND item <> CASE
       WHEN origin LIKE 'duty manager filing %' OR origin LIKE 'duty reporting in %' THEN 'D03' WHEN origin LIKE 'duty common revenue %' THEN 'D06' ELSE 'D05' END
     """),
    ("A8 a refusal to leave in the credit file without its step, or before a lawful end",
     """
     SELECT r.number FROM credit_records r WHERE r.item = 'V2' AND r.origin LIKE 'exit_step %' AND NOT EXISTS (
       SELECT 1 FROM exit_steps s JOIN exit_steps e ON e.exit_case = s.exit_case AND e.done_on <= s.done_on
         AND e.exit_step IN ('owners'' decision', 'contract end', 'mutual termination')
       WHERE 'exit_step ' || s.number = r.origin AND s.exit_step = 'refusal to leave')
     """),
    ("A8 who has left an estate still has a contract there",
     """
     SELECT e.number FROM exit_cases e JOIN exit_steps s ON s.exit_case = e.id JOIN contracts c ON c.project = s.project AND c.enterprise = e.enterprise
     WHERE e.status = 'exited' AND s.exit_step IN ('owners'' decision', 'contract end', 'mutual termination') AND c.starts_on <= e.ended_on
       AND coalesce(c.ended_on, 2147483647) > e.ended_on
     """),
    ("A2 a filing that ended while the enterprise served in the county and no exit ran",
     """
     SELECT f.number FROM filings f JOIN ledger l ON l.subject_table = 'filings' AND l.subject_key = f.number AND l.kind = 'end filing'
       JOIN contracts c ON c.enterprise = f.enterprise JOIN projects p ON p.id = c.project AND p.county = f.county
     WHERE f.accepted_on IS NOT NULL AND c.starts_on <= f.ended_on AND coalesce(c.ended_on, 2147483647) > f.ended_on
       AND NOT EXISTS (SELECT 1 FROM ledger r WHERE r.subject_table = 'contracts' AND r.subject_key = c.number AND r.kind = 'report contract'
         AND r.position > l.position)
       AND NOT EXISTS (SELECT 1 FROM exit_cases e WHERE e.enterprise = f.enterprise AND e.county = f.county AND e.started_on <= f.ended_on
         AND coalesce(e.ended_on, 2147483647) >= f.ended_on)
     """),
    ("A11 an outcome published that nobody has decided", "SELECT number FROM licence_referrals WHERE published_on IS NOT NULL AND decided_on IS NULL"),
    ("行政处罚法 44, 45: a circular without a notice five working days before",
     "SELECT number FROM supervision_measures WHERE measure = 'circular' AND (noticed_on IS NULL OR taken_on < noticed_on + 6)"),
    ("A7 a measure that says nothing of the advice to the owners", "SELECT number FROM supervision_measures WHERE trim(coalesce(advice, '')) = ''"),
    ("A8 guidance without refusal, breach and strong reaction",
     "SELECT number FROM guidances WHERE NOT (coalesce(refuses, 0) AND coalesce(breach, 0) AND coalesce(strong_reaction, 0))"),
    ("GB 32100: a credit code that does not check",
     """
     SELECT uscc FROM enterprises e WHERE length(uscc) <> 18 OR substr(uscc, 18) <> substr('0123456789ABCDEFGHJKLMNPQRTUWXY', 1 + (31 - (
       WITH RECURSIVE place(n, weight) AS (SELECT 1, 1 UNION ALL SELECT n + 1, weight * 3 % 31 FROM place WHERE n < 17)
       SELECT sum((instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(e.uscc, n, 1)) - 1) * weight) FROM place) % 31) % 31, 1)
     """),
    // Civil Code 948: a contract that ran out goes on until it is ended.
    ("A10 an estate called served without a contract on the day it was called so",
     """
     SELECT p.code FROM ledger l JOIN projects p ON p.code = l.subject_key
     WHERE l.subject_table = 'projects' AND json_extract(l.data, '$.changes.service_mode[1]') = 'professional'
       AND NOT EXISTS (SELECT 1 FROM contracts c WHERE c.project = p.id AND c.starts_on <= (l.moment + 28800) / 86400
         AND coalesce(c.ended_on, 2147483647) >= (l.moment + 28800) / 86400)
     """),
    ("a ledger with a gap", "SELECT 1 FROM (SELECT max(position) AS last, count(*) AS entries FROM ledger) WHERE last <> entries"),
  ]
}
