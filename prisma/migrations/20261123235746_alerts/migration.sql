-- CreateTable
CREATE TABLE "AlertChannel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "secret" TEXT,
    "proxy" TEXT NOT NULL DEFAULT '',
    "mailboxId" TEXT,
    "onIntake" BOOLEAN NOT NULL DEFAULT true,
    "onDue" BOOLEAN NOT NULL DEFAULT true,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "dueAt" DATETIME NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lastSentAt" DATETIME,
    "lastProblem" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AlertTold" (
    "channelId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("channelId", "key"),
    CONSTRAINT "AlertTold_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "AlertChannel" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
