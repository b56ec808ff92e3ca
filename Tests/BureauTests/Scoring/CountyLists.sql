-- After CityScores.sql: the red and black lists that the city's criteria propose for a county (:county) in the month that ends on
-- :day. :month and :before are the month and the one before it, 2026-09; :threeMonths is the day three months before :day.
-- :tie says that the county narrows its red list by a criterion of its own: one for each street, the fewest reworks first, then the
-- greatest share of complaints closed in three days. :reworks, where it is a number, is a criterion of the county's for the black
-- list: so many reworks.
, published AS (
  SELECT firm, grade, score FROM (
    SELECT enterprise AS firm, grade, score, row_number() OVER (PARTITION BY enterprise ORDER BY published_on DESC, id) AS place
    FROM published_grades, d WHERE published_on <= d.day) WHERE place = 1),
standing AS (
  SELECT l.enterprise AS firm, l.county FROM list_entries l, d WHERE l.list = 'black' AND l.decided_on <= d.day
    AND (l.removed_on IS NULL OR l.removed_on > d.day) AND (l.maximum_until IS NULL OR l.maximum_until >= d.day)),
-- the year to the day: distinct complainants, and answers at revisits and in surveys
people AS (
  SELECT c.enterprise AS firm, count(DISTINCT c.complainant) AS n FROM complaints c JOIN estates p ON p.id = c.project, d
  WHERE c.complainant IS NOT NULL AND c.finding IN ('substantiated', 'partly') AND c.status <> 'withdrawn' AND coalesce(c.basically_closed_at, 0) < d.cut
    AND c.accepted_at >= (d.r0 + 1) * 86400 - 28800 AND c.accepted_at < d.cut GROUP BY c.enterprise),
answers AS (
  SELECT firm, sum(s) AS s, sum(n) AS n FROM (
    SELECT c.enterprise AS firm, sum(c.satisfied) AS s, count(*) AS n FROM complaints c JOIN estates p ON p.id = c.project, d
    WHERE c.satisfied IS NOT NULL AND c.accepted_at < d.cut AND coalesce(c.revisited_at, c.accepted_at) >= (d.r0 + 1) * 86400 - 28800
      AND coalesce(c.revisited_at, c.accepted_at) < d.cut GROUP BY c.enterprise
    UNION ALL
    SELECT v.enterprise, v.satisfied_answers, v.answers FROM surveys v JOIN estates p ON p.id = v.project, d
    WHERE v.held_on > d.r0 AND v.held_on <= d.day) GROUP BY firm),
refusal AS (
  SELECT DISTINCT o.enterprise AS firm FROM orders o, d WHERE o.county = :county AND o.refused_on > d.r0 AND o.refused_on <= d.day
    AND o.refused_on > o.deadline AND o.deadline < d.day AND o.reminded_on <= o.refused_on AND (o.rectified_on IS NULL OR o.rectified_on > d.day)),
refused AS (
  SELECT enterprise AS firm, strftime('%Y-%m', refused_on * 86400, 'unixepoch') AS month FROM orders, d WHERE county = :county AND refused_on <= d.day),
ground AS (
  SELECT firm, 'black-veto-' || lower(code) AS code FROM veto
  UNION SELECT firm, 'black-grade-d' FROM published WHERE grade = 'D'
  -- A8: more than twenty complainants, and a refusal or less than half of at least thirty answers satisfied
  UNION SELECT p.firm, 'black-exit' FROM people p LEFT JOIN answers a ON a.firm = p.firm
    WHERE p.n > 20 AND (p.firm IN (SELECT firm FROM refusal) OR a.n >= 30 AND 2 * a.s < a.n)
  UNION SELECT a.firm, 'black-refusals' FROM refused a JOIN refused b ON b.firm = a.firm WHERE a.month = :month AND b.month = :before
  UNION SELECT r.enterprise, 'black-serious' FROM records r, d WHERE (r.item = 'D17' OR r.item = 'D18' AND r.variant = 'serious')
    AND NOT EXISTS (SELECT 1 FROM list_entries l WHERE l.list = 'black' AND l.county = :county AND l.enterprise = r.enterprise
      AND l.decided_on BETWEEN r.decided_on AND d.day)),
