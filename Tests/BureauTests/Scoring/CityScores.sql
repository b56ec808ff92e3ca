-- The city's credit scores, worked out from the register by SQL alone: written from the city's reference of items, points and
-- caps, not from the engine. Points are in thousandths. :day is the last day that is seen. :county is the id of a county, over
-- whose estates and by whose records it is scored, or NULL for the city.
WITH
d AS (SELECT :day AS day,                                        -- days since 1970
             :newYear AS y0,                                     -- 1 January of its year
             :yearBefore AS r0,                                  -- the same day of the year before: records after it are valid
             (:day + 1) * 86400 - 28800 AS cut,                  -- its end, Asia/Shanghai
             :newYear * 86400 - 28800 AS start),
estates AS (SELECT * FROM projects WHERE :county IS NULL OR county = :county),
agreements AS (SELECT k.* FROM contracts k JOIN estates p ON p.id = k.project),
-- A13: complaints accepted in the year, with what had not happened yet taken away.
seen AS (
  SELECT c.id, c.project, c.enterprise AS firm, c.complainant, c.status, c.delay_cause AS cause, c.accepted_at AS accepted,
    -- what was found is known with the basic closure
    CASE WHEN c.basically_closed_at IS NULL OR c.basically_closed_at < d.cut THEN c.finding END AS finding,
    -- what a revisit found is not known before it
    CASE WHEN c.revisited_at IS NULL OR c.revisited_at < d.cut THEN c.false_closure END AS false_closure,
    CASE WHEN c.revisited_at IS NULL OR c.revisited_at < d.cut THEN c.reworks END AS reworks, c.satisfied, c.revisited_at,
    CASE WHEN c.preliminary_at < d.cut THEN c.preliminary_at END AS preliminary,
    coalesce(CASE WHEN c.basically_closed_at < d.cut THEN c.basically_closed_at END,
             CASE WHEN c.closed_at < d.cut THEN c.closed_at END) AS done,
    -- three calendar days: the day of acceptance does not count, the third ends at 24:00
    ((c.accepted_at + 28800) / 86400 + 4) * 86400 - 28800 AS closeDue,
    c.accepted_at + 3 * 3600 AS answerDue
  FROM complaints c JOIN estates p ON p.id = c.project, d WHERE c.enterprise IS NOT NULL AND c.accepted_at >= d.start AND c.accepted_at < d.cut),
complaint AS (
  SELECT s.*, d.cut,
    CASE WHEN status IN ('withdrawn', 'duplicate', 'transferred') AND done IS NULL THEN 0
         WHEN done IS NOT NULL THEN done > closeDue ELSE d.cut > closeDue END AS slow,
    CASE WHEN status IN ('withdrawn', 'duplicate', 'transferred') AND coalesce(preliminary, done) IS NULL THEN 0
         WHEN coalesce(preliminary, done) IS NOT NULL THEN coalesce(preliminary, done) > answerDue ELSE d.cut > answerDue END AS slowAnswer
  FROM seen s, d),
-- Estates served on some day of the year, with their households.
served AS (
  SELECT DISTINCT k.enterprise AS firm, k.project FROM agreements k, d
  WHERE k.starts_on <= d.day AND (k.ended_on IS NULL OR k.ended_on > d.day OR k.ended_on >= d.y0)),
records AS (
  SELECT r.* FROM credit_records r, d WHERE (:county IS NULL OR r.county = :county) AND r.decided_on > d.r0 AND r.decided_on <= d.day),
