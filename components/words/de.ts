import { accounts } from "./de/accounts.ts";
import { casePage } from "./de/case-page.ts";
import { frame } from "./de/frame.ts";
import { keys } from "./de/keys.ts";
import { mailboxes } from "./de/mailboxes.ts";
import { queue } from "./de/queue.ts";
import { settings } from "./de/settings.ts";
import { shared } from "./de/shared.ts";
import { titles } from "./de/titles.ts";
import { welcome } from "./de/welcome.ts";
import type { en } from "./en.ts";

/** Every word of the pages, in German. */
export const de: typeof en = {
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
