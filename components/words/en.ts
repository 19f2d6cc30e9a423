import { accounts } from "./en/accounts.ts";
import { alerts } from "./en/alerts.ts";
import { audit } from "./en/audit.ts";
import { blocks } from "./en/blocks.ts";
import { casePage } from "./en/case-page.ts";
import { failure } from "./en/failure.ts";
import { frame } from "./en/frame.ts";
import { keys } from "./en/keys.ts";
import { mailboxes } from "./en/mailboxes.ts";
import { mitigations } from "./en/mitigations.ts";
import { people } from "./en/people.ts";
import { policy } from "./en/policy.ts";
import { publicPages } from "./en/public-pages.ts";
import { queue } from "./en/queue.ts";
import { relays } from "./en/relays.ts";
import { reports } from "./en/reports.ts";
import { retention } from "./en/retention.ts";
import { rules } from "./en/rules.ts";
import { search } from "./en/search.ts";
import { senders } from "./en/senders.ts";
import { settings } from "./en/settings.ts";
import { shared } from "./en/shared.ts";
import { templates } from "./en/templates.ts";
import { titles } from "./en/titles.ts";
import { welcome } from "./en/welcome.ts";

/** Every word of the pages, in English: plain data, one file a room. Another language is another such tree of this shape. */
export const en = {
  ...shared,
  people,
  failure,
  templates,
  rules,
  policy,
  mitigations,
  relays,
  reports,
  retention,
  titles,
  accounts,
  alerts,
  audit,
  blocks,
  casePage,
  frame,
  keys,
  mailboxes,
  publicPages,
  queue,
  search,
  senders,
  settings,
  welcome,
};
