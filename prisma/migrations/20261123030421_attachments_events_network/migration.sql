-- CreateTable
CREATE TABLE "ClaimedEvent" (
    "complaintId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "sourceIp" TEXT,
    "destinationIp" TEXT,
    "destinationPort" INTEGER,
    "protocol" TEXT NOT NULL,

    PRIMARY KEY ("complaintId", "position"),
    CONSTRAINT "ClaimedEvent_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttachedFile" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "bytes" BLOB NOT NULL,
    "size" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "DraftAttachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedBy" TEXT NOT NULL,
    CONSTRAINT "DraftAttachment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DraftAttachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "AttachedFile" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LetterAttachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "letterId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    CONSTRAINT "LetterAttachment_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "OutboxMail" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LetterAttachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "AttachedFile" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NetworkSnapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "at" DATETIME,
    "source" TEXT NOT NULL,
    "relays" INTEGER NOT NULL,
    "gzip" BLOB NOT NULL,
    "learnedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "ClaimedEvent_receivedAt_idx" ON "ClaimedEvent"("receivedAt");

-- CreateIndex
CREATE INDEX "DraftAttachment_sha256_idx" ON "DraftAttachment"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "DraftAttachment_draftId_name_key" ON "DraftAttachment"("draftId", "name");

-- CreateIndex
CREATE INDEX "LetterAttachment_sha256_idx" ON "LetterAttachment"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "LetterAttachment_letterId_name_key" ON "LetterAttachment"("letterId", "name");

-- CreateIndex
CREATE INDEX "NetworkSnapshot_learnedAt_idx" ON "NetworkSnapshot"("learnedAt");

-- The events of the complaints that are here already: those listed, with what the complaint names once for all of them.
INSERT INTO "ClaimedEvent" ("complaintId", "position", "receivedAt", "sourceIp", "destinationIp", "destinationPort", "protocol")
SELECT c."id", e."key", c."receivedAt",
  json_extract(e."value", '$.sourceIp'),
  coalesce(json_extract(e."value", '$.destinationIp'), CASE WHEN json_array_length(c."triage", '$.complaint.destinations') = 1 THEN json_extract(c."triage", '$.complaint.destinations[0].value') END),
  coalesce(json_extract(e."value", '$.destinationPort'), CASE WHEN json_array_length(c."triage", '$.complaint.destinationPorts') = 1 THEN json_extract(c."triage", '$.complaint.destinationPorts[0].value') END),
  coalesce(json_extract(e."value", '$.protocol'), 'unknown')
FROM "Complaint" c, json_each(c."triage", '$.complaint.events') e;
