-- Words of sealed cases stand in no index (decision 024): the one they had of their own goes.
DROP TRIGGER "SearchText_sealed_in";
DROP TRIGGER "SearchText_sealed_out";
DROP TRIGGER "SearchText_change";
DROP TABLE "SealedSearch";
DROP VIEW "SealedSearchText";
CREATE TRIGGER "SearchText_change" AFTER UPDATE OF "id", "sealed", "text", "sender", "refs", "relays", "marks", "caseMarks" ON "SearchText" BEGIN
  INSERT INTO "OpenSearch" ("OpenSearch", rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") SELECT 'delete', OLD."id", OLD."text", OLD."sender", OLD."refs", OLD."relays", OLD."marks", OLD."caseMarks" WHERE NOT OLD."sealed";
  INSERT INTO "OpenSearch" (rowid, "text", "sender", "refs", "relays", "marks", "caseMarks") SELECT NEW."id", NEW."text", NEW."sender", NEW."refs", NEW."relays", NEW."marks", NEW."caseMarks" WHERE NOT NEW."sealed";
END;
