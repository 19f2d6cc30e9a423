import type { AuditKind } from "@/lib/accounts/audit-entry.ts";

/** What stands on the page of the audit log. */
export const audit = {
  title: "Audit log",
  about:
    "Who came and went, opened a sealed case, took something away, let a letter go, changed settings, people, readers, seals, holds or keys, and what was purged. It can be added to and nothing else: each entry holds a hash of the one before. It never says what a case says.",
  narrow: "Narrow it down",
  filter: {
    by: "Person",
    everybody: "Everybody",
    kind: "What",
    everything: "Everything",
    from: "From (UTC)",
    to: "To (UTC)",
    show: "Show",
  },
  kinds: {
    read: "Read",
    export: "Taken away",
    approved: "Letter approved",
    settings: "Settings",
    people: "People",
    readers: "Readers",
    seal: "Seal",
    hold: "Hold",
    privacy: "Privacy",
    "sign-in": "Sign-in",
    refused: "Refused",
    backup: "Backup",
    keys: "Keys",
  } satisfies Record<AuditKind, string>,
  /** Entries are kept in English, as they were written; what stands before a colon is shown in the reader's language. */
  acts: {} as Record<string, string>,
  columns: { seq: "No.", at: "When", by: "Who", kind: "What", what: "Which", case: "Case" },
  none: "No entry.",
  sealedCase: "a sealed case",
  older: "Older ones",
  newest: "Newest ones",
  files: "Take it away",
  csv: "As CSV",
  json: "As JSON, one entry a line",
  check: "On the machine, 'exitdesk audit verify' says whether every entry is as it was written.",
};
