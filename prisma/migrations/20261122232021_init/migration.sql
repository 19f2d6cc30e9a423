-- CreateTable
CREATE TABLE "RawMail" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "gzip" BLOB NOT NULL,
    "size" INTEGER NOT NULL,
    "storedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Mailbox" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "senderName" TEXT NOT NULL DEFAULT '',
    "imapHost" TEXT NOT NULL,
    "imapPort" INTEGER NOT NULL,
    "imapSecurity" TEXT NOT NULL,
    "imapUser" TEXT NOT NULL,
    "imapPassword" TEXT NOT NULL,
    "folder" TEXT NOT NULL DEFAULT 'INBOX',
    "smtpHost" TEXT NOT NULL,
    "smtpPort" INTEGER NOT NULL,
    "smtpSecurity" TEXT NOT NULL,
    "smtpUser" TEXT NOT NULL DEFAULT '',
    "smtpPassword" TEXT NOT NULL DEFAULT '',
    "allowSelfSigned" BOOLEAN NOT NULL DEFAULT false,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "uidValidity" TEXT,
    "lastUid" INTEGER NOT NULL DEFAULT 0,
    "serverCount" INTEGER,
    "checkedAt" DATETIME,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Sighting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "via" TEXT NOT NULL,
    "mailboxId" TEXT,
    "uidValidity" TEXT,
    "uid" INTEGER,
    "source" TEXT,
    "outcome" TEXT NOT NULL,
    "problem" TEXT,
    "rawSha256" TEXT,
    "triagedAt" DATETIME,
    "archive" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "seenAt" DATETIME NOT NULL,
    CONSTRAINT "Sighting_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Sighting_rawSha256_fkey" FOREIGN KEY ("rawSha256") REFERENCES "RawMail" ("sha256") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ref" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "confidence" REAL NOT NULL,
    "verdict" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "deadlineAt" DATETIME,
    "sortAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "openedAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "rawSha256" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "messageId" TEXT,
    "fromAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "triage" JSONB NOT NULL,
    CONSTRAINT "Complaint_rawSha256_fkey" FOREIGN KEY ("rawSha256") REFERENCES "RawMail" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Complaint_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "to" JSONB NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "gaps" JSONB NOT NULL,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    CONSTRAINT "Draft_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "sendKey" TEXT NOT NULL,
    "mailboxId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "fromJson" JSONB NOT NULL,
    "to" JSONB NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "inReplyTo" TEXT,
    "references" JSONB NOT NULL,
    "autoSubmitted" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "answer" TEXT,
    "approvedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "claimedAt" DATETIME,
    "settledAt" DATETIME,
    CONSTRAINT "OutboxMail_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    CONSTRAINT "TimelineEntry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Relay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "nickname" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Tenure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "relayId" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME,
    "source" TEXT NOT NULL,
    "learnedAt" DATETIME NOT NULL,
    CONSTRAINT "Tenure_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "relayId" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "form" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME,
    "source" TEXT NOT NULL,
    "learnedAt" DATETIME NOT NULL,
    CONSTRAINT "PolicyVersion_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Uptime" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "relayId" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME,
    "source" TEXT NOT NULL,
    "learnedAt" DATETIME NOT NULL,
    CONSTRAINT "Uptime_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "login" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "disabledAt" DATETIME,
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "csrf" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" JSONB NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Mailbox_name_key" ON "Mailbox"("name");

-- CreateIndex
CREATE INDEX "Sighting_rawSha256_idx" ON "Sighting"("rawSha256");

-- CreateIndex
CREATE INDEX "Sighting_triagedAt_outcome_idx" ON "Sighting"("triagedAt", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "Sighting_mailboxId_uidValidity_uid_key" ON "Sighting"("mailboxId", "uidValidity", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "Case_ref_key" ON "Case"("ref");

-- CreateIndex
CREATE INDEX "Case_sealed_state_sortAt_id_idx" ON "Case"("sealed", "state", "sortAt", "id");

-- CreateIndex
CREATE INDEX "Case_state_type_idx" ON "Case"("state", "type");

-- CreateIndex
CREATE INDEX "Complaint_caseId_idx" ON "Complaint"("caseId");

-- CreateIndex
CREATE INDEX "Complaint_messageId_idx" ON "Complaint"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_rawSha256_key" ON "Complaint"("rawSha256");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_caseId_audience_key" ON "Draft"("caseId", "audience");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMail_sendKey_key" ON "OutboxMail"("sendKey");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMail_messageId_key" ON "OutboxMail"("messageId");

-- CreateIndex
CREATE INDEX "OutboxMail_state_notBefore_idx" ON "OutboxMail"("state", "notBefore");

-- CreateIndex
CREATE INDEX "OutboxMail_caseId_idx" ON "OutboxMail"("caseId");

-- CreateIndex
CREATE INDEX "TimelineEntry_caseId_id_idx" ON "TimelineEntry"("caseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Relay_fingerprint_key" ON "Relay"("fingerprint");

-- CreateIndex
CREATE INDEX "Tenure_ip_from_idx" ON "Tenure"("ip", "from");

-- CreateIndex
CREATE INDEX "Tenure_relayId_from_idx" ON "Tenure"("relayId", "from");

-- CreateIndex
CREATE INDEX "PolicyVersion_relayId_from_idx" ON "PolicyVersion"("relayId", "from");

-- CreateIndex
CREATE INDEX "Uptime_relayId_from_idx" ON "Uptime"("relayId", "from");

-- CreateIndex
CREATE UNIQUE INDEX "User_login_key" ON "User"("login");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_name_key" ON "ApiToken"("name");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");
