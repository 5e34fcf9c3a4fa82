-- AlterTable
ALTER TABLE "class" ADD COLUMN     "exam_on" DATE;
