-- AlterTable
ALTER TABLE "variant_slot" ADD COLUMN     "pinned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "position" SMALLINT NOT NULL DEFAULT 0;
