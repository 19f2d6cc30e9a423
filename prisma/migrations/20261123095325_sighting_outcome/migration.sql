-- DropIndex
DROP INDEX "Sighting_triagedAt_outcome_idx";

-- CreateIndex
CREATE INDEX "Sighting_outcome_triagedAt_idx" ON "Sighting"("outcome", "triagedAt");
