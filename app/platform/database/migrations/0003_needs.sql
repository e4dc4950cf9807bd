CREATE FUNCTION need_says_otherwise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM network_need WHERE contribution_id = OLD.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER network_need_reread AFTER UPDATE OF text ON contribution FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION need_says_otherwise();