-- Cases of items: firm, item, project (NULL: the enterprise), count, points of all cases together, cap, sign.
cases AS (
  -- D01 serving in a county without an accepted filing
  SELECT firm, 'D01' AS item, NULL AS project, count(*) * 10000 AS points, 20000 AS cap, -1 AS sign FROM (
    SELECT DISTINCT k.enterprise AS firm, p.county FROM agreements k JOIN projects p ON p.id = k.project, d
    WHERE k.starts_on <= d.day AND (k.ended_on IS NULL OR k.ended_on >= d.day)
      AND NOT EXISTS (SELECT 1 FROM filings f WHERE f.enterprise = k.enterprise AND f.county = p.county
                      AND f.accepted_on <= d.day AND (f.ended_on IS NULL OR f.ended_on > d.day))) GROUP BY firm
  UNION ALL
  -- D02 contract not filed within 30 days
  SELECT k.enterprise, 'D02', NULL, count(*) * 3000, 9000, -1 FROM agreements k, d
  WHERE coalesce(CASE WHEN k.signed_on <= d.day THEN k.signed_on END, k.starts_on) + 30 < d.day AND k.starts_on <= d.day
    AND CASE WHEN k.filed_on <= d.day
             THEN k.filed_on > coalesce(k.signed_on, k.starts_on) + 30 AND coalesce(k.signed_on, k.starts_on) + 31 BETWEEN d.y0 AND d.day
             ELSE k.ended_on IS NULL OR k.ended_on >= d.day END
  GROUP BY k.enterprise
  UNION ALL
  -- D04 unheeded urging about filing, from the second on, county by county
  SELECT firm, 'D04', NULL, sum(n - 1) * 5000, 1000000000, -1 FROM (
    SELECT u.enterprise AS firm, u.county, count(DISTINCT u.deadline) AS n FROM urgings u, d
    WHERE (:county IS NULL OR u.county = :county) AND u.topic = 'filing' AND u.deadline < d.day AND u.deadline > d.r0 AND (u.heeded_on IS NULL OR u.heeded_on > u.deadline)
    GROUP BY u.enterprise, u.county) WHERE n >= 2 GROUP BY firm
  UNION ALL
  SELECT firm, 'D08', project, count(*) * 500, 5000, -1 FROM complaint WHERE cause = 'enterprise' AND slowAnswer GROUP BY firm, project
  UNION ALL
  SELECT firm, 'D09', project, count(*) * 1000, 10000, -1 FROM complaint WHERE cause = 'enterprise' AND slow GROUP BY firm, project
  UNION ALL
  -- D10 one for each different complainant with a substantiated complaint; who is anonymous cannot be told apart
  SELECT firm, 'D10', project, count(DISTINCT complainant) * 500, 10000, -1 FROM complaint
  WHERE finding IN ('substantiated', 'partly') AND status <> 'withdrawn' AND complainant IS NOT NULL GROUP BY firm, project
  UNION ALL
  SELECT firm, 'D11', project, count(*) * 3000, 9000, -1 FROM complaint WHERE false_closure = 1 GROUP BY firm, project
  UNION ALL
  SELECT firm, 'D12', project, count(*) * 1000, 5000, -1 FROM complaint
  WHERE reworks > 0 AND coalesce(false_closure, 0) = 0 GROUP BY firm, project
  UNION ALL
  -- D13 and G03 satisfaction, with at least 30 answers
  SELECT firm, CASE WHEN 10 * s < 7 * n THEN 'D13' ELSE 'G03' END, NULL,
    CASE WHEN 2 * s < n THEN 10000 WHEN 5 * s < 3 * n THEN 5000 WHEN 10 * s < 7 * n THEN 2000
         WHEN 10 * s >= 9 * n THEN 5000 WHEN 5 * s >= 4 * n THEN 3000 ELSE 0 END,
    10000, CASE WHEN 10 * s < 7 * n THEN -1 ELSE 1 END
  FROM (SELECT firm, sum(s) AS s, sum(n) AS n FROM (
      SELECT firm, sum(satisfied) AS s, count(*) AS n FROM complaint
      WHERE satisfied IS NOT NULL AND (revisited_at IS NULL OR revisited_at < cut) GROUP BY firm
      UNION ALL
      SELECT v.enterprise, v.satisfied_answers, v.answers FROM surveys v JOIN estates p ON p.id = v.project, d WHERE v.held_on BETWEEN d.y0 AND d.day) GROUP BY firm)
  WHERE n >= 30
  UNION ALL
  -- D14 orders whose refusal the county determined after their deadline and a written reminder
  SELECT o.enterprise, 'D14', NULL, count(*) * 8000, 24000, -1 FROM orders o, d
  WHERE (:county IS NULL OR o.county = :county) AND o.refused_on > d.r0 AND o.refused_on <= d.day AND o.refused_on > o.deadline AND o.deadline < d.day AND o.reminded_on <= o.refused_on
  GROUP BY o.enterprise
  UNION ALL
  -- G02 and B01: months of the year on whose fifth day an entry stood; a black entry holds city-wide, to its removal or its maximum
  SELECT l.enterprise, CASE l.list WHEN 'red' THEN 'G02' ELSE 'B01' END, NULL,
    count(DISTINCT m.fifth) * CASE l.list WHEN 'red' THEN 500 ELSE 2000 END, CASE l.list WHEN 'red' THEN 4000 ELSE 8000 END,
    CASE l.list WHEN 'red' THEN 1 ELSE -1 END
  FROM list_entries l, d, (SELECT value AS fifth FROM json_each(:fifths)) m
  WHERE (:county IS NULL OR l.list = 'black' OR l.county = :county) AND m.fifth <= d.day AND l.decided_on <= m.fifth AND (l.removed_on IS NULL OR l.removed_on > d.day OR l.removed_on > m.fifth)
    AND (l.maximum_until IS NULL OR m.fifth <= l.maximum_until)
  GROUP BY l.enterprise, l.list
  UNION ALL
  -- What officers recorded with a document
  SELECT r.enterprise, r.item, CASE WHEN i.own = 'project' THEN r.project END, sum(i.points), max(i.cap), max(i.sign) FROM records r JOIN (
    SELECT column1 AS item, column2 AS variant, column3 AS points, column4 AS cap, column5 AS sign, column6 AS own FROM (VALUES
      ('D03', '', 2000, 6000, -1, ''), ('D05', '', 1000, 5000, -1, 'project'), ('D06', '', 5000, 5000, -1, 'project'),
      ('D07', '', 5000, 10000, -1, ''), ('D15', 'interview', 2000, 10000, -1, ''), ('D15', 'circular', 5000, 10000, -1, ''),
      ('D16', '', 3000, 9000, -1, 'project'), ('D17', '', 8000, 16000, -1, 'project'), ('D18', 'minor', 2000, 30000, -1, ''),
      ('D18', 'general', 5000, 30000, -1, ''), ('D18', 'serious', 15000, 30000, -1, ''), ('D19', '', 1000, 4000, -1, 'project'),
      ('G04', 'takeover', 2000, 6000, 1, ''), ('G04', 'shared', 2000, 6000, 1, ''), ('G06', '', 2000, 1000000000, 1, ''),
      ('G08', '', 1000, 1000000000, 1, ''))) i ON i.item = r.item AND i.variant = coalesce(r.variant, '')
  GROUP BY r.enterprise, r.item, CASE WHEN i.own = 'project' THEN r.project END
  UNION ALL
  -- G01 the highest commendation in each matter
  SELECT enterprise, 'G01', NULL, sum(points), 1000000000, 1 FROM (
    SELECT enterprise, document, max(CASE variant WHEN 'national' THEN 5000 WHEN 'province' THEN 5000 WHEN 'city' THEN 3000 ELSE 2000 END) AS points
    FROM records WHERE item = 'G01' GROUP BY enterprise, document) GROUP BY enterprise
  UNION ALL
  SELECT id, 'G05', NULL, 1000, 1000000000, 1 FROM enterprises WHERE staff > 0 AND staff_4050 * 20 >= staff AND staff_4050 <= staff
  UNION ALL
  -- G07 completed quarters, served throughout, without a complaint that was overdue and not cleared by another cause
  SELECT firm, 'G07', NULL, count(*) * 1000, 4000, 1 FROM (
    SELECT DISTINCT k.enterprise AS firm, q.first, q.last FROM agreements k, d,
      (SELECT json_extract(value, '$[0]') AS first, json_extract(value, '$[1]') AS last FROM json_each(:quarters)) q
    WHERE q.last <= d.day AND k.starts_on <= q.first AND (k.ended_on IS NULL OR k.ended_on >= q.last))
  x WHERE NOT EXISTS (SELECT 1 FROM complaint c WHERE c.firm = x.firm AND c.slow AND (c.cause IS NULL OR c.cause = 'enterprise')
    AND c.accepted >= x.first * 86400 - 28800 AND c.accepted < (x.last + 1) * 86400 - 28800)
  GROUP BY firm),
