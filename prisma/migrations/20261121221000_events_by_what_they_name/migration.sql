-- Whoever refolds a card needs the undoes and overrides of its answers, and what else was done to the card: found by what they name,
-- each in a look-up of its own. Without these a planner that knows little of the tables reads a learner's whole log for one answer.
-- Partial, so that an answer costs nothing and Prisma's comparison leaves them alone.
CREATE INDEX "event_by_target_idx" ON "event"("user_id", ("context"->>'target')) WHERE "kind" <> 'answer';
CREATE INDEX "event_by_card_idx"
  ON "event"("user_id", ("context"->'card'->>'pack'), ("context"->'card'->>'fact'), ("context"->'card'->>'direction'))
  WHERE "kind" <> 'answer';
