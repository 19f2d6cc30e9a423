-- CreateTable
CREATE TABLE "SearchText" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "complaintId" TEXT,
    "outboxId" TEXT,
    "noteId" TEXT,
    "caseId" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "refs" TEXT NOT NULL,
    "relays" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "caseMarks" TEXT NOT NULL,
    CONSTRAINT "SearchText_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SearchText_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "OutboxMail" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SearchText_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "TimelineEntry" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SearchText_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_complaintId_key" ON "SearchText"("complaintId");

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_outboxId_key" ON "SearchText"("outboxId");

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_noteId_key" ON "SearchText"("noteId");

-- CreateIndex
CREATE INDEX "SearchText_caseId_idx" ON "SearchText"("caseId");
-- SQLite's own full text index (https://www.sqlite.org/fts5.html). Two of them, each over a view, so that not even the
-- number of times a word stands in a sealed case can be learnt from the common one. PostgreSQL: a tsvector each.
CREATE VIEW "OpenSearchText" AS SELECT "id", "text", "sender", "refs", "relays", "marks", "caseMarks" FROM "SearchText" WHERE NOT "sealed";
CREATE VIEW "SealedSearchText" AS SELECT "id", "text", "sender", "refs", "relays", "marks", "caseMarks" FROM "SearchText" WHERE "sealed";
CREATE VIRTUAL TABLE "OpenSearch" USING fts5("text", "sender", "refs", "relays", "marks", "caseMarks", content='OpenSearchText', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE "SealedSearch" USING fts5("text", "sender", "refs", "relays", "marks", "caseMarks", content='SealedSearchText', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');

CREATE TRIGGER "SearchText_open_in" AFTER INSERT ON "SearchText" WHEN NOT NEW."sealed" BEGIN
  INSERT INTO "OpenSearch" (rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") VALUES (NEW."id", NEW."text", NEW."sender", NEW."refs", NEW."relays", NEW."marks", NEW."caseMarks");
END;
CREATE TRIGGER "SearchText_sealed_in" AFTER INSERT ON "SearchText" WHEN NEW."sealed" BEGIN
  INSERT INTO "SealedSearch" (rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") VALUES (NEW."id", NEW."text", NEW."sender", NEW."refs", NEW."relays", NEW."marks", NEW."caseMarks");
END;
CREATE TRIGGER "SearchText_open_out" AFTER DELETE ON "SearchText" WHEN NOT OLD."sealed" BEGIN
  INSERT INTO "OpenSearch" ("OpenSearch", rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") VALUES ('delete', OLD."id", OLD."text", OLD."sender", OLD."refs", OLD."relays", OLD."marks", OLD."caseMarks");
END;
CREATE TRIGGER "SearchText_sealed_out" AFTER DELETE ON "SearchText" WHEN OLD."sealed" BEGIN
  INSERT INTO "SealedSearch" ("SealedSearch", rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") VALUES ('delete', OLD."id", OLD."text", OLD."sender", OLD."refs", OLD."relays", OLD."marks", OLD."caseMarks");
END;
-- One trigger for both sides: the order of several is not defined, and a row must leave an index before it enters again. A
-- move to another case alone changes no word and writes no index.
CREATE TRIGGER "SearchText_change" AFTER UPDATE OF "id", "sealed", "text", "sender", "refs", "relays", "marks", "caseMarks" ON "SearchText" BEGIN
  INSERT INTO "OpenSearch" ("OpenSearch", rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") SELECT 'delete', OLD."id", OLD."text", OLD."sender", OLD."refs", OLD."relays", OLD."marks", OLD."caseMarks" WHERE NOT OLD."sealed";
  INSERT INTO "SealedSearch" ("SealedSearch", rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") SELECT 'delete', OLD."id", OLD."text", OLD."sender", OLD."refs", OLD."relays", OLD."marks", OLD."caseMarks" WHERE OLD."sealed";
  INSERT INTO "OpenSearch" (rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") SELECT NEW."id", NEW."text", NEW."sender", NEW."refs", NEW."relays", NEW."marks", NEW."caseMarks" WHERE NOT NEW."sealed";
  INSERT INTO "SealedSearch" (rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") SELECT NEW."id", NEW."text", NEW."sender", NEW."refs", NEW."relays", NEW."marks", NEW."caseMarks" WHERE NEW."sealed";
END;