-- The households of an enterprise's estates: those it served, and those that its lines concern.
estate AS (
  SELECT firm, project FROM served UNION SELECT firm, project FROM cases WHERE project IS NOT NULL),
portfolio AS (SELECT e.firm, sum(p.households) AS households, count(*) AS estates FROM estate e JOIN projects p ON p.id = e.project GROUP BY e.firm),
line AS (
  SELECT c.firm, c.item, c.project, c.sign, min(c.points, c.cap) AS points,
    CASE WHEN c.project IS NULL THEN 1 WHEN f.households > 0 THEN p.households ELSE 1 END AS part,
    CASE WHEN c.project IS NULL THEN 1 WHEN f.households > 0 THEN f.households ELSE max(1, f.estates) END AS whole
  FROM cases c LEFT JOIN projects p ON p.id = c.project LEFT JOIN portfolio f ON f.firm = c.firm
  WHERE c.points > 0),
-- rounded to a thousandth, half away from zero
weighted AS (SELECT *, sign * ((points * part * 2 + whole) / (whole * 2)) AS counts FROM line),
veto AS (
  SELECT DISTINCT enterprise AS firm, item AS code FROM records WHERE item IN ('V1', 'V2', 'V5', 'V6')
  UNION
  SELECT enterprise, 'V3' FROM (
    SELECT u.enterprise, u.county, count(DISTINCT u.deadline) AS n FROM urgings u, d
    WHERE (:county IS NULL OR u.county = :county) AND u.topic = 'filing' AND u.deadline < d.day AND u.deadline > d.r0 AND (u.heeded_on IS NULL OR u.heeded_on > u.deadline)
    GROUP BY u.enterprise, u.county) WHERE n >= 4
  UNION
  -- V4 in a county: more than 20 different complainants in the year to the day, and a refusal that stands
  SELECT x.firm, 'V4' FROM (
    SELECT c.enterprise AS firm, p.county FROM complaints c JOIN estates p ON p.id = c.project, d
    WHERE c.complainant IS NOT NULL AND c.finding IN ('substantiated', 'partly') AND c.status <> 'withdrawn' AND coalesce(c.basically_closed_at, 0) < d.cut
      AND c.accepted_at >= (d.r0 + 1) * 86400 - 28800 AND c.accepted_at < d.cut
    GROUP BY c.enterprise, p.county HAVING count(DISTINCT c.complainant) > 20) x, d
  WHERE EXISTS (SELECT 1 FROM orders o WHERE o.enterprise = x.firm AND o.county = x.county AND o.refused_on > d.r0 AND o.refused_on <= d.day
    AND o.refused_on > o.deadline AND o.deadline < d.day AND o.reminded_on <= o.refused_on AND (o.rectified_on IS NULL OR o.rectified_on > d.day))),
