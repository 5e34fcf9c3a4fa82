-- The order of a learner's events, without the id: with it, the index looked to the planner as good as the primary key for finding one event by
-- its id, and was read from end to end for it. Where all else is equal, a few rows are sorted by id when they are read.
DROP INDEX "event_user_id_at_device_id_device_seq_id_idx";
CREATE INDEX "event_user_id_at_device_id_device_seq_idx" ON "event"("user_id", "at", "device_id", "device_seq");

-- The planner is told nothing of how many rows a learner has, and then takes them for many. Told while there was little, it believed "one", and
-- every index that begins with the learner looked as good as the one that names the row.
ALTER TABLE "event" ALTER COLUMN "user_id" SET STATISTICS 0;
ALTER TABLE "review" ALTER COLUMN "user_id" SET STATISTICS 0;
ALTER TABLE "card" ALTER COLUMN "user_id" SET STATISTICS 0;
