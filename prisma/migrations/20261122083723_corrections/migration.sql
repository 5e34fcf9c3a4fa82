-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "remarks" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "step" ADD COLUMN     "comment" TEXT,
ADD COLUMN     "marked_by" UUID,
ADD COLUMN     "points" DECIMAL(6,2),
ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "correction" (
    "assignment_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "asked_hash" TEXT NOT NULL,
    "marked_hash" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "lowers" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("assignment_id","number")
);

-- CreateTable
CREATE TABLE "report" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "question_hash" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "report_assignment_id_idx" ON "report"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_user_id_assignment_id_attempt_slot_key" ON "report"("user_id", "assignment_id", "attempt", "slot");

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "step"
  DROP CONSTRAINT "step_kind",
  ADD CONSTRAINT "step_kind" CHECK ("kind" IN ('answer', 'check', 'flag', 'submit', 'mark')),
  ADD CONSTRAINT "step_mark_whole" CHECK ("kind" <> 'mark' OR ("slot" IS NOT NULL AND "reason" IS NOT NULL AND "marked_by" IS NOT NULL)),
  ADD CONSTRAINT "step_points" CHECK ("points" >= 0),
  ADD CONSTRAINT "step_words" CHECK (length("comment") <= 2000 AND length("reason") BETWEEN 1 AND 500);

ALTER TABLE "correction"
  ADD CONSTRAINT "correction_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "correction_by" CHECK ("by" IN ('pack', 'key', 'accept', 'everybody', 'dropped', 'as-asked')),
  ADD CONSTRAINT "correction_reason" CHECK (length("reason") BETWEEN 1 AND 500);

ALTER TABLE "report"
  ADD CONSTRAINT "report_words" CHECK (length("words") BETWEEN 1 AND 2000),
  ADD CONSTRAINT "report_answer" CHECK (length("answer") BETWEEN 1 AND 2000 AND ("answer" IS NULL) = ("answered_at" IS NULL));
