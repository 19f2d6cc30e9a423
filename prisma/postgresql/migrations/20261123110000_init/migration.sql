-- CreateTable
CREATE TABLE "RawMail" (
    "sha256" TEXT NOT NULL,
    "gzip" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,
    "goneAt" TIMESTAMPTZ(3),
    "copySha256" TEXT,

    CONSTRAINT "RawMail_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Mailbox" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "senderName" TEXT NOT NULL DEFAULT '',
    "imapHost" TEXT NOT NULL,
    "imapPort" INTEGER NOT NULL,
    "imapSecurity" TEXT NOT NULL,
    "imapUser" TEXT NOT NULL,
    "imapPassword" TEXT NOT NULL,
    "folder" TEXT NOT NULL DEFAULT 'INBOX',
    "sentFolder" TEXT,
    "smtpHost" TEXT NOT NULL,
    "smtpPort" INTEGER NOT NULL,
    "smtpSecurity" TEXT NOT NULL,
    "smtpUser" TEXT NOT NULL DEFAULT '',
    "smtpPassword" TEXT NOT NULL DEFAULT '',
    "allowSelfSigned" BOOLEAN NOT NULL DEFAULT false,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "uidValidity" TEXT,
    "lastUid" OID NOT NULL DEFAULT 0,
    "serverCount" INTEGER,
    "checkedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mailbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sighting" (
    "id" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "mailboxId" TEXT,
    "uidValidity" TEXT,
    "uid" OID,
    "source" TEXT,
    "outcome" TEXT NOT NULL,
    "problem" TEXT,
    "rawSha256" TEXT,
    "triagedAt" TIMESTAMPTZ(3),
    "archive" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Sighting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "verdict" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "gagged" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "line" JSON NOT NULL,
    "complaintCount" INTEGER NOT NULL DEFAULT 1,
    "deadlineAt" TIMESTAMPTZ(3),
    "sortAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "mergedIntoId" TEXT,
    "relay" TEXT,
    "source" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "lastMailAt" TIMESTAMPTZ(3),
    "letterState" TEXT NOT NULL DEFAULT 'none',
    "answeredAt" TIMESTAMPTZ(3),
    "mailPurgedAt" TIMESTAMPTZ(3),
    "recordPurgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseHold" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedBy" TEXT,

    CONSTRAINT "CaseHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrivacyAct" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "what" JSON NOT NULL,

    CONSTRAINT "PrivacyAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseFact" (
    "caseId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "week" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "port" INTEGER,
    "provider" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "mails" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3),
    "answerSeconds" INTEGER,

    CONSTRAINT "CaseFact_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "CaseFactRelay" (
    "relayId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "mails" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CaseFactRelay_pkey" PRIMARY KEY ("relayId","day","caseId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT,
    "what" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSON NOT NULL,
    "ownerId" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DefaultView" (
    "userId" TEXT NOT NULL,
    "viewId" TEXT NOT NULL,

    CONSTRAINT "DefaultView_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Bulk" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "items" JSON NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Bulk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchText" (
    "id" BIGINT NOT NULL,
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

    CONSTRAINT "SearchText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseReader" (
    "caseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedBy" TEXT NOT NULL,

    CONSTRAINT "CaseReader_pkey" PRIMARY KEY ("caseId","userId")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" TEXT NOT NULL,
    "rawSha256" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "messageId" TEXT,
    "fromAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "ticket" TEXT,
    "repeatKey" TEXT,
    "deadlineAt" TIMESTAMPTZ(3),
    "triage" JSON NOT NULL,
    "sender" JSON,
    "senderDueAt" TIMESTAMPTZ(3),
    "senderTries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "complaintId" TEXT NOT NULL,
    "change" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneBy" TEXT,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lesson" (
    "complaintId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "seen" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "Lesson_pkey" PRIMARY KEY ("complaintId")
);

-- CreateTable
CREATE TABLE "LessonCount" (
    "seen" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "mails" INTEGER NOT NULL,

    CONSTRAINT "LessonCount_pkey" PRIMARY KEY ("seen","type")
);

-- CreateTable
CREATE TABLE "ThreadKey" (
    "complaintId" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "ThreadKey_pkey" PRIMARY KEY ("complaintId","key")
);

-- CreateTable
CREATE TABLE "CaseMove" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fromCaseId" TEXT NOT NULL,
    "toCaseId" TEXT NOT NULL,
    "complaintIds" JSON NOT NULL,
    "before" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneBy" TEXT,

    CONSTRAINT "CaseMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lookalike" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,

    CONSTRAINT "Lookalike_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintRelay" (
    "complaintId" TEXT NOT NULL,
    "relayId" TEXT NOT NULL,

    CONSTRAINT "ComplaintRelay_pkey" PRIMARY KEY ("complaintId","relayId")
);

-- CreateTable
CREATE TABLE "ClaimedEvent" (
    "complaintId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "sourceIp" TEXT,
    "destinationIp" TEXT,
    "destinationPort" INTEGER,
    "protocol" TEXT NOT NULL,

    CONSTRAINT "ClaimedEvent_pkey" PRIMARY KEY ("complaintId","position")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "to" JSON NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "gaps" JSON NOT NULL,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "proposed" JSON,
    "newer" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "sendKey" TEXT NOT NULL,
    "mailboxId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "fromJson" JSON NOT NULL,
    "to" JSON NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "inReplyTo" TEXT,
    "references" JSON NOT NULL,
    "autoSubmitted" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "verdicts" JSON,
    "dataBegunAt" TIMESTAMPTZ(3),
    "approvedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SentCopy" (
    "outboxId" TEXT NOT NULL,
    "gzip" BYTEA NOT NULL,
    "folder" TEXT,
    "problem" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3),

    CONSTRAINT "SentCopy_pkey" PRIMARY KEY ("outboxId")
);

-- CreateTable
CREATE TABLE "AttachedFile" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "AttachedFile_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "DraftAttachment" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedBy" TEXT NOT NULL,

    CONSTRAINT "DraftAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterAttachment" (
    "id" TEXT NOT NULL,
    "letterId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,

    CONSTRAINT "LetterAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSON NOT NULL,

    CONSTRAINT "TimelineEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relay" (
    "id" TEXT NOT NULL,
    "nickname" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Relay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tenure" (
    "id" TEXT NOT NULL,
    "relayId" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,
    "span" INTEGER NOT NULL DEFAULT 7,

    CONSTRAINT "Tenure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" TEXT NOT NULL,
    "relayId" TEXT NOT NULL,
    "lines" JSON NOT NULL,
    "form" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Uptime" (
    "id" TEXT NOT NULL,
    "relayId" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),
    "unsure" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Uptime_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelayImport" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "relays" JSON NOT NULL,
    "files" JSON NOT NULL,

    CONSTRAINT "RelayImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Strike" (
    "id" TEXT NOT NULL,
    "relayId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneBy" TEXT,

    CONSTRAINT "Strike_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mitigation" (
    "id" TEXT NOT NULL,
    "caseId" TEXT,
    "relays" JSON NOT NULL,
    "lines" JSON NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "how" TEXT,
    "sourceId" TEXT,
    "from" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "outAt" TIMESTAMPTZ(3),
    "lookAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "Mitigation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MitigationStep" (
    "id" TEXT NOT NULL,
    "mitigationId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "MitigationStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "cameAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "undoneBy" TEXT,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelaySource" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSON NOT NULL,
    "secret" TEXT,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "memory" JSON NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastReadAt" TIMESTAMPTZ(3),
    "lastText" TEXT,
    "lastProblem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RelaySource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FamilyOffer" (
    "fingerprint" TEXT NOT NULL,
    "nickname" TEXT,
    "namedBy" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mutual" BOOLEAN NOT NULL DEFAULT false,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "settledBy" TEXT,

    CONSTRAINT "FamilyOffer_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateTable
CREATE TABLE "SignedDocument" (
    "sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "gzip" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignedDocument_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "NetworkSnapshot" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL,
    "relays" INTEGER NOT NULL,
    "gzip" BYTEA NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NetworkSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT,
    "zone" TEXT,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "userId" TEXT NOT NULL,
    "relayId" TEXT NOT NULL,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("userId","relayId")
);

-- CreateTable
CREATE TABLE "Totp" (
    "userId" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Totp_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "codeHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" OID NOT NULL,
    "transports" JSON NOT NULL,
    "host" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasskeyChallenge" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "HalfSignIn" (
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HalfSignIn_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "relayIds" JSON NOT NULL,
    "note" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedBy" TEXT,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Counter" (
    "key" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "csrf" TEXT NOT NULL,
    "agent" TEXT NOT NULL DEFAULT '',
    "mustEnrol" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSON NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Rule" (
    "id" TEXT NOT NULL,
    "terms" JSON NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "triedVersion" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "Rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleRun" (
    "id" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "to" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RuleRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnTemplate" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT,
    "shipped" TEXT,
    "how" TEXT NOT NULL,
    "changedBy" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DnsblLook" (
    "list" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "codes" JSON NOT NULL,
    "text" TEXT,
    "problem" TEXT,
    "askedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DnsblLook_pkey" PRIMARY KEY ("list","ip")
);

-- CreateTable
CREATE TABLE "Listing" (
    "id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "codes" JSON NOT NULL,
    "text" TEXT,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "goneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Block" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "relays" JSON NOT NULL,
    "since" TIMESTAMPTZ(3),
    "followUpAt" TIMESTAMPTZ(3),
    "caseId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlockStep" (
    "id" TEXT NOT NULL,
    "blockId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "subject" TEXT,
    "to" TEXT,

    CONSTRAINT "BlockStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExitNotice" (
    "relayId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT false,
    "takesForm" BOOLEAN NOT NULL DEFAULT false,
    "isInList" BOOLEAN NOT NULL DEFAULT false,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "ExitNotice_pkey" PRIMARY KEY ("relayId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Mailbox_name_key" ON "Mailbox"("name");

-- CreateIndex
CREATE INDEX "Sighting_rawSha256_idx" ON "Sighting"("rawSha256");

-- CreateIndex
CREATE INDEX "Sighting_outcome_triagedAt_idx" ON "Sighting"("outcome", "triagedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Sighting_mailboxId_uidValidity_uid_key" ON "Sighting"("mailboxId", "uidValidity", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "Case_ref_key" ON "Case"("ref");

-- CreateIndex
CREATE INDEX "Case_state_sortAt_id_sealed_idx" ON "Case"("state", "sortAt", "id", "sealed");

-- CreateIndex
CREATE INDEX "Case_state_decision_sortAt_id_sealed_idx" ON "Case"("state", "decision", "sortAt", "id", "sealed");

-- CreateIndex
CREATE INDEX "Case_state_id_mergedIntoId_sealed_idx" ON "Case"("state", "id", "mergedIntoId", "sealed");

-- CreateIndex
CREATE INDEX "Case_state_type_sortAt_id_idx" ON "Case"("state", "type", "sortAt", "id");

-- CreateIndex
CREATE INDEX "Case_state_source_sortAt_id_idx" ON "Case"("state", "source", "sortAt", "id");

-- CreateIndex
CREATE INDEX "Case_state_relay_sortAt_id_idx" ON "Case"("state", "relay", "sortAt", "id");

-- CreateIndex
CREATE INDEX "Case_sealed_openedAt_idx" ON "Case"("sealed", "openedAt");

-- CreateIndex
CREATE INDEX "Case_state_mailPurgedAt_closedAt_idx" ON "Case"("state", "mailPurgedAt", "closedAt");

-- CreateIndex
CREATE INDEX "Case_state_recordPurgedAt_closedAt_idx" ON "Case"("state", "recordPurgedAt", "closedAt");

-- CreateIndex
CREATE INDEX "CaseHold_caseId_releasedAt_idx" ON "CaseHold"("caseId", "releasedAt");

-- CreateIndex
CREATE INDEX "CaseFact_day_caseId_idx" ON "CaseFact"("day", "caseId");

-- CreateIndex
CREATE INDEX "CaseFact_day_answerSeconds_idx" ON "CaseFact"("day", "answerSeconds");

-- CreateIndex
CREATE INDEX "CaseFact_counted_idx" ON "CaseFact"("day", "week", "month", "type", "verdict", "outcome", "deadline", "deadlineAt", "port", "provider", "sender", "mails");

-- CreateIndex
CREATE INDEX "CaseFactRelay_caseId_idx" ON "CaseFactRelay"("caseId");

-- CreateIndex
CREATE INDEX "CaseFactRelay_day_relayId_mails_idx" ON "CaseFactRelay"("day", "relayId", "mails");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_hash_key" ON "AuditEntry"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_by_seq_idx" ON "AuditEntry"("by", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_kind_seq_idx" ON "AuditEntry"("kind", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "SavedView_ownerId_idx" ON "SavedView"("ownerId");

-- CreateIndex
CREATE INDEX "SavedView_shared_idx" ON "SavedView"("shared");

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_complaintId_key" ON "SearchText"("complaintId");

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_outboxId_key" ON "SearchText"("outboxId");

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_noteId_key" ON "SearchText"("noteId");

-- CreateIndex
CREATE INDEX "SearchText_caseId_idx" ON "SearchText"("caseId");

-- CreateIndex
CREATE INDEX "Complaint_ticket_idx" ON "Complaint"("ticket");

-- CreateIndex
CREATE INDEX "Complaint_repeatKey_receivedAt_idx" ON "Complaint"("repeatKey", "receivedAt");

-- CreateIndex
CREATE INDEX "Complaint_caseId_idx" ON "Complaint"("caseId");

-- CreateIndex
CREATE INDEX "Complaint_messageId_idx" ON "Complaint"("messageId");

-- CreateIndex
CREATE INDEX "Complaint_senderDueAt_idx" ON "Complaint"("senderDueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_rawSha256_key" ON "Complaint"("rawSha256");

-- CreateIndex
CREATE INDEX "Correction_complaintId_idx" ON "Correction"("complaintId");

-- CreateIndex
CREATE INDEX "ThreadKey_key_idx" ON "ThreadKey"("key");

-- CreateIndex
CREATE INDEX "CaseMove_fromCaseId_idx" ON "CaseMove"("fromCaseId");

-- CreateIndex
CREATE INDEX "CaseMove_toCaseId_idx" ON "CaseMove"("toCaseId");

-- CreateIndex
CREATE INDEX "Lookalike_otherId_idx" ON "Lookalike"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "Lookalike_caseId_otherId_key" ON "Lookalike"("caseId", "otherId");

-- CreateIndex
CREATE INDEX "ComplaintRelay_relayId_idx" ON "ComplaintRelay"("relayId");

-- CreateIndex
CREATE INDEX "ClaimedEvent_receivedAt_idx" ON "ClaimedEvent"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_caseId_audience_key" ON "Draft"("caseId", "audience");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMail_sendKey_key" ON "OutboxMail"("sendKey");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMail_messageId_key" ON "OutboxMail"("messageId");

-- CreateIndex
CREATE INDEX "OutboxMail_state_notBefore_idx" ON "OutboxMail"("state", "notBefore");

-- CreateIndex
CREATE INDEX "OutboxMail_createdAt_idx" ON "OutboxMail"("createdAt");

-- CreateIndex
CREATE INDEX "OutboxMail_caseId_idx" ON "OutboxMail"("caseId");

-- CreateIndex
CREATE INDEX "SentCopy_notBefore_idx" ON "SentCopy"("notBefore");

-- CreateIndex
CREATE INDEX "DraftAttachment_sha256_idx" ON "DraftAttachment"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "DraftAttachment_draftId_name_key" ON "DraftAttachment"("draftId", "name");

-- CreateIndex
CREATE INDEX "LetterAttachment_sha256_idx" ON "LetterAttachment"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "LetterAttachment_letterId_name_key" ON "LetterAttachment"("letterId", "name");

-- CreateIndex
CREATE INDEX "TimelineEntry_caseId_id_idx" ON "TimelineEntry"("caseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Relay_fingerprint_key" ON "Relay"("fingerprint");

-- CreateIndex
CREATE INDEX "Tenure_ip_span_from_to_idx" ON "Tenure"("ip", "span", "from", "to");

-- CreateIndex
CREATE INDEX "Tenure_relayId_from_idx" ON "Tenure"("relayId", "from");

-- CreateIndex
CREATE INDEX "PolicyVersion_relayId_from_idx" ON "PolicyVersion"("relayId", "from");

-- CreateIndex
CREATE INDEX "Uptime_relayId_from_idx" ON "Uptime"("relayId", "from");

-- CreateIndex
CREATE INDEX "RelayImport_at_idx" ON "RelayImport"("at");

-- CreateIndex
CREATE INDEX "Strike_relayId_idx" ON "Strike"("relayId");

-- CreateIndex
CREATE INDEX "Mitigation_caseId_idx" ON "Mitigation"("caseId");

-- CreateIndex
CREATE INDEX "Mitigation_lookAt_idx" ON "Mitigation"("lookAt");

-- CreateIndex
CREATE INDEX "MitigationStep_mitigationId_id_idx" ON "MitigationStep"("mitigationId", "id");

-- CreateIndex
CREATE INDEX "FollowUp_caseId_idx" ON "FollowUp"("caseId");

-- CreateIndex
CREATE INDEX "FollowUp_cameAt_undoneAt_dueAt_idx" ON "FollowUp"("cameAt", "undoneAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "RelaySource_name_key" ON "RelaySource"("name");

-- CreateIndex
CREATE INDEX "FamilyOffer_answer_idx" ON "FamilyOffer"("answer");

-- CreateIndex
CREATE INDEX "SignedDocument_fingerprint_publishedAt_idx" ON "SignedDocument"("fingerprint", "publishedAt");

-- CreateIndex
CREATE INDEX "NetworkSnapshot_learnedAt_idx" ON "NetworkSnapshot"("learnedAt");

-- CreateIndex
CREATE UNIQUE INDEX "User_login_key" ON "User"("login");

-- CreateIndex
CREATE INDEX "Delegation_relayId_idx" ON "Delegation"("relayId");

-- CreateIndex
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE INDEX "PasskeyChallenge_expiresAt_idx" ON "PasskeyChallenge"("expiresAt");

-- CreateIndex
CREATE INDEX "HalfSignIn_userId_idx" ON "HalfSignIn"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "KnownDevice_userId_idx" ON "KnownDevice"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_name_key" ON "ApiToken"("name");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "RuleRun_at_idx" ON "RuleRun"("at");

-- CreateIndex
CREATE INDEX "RuleRun_caseId_idx" ON "RuleRun"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "RuleRun_ruleId_caseId_key" ON "RuleRun"("ruleId", "caseId");

-- CreateIndex
CREATE UNIQUE INDEX "OwnTemplate_key_version_key" ON "OwnTemplate"("key", "version");

-- CreateIndex
CREATE INDEX "DnsblLook_dueAt_idx" ON "DnsblLook"("dueAt");

-- CreateIndex
CREATE INDEX "Listing_list_ip_goneAt_idx" ON "Listing"("list", "ip", "goneAt");

-- CreateIndex
CREATE INDEX "Listing_goneAt_id_idx" ON "Listing"("goneAt", "id");

-- CreateIndex
CREATE INDEX "Block_followUpAt_idx" ON "Block"("followUpAt");

-- CreateIndex
CREATE INDEX "Block_caseId_idx" ON "Block"("caseId");

-- CreateIndex
CREATE INDEX "BlockStep_blockId_id_idx" ON "BlockStep"("blockId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ExitNotice_name_key" ON "ExitNotice"("name");

-- AddForeignKey
ALTER TABLE "Sighting" ADD CONSTRAINT "Sighting_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sighting" ADD CONSTRAINT "Sighting_rawSha256_fkey" FOREIGN KEY ("rawSha256") REFERENCES "RawMail"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseHold" ADD CONSTRAINT "CaseHold_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseFact" ADD CONSTRAINT "CaseFact_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseFactRelay" ADD CONSTRAINT "CaseFactRelay_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseFact"("caseId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "OutboxMail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "TimelineEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseReader" ADD CONSTRAINT "CaseReader_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseReader" ADD CONSTRAINT "CaseReader_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_rawSha256_fkey" FOREIGN KEY ("rawSha256") REFERENCES "RawMail"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadKey" ADD CONSTRAINT "ThreadKey_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintRelay" ADD CONSTRAINT "ComplaintRelay_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimedEvent" ADD CONSTRAINT "ClaimedEvent_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMail" ADD CONSTRAINT "OutboxMail_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SentCopy" ADD CONSTRAINT "SentCopy_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "OutboxMail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftAttachment" ADD CONSTRAINT "DraftAttachment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftAttachment" ADD CONSTRAINT "DraftAttachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "AttachedFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterAttachment" ADD CONSTRAINT "LetterAttachment_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "OutboxMail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterAttachment" ADD CONSTRAINT "LetterAttachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "AttachedFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tenure" ADD CONSTRAINT "Tenure_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Uptime" ADD CONSTRAINT "Uptime_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strike" ADD CONSTRAINT "Strike_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mitigation" ADD CONSTRAINT "Mitigation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MitigationStep" ADD CONSTRAINT "MitigationStep_mitigationId_fkey" FOREIGN KEY ("mitigationId") REFERENCES "Mitigation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Totp" ADD CONSTRAINT "Totp_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HalfSignIn" ADD CONSTRAINT "HalfSignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleRun" ADD CONSTRAINT "RuleRun_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockStep" ADD CONSTRAINT "BlockStep_blockId_fkey" FOREIGN KEY ("blockId") REFERENCES "Block"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExitNotice" ADD CONSTRAINT "ExitNotice_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand. What SQLite has of this stands in its migrations `search_text`, `sealed_text_in_no_index` and `audit`.

-- Whoever changes the desk locks this row first: one writer at a time, as SQLite has it (decision 029).
CREATE TABLE "Writer" ("id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1));
INSERT INTO "Writer" VALUES (1);

-- Who does the work in the background, as long as it says so in time: see lib/db/postgresql/worker-lease.ts.
CREATE TABLE "Lease" ("name" TEXT NOT NULL PRIMARY KEY, "holder" TEXT NOT NULL, "until" TIMESTAMPTZ NOT NULL, "session" TEXT);

-- Rows of a case whose seal was set or lifted, until the same transaction writes them as their case wants it (decision 024).
-- Filled by the triggers of lib/db/postgresql/seal-triggers.ts.
CREATE TABLE "SealDue" ("of" TEXT NOT NULL, "row" TEXT NOT NULL, PRIMARY KEY ("of", "row"));

-- What was written down stays as it was written.
CREATE FUNCTION "AuditEntry_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only.';
END $$;
CREATE TRIGGER "AuditEntry_no_change" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "AuditEntry_refuse"();
CREATE TRIGGER "AuditEntry_no_truncate" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "AuditEntry_refuse"();

-- Full text. Words are lower case and without accents, as the index of SQLite has them (unicode61 remove_diacritics 2):
-- letters and digits, everything else divides. Each column has its weight or its vector, so that a question reaches one alone.
-- Not by to_tsvector: its parser knows numbers with an exponent, hosts and addresses, and cuts a fingerprint at its "1e5".
CREATE FUNCTION "words_of"("said" TEXT, "weight" "char") RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(coalesce(string_agg(quote_literal("word") || ':' || least("place", 16383), ' '), '')::tsvector, "weight")
  FROM regexp_split_to_table(
    lower(regexp_replace(normalize("said", NFKD), '[\u0300-\u036f]', '', 'g') COLLATE "und-x-icu"),
    '[^[:alnum:]]+' COLLATE "und-x-icu") WITH ORDINALITY AS "all" ("word", "place")
  WHERE "word" <> '' AND octet_length("word") < 2000
$$;
CREATE TABLE "OpenSearch" (
  "id" BIGINT NOT NULL PRIMARY KEY REFERENCES "SearchText" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "words" TSVECTOR NOT NULL, -- A: caseMarks, B: refs, C: sender, D: text
  "marks" TSVECTOR NOT NULL -- A: marks, B: relays
);
CREATE INDEX "OpenSearch_words_idx" ON "OpenSearch" USING GIN ("words");
CREATE INDEX "OpenSearch_marks_idx" ON "OpenSearch" USING GIN ("marks");
CREATE FUNCTION "SearchText_index"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "most" INTEGER := 200000;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM "OpenSearch" WHERE "id" = OLD."id";
  END IF;
  IF NEW."sealed" THEN
    RETURN NULL;
  END IF;
  LOOP
    BEGIN
      -- A word that stands nowhere between the columns, so that no phrase reaches from one into the next.
      INSERT INTO "OpenSearch" VALUES (NEW."id",
        "words_of"(NEW."caseMarks", 'A') || '''|'':1'::tsvector || "words_of"(NEW."refs", 'B') || '''|'':1'::tsvector ||
        "words_of"(NEW."sender", 'C') || '''|'':1'::tsvector || "words_of"(left(NEW."text", "most"), 'D'),
        "words_of"(NEW."marks", 'A') || '''|'':1'::tsvector || "words_of"(NEW."relays", 'B'));
      RETURN NULL;
    EXCEPTION WHEN program_limit_exceeded THEN
      -- A tsvector holds a megabyte. A mail is never refused because it says too much: its beginning is found.
      IF "most" < 1000 THEN
        RETURN NULL;
      END IF;
      "most" := "most" / 2;
    END;
  END LOOP;
END $$;
CREATE TRIGGER "SearchText_in" AFTER INSERT ON "SearchText" FOR EACH ROW EXECUTE FUNCTION "SearchText_index"();
CREATE TRIGGER "SearchText_change" AFTER UPDATE OF "id", "sealed", "text", "sender", "refs", "relays", "marks", "caseMarks" ON "SearchText"
  FOR EACH ROW EXECUTE FUNCTION "SearchText_index"();
