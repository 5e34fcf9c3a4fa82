-- CreateTable
CREATE TABLE "saved_plan" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "pack_id" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_plan_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_plan_user_id_name_key" ON "saved_plan"("user_id", "name");

-- AddForeignKey
ALTER TABLE "saved_plan" ADD CONSTRAINT "saved_plan_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
