-- AlterTable
ALTER TABLE "Sighting" ADD COLUMN "goneAt" DATETIME;
