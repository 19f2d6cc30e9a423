-- AlterTable
ALTER TABLE "Complaint" ADD COLUMN "repeatKey" TEXT;
ALTER TABLE "Complaint" ADD COLUMN "ticket" TEXT;

-- CreateTable
CREATE TABLE "CaseReader" (
    "caseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedBy" TEXT NOT NULL,

    PRIMARY KEY ("caseId", "userId"),
    CONSTRAINT "CaseReader_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CaseReader_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "KnownDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Counter" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL,
    "count" INTEGER NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ref" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "confidence" REAL NOT NULL,
    "verdict" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "line" JSONB NOT NULL,
    "complaintCount" INTEGER NOT NULL DEFAULT 1,
    "deadlineAt" DATETIME,
    "sortAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "openedAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);
INSERT INTO "new_Case" ("closedAt", "confidence", "deadlineAt", "decision", "id", "openedAt", "ref", "route", "sealed", "sortAt", "state", "title", "type", "verdict", "version") SELECT "closedAt", "confidence", "deadlineAt", "decision", "id", "openedAt", "ref", "route", "sealed", "sortAt", "state", "title", "type", "verdict", "version" FROM "Case";
DROP TABLE "Case";
ALTER TABLE "new_Case" RENAME TO "Case";
CREATE UNIQUE INDEX "Case_ref_key" ON "Case"("ref");
CREATE INDEX "Case_state_sortAt_id_idx" ON "Case"("state", "sortAt", "id");
CREATE INDEX "Case_state_decision_sortAt_id_idx" ON "Case"("state", "decision", "sortAt", "id");
CREATE INDEX "Case_state_id_idx" ON "Case"("state", "id");
CREATE INDEX "Case_state_type_idx" ON "Case"("state", "type");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "KnownDevice_userId_idx" ON "KnownDevice"("userId");

-- CreateIndex
CREATE INDEX "Complaint_ticket_idx" ON "Complaint"("ticket");

-- CreateIndex
CREATE INDEX "Complaint_repeatKey_receivedAt_idx" ON "Complaint"("repeatKey", "receivedAt");
