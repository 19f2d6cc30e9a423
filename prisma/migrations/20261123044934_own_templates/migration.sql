-- CreateTable
CREATE TABLE "OwnTemplate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT,
    "shipped" TEXT,
    "how" TEXT NOT NULL,
    "changedBy" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "OwnTemplate_key_version_key" ON "OwnTemplate"("key", "version");
