import { accounts } from "./en/accounts.ts";
import { shared } from "./en/shared.ts";

/** Every word of the pages, in English: plain data, one file a room. Another language is another such tree of this shape. */
export const en = { ...shared, accounts };
