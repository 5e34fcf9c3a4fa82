-- What Prisma's schema cannot say: enumerations are text with a check, and numbers have their ranges.

ALTER TABLE "event"
  ADD CONSTRAINT "event_kind" CHECK ("kind" IN ('answer', 'undo', 'override', 'suspend', 'bury', 'forget', 'set_due', 'plan')),
  ADD CONSTRAINT "event_answer_whole" CHECK (
    "kind" <> 'answer' OR ("question_hash" IS NOT NULL AND "response" IS NOT NULL AND "fraction" IS NOT NULL)),
  ADD CONSTRAINT "event_fraction" CHECK ("fraction" BETWEEN 0 AND 1),
  ADD CONSTRAINT "event_at" CHECK ("at" BETWEEN '2000-01-01T00:00:00Z' AND "received_at"),
  ADD CONSTRAINT "event_rollover_hour" CHECK ("rollover_hour" BETWEEN 0 AND 23),
  ADD CONSTRAINT "event_device_seq" CHECK ("device_seq" >= 0),
  ADD CONSTRAINT "event_took_ms" CHECK ("took_ms" BETWEEN 0 AND 3600000);

ALTER TABLE "review"
  ADD CONSTRAINT "review_direction" CHECK ("direction" IN ('subject', 'object', 'from', 'to')),
  ADD CONSTRAINT "review_rating" CHECK ("rating" IN ('again', 'hard', 'good', 'easy'));

ALTER TABLE "card"
  ADD CONSTRAINT "card_direction" CHECK ("direction" IN ('subject', 'object', 'from', 'to')),
  ADD CONSTRAINT "card_last_rating" CHECK ("last_rating" IN ('again', 'hard', 'good', 'easy')),
  ADD CONSTRAINT "card_stability" CHECK ("stability" > 0),
  ADD CONSTRAINT "card_difficulty" CHECK ("difficulty" BETWEEN 1 AND 10),
  ADD CONSTRAINT "card_rung" CHECK ("rung" BETWEEN 0 AND 4),
  ADD CONSTRAINT "card_cap" CHECK ("cap" IN ('until-two-right', 'until-produced')),
  ADD CONSTRAINT "card_counts" CHECK ("reps" >= 0 AND "lapses" >= 0 AND "right_in_row" >= 0);

ALTER TABLE "study_day"
  ADD CONSTRAINT "study_day_counts" CHECK ("answers" >= 0 AND "right" BETWEEN 0 AND "answers" AND "took_ms" >= 0);

ALTER TABLE "setting"
  ADD CONSTRAINT "setting_rollover_hour" CHECK ("rollover_hour" BETWEEN 0 AND 23),
  ADD CONSTRAINT "setting_new_per_day" CHECK ("new_per_day" BETWEEN 0 AND 200),
  ADD CONSTRAINT "setting_desired_retention" CHECK ("desired_retention" BETWEEN 0.7 AND 0.97);

ALTER TABLE "member"
  ADD CONSTRAINT "member_role" CHECK ("role" IN ('instructor', 'student'));

ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_opens_before_it_closes" CHECK ("opens_at" < "closes_at");

ALTER TABLE "variant_slot"
  ADD CONSTRAINT "variant_slot_points" CHECK ("points" >= 0);

ALTER TABLE "attempt"
  ADD CONSTRAINT "attempt_submitted_by" CHECK ("submitted_by" IN ('student', 'deadline')),
  ADD CONSTRAINT "attempt_submitted_whole" CHECK (("submitted_at" IS NULL) = ("submitted_by" IS NULL));

ALTER TABLE "step"
  ADD CONSTRAINT "step_kind" CHECK ("kind" IN ('answer', 'submit')),
  ADD CONSTRAINT "step_answer_whole" CHECK ("kind" <> 'answer' OR ("slot" IS NOT NULL AND "response" IS NOT NULL));

-- Limits are worth no write-ahead log: after a crash they start anew.
ALTER TABLE "rate_limit" SET UNLOGGED;
