-- AlterTable
ALTER TABLE "Mailbox" ADD COLUMN "sentFolder" TEXT;

-- CreateTable
CREATE TABLE "SentCopy" (
    "outboxId" TEXT NOT NULL PRIMARY KEY,
    "gzip" BLOB NOT NULL,
    "folder" TEXT,
    "problem" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME,
    CONSTRAINT "SentCopy_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "OutboxMail" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SentCopy_notBefore_idx" ON "SentCopy"("notBefore");
