-- AlterTable
ALTER TABLE "class" ADD COLUMN     "needs_approval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "teach_code" TEXT;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "section" TEXT,
ADD COLUMN     "student_number" TEXT;

-- CreateTable
CREATE TABLE "join_request" (
    "class_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "student_number" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "join_request_pkey" PRIMARY KEY ("class_id","user_id")
);

-- CreateIndex
CREATE INDEX "join_request_user_id_idx" ON "join_request"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "class_teach_code_key" ON "class"("teach_code");

-- AddForeignKey
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Lengths, as the forms have them.
ALTER TABLE "member"
  ADD CONSTRAINT "member_student_number" CHECK (length("student_number") BETWEEN 1 AND 40),
  ADD CONSTRAINT "member_section" CHECK (length("section") BETWEEN 1 AND 40);

ALTER TABLE "join_request"
  ADD CONSTRAINT "join_request_student_number" CHECK (length("student_number") BETWEEN 1 AND 40);
