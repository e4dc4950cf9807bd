CREATE FUNCTION file_is_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.content IS NULL THEN INSERT INTO network_file_gone (id) VALUES (OLD.id) ON CONFLICT DO NOTHING; END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER network_file_gone AFTER DELETE ON network_file FOR EACH ROW EXECUTE FUNCTION file_is_gone();
