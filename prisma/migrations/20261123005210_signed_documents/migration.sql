-- CreateTable
CREATE TABLE "SignedDocument" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "gzip" BLOB NOT NULL,
    "source" TEXT NOT NULL,
    "learnedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "SignedDocument_fingerprint_publishedAt_idx" ON "SignedDocument"("fingerprint", "publishedAt");
