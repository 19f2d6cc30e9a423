-- AlterTable
ALTER TABLE "Complaint" ADD COLUMN "sender" JSONB;
ALTER TABLE "Complaint" ADD COLUMN "senderDueAt" DATETIME;
ALTER TABLE "Complaint" ADD COLUMN "senderTries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Complaint_senderDueAt_idx" ON "Complaint"("senderDueAt");
