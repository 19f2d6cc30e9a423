import { accounts } from "./de/accounts.ts";
import { alerts } from "./de/alerts.ts";
import { audit } from "./de/audit.ts";
import { blocks } from "./de/blocks.ts";
import { casePage } from "./de/case-page.ts";
import { failure } from "./de/failure.ts";
import { frame } from "./de/frame.ts";
import { keys } from "./de/keys.ts";
import { mailboxes } from "./de/mailboxes.ts";
import { mitigations } from "./de/mitigations.ts";
import { people } from "./de/people.ts";
import { policy } from "./de/policy.ts";
import { publicPages } from "./de/public-pages.ts";
import { queue } from "./de/queue.ts";
import { relays } from "./de/relays.ts";
import { reports } from "./de/reports.ts";
import { retention } from "./de/retention.ts";
import { rules } from "./de/rules.ts";
import { search } from "./de/search.ts";
import { senders } from "./de/senders.ts";
import { settings } from "./de/settings.ts";
import { shared } from "./de/shared.ts";
import { templates } from "./de/templates.ts";
import { titles } from "./de/titles.ts";
import { welcome } from "./de/welcome.ts";
import type { en } from "./en.ts";

/** Every word of the pages, in German. */
export const de: typeof en = {
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
