CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'P0001'; END $$;
--> statement-breakpoint
CREATE FUNCTION is_passing(which uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT FROM ledger WHERE scope = which AND passing) $$;
--> statement-breakpoint
CREATE FUNCTION is_leaving(which uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT is_passing(which) OR current_setting('klankbord.erases', true) = which::text $$;
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' AND current_setting('klankbord.archives', true) = 'on' AND OLD.at < now() - interval '1 year' THEN RETURN OLD; END IF;
  IF TG_OP = 'DELETE' AND is_passing(OLD.scope) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'P0001';
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_events() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' AND is_leaving(OLD.dialogue_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'P0001';
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_gathering() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' AND is_leaving((SELECT dialogue_id FROM session WHERE id = OLD.session_id)) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'P0001';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_passing_stays BEFORE UPDATE OF passing ON ledger FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log();
--> statement-breakpoint
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_archive_append_only BEFORE UPDATE OR DELETE ON audit_archive FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_archive_no_truncate BEFORE TRUNCATE ON audit_archive FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consent_append_only BEFORE UPDATE OR DELETE ON consent FOR EACH ROW EXECUTE FUNCTION refuse_change_of_events();
--> statement-breakpoint
CREATE TRIGGER theme_event_append_only BEFORE UPDATE OR DELETE ON theme_event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_events();
--> statement-breakpoint
CREATE TRIGGER gather_event_append_only BEFORE UPDATE OR DELETE ON gather_event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_gathering();
--> statement-breakpoint
INSERT INTO ledger (scope) VALUES ('00000000-0000-0000-0000-000000000000') ON CONFLICT DO NOTHING;
