import type { RelayNow } from "../relays/relay-now.ts";
import type { NoticeLanguage } from "./notice-language.ts";

/** What the page of one relay is made from: all of it is published. */
export type Notice = {
  /** In the page's address. */
  name: string;
  relay: RelayNow;
  /** Name of the operator, and how to reach them; empty: not told. */
  operator: string;
  contact: string;
  /** What the operator says about logs, in their own words; null: nothing. */
  logStatement: string | null;
  takesForm: boolean;
  /** What the lists of exits are made from; null: the desk has none. */
  network: string | null;
};

/** Where the page is on the desk. */
export function noticePath(name: string, language: NoticeLanguage): string {
  return `/exit/${encodeURIComponent(name)}/${language}`;
}
