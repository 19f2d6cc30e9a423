-- AlterTable
ALTER TABLE "RawMail" ADD COLUMN "copySha256" TEXT;
ALTER TABLE "RawMail" ADD COLUMN "goneAt" DATETIME;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN "mailPurgedAt" DATETIME;
ALTER TABLE "Case" ADD COLUMN "recordPurgedAt" DATETIME;

-- CreateTable
CREATE TABLE "CaseHold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "releasedAt" DATETIME,
    "releasedBy" TEXT,
    CONSTRAINT "CaseHold_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PrivacyAct" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "what" JSONB NOT NULL
);

-- CreateIndex
CREATE INDEX "CaseHold_caseId_releasedAt_idx" ON "CaseHold"("caseId", "releasedAt");

-- CreateIndex
CREATE INDEX "Case_state_mailPurgedAt_closedAt_idx" ON "Case"("state", "mailPurgedAt", "closedAt");

-- CreateIndex
CREATE INDEX "Case_state_recordPurgedAt_closedAt_idx" ON "Case"("state", "recordPurgedAt", "closedAt");
