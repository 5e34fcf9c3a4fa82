-- CreateTable
CREATE TABLE "return_code" (
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_code_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "code" TEXT NOT NULL,
    "class_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "student_number" TEXT,
    "section" TEXT,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "used_by" UUID,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE UNIQUE INDEX "return_code_hash_key" ON "return_code"("hash");

-- CreateIndex
CREATE INDEX "invitation_class_id_idx" ON "invitation"("class_id");

-- AddForeignKey
ALTER TABLE "return_code" ADD CONSTRAINT "return_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Lengths, as the forms have them.
ALTER TABLE "invitation"
  ADD CONSTRAINT "invitation_lengths" CHECK (
    length("name") BETWEEN 1 AND 60 AND length("email") <= 254
    AND length("student_number") BETWEEN 1 AND 40 AND length("section") BETWEEN 1 AND 40);
