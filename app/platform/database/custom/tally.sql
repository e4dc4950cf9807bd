CREATE FUNCTION tally_ballots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO tally AS t (session_id, ballots)
      SELECT session_id, count(*) FROM fresh WHERE session_id IS NOT NULL GROUP BY 1 ORDER BY 1
      ON CONFLICT (session_id) DO UPDATE SET ballots = t.ballots + excluded.ballots;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE tally SET ballots = tally.ballots - g.n
      FROM (SELECT session_id, count(*) AS n FROM gone GROUP BY 1) g WHERE tally.session_id = g.session_id;
  ELSE
    INSERT INTO tally AS t (session_id, ballots)
      SELECT session_id, sum(n) FROM (SELECT session_id, 1 AS n FROM fresh UNION ALL SELECT session_id, -1 FROM gone) moved
      WHERE session_id IS NOT NULL GROUP BY 1 HAVING sum(n) <> 0 ORDER BY 1
      ON CONFLICT (session_id) DO UPDATE SET ballots = t.ballots + excluded.ballots;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ballot_tally_insert AFTER INSERT ON ballot REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_ballots();
--> statement-breakpoint
CREATE TRIGGER ballot_tally_update AFTER UPDATE ON ballot REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_ballots();
--> statement-breakpoint
CREATE TRIGGER ballot_tally_delete AFTER DELETE ON ballot REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_ballots();
