/** What stands on the page that says how long things are kept. */
export const retention = {
  title: "Retention",
  about:
    "Complaints are other people's data: names, addresses, sometimes passwords in a log. Here you decide how long the desk keeps them. Time counts from the day a case was closed.",
  stages:
    "The mail is what strangers wrote: the original, its attachments and every text read out of it. The record is the rest: your letters, notes, and the facts about people. When both are gone there is left: hash and arrival of each mail, so that it is not taken in twice; who did what when; and what the reports count.",
  never:
    "Never purged: open cases, held cases, cases with a letter that did not certainly leave. Logs need no period: the desk writes no address, subject or name into them. What was done against attacks (mitigations, blocks) stays, it is your own record.",
  off: "Nothing is purged until you save this. The days below are a proposal.",
  on: "The worker purges what is older, every hour, in small steps. What is purged does not come back, except from a backup.",
  mailOf: "{name}: days the mail is kept",
  recordOf: "{name}: days the record is kept",
  quarantine: "Mail in quarantine",
  quarantineWhy:
    "Mail that could not become a case. The desk holds the only copy, and somebody may look late.",
  forEver: "Empty: for ever.",
  classes: {
    authority: "Police, courts, sealed cases",
    serious: "Threats, child abuse material",
    copyright: "Copyright notices",
    junk: "Not a complaint",
    answered: "Answered cases",
    unanswered: "Closed without an answer",
  },
  reasons: {
    authority: "What an authority asked about is kept until a person decides, with counsel.",
    serious: "Such things are followed up years later; three years is the usual limitation.",
    copyright: "Claims lapse after three years, in some countries at the end of the third.",
    junk: "A month is enough to notice a wrong decision.",
    answered: "A provider may come back within the year; what you wrote, within three.",
    unanswered: "Nobody waits for anything; a quarter shows whether it comes again.",
  },
  preview: "Show what would go",
  save: "Save and purge from now on",
  stop: "Purge nothing any more",
  saved: "Saved.",
  would: "With these periods the next rounds would take:",
  wouldMail: "mails of {mail} cases",
  wouldRecord: "records of {record} cases",
  wouldQuarantine: "{quarantine} mails in quarantine",
  wouldHeld: "{held} held cases stay, whatever their age.",
  done: "What was done",
  nothingDone: "Nothing yet.",
  acts: {
    purge: "Purged: {mails} mails, {records} records",
    export: "Handed out to a person what is known about them: {records} cases",
    redact: "Redacted a person's data: {records} cases, {mails} mails; left as they are: {left}",
    retention: "Changed how long things are kept",
  },
};
