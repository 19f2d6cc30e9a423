import type { Role } from "@/lib/accounts/viewer.ts";
import type { CaseState } from "@/lib/cases/case.ts";
import type { CloseReason } from "@/lib/cases/close-case.ts";
import type { Tab } from "@/lib/cases/queue.ts";
import type { ComplaintType } from "@/lib/classify/classification.ts";
import type { Audience, Route } from "@/lib/drafting/draft.ts";
import type { Answer, FindingKind, Verdict } from "@/lib/evidence/verdict.ts";

/** Every word of the pages, in English. Another language is another file of this shape. */
export const en = {
  product: "Exitdesk",
  nav: {
    queue: "Queue",
    relays: "Relays",
    mailboxes: "Mailboxes",
    settings: "Settings",
    signOut: "Sign out",
  },
  types: {
    copyright: "Copyright",
    bruteforce: "Brute force",
    portscan: "Port scan",
    ddos: "Denial of service",
    webattack: "Web attack",
    spam_email: "E-mail spam",
    spam_web: "Web spam",
    irc: "IRC abuse",
    phishing_malware: "Phishing or malware",
    fraud: "Fraud",
    threats: "Threats",
    csam: "Child abuse material",
    law_enforcement: "Law enforcement",
    blocklist_notice: "Blocklist notice",
    block_request: "Asks how to block Tor",
    isp_notice: "Provider notice",
    autoresponse_bounce: "Automatic reply",
    other_not_complaint: "Not a complaint",
  } satisfies Record<ComplaintType, string>,
  verdicts: {
    "port-allowed": "Our relay, port allowed",
    "port-rejected": "Our relay, port rejected",
    "relay-down": "Our relay was down",
    "not-our-ip": "Not our address then",
    "not-tor-traffic": "Cannot be Tor traffic",
    "cannot-tell": "Cannot tell",
  } satisfies Record<Verdict, string>,
  routes: {
    isp: "Answer the provider",
    "isp+complainant": "Answer the provider and the complainant",
    complainant: "Answer the complainant",
    portal: "Answer in the provider's form",
    none: "No answer needed",
    counsel: "Pass to counsel, answer nothing",
  } satisfies Record<Route, string>,
  tabs: {
    open: "Open",
    due: "Due",
    ready: "Ready to send",
    needs_fact: "Needs a fact",
    unsorted: "New",
    counsel: "For counsel",
    waiting: "Waiting",
    quarantine: "Quarantine",
    done: "Done",
  } satisfies Record<Tab, string>,
  emptyTabs: {
    open: "Nothing is open. Every complaint is answered or closed.",
    due: "No deadline is near.",
    ready: "No letter waits to be sent.",
    needs_fact: "No case waits for a fact from you.",
    unsorted: "Nothing new.",
    counsel: "Nothing for your counsel.",
    waiting: "No answer is awaited.",
    quarantine: "No mail is in quarantine: all that came could be read.",
    done: "No case is closed yet.",
  } satisfies Record<Tab, string>,
  states: { open: "Open", waiting: "Answered, waiting", done: "Done" } satisfies Record<
    CaseState,
    string
  >,
  closeReasons: {
    "no-answer-wanted": "The sender takes no answer",
    duplicate: "Answered in another case",
    junk: "Not a complaint",
    "answered-elsewhere": "Answered outside this desk",
    other: "Another reason",
  } satisfies Record<CloseReason, string>,
  decisions: {
    ready: "Ready to send",
    needs_fact: "Needs a fact",
    unsorted: "New",
    counsel: "For counsel",
  },
  roles: {
    owner: "Owner: everything",
    operator: "Operator: works on complaints and relays",
    counsel: "Counsel: reads and answers the sealed cases they are named on",
    "read-only": "Read only",
  } satisfies Record<Role, string>,
  noAnswerNeeded: "Nothing to answer",
  audiences: {
    isp: "To the provider",
    complainant: "To the complainant",
    authority: "To your counsel",
    list: "To the list",
  } satisfies Record<Audience, string>,
  findings: {
    time: "When",
    tenure: "Address",
    role: "Exit or not",
    uptime: "Running",
    policy: "Exit policy",
    protocol: "Protocol",
  } satisfies Record<FindingKind, string>,
  answers: { yes: "proven", no: "disproven", unknown: "not known" } satisfies Record<
    Answer,
    string
  >,
};
