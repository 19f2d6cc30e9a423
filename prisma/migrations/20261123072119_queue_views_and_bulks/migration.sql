-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "ownerId" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "DefaultView" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "viewId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Bulk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "items" JSONB NOT NULL,
    "undoneAt" DATETIME
);

-- AlterTable: added in place, since the table may hold a million rows.
ALTER TABLE "Case" ADD COLUMN "relay" TEXT;
ALTER TABLE "Case" ADD COLUMN "source" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Case" ADD COLUMN "language" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Case" ADD COLUMN "lastMailAt" DATETIME;
ALTER TABLE "Case" ADD COLUMN "letterState" TEXT NOT NULL DEFAULT 'none';
ALTER TABLE "Case" ADD COLUMN "answeredAt" DATETIME;

-- What the cases that are there know already.
UPDATE "Case" SET
    "relay" = json_extract("line", '$.relay'),
    "source" = lower(coalesce(
        json_extract("line", '$.forwardedBy'),
        substr(json_extract("line", '$.from'), instr(json_extract("line", '$.from'), '@') + 1),
        '')),
    "language" = coalesce((SELECT k."language" FROM "Complaint" k WHERE k."caseId" = "Case"."id" ORDER BY k."id" DESC LIMIT 1), ''),
    "lastMailAt" = (SELECT max(k."receivedAt") FROM "Complaint" k WHERE k."caseId" = "Case"."id"),
    "letterState" = coalesce((SELECT CASE o."state" WHEN 'sending' THEN 'queued' ELSE o."state" END FROM "OutboxMail" o WHERE o."caseId" = "Case"."id" AND o."state" <> 'cancelled' ORDER BY o."id" DESC LIMIT 1), 'none'),
    "answeredAt" = (SELECT max(o."settledAt") FROM "OutboxMail" o WHERE o."caseId" = "Case"."id" AND o."state" = 'sent');

-- DropIndex
DROP INDEX "Case_state_sortAt_id_idx";
DROP INDEX "Case_state_decision_sortAt_id_idx";
DROP INDEX "Case_state_id_idx";
DROP INDEX "Case_state_type_idx";

-- CreateIndex
CREATE INDEX "Case_state_sortAt_id_sealed_idx" ON "Case"("state", "sortAt", "id", "sealed");
CREATE INDEX "Case_state_decision_sortAt_id_sealed_idx" ON "Case"("state", "decision", "sortAt", "id", "sealed");
CREATE INDEX "Case_state_id_mergedIntoId_sealed_idx" ON "Case"("state", "id", "mergedIntoId", "sealed");
CREATE INDEX "Case_state_type_sortAt_id_idx" ON "Case"("state", "type", "sortAt", "id");
CREATE INDEX "Case_state_source_sortAt_id_idx" ON "Case"("state", "source", "sortAt", "id");
CREATE INDEX "Case_state_relay_sortAt_id_idx" ON "Case"("state", "relay", "sortAt", "id");

-- CreateIndex
CREATE INDEX "SavedView_ownerId_idx" ON "SavedView"("ownerId");

-- CreateIndex
CREATE INDEX "SavedView_shared_idx" ON "SavedView"("shared");
