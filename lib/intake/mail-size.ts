/** The largest mail the desk takes: what large providers let through (Gmail 25 MB, Microsoft 365 up to 150 MB), doubled from the common case. */
export const MAX_MAIL_BYTES = 50 * 1024 * 1024;

/** For a person: `71 MB`, `3 KB`. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_000_000) return `${Math.round(bytes / 1_000_000)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} KB`;
}
