-- AlterTable
ALTER TABLE "OutboxMail" ADD COLUMN "dataBegunAt" DATETIME;
ALTER TABLE "OutboxMail" ADD COLUMN "verdicts" JSONB;
