-- DropIndex
DROP INDEX "Tenure_ip_from_idx";

-- CreateTable
CREATE TABLE "Strike" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "relayId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "undoneAt" DATETIME,
    "undoneBy" TEXT,
    CONSTRAINT "Strike_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RelaySource" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "secret" TEXT,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "memory" JSONB NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastReadAt" DATETIME,
    "lastText" TEXT,
    "lastProblem" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FamilyOffer" (
    "fingerprint" TEXT NOT NULL PRIMARY KEY,
    "nickname" TEXT,
    "namedBy" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mutual" BOOLEAN NOT NULL DEFAULT false,
    "offeredAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "answer" TEXT,
    "settledBy" TEXT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Uptime" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "relayId" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME,
    "unsure" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "learnedAt" DATETIME NOT NULL,
    CONSTRAINT "Uptime_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Uptime" ("from", "id", "learnedAt", "relayId", "source", "to") SELECT "from", "id", "learnedAt", "relayId", "source", "to" FROM "Uptime";
DROP TABLE "Uptime";
ALTER TABLE "new_Uptime" RENAME TO "Uptime";
CREATE INDEX "Uptime_relayId_from_idx" ON "Uptime"("relayId", "from");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Strike_relayId_idx" ON "Strike"("relayId");

-- CreateIndex
CREATE UNIQUE INDEX "RelaySource_name_key" ON "RelaySource"("name");

-- CreateIndex
CREATE INDEX "FamilyOffer_answer_idx" ON "FamilyOffer"("answer");

-- CreateIndex
CREATE INDEX "Tenure_ip_from_to_idx" ON "Tenure"("ip", "from", "to");
