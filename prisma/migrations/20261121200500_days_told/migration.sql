-- The calendar reads a learner's days, of which past ones never change: from this index alone, instead of from a block for each
-- day, since on every day the rows of all learners lie between. Partial, so that Prisma's comparison leaves it alone.
CREATE INDEX "study_day_told_idx" ON "study_day"("user_id", "learner_day") INCLUDE ("answers", "right", "took_ms") WHERE "answers" > 0;
