/**
 * Why an address stands on a list. `tor`: because it is a Tor exit, which it is and stays. `range`: because of the kind of
 * network it is in. `abuse`: because of what is said to have come from it, which is worth an answer.
 */
export type ListingKind = "tor" | "range" | "abuse";

/** `code`: what stands behind "127." in the answer. `refusal`: no answer about the address at all. */
export type ListCode = { kind: ListingKind | "refusal"; means: string };

/** A blocklist that is asked by DNS as RFC 5782 describes. Web addresses are shown as text and never opened by the desk. */
export type DnsblList = {
  /** Kept with every answer: never reused, never renamed. */
  id: string;
  name: string;
  zone: string;
  families: readonly (4 | 6)[];
  /** Does it list 127.0.0.2 (RFC 5782 section 5)? Without, nothing proves that "not listed" means anything. */
  hasTestPoint: boolean;
  policyUrl: string;
  /** Meaning of the answers by their last three octets, as "0.0.2". */
  codes: Readonly<Record<string, ListCode>>;
  /** For any other answer within 127.0.0.0/8. */
  otherwise: ListingKind;
};

const abuse = (means: string): ListCode => ({ kind: "abuse", means });
const tor = (means: string): ListCode => ({ kind: "tor", means });
const range = (means: string): ListCode => ({ kind: "range", means });
const refusal = (means: string): ListCode => ({ kind: "refusal", means });

/** The lists that matter to an exit: those that name Tor exits, and those mail servers and IRC networks ask most. */
export const DNSBL_LISTS = [
  {
    id: "dan-torexit",
    name: "dan.me.uk Tor exits",
    zone: "torexit.dan.me.uk",
    families: [4, 6],
    hasTestPoint: false,
    policyUrl: "https://www.dan.me.uk/dnsbl",
    codes: { "0.0.100": tor("a Tor exit") },
    otherwise: "tor",
  },
  {
    id: "torproject-dnsel",
    name: "Tor Project exit list",
    zone: "dnsel.torproject.org",
    families: [4],
    hasTestPoint: false,
    policyUrl: "https://blog.torproject.org/changes-tor-exit-list-service/",
    codes: { "0.0.2": tor("a Tor exit") },
    otherwise: "tor",
  },
  {
    id: "efnet",
    name: "EFnet RBL",
    zone: "rbl.efnetrbl.org",
    families: [4],
    hasTestPoint: true,
    policyUrl: "https://rbl.efnetrbl.org/",
    codes: {
      "0.0.1": abuse("an open proxy"),
      "0.0.2": abuse("seen by a spam trap, many times"),
      "0.0.3": abuse("seen by a spam trap"),
      "0.0.4": tor("a Tor exit"),
      "0.0.5": abuse("a drone, or flooding"),
    },
    otherwise: "abuse",
  },
  {
    id: "dronebl",
    name: "DroneBL",
    zone: "dnsbl.dronebl.org",
    families: [4, 6],
    hasTestPoint: true,
    policyUrl: "https://dronebl.org/docs/faq",
    codes: {
      "0.0.3": abuse("an IRC drone"),
      "0.0.5": abuse("a bottler"),
      "0.0.6": abuse("a worm or a spam bot"),
      "0.0.7": abuse("part of an overload attack"),
      "0.0.8": abuse("an open SOCKS proxy"),
      "0.0.9": abuse("an open HTTP proxy"),
      "0.0.10": abuse("a chain of proxies"),
      "0.0.13": abuse("guessing passwords"),
      "0.0.14": abuse("an open Wingate proxy"),
      "0.0.15": abuse("a compromised router"),
      "0.0.17": abuse("found by a botnet's traces"),
      "0.0.19": abuse("an abused VPN"),
    },
    otherwise: "abuse",
  },
  {
    id: "spamhaus-zen",
    name: "Spamhaus ZEN",
    zone: "zen.spamhaus.org",
    families: [4, 6],
    hasTestPoint: true,
    policyUrl: "https://www.spamhaus.org/blocklists/",
    codes: {
      "0.0.2": abuse("SBL: a spam source, entered by a person"),
      "0.0.3": abuse("CSS: sent mail that looks like spam"),
      "0.0.4": abuse("XBL: a compromised machine or an open proxy"),
      "0.0.9": abuse("DROP: a network in the hands of criminals"),
      "0.0.10": range("PBL: an address that should not send mail, says its provider"),
      "0.0.11": range("PBL: an address that should not send mail"),
      "0.0.30": abuse("BCL: a botnet's controller"),
      "255.255.252": refusal("The list says that its name was misspelt."),
      "255.255.254": refusal(
        "The list does not answer public resolvers. Give the desk a resolver of your own.",
      ),
      "255.255.255": refusal(
        "The list says that this resolver asks too much. Give the desk a resolver of your own.",
      ),
    },
    otherwise: "abuse",
  },
  {
    id: "spamcop",
    name: "SpamCop",
    zone: "bl.spamcop.net",
    families: [4],
    hasTestPoint: true,
    policyUrl: "https://www.spamcop.net/bl.shtml",
    codes: { "0.0.2": abuse("reported as a source of spam") },
    otherwise: "abuse",
  },
  {
    id: "barracuda",
    name: "Barracuda",
    zone: "b.barracudacentral.org",
    families: [4],
    hasTestPoint: true,
    policyUrl: "https://www.barracudacentral.org/rbl",
    codes: { "0.0.2": abuse("poor reputation for mail") },
    otherwise: "abuse",
  },
  {
    id: "uceprotect-1",
    name: "UCEPROTECT level 1",
    zone: "dnsbl-1.uceprotect.net",
    families: [4],
    hasTestPoint: true,
    policyUrl: "https://www.uceprotect.net/en/index.php?m=3&s=3",
    codes: { "0.0.2": abuse("seen by its traps") },
    otherwise: "abuse",
  },
  {
    id: "blocklist-de",
    name: "blocklist.de",
    zone: "bl.blocklist.de",
    families: [4, 6],
    hasTestPoint: true,
    policyUrl: "https://www.blocklist.de/en/rbldns.html",
    codes: {},
    otherwise: "abuse",
  },
  {
    id: "psbl",
    name: "PSBL",
    zone: "psbl.surriel.com",
    families: [4],
    hasTestPoint: true,
    policyUrl: "https://psbl.org/",
    codes: { "0.0.2": abuse("sent mail to a spam trap") },
    otherwise: "abuse",
  },
  {
    id: "s5h",
    name: "s5h.net",
    zone: "all.s5h.net",
    families: [4, 6],
    hasTestPoint: true,
    policyUrl: "https://www.usenix.org.uk/content/rbl.html",
    codes: { "0.0.2": abuse("seen by its traps") },
    otherwise: "abuse",
  },
] as const satisfies readonly DnsblList[];

/** The lists by name. What a listing means for an exit, and how one ends, stands in the words of the pages. */
export type DnsblId = (typeof DNSBL_LISTS)[number]["id"];

export function dnsblList(id: string): (DnsblList & { id: DnsblId }) | null {
  return DNSBL_LISTS.find((list) => list.id === id) ?? null;
}
