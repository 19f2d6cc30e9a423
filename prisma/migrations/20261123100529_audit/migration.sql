-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT,
    "what" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_hash_key" ON "AuditEntry"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_by_seq_idx" ON "AuditEntry"("by", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_kind_seq_idx" ON "AuditEntry"("kind", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- What was written down stays as it was written. Whoever changes the table makes these anew in the same migration.
CREATE TRIGGER "AuditEntry_no_change" BEFORE UPDATE ON "AuditEntry" BEGIN
  SELECT RAISE(ABORT, 'The audit log is append-only.');
END;
CREATE TRIGGER "AuditEntry_no_removal" BEFORE DELETE ON "AuditEntry" BEGIN
  SELECT RAISE(ABORT, 'The audit log is append-only.');
END;
