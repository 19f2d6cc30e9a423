-- CreateTable
CREATE TABLE "RelayImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "relays" JSONB NOT NULL,
    "files" JSONB NOT NULL
);

-- CreateIndex
CREATE INDEX "RelayImport_at_idx" ON "RelayImport"("at");
