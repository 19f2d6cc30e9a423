/** How a mail reached the desk. */
export type Via = "imap" | "webhook" | "import" | "manual" | "sample" | "form";

/** A mail at the door: its bytes, and where it was seen. */
export type Arrival = {
  raw: Uint8Array;
  via: Via;
  /** The ledger key of an IMAP message; null for every other way in. */
  at: { mailboxId: string; uidValidity: string; uid: number } | null;
  /** File name and offset, token name ...; for the operator. */
  source: string | null;
  /** Old mail: becomes closed history, nothing is answered. */
  archive: boolean;
};

/** What storing it did. `isNew`: these bytes were not here before. */
export type Received = { sha256: string; isNew: boolean };