total AS (
  SELECT e.id AS firm, e.uscc,
    coalesce(e.serving_since, (SELECT min(k.starts_on) FROM agreements k WHERE k.enterprise = e.id AND k.starts_on <= d.day)) AS since,
    80000 + coalesce((SELECT sum(counts) FROM weighted w WHERE w.firm = e.id AND w.sign < 0), 0)
      + min(20000, coalesce((SELECT sum(counts) FROM weighted w WHERE w.firm = e.id AND w.sign > 0), 0)) AS sum
  FROM enterprises e, d),
score AS (
  SELECT t.firm, t.uscc, min(100000, max(0, t.sum)) AS score,
    CASE WHEN t.firm IN (SELECT firm FROM veto) THEN 'D'
         WHEN t.since IS NULL OR t.since > :threeMonthsBefore THEN 'unrated'
         WHEN t.sum >= 90000 THEN 'A' WHEN t.sum >= 75000 THEN 'B' WHEN t.sum >= 60000 THEN 'C' ELSE 'D' END AS grade
  FROM total t
  -- a county scores who served an estate of it in the year, or did something there
  WHERE :county IS NULL OR t.firm IN (SELECT firm FROM served) OR t.firm IN (SELECT firm FROM veto)
    OR t.firm IN (SELECT firm FROM line WHERE item NOT IN ('G05', 'B01')))
