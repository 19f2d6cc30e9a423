-- CreateTable
CREATE TABLE "Lesson" (
    "complaintId" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "seen" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "Lesson_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LessonCount" (
    "seen" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "mails" INTEGER NOT NULL,

    PRIMARY KEY ("seen", "type")
);
