-- What a learner did beside answering (undo, override, suspend, bury, forget, set due, plan) is rare and has no review to be
-- found by, yet every refold of a card must see it: this index holds those events alone, so that one undo does not read a
-- log of a million answers. Prisma's schema cannot name a partial index, and its comparison leaves such indexes alone.
CREATE INDEX "event_beside_answers_idx" ON "event"("user_id", "at") WHERE "kind" <> 'answer';

-- The hashes that name content are 64 hexadecimal digits.
ALTER TABLE "question" ADD CONSTRAINT "question_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "pack_revision" ADD CONSTRAINT "pack_revision_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "event" ADD CONSTRAINT "event_body_hash" CHECK ("body_hash" ~ '^[0-9a-f]{64}$');
