import { accounts } from "./de/accounts.ts";
import { shared } from "./de/shared.ts";
import type { en } from "./en.ts";

/** Every word of the pages, in German. */
export const de: typeof en = { ...shared, accounts };
