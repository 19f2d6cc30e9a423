import type { Words } from "@/components/words/words.ts";
import type { Key } from "./key-table.ts";

/** A key with its line in the reader's words. */
export type NamedKey = Pick<Key, "keys" | "act" | "target"> & { does: string | null };
export type NamedPlace = { href: string; keys: string | undefined; name: string };
/** Those of words().keys that stand on the two sheets. */
export type KeyWords = Pick<
  Words["keys"],
  | "palette"
  | "paletteTitle"
  | "paletteFind"
  | "here"
  | "close"
  | "help"
  | "helpTitle"
  | "helpHint"
  | "helpTyping"
  | "helpOff"
>;
