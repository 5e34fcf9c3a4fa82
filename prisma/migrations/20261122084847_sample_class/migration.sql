-- AlterTable
ALTER TABLE "class" ADD COLUMN     "simulated_at" TIMESTAMPTZ(3),
ADD COLUMN     "simulated_seed" TEXT,
ADD COLUMN     "simulated_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "simulated" BOOLEAN NOT NULL DEFAULT false;

-- Nobody signs in as somebody who is simulated, whatever is written later: there is nothing to sign in with.
ALTER TABLE "user" ADD CONSTRAINT "user_simulated" CHECK (
  NOT "simulated" OR ("email" IS NULL AND "username" IS NULL AND "password_hash" IS NULL AND NOT "guest"));

-- Of whom a class simulates nobody, nothing of it is under way.
ALTER TABLE "class" ADD CONSTRAINT "class_simulated" CHECK (
  "simulated_seed" IS NOT NULL OR ("simulated_at" IS NULL AND "simulated_until" IS NULL));

-- What the worker looks for every two seconds.
CREATE INDEX "class_simulating_idx" ON "class" ("created_at") WHERE "simulated_seed" IS NOT NULL AND "simulated_at" IS NULL;
