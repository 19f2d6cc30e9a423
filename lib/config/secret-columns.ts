import {
  ALERT_SECRET,
  ALERT_TARGET,
  IMAP_PASSWORD,
  RELAY_SOURCE_PASSWORD,
  SMTP_PASSWORD,
  signingSecretOf,
  totpSeedOf,
} from "./secret.ts";

/** A column that holds secrets sealed by `secret.ts`, and for what the one of the row with this id is sealed. */
export type SecretColumn = {
  table: string;
  id: string;
  column: string;
  purpose: (id: string) => string;
};

/** All of them. A rotation of keys seals what stands here anew, and nothing else: a test holds it against the schema. */
export const SECRET_COLUMNS: readonly SecretColumn[] = [
  { table: "Mailbox", id: "id", column: "imapPassword", purpose: () => IMAP_PASSWORD },
  { table: "Mailbox", id: "id", column: "smtpPassword", purpose: () => SMTP_PASSWORD },
  { table: "RelaySource", id: "id", column: "secret", purpose: () => RELAY_SOURCE_PASSWORD },
  { table: "AlertChannel", id: "id", column: "target", purpose: () => ALERT_TARGET },
  { table: "AlertChannel", id: "id", column: "secret", purpose: () => ALERT_SECRET },
  { table: "Totp", id: "userId", column: "seed", purpose: totpSeedOf },
  { table: "ApiToken", id: "id", column: "signingSecret", purpose: signingSecretOf },
];
