import type { FormatInput, FormatReader } from "../facts.ts";
import { acns } from "./acns.ts";
import { arf } from "./arf.ts";
import { csv, shadowserver } from "./csv.ts";
import { fail2ban } from "./fail2ban.ts";
import { iodef } from "./iodef.ts";
import { safeBrowsing } from "./safe-browsing.ts";
import { spamcop } from "./spamcop.ts";
import { uceprotect } from "./uceprotect.ts";
import { xarf3, xarf4 } from "./xarf-json.ts";
import { blocklistde, xarf02 } from "./xarf02.ts";

/** Every format with a layout of its own, most telling first: the first that recognises a mail reads it. */
export const FORMATS: readonly FormatReader[] = [
  xarf4,
  xarf3,
  blocklistde,
  xarf02,
  acns,
  iodef,
  arf,
  spamcop,
  safeBrowsing,
  uceprotect,
  shadowserver,
  csv,
  fail2ban,
];

/** The reader for this mail, null for prose. */
export function formatReader(input: FormatInput): FormatReader | null {
  return FORMATS.find((reader) => reader.recognise(input)) ?? null;
}
