-- A little of what people trust us with, in words that every version has. Invented.
insert into person (id, name, mail) values
  ('00000000-0000-4000-8000-000000000001', 'Noor de Vries', 'noor@voorbeeld.example'),
  ('00000000-0000-4000-8000-000000000002', 'Henk Bakker', null);
insert into dialogue (id, slug, title, state) values ('00000000-0000-4000-8000-000000000003', 'veerkracht', 'Veerkracht in de wijk', 'open');
insert into ledger (scope, seq) values ('00000000-0000-4000-8000-000000000003', 2);
insert into audit (scope, seq, actor, what, subject_kind, subject_id) values
  ('00000000-0000-4000-8000-000000000003', 1, 'command', 'dialogue.make', 'dialogue', '00000000-0000-4000-8000-000000000003'),
  ('00000000-0000-4000-8000-000000000003', 2, 'person:00000000-0000-4000-8000-000000000001', 'need.add', 'contribution', '00000000-0000-4000-8000-000000000006');
insert into session (id, dialogue_id, title, starts_at, ends_at) values
  ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000003', 'Eerste bijeenkomst', '2031-04-16T07:00:00Z', '2031-04-16T09:00:00Z');
insert into membership (person_id, dialogue_id, role, accepted_at) values
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000003', 'organiser', now());
insert into contribution (id, dialogue_id, session_id, person_id, kind, number, shared, text) values
  ('00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000004',
   '00000000-0000-4000-8000-000000000002', 'need', 1, 'all', 'Eén vast gezicht, ook “na vijven”.');
insert into setting (key, value) values ('site', '{"siteName": "Dialoog van Voorbeeld"}');
