-- AlterTable
ALTER TABLE "Sighting" ADD COLUMN     "goneAt" TIMESTAMPTZ(3);
