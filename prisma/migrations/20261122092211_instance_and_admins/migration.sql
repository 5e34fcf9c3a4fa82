-- AlterTable
ALTER TABLE "user" ADD COLUMN     "admin" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "disabled_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "instance" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "name" TEXT,
    "sign_up_open" BOOLEAN NOT NULL DEFAULT true,
    "guests" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "setup_hash" TEXT,
    "setup_until" TIMESTAMPTZ(3),

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

-- One row, and a name that fits a line.
ALTER TABLE "instance"
  ADD CONSTRAINT "instance_is_one" CHECK ("id" = 1),
  ADD CONSTRAINT "instance_name" CHECK (length("name") BETWEEN 1 AND 60),
  ADD CONSTRAINT "instance_setup_whole" CHECK (("setup_hash" IS NULL) = ("setup_until" IS NULL));
INSERT INTO "instance" ("id") VALUES (1);
