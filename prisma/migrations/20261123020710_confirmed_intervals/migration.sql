-- AlterTable
ALTER TABLE "Tenure" ADD COLUMN "confirmedAt" DATETIME;

-- AlterTable
ALTER TABLE "PolicyVersion" ADD COLUMN "confirmedAt" DATETIME;
