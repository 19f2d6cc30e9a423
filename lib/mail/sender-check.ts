import type { Instant } from "../time/instant.ts";
import type { MethodResult } from "./authentication-results.ts";
import type { Author, AuthorDoubt } from "./author.ts";
import { isDomain, isWithin } from "./author.ts";

/**
 * What is known about a mail's sender. `authenticated`: the From domain let this mail be sent; `forged`: the domain's own
 * published policy says that mail like this is not from it; `unproven`: nothing shows it; `unchecked`: nobody looked.
 * None of them says who sat at the keyboard.
 */
export type SenderStanding = "authenticated" | "unproven" | "forged" | "unchecked";

/** Why it is not better known. */
export type UncheckedReason =
  | "off"
  | "waiting"
  | "no-word"
  | "sealed"
  | "archive"
  | "form"
  | "too-large"
  | "no-answer";

/** One finding about the sender, for a person to read: "dkim", "pass", "isp.example". */
export type SenderFact = { method: string; result: string; domain: string };

/** Kept with each complaint. */
export type SenderCheck = {
  standing: SenderStanding;
  /** Only with `unchecked`. */
  because: UncheckedReason | null;
  /** The one domain of the From line; null when there is no one domain. */
  domain: string | null;
  doubts: AuthorDoubt[];
  /** Who found out: a mail server of the operator's, by its name, or the desk itself; null: nobody. */
  by: { server: string } | "desk" | null;
  facts: SenderFact[];
  /** What the domain asks others to do with mail that is not from it (RFC 9989), as far as seen. */
  policy: "none" | "quarantine" | "reject" | null;
  /** Of what was found; null: nothing was. */
  at: Instant | null;
  /** Name servers are being asked; what stands here may change within minutes. */
  isOpen: boolean;
};

/** What the desk found by itself. `spf` null: it does not know over which connection the mail came. */
export type OwnFindings = {
  dkim: SenderFact[];
  spf: SenderFact | null;
  dmarc: SenderFact;
  policy: SenderCheck["policy"];
  arc: SenderFact | null;
};

/** Judges by what the operator's own servers wrote on the mail. Null: their word decides nothing. */
export function judgeServerWord(
  author: Author,
  word: { results: readonly MethodResult[]; server: string },
  at: Instant,
): SenderCheck {
  const facts = word.results.filter(({ method }) => METHODS.includes(method)).map(factOf);
  const policies = word.results.filter(({ method }) => method === "dmarc").map(policyOf);
  const policy = policies.find((one) => one !== null) ?? null;
  const base = {
    because: null,
    ...author,
    by: { server: word.server },
    facts,
    policy,
    at,
    isOpen: false,
  };
  return { ...base, standing: standingOf(author, facts, policy, { knowsSpf: true }) };
}

/** Judges by what the desk found; `word` is what the servers said, if they said anything. */
export function judgeOwnFindings(author: Author, found: OwnFindings, at: Instant): SenderCheck {
  const { dkim, spf, dmarc, arc, policy } = found;
  const facts = [...dkim, ...(spf ? [spf] : []), dmarc, ...(arc ? [arc] : [])];
  const standing = standingOf(author, facts, policy, { knowsSpf: spf !== null });
  return { standing, because: null, ...author, by: "desk", facts, policy, at, isOpen: false };
}

/** Nobody looked, or could. A From line that cannot be authentic is not, whoever looks. */
export function notChecked(author: Author, because: UncheckedReason): SenderCheck {
  const standing = author.doubts.length > 0 ? "unproven" : "unchecked";
  return {
    ...author,
    standing,
    because: standing === "unchecked" ? because : null,
    by: null,
    facts: [],
    policy: null,
    at: null,
    isOpen: false,
  };
}

const METHODS: readonly string[] = ["dkim", "spf", "dmarc", "arc"];

/** RFC 8601 section 2.7: which property names the domain a result is about. */
function factOf({ method, result, properties }: MethodResult): SenderFact {
  const named =
    {
      dkim: properties["header.d"] ?? properties["header.i"],
      spf: properties["smtp.mailfrom"] ?? properties["smtp.mail"] ?? properties["smtp.helo"],
      dmarc: properties["header.from"],
    }[method] ?? "";
  const domain = named.slice(named.lastIndexOf("@") + 1).toLowerCase();
  const isWhole = isDomain(domain) && named.split("@").length <= 2;
  return { method, result: result.slice(0, 20), domain: isWhole ? domain : "" };
}

/** RFC 9989 section 9.1 has a property for it, older servers say it in the comment. */
function policyOf({ properties, comment }: MethodResult): SenderCheck["policy"] {
  const said =
    properties["policy.dmarc"] ??
    /(?:^|[\s.])p(?:olicy)?=(none|quarantine|reject)\b/i.exec(comment)?.[1];
  const lower = said?.toLowerCase();
  return lower === "none" || lower === "quarantine" || lower === "reject" ? lower : null;
}

function standingOf(
  { domain, doubts }: Author,
  facts: readonly SenderFact[],
  policy: SenderCheck["policy"],
  { knowsSpf }: { knowsSpf: boolean },
): SenderStanding {
  const dmarc = facts.filter(({ method }) => method === "dmarc");
  if (domain === null) return "unproven";
  const passes = dmarc.length === 1 && dmarc[0]?.result === "pass" && dmarc[0].domain === domain;
  if (doubts.length === 0 && (passes || (isSilent(dmarc) && isAligned(facts, domain))))
    return "authenticated";
  const fails = dmarc.some(({ result }) => result === "fail");
  return fails && knowsSpf && (policy === "reject" || policy === "quarantine")
    ? "forged"
    : "unproven";
}

/** The domain publishes nothing, or the server did not look: then only a signature or host of that very domain counts. */
function isSilent(dmarc: readonly SenderFact[]): boolean {
  return dmarc.every(({ result }) => result === "none");
}

function isAligned(facts: readonly SenderFact[], author: string): boolean {
  return facts.some(
    ({ method, result, domain }) =>
      result === "pass" &&
      ((method === "dkim" && isWithin(author, domain)) || (method === "spf" && domain === author)),
  );
}
