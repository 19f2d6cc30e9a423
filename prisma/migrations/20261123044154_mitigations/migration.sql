-- CreateTable
CREATE TABLE "Mitigation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT,
    "relays" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "how" TEXT,
    "sourceId" TEXT,
    "from" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "outAt" DATETIME,
    "lookAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "Mitigation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MitigationStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mitigationId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "MitigationStep_mitigationId_fkey" FOREIGN KEY ("mitigationId") REFERENCES "Mitigation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "cameAt" DATETIME,
    "undoneAt" DATETIME,
    "undoneBy" TEXT,
    CONSTRAINT "FollowUp_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Mitigation_caseId_idx" ON "Mitigation"("caseId");

-- CreateIndex
CREATE INDEX "Mitigation_lookAt_idx" ON "Mitigation"("lookAt");

-- CreateIndex
CREATE INDEX "MitigationStep_mitigationId_id_idx" ON "MitigationStep"("mitigationId", "id");

-- CreateIndex
CREATE INDEX "FollowUp_caseId_idx" ON "FollowUp"("caseId");

-- CreateIndex
CREATE INDEX "FollowUp_cameAt_undoneAt_dueAt_idx" ON "FollowUp"("cameAt", "undoneAt", "dueAt");
