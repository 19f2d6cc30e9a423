import { accounts } from "./en/accounts.ts";
import { casePage } from "./en/case-page.ts";
import { frame } from "./en/frame.ts";
import { keys } from "./en/keys.ts";
import { mailboxes } from "./en/mailboxes.ts";
import { queue } from "./en/queue.ts";
import { settings } from "./en/settings.ts";
import { shared } from "./en/shared.ts";
import { titles } from "./en/titles.ts";
import { welcome } from "./en/welcome.ts";

/** Every word of the pages, in English: plain data, one file a room. Another language is another such tree of this shape. */
export const en = {
  ...shared,
  titles,
  accounts,
  casePage,
  frame,
  keys,
  mailboxes,
  queue,
  settings,
  welcome,
};
