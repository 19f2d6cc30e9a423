-- CreateTable
CREATE TABLE "CaseFact" (
    "caseId" TEXT NOT NULL PRIMARY KEY,
    "day" INTEGER NOT NULL,
    "week" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "port" INTEGER,
    "provider" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "mails" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "deadlineAt" DATETIME,
    "answerSeconds" INTEGER,
    CONSTRAINT "CaseFact_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseFactRelay" (
    "relayId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,

    PRIMARY KEY ("relayId", "day", "caseId"),
    CONSTRAINT "CaseFactRelay_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFact" ("caseId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CaseFact_day_caseId_idx" ON "CaseFact"("day", "caseId");

-- CreateIndex
CREATE INDEX "CaseFact_day_answerSeconds_idx" ON "CaseFact"("day", "answerSeconds");

-- CreateIndex
CREATE INDEX "CaseFactRelay_caseId_idx" ON "CaseFactRelay"("caseId");

-- CreateIndex
CREATE INDEX "CaseFactRelay_day_relayId_idx" ON "CaseFactRelay"("day", "relayId");

-- CreateIndex
CREATE INDEX "Case_sealed_openedAt_idx" ON "Case"("sealed", "openedAt");
