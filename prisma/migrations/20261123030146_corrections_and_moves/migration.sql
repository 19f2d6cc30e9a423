-- AlterTable
ALTER TABLE "Case" ADD COLUMN "mergedIntoId" TEXT;

-- AlterTable
ALTER TABLE "Complaint" ADD COLUMN "deadlineAt" DATETIME;

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "complaintId" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "undoneAt" DATETIME,
    "undoneBy" TEXT,
    CONSTRAINT "Correction_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ThreadKey" (
    "complaintId" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    PRIMARY KEY ("complaintId", "key"),
    CONSTRAINT "ThreadKey_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseMove" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "fromCaseId" TEXT NOT NULL,
    "toCaseId" TEXT NOT NULL,
    "complaintIds" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "undoneAt" DATETIME,
    "undoneBy" TEXT
);

-- CreateTable
CREATE TABLE "Lookalike" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "answer" TEXT,
    "settledAt" DATETIME,
    "settledBy" TEXT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "to" JSONB NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "gaps" JSONB NOT NULL,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "proposed" JSONB,
    "newer" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    CONSTRAINT "Draft_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Draft" ("audience", "caseId", "edited", "gaps", "id", "language", "sentAt", "subject", "template", "text", "to", "updatedAt", "version") SELECT "audience", "caseId", "edited", "gaps", "id", "language", "sentAt", "subject", "template", "text", "to", "updatedAt", "version" FROM "Draft";
DROP TABLE "Draft";
ALTER TABLE "new_Draft" RENAME TO "Draft";
CREATE UNIQUE INDEX "Draft_caseId_audience_key" ON "Draft"("caseId", "audience");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Correction_complaintId_idx" ON "Correction"("complaintId");

-- CreateIndex
CREATE INDEX "ThreadKey_key_idx" ON "ThreadKey"("key");

-- CreateIndex
CREATE INDEX "CaseMove_fromCaseId_idx" ON "CaseMove"("fromCaseId");

-- CreateIndex
CREATE INDEX "CaseMove_toCaseId_idx" ON "CaseMove"("toCaseId");

-- CreateIndex
CREATE INDEX "Lookalike_otherId_idx" ON "Lookalike"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "Lookalike_caseId_otherId_key" ON "Lookalike"("caseId", "otherId");

-- What is known already: the deadline each complaint was read to set.
UPDATE "Complaint" SET "deadlineAt" = strftime('%Y-%m-%dT%H:%M:%fZ', json_extract("triage", '$.complaint.deadline.at') / 1000.0, 'unixepoch')
WHERE json_extract("triage", '$.complaint.deadline.at') IS NOT NULL;
