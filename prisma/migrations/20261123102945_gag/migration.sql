-- Added, not made anew with all its rows: SQLite takes a column with a constant default at the end.
ALTER TABLE "Case" ADD COLUMN "gagged" BOOLEAN NOT NULL DEFAULT false;
