-- CreateTable
CREATE TABLE "set_score" (
    "user_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "score" DECIMAL(8,2),
    "reason" TEXT NOT NULL,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "set_score_pkey" PRIMARY KEY ("user_id","assignment_id","number")
);

-- CreateIndex
CREATE INDEX "set_score_assignment_id_idx" ON "set_score"("assignment_id");

-- AddForeignKey
ALTER TABLE "set_score" ADD CONSTRAINT "set_score_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "set_score"
  ADD CONSTRAINT "set_score_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "set_score_score" CHECK ("score" >= 0),
  ADD CONSTRAINT "set_score_reason" CHECK (length("reason") BETWEEN 1 AND 500);
