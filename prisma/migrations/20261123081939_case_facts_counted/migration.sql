-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CaseFactRelay" (
    "relayId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "mails" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("relayId", "day", "caseId"),
    CONSTRAINT "CaseFactRelay_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFact" ("caseId") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_CaseFactRelay" ("caseId", "day", "relayId") SELECT "caseId", "day", "relayId" FROM "CaseFactRelay";
DROP TABLE "CaseFactRelay";
ALTER TABLE "new_CaseFactRelay" RENAME TO "CaseFactRelay";
CREATE INDEX "CaseFactRelay_caseId_idx" ON "CaseFactRelay"("caseId");
CREATE INDEX "CaseFactRelay_day_relayId_mails_idx" ON "CaseFactRelay"("day", "relayId", "mails");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CaseFact_counted_idx" ON "CaseFact"("day", "week", "month", "type", "verdict", "outcome", "deadline", "deadlineAt", "port", "provider", "sender", "mails");
