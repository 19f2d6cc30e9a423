/** What came of asking for one document. `same`: nothing new since `lastModified`. `flaw`: one sentence with the remedy. */
export type Fetched =
  | { outcome: "new"; bytes: Uint8Array; lastModified: string | null }
  | { outcome: "same" }
  | { outcome: "flaw"; flaw: string };
