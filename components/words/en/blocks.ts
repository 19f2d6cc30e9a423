import type { BlockKind, BlockState, BlockStepKind } from "@/lib/blocks/block.ts";
import type { DnsblId, ListingKind } from "@/lib/blocks/dnsbl-lists.ts";
import type { TestState } from "@/lib/blocks/look-ups.ts";

type ListWords = { meaning: string; delisting: string };

/** What stands on the pages about who blocks us. */
export const blocks = {
  title: "Blocks",
  tabs: { lists: "Blocklists", networks: "Networks and sites" },
  off: "The desk asks no blocklist. An owner can switch that on below.",
  none: "No address of ours is on a list that was asked, as far as they answer.",
  notAsked: "Nothing has been asked yet. It begins within a minute and takes up to half an hour.",
  worth: "Worth an answer",
  worthHint:
    "Listed for what is said to have come from the address, or for the kind of network it is in.",
  expected: "Expected: listed as a Tor exit",
  expectedHint: "That is what the address is. There is nothing to ask for.",
  since: "since {when}",
  lastSeen: "last seen {when}",
  says: "It says: {text}",
  write: "Write to them",
  kinds: {
    tor: "as a Tor exit",
    abuse: "as a source of abuse",
    range: "as a kind of network",
  } satisfies Record<ListingKind, string>,
  lists: {
    title: "The lists",
    never: "not yet",
    unanswered: {
      one: "{count} address without an answer",
      other: "{count} addresses without an answer",
    },
    policy: "Policy: {url}",
    delisting: "Off it: {how}",
  },
  tests: {
    waiting: "not tested yet",
    sound: "sound",
    half: "only its yes counts",
    refused: "does not answer us",
    broken: "not to be believed",
    failed: "no answer",
  } satisfies Record<TestState, string>,
  ended: "Ended",
  fromTo: "{from} to {to}",
  askNow: "Ask again now",
  asking: "They are asked again in the next minutes. Reload this page to see the answers.",
  saved: "Saved.",
  settings: {
    title: "Look-ups",
    why: "Each question tells whoever runs the list, and the resolver, which address the desk cares for. Only addresses our relays hold now are asked about, once a day, and not through Tor.",
    on: "Ask these lists about our addresses",
    lists: "Lists to ask",
    servers: "Resolvers",
    serversHint:
      "Such as 192.0.2.53 or [2001:db8::53]:53, separated by spaces. Empty: the machine's own. Many lists refuse public resolvers.",
    save: "Save",
  },
  networks: {
    empty: "No network or site is noted here yet.",
    due: "To look at again",
    open: "Open",
    closed: "Settled",
    add: "Add one",
    all: "All relays",
    again: "look again {when}",
    forCase: "for case {link}",
    history: "What was said and done",
    change: "Change it",
    note: "Note",
    noteText: "What happened",
    keepNote: "Keep the note",
    letter: "Write to them",
    letterHint:
      "The desk sends nothing here. Send it by mail or in their form, then keep what you sent.",
    language: "Language of the letter",
    show: "Show it in this language",
    to: "Where it goes",
    subject: "Subject",
    text: "Text",
    days: "Look again in days",
    daysHint: "0: not planned",
    sent: "I sent this",
    followUp: "Look again",
    plan: "Plan it",
    languages: { en: "English", de: "German" },
  },
  fields: {
    kind: "Who",
    name: "Name",
    nameHint: "Of the network, the site or the list",
    contact: "How to reach them",
    contactHint: "An address or where their form is. The desk never opens it.",
    status: "How it stands",
    relays: "Relays they block",
    relaysHint: "Nicknames, separated by spaces; empty: all",
    since: "Since",
    dayHint: "A day such as 2026-03-01; empty: not known",
    followUp: "Look again on",
    followUpHint: "A day such as 2026-03-01; empty: not planned",
    save: "Save",
  },
  blockKinds: {
    irc: "IRC network",
    site: "Web site",
    wiki: "Wiki",
    mail: "Mail provider",
    list: "Blocklist",
    other: "Other",
  } satisfies Record<BlockKind, string>,
  states: {
    blocked: "blocks us",
    asked: "asked",
    allowed: "lets us in",
    refused: "refused",
    no_answer: "no answer",
  } satisfies Record<BlockState, string>,
  steps: {
    begun: "Noted",
    changed: "Changed",
    note: "Note",
    letter: "Letter",
    follow_up: "Look again on",
  } satisfies Record<BlockStepKind, string>,
  ofCase: {
    title: "Who blocks us",
    none: "Nobody is noted for this case.",
    add: "Note who blocks us",
  },
  listWords: {
    "dan-torexit": {
      meaning: "It lists every Tor exit, because it is one. Many sites and IRC networks ask it.",
      delisting: "only by not being an exit any more.",
    },
    "torproject-dnsel": {
      meaning: "The Tor Project's own list of exits, for services that want to know.",
      delisting: "only by not being an exit any more.",
    },
    efnet: {
      meaning:
        "The IRC network EFnet's own list. It names Tor exits as such, for ten days at a time.",
      delisting:
        "a Tor listing comes back as long as the relay is an exit; for the others its web page has a form.",
    },
    dronebl: {
      meaning:
        "Asked by most IRC networks. It means to list abused machines, and exits get on it for what came out of them.",
      delisting: "the form at dronebl.org/lookup; say that the address is a Tor exit.",
    },
    "spamhaus-zen": {
      meaning:
        "Asked by very many mail servers. An exit sends no mail of its own, so it hurts little unless a provider acts on it.",
      delisting:
        "the form at check.spamhaus.org. XBL and CSS listings end by themselves and come back with the next report.",
    },
    spamcop: {
      meaning: "People reported mail from this address as spam.",
      delisting: "by itself within a day of the last report.",
    },
    barracuda: {
      meaning:
        "The list of a maker of mail appliances. It answers only resolvers that were registered with it.",
      delisting: "the removal form at barracudacentral.org.",
    },
    "uceprotect-1": {
      meaning:
        "Its traps saw spam or port scans. Its levels 2 and 3 list whole networks and make providers nervous.",
      delisting: "by itself seven days after the last sighting. Do not pay for an earlier removal.",
    },
    "blocklist-de": {
      meaning: "Servers reported attacks from this address: failed logins, web attacks, mail.",
      delisting: "by itself some time after the last report; its web page has a form as well.",
    },
    psbl: {
      meaning: "Its spam traps got mail from this address.",
      delisting: "anybody may take an address off with the form at psbl.org.",
    },
    s5h: {
      meaning: "One operator's traps for spam and attacks, asked by many small servers.",
      delisting: "by itself some time after the last report; its web page has a form as well.",
    },
  } satisfies Record<DnsblId, ListWords>,
};
