-- One review at a time, written as plainly as PostgreSQL can: the yardstick of the review write path (design.md 6).
-- The same rows as lib/server/event-log.ts writes for one answer: event, review, card, day. Run by `npm run bench`:
--   pgbench -n -M prepared -c 8 -j 2 -T 10 -f tests/golden/pgbench/review.sql
-- Do not make it faster or slower: figures of different days are compared through it.
\set learner random(1, 1000)
\set fact random(1, 300)
\set second random(0, 100000000)
with happened as (
  insert into event (user_id, id, kind, device_id, device_seq, at, received_at, zone, rollover_hour, learner_day,
    question_hash, response, fraction, took_ms, context, body_hash)
  select ('00000000-0000-7000-8000-' || lpad(:learner::text, 12, '0'))::uuid, gen_random_uuid(), 'answer',
    '00000000-0000-7000-8000-000000000000', :second, now(), now(), 'Europe/Berlin', 4::smallint, current_date,
    repeat('0', 64), '{"kind": "choice", "value": "e: somebody"}'::jsonb, 1, 4000,
    '{"mode": "study", "helped": false, "tooEasy": false, "attempt": null}'::jsonb, repeat('0', 64)
  returning user_id, id, at),
reviewed as (
  insert into review (user_id, event_id, pack_id, fact_key, direction, rating, due, due_day)
  select user_id, id, 'pack', 'f' || :fact, 'subject', 'good', now() + interval '3 days', current_date + 3 from happened),
remembered as (
  insert into card as c (user_id, pack_id, fact_key, direction, stability, difficulty, rung, reps, lapses, right_in_row,
    produced, last_rating, last_at, last_day, due, due_day, cap, suspended, buried_until)
  select user_id, 'pack', 'f' || :fact, 'subject', 2.3065, 2.118103970459016, 1::smallint, 1, 0, 1, false, 'good', at,
    current_date, now() + interval '3 days', current_date + 3, null, false, null from happened
  on conflict (user_id, pack_id, fact_key, direction) do update set stability = excluded.stability,
    difficulty = excluded.difficulty, rung = excluded.rung, reps = c.reps + 1, lapses = c.lapses + excluded.lapses,
    right_in_row = c.right_in_row + 1, produced = excluded.produced, last_rating = excluded.last_rating,
    last_at = excluded.last_at, last_day = excluded.last_day, due = excluded.due, due_day = excluded.due_day,
    cap = excluded.cap, suspended = excluded.suspended, buried_until = excluded.buried_until)
insert into study_day as d (user_id, learner_day, answers, "right", took_ms)
select user_id, current_date, 1, 1, 4000 from happened
on conflict (user_id, learner_day) do update set answers = d.answers + 1, "right" = d."right" + 1,
  took_ms = d.took_ms + 4000;
