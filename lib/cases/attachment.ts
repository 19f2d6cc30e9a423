/** A file that goes, or went, with a letter. */
export type AttachmentView = {
  id: string;
  draftId: string;
  /** The letter it was approved with; null while the draft can still be changed. */
  letterId: string | null;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** What it is and how old its data; empty once it is part of a letter. */
  about: string;
};

/** What is to be attached. */
export type NewAttachment = {
  name: string;
  mediaType: string;
  about: string;
  bytes: Uint8Array;
};

/** Base64 makes a third more of it, and many mail servers take no mail above ten megabytes. */
export const MAX_ATTACHED_BYTES = 7_000_000;
export const MAX_ATTACHED_FILES = 10;
