-- CreateTable
CREATE TABLE "DnsblLook" (
    "list" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "codes" JSONB NOT NULL,
    "text" TEXT,
    "problem" TEXT,
    "askedAt" DATETIME,
    "dueAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("list", "ip")
);

-- CreateTable
CREATE TABLE "Listing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "list" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "codes" JSONB NOT NULL,
    "text" TEXT,
    "firstSeenAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "goneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Block" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "relays" JSONB NOT NULL,
    "since" DATETIME,
    "followUpAt" DATETIME,
    "caseId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "Block_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BlockStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "blockId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "subject" TEXT,
    "to" TEXT,
    CONSTRAINT "BlockStep_blockId_fkey" FOREIGN KEY ("blockId") REFERENCES "Block" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExitNotice" (
    "relayId" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT false,
    "takesForm" BOOLEAN NOT NULL DEFAULT false,
    "isInList" BOOLEAN NOT NULL DEFAULT false,
    "changedAt" DATETIME NOT NULL,
    "changedBy" TEXT NOT NULL,
    CONSTRAINT "ExitNotice_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "DnsblLook_dueAt_idx" ON "DnsblLook"("dueAt");

-- CreateIndex
CREATE INDEX "Listing_list_ip_goneAt_idx" ON "Listing"("list", "ip", "goneAt");

-- CreateIndex
CREATE INDEX "Listing_goneAt_id_idx" ON "Listing"("goneAt", "id");

-- CreateIndex
CREATE INDEX "Block_followUpAt_idx" ON "Block"("followUpAt");

-- CreateIndex
CREATE INDEX "Block_caseId_idx" ON "Block"("caseId");

-- CreateIndex
CREATE INDEX "BlockStep_blockId_id_idx" ON "BlockStep"("blockId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ExitNotice_name_key" ON "ExitNotice"("name");