black AS (
  SELECT g.firm, g.code FROM ground g
  WHERE g.firm IN (SELECT firm FROM score) AND g.firm NOT IN (SELECT firm FROM standing WHERE county = :county)),
fit AS (
  SELECT s.firm, s.uscc, coalesce(p.score, s.score) AS points, a.s, a.n FROM score s LEFT JOIN published p ON p.firm = s.firm
    JOIN answers a ON a.firm = s.firm, d
  WHERE CASE WHEN p.grade IS NOT NULL THEN p.grade = 'A' ELSE s.grade <> 'unrated' AND s.score >= 90000 END
    AND s.firm NOT IN (SELECT firm FROM veto)
    AND NOT EXISTS (SELECT 1 FROM credit_records r WHERE r.county = :county AND r.enterprise = s.firm AND r.decided_on > d.r0
      AND r.decided_on <= d.day AND r.item IN ('D18', 'V1', 'V2', 'V5', 'V6'))
    AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.county = :county AND o.enterprise = s.firm AND o.issued_on <= d.day
      AND (o.rectified_on IS NULL OR o.rectified_on > d.day))
    AND NOT EXISTS (SELECT 1 FROM complaint c WHERE c.firm = s.firm AND c.slow AND (c.cause IS NULL OR c.cause = 'enterprise')
      AND c.accepted >= (:threeMonths + 1) * 86400 - 28800)
    AND a.n >= 30 AND 100 * a.s >= 85 * a.n
    AND s.firm NOT IN (SELECT firm FROM line WHERE item IN ('D01', 'D02', 'D03', 'D05', 'D06'))
    AND s.firm NOT IN (SELECT firm FROM standing)
    AND s.firm NOT IN (SELECT firm FROM black)),
-- A7, adjusted every month: who stands on the county's red list and fails a criterion; what is not known fails nobody
on_red AS (
  SELECT DISTINCT l.enterprise AS firm FROM list_entries l, d WHERE l.list = 'red' AND l.county = :county AND l.decided_on <= d.day
    AND (l.removed_on IS NULL OR l.removed_on > d.day) AND (l.maximum_until IS NULL OR l.maximum_until >= d.day)),
unfit AS (
  SELECT o.firm FROM on_red o LEFT JOIN score s ON s.firm = o.firm LEFT JOIN published p ON p.firm = o.firm LEFT JOIN answers a ON a.firm = o.firm, d
  WHERE s.firm IS NULL
    OR CASE WHEN p.grade IS NOT NULL THEN p.grade <> 'A' ELSE s.grade = 'unrated' OR s.score < 90000 END
    OR o.firm IN (SELECT firm FROM veto)
    OR EXISTS (SELECT 1 FROM credit_records r WHERE r.county = :county AND r.enterprise = o.firm AND r.decided_on > d.r0
      AND r.decided_on <= d.day AND r.item IN ('D18', 'V1', 'V2', 'V5', 'V6'))
    OR EXISTS (SELECT 1 FROM orders z WHERE z.county = :county AND z.enterprise = o.firm AND z.issued_on <= d.day
      AND (z.rectified_on IS NULL OR z.rectified_on > d.day))
    OR EXISTS (SELECT 1 FROM complaint c WHERE c.firm = o.firm AND c.slow AND (c.cause IS NULL OR c.cause = 'enterprise')
      AND c.accepted >= (:threeMonths + 1) * 86400 - 28800)
    OR a.n >= 30 AND 100 * a.s < 85 * a.n
    OR o.firm IN (SELECT firm FROM line WHERE item IN ('D01', 'D02', 'D03', 'D05', 'D06'))
    OR o.firm IN (SELECT firm FROM standing)),
