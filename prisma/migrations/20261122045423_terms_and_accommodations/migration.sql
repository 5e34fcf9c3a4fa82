-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "accommodated_until" TIMESTAMPTZ(3),
ADD COLUMN     "answers_shown" TEXT NOT NULL DEFAULT 'after-close',
ADD COLUMN     "attempts_max" SMALLINT DEFAULT 1,
ADD COLUMN     "counts" TEXT NOT NULL DEFAULT 'highest',
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_wall" TEXT,
ADD COLUMN     "grace_seconds" SMALLINT NOT NULL DEFAULT 5,
ADD COLUMN     "late_deduction" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "limit_minutes" SMALLINT,
ADD COLUMN     "marks_shown" TEXT NOT NULL DEFAULT 'after-close',
ADD COLUMN     "password" TEXT,
ADD COLUMN     "why_shown" TEXT NOT NULL DEFAULT 'after-close';

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "late_deduction" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "step" ADD COLUMN     "flagged" BOOLEAN;

-- CreateTable
CREATE TABLE "accommodation" (
    "user_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "time_percent" SMALLINT NOT NULL DEFAULT 100,
    "opens_wall" TEXT,
    "opens_at" TIMESTAMPTZ(3),
    "due_wall" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "closes_wall" TEXT,
    "closes_at" TIMESTAMPTZ(3),
    "more_attempts" SMALLINT NOT NULL DEFAULT 0,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "accommodation_pkey" PRIMARY KEY ("user_id","assignment_id")
);

-- CreateIndex
CREATE INDEX "accommodation_assignment_id_idx" ON "accommodation"("assignment_id");

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Ranges and enumerations.
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_due_inside" CHECK ("due_at" > "opens_at" AND "due_at" <= "closes_at"),
  ADD CONSTRAINT "assignment_due_whole" CHECK (("due_at" IS NULL) = ("due_wall" IS NULL)),
  ADD CONSTRAINT "assignment_limit_minutes" CHECK ("limit_minutes" BETWEEN 1 AND 1440),
  ADD CONSTRAINT "assignment_attempts_max" CHECK ("attempts_max" BETWEEN 1 AND 100),
  ADD CONSTRAINT "assignment_counts" CHECK ("counts" IN ('highest', 'latest', 'first', 'average')),
  ADD CONSTRAINT "assignment_late_deduction" CHECK ("late_deduction" BETWEEN 0 AND 100),
  ADD CONSTRAINT "assignment_grace_seconds" CHECK ("grace_seconds" BETWEEN 0 AND 600),
  ADD CONSTRAINT "assignment_password" CHECK (length("password") BETWEEN 1 AND 80),
  ADD CONSTRAINT "assignment_marks_shown" CHECK ("marks_shown" IN ('at-once', 'when-finished', 'after-close', 'never')),
  ADD CONSTRAINT "assignment_answers_shown" CHECK ("answers_shown" IN ('at-once', 'when-finished', 'after-close', 'never')),
  ADD CONSTRAINT "assignment_why_shown" CHECK ("why_shown" IN ('at-once', 'when-finished', 'after-close', 'never'));

ALTER TABLE "accommodation"
  ADD CONSTRAINT "accommodation_time_percent" CHECK ("time_percent" BETWEEN 100 AND 400),
  ADD CONSTRAINT "accommodation_more_attempts" CHECK ("more_attempts" BETWEEN 0 AND 100),
  ADD CONSTRAINT "accommodation_opens_before_it_closes" CHECK ("opens_at" < "closes_at"),
  ADD CONSTRAINT "accommodation_walls" CHECK (
    ("opens_at" IS NULL) = ("opens_wall" IS NULL) AND ("due_at" IS NULL) = ("due_wall" IS NULL)
    AND ("closes_at" IS NULL) = ("closes_wall" IS NULL));

ALTER TABLE "attempt"
  ADD CONSTRAINT "attempt_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "attempt_late_deduction" CHECK ("late_deduction" BETWEEN 0 AND 100 AND ("late" OR "late_deduction" = 0));

ALTER TABLE "step"
  DROP CONSTRAINT "step_kind",
  ADD CONSTRAINT "step_kind" CHECK ("kind" IN ('answer', 'check', 'flag', 'submit')),
  ADD CONSTRAINT "step_check_whole" CHECK ("kind" <> 'check' OR "slot" IS NOT NULL),
  ADD CONSTRAINT "step_flag_whole" CHECK ("kind" <> 'flag' OR ("slot" IS NOT NULL AND "flagged" IS NOT NULL));

-- A student has one open attempt of a quiz at most, and the worker finds those that are open. Partial, so that Prisma's comparison leaves it alone.
CREATE UNIQUE INDEX "attempt_open_idx" ON "attempt"("assignment_id", "user_id") WHERE "submitted_at" IS NULL;
