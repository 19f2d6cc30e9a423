import type { Db } from "../db/client.ts";
import type { Ip } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import type { AskDns } from "./dns.ts";
import { type DnsblList, dnsblList, type ListingKind } from "./dnsbl-lists.ts";
import { type Judgement, judgeAnswer } from "./judge-answer.ts";
import { judgeTestPoints, TEST_POINTS } from "./judge-test-points.ts";
import { listingName } from "./listing-name.ts";
import { claimLook, dueLooks, findTest, keepLook, type Seen } from "./look-store.ts";
import { type LookState, type LookUps, nextLook, TEST_ROW, type TestState } from "./look-ups.ts";

export type LookDeps = {
  /** Makes the asker for these resolvers. */
  ask: (servers: readonly string[]) => AskDns;
  now: () => Instant;
  random: () => number;
};

/** Questions of one round; the worker rests between rounds, so that no list is asked faster than a mail server would. */
const AT_ONCE = 5;
/** However long a resolver takes, no second worker asks the same meanwhile. */
const CLAIM = 10 * 60_000;

/** Asks about the few addresses that are due longest. Returns how many were asked about. */
export async function lookUpAddresses(
  db: Db,
  { servers }: LookUps,
  { ask, now, random }: LookDeps,
): Promise<number> {
  const due = await dueLooks(db, now(), AT_ONCE);
  if (due.length === 0) return 0;
  const dns = ask(servers);
  await Promise.all(
    due.map(async (one) => {
      const list = dnsblList(one.list);
      const claimed = await claimLook(db, one, { now: now(), until: now() + CLAIM });
      if (list === null || !claimed) return;
      const { seen, kind } = await (one.ip === TEST_ROW
        ? askTestPoints(list, dns)
        : askAbout(db, list, one.ip, dns));
      const failures = seen.state === "failed" ? one.attempts + 1 : 0;
      const next = nextLook(now(), failures, random());
      await keepLook(db, one, seen, { kind, now: now(), next });
    }),
  );
  return due.length;
}

type Outcome = { seen: Seen; kind: ListingKind | null };

async function askTestPoints(list: DnsblList, dns: AskDns): Promise<Outcome> {
  const [listed, never] = await Promise.all([
    judged(list, TEST_POINTS.listed, dns),
    judged(list, TEST_POINTS.never, dns),
  ]);
  const sound = judgeTestPoints(list, { listed, never });
  return outcome(sound.worth, sound.worth === "sound" ? null : sound.problem);
}

/** What a look says while the list's word counts for nothing. */
const WITHOUT_WORD: Partial<Record<TestState, LookState>> = {
  waiting: "failed",
  failed: "failed",
  refused: "refused",
  broken: "unsound",
};

async function askAbout(db: Db, list: DnsblList, ip: Ip, dns: AskDns): Promise<Outcome> {
  const test = await findTest(db, list.id);
  // Asking a list that refuses us, or whose word counts for nothing, would tell it who we are for nothing.
  const unheard = WITHOUT_WORD[test.state];
  if (unheard) return outcome(unheard, test.problem ?? "The list is tested first.");
  const answer = await judged(list, ip, dns);
  if (answer.state === "listed") {
    const { kind, codes } = answer;
    const name = listingName(ip, list.zone);
    const text = name === null ? null : await dns.text(name);
    return { seen: { state: "listed", codes, text, problem: null }, kind };
  }
  if (answer.state !== "clear") return outcome(answer.state, answer.problem, answer.codes);
  if (test.state === "half" && list.hasTestPoint) return outcome("unsound", test.problem);
  return outcome("clear", null);
}

async function judged(list: DnsblList, ip: Ip, dns: AskDns): Promise<Judgement> {
  const name = listingName(ip, list.zone);
  return name === null ? { state: "clear" } : judgeAnswer(list, await dns.addresses(name));
}

function outcome(state: Seen["state"], problem: string | null, codes: string[] = []): Outcome {
  return { seen: { state, problem, codes, text: null }, kind: null };
}