places AS (SELECT CASE WHEN count(*) = 0 THEN 0 ELSE max(1, count(*) / 10) END AS n FROM score WHERE grade <> 'unrated'),
-- the complaints of the year to the day: how often they were dealt with again, and how many of those that can be judged were in time.
-- The three days count for what was accepted from 2026 on.
worked AS (
  SELECT c.enterprise AS firm, CASE WHEN c.revisited_at IS NULL OR c.revisited_at < d.cut THEN max(0, coalesce(c.reworks, 0)) ELSE 0 END AS again,
    c.accepted_at >= 1767196800 AS counts, c.status IN ('withdrawn', 'duplicate', 'transferred') AS gone, d.cut,
    ((c.accepted_at + 28800) / 86400 + 4) * 86400 - 28800 AS due,
    coalesce(CASE WHEN c.basically_closed_at < d.cut THEN c.basically_closed_at END, CASE WHEN c.closed_at < d.cut THEN c.closed_at END) AS done
  FROM complaints c JOIN estates p ON p.id = c.project, d
  WHERE c.enterprise IS NOT NULL AND c.accepted_at >= (d.r0 + 1) * 86400 - 28800 AND c.accepted_at < d.cut),
work AS (
  SELECT firm, sum(again) AS again, sum(counts AND done <= due) AS prompt,
    sum(counts AND (done IS NOT NULL OR NOT gone AND cut > due)) AS judged FROM worked GROUP BY firm),
-- the street in which it serves the most households on the day; who serves an estate is whose contract began last
serving AS (
  SELECT k.enterprise AS firm, p.street, p.households, row_number() OVER (PARTITION BY k.project ORDER BY k.starts_on DESC, k.id) AS place
  FROM agreements k JOIN projects p ON p.id = k.project, d WHERE k.starts_on <= d.day AND (k.ended_on IS NULL OR k.ended_on >= d.day)),
home AS (
  SELECT firm, street FROM (
    SELECT firm, street, row_number() OVER (PARTITION BY firm ORDER BY sum(max(1, coalesce(households, 1))) DESC, street) AS place
    FROM serving WHERE place = 1 AND street IS NOT NULL GROUP BY firm, street) WHERE place = 1),
-- the better score first, then the greater share of satisfied answers, then the code
city AS (SELECT firm, uscc, row_number() OVER (ORDER BY points DESC, 1.0 * s / n DESC, uscc) AS place FROM fit),
own AS (
  SELECT c.firm, c.uscc, h.street, row_number() OVER (
    ORDER BY :tie * coalesce(w.again, 0), :tie * (coalesce(w.judged, 0) = 0), -:tie * coalesce(10000 * w.prompt / w.judged, 0), c.place) AS place
  FROM city c LEFT JOIN work w ON w.firm = c.firm LEFT JOIN home h ON h.firm = c.firm),
first AS (
  SELECT uscc, place, row_number() OVER (PARTITION BY CASE WHEN :tie AND street IS NOT NULL THEN 'in ' || street ELSE 'is ' || firm END ORDER BY place) AS here
  FROM own),
red AS (SELECT uscc, row_number() OVER (ORDER BY place) AS place FROM first WHERE here = 1)
SELECT e.uscc || ' ' || b.code AS proposal FROM black b JOIN enterprises e ON e.id = b.firm
UNION ALL
SELECT e.uscc || ' many-reworks' FROM work w JOIN enterprises e ON e.id = w.firm
WHERE w.again >= :reworks AND w.firm NOT IN (SELECT firm FROM black)
UNION ALL
SELECT r.uscc || ' red' FROM red r, places WHERE r.place <= places.n
UNION ALL
SELECT e.uscc || ' removal' FROM unfit u JOIN enterprises e ON e.id = u.firm
