/** What a running tor says of itself. Null or empty: it did not say. */
export type ControlFacts = {
  fingerprint: string | null;
  address: string | null;
  /** Seconds since it started, or since hibernation ended. */
  uptimeSeconds: number | null;
  /** `GETINFO exit-policy/full`: every rule in force, both families. */
  fullPolicy: string[];
  configText: string;
  /** Its own signed descriptor, one character a byte. */
  descriptor: string | null;
};
