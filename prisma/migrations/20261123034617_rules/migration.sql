-- CreateTable
CREATE TABLE "Rule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "terms" JSONB NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "triedVersion" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "changedBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "RuleRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ruleId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "to" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "RuleRun_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RuleRun_at_idx" ON "RuleRun"("at");

-- CreateIndex
CREATE INDEX "RuleRun_caseId_idx" ON "RuleRun"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "RuleRun_ruleId_caseId_key" ON "RuleRun"("ruleId", "caseId");
