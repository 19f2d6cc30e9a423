-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Tenure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "relayId" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME,
    "confirmedAt" DATETIME,
    "source" TEXT NOT NULL,
    "learnedAt" DATETIME NOT NULL,
    "span" INTEGER NOT NULL DEFAULT 7,
    CONSTRAINT "Tenure_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Tenure" ("confirmedAt", "from", "id", "ip", "learnedAt", "relayId", "source", "to") SELECT "confirmedAt", "from", "id", "ip", "learnedAt", "relayId", "source", "to" FROM "Tenure";
DROP TABLE "Tenure";
ALTER TABLE "new_Tenure" RENAME TO "Tenure";
CREATE INDEX "Tenure_ip_span_from_to_idx" ON "Tenure"("ip", "span", "from", "to");
CREATE INDEX "Tenure_relayId_from_idx" ON "Tenure"("relayId", "from");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
