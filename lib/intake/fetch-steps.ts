/** Bounds of one step, so that memory stays flat whatever the folder holds. */
const MOST_MAILS = 50;
const MOST_BYTES = 8 * 1024 * 1024;
/** After so many lines lost over one and the same message, it is the message. */
const GIVE_UP_AFTER = 5;

/**
 * What broken lines taught about a folder, kept from one connection to the next. A step that breaks the line is asked
 * for in smaller ones, down to a single message: a bad line still gets on, and a message that breaks every line is found.
 */
export type Pace = { mails: number; stuck: { uid: number; times: number } | null };

export function fullPace(): Pace {
  return { mails: MOST_MAILS, stuck: null };
}

export function afterStep(pace: Pace): void {
  pace.mails = Math.min(MOST_MAILS, pace.mails * 2);
  pace.stuck = null;
}

export function afterBreak(pace: Pace, step: number[]): void {
  const [uid] = step;
  if (step.length === 1 && uid !== undefined)
    pace.stuck = { uid, times: pace.stuck?.uid === uid ? pace.stuck.times + 1 : 1 };
  pace.mails = Math.max(1, Math.floor(Math.min(pace.mails, step.length) / 4));
}

/** Whether this message broke the line so often that the rest should go on without it. */
export function breaksEveryLine(pace: Pace, uid: number): boolean {
  return pace.stuck?.uid === uid && pace.stuck.times >= GIVE_UP_AFTER;
}

/** The next step: the first UIDs that fit, at least one. */
export function nextStep(uids: number[], sizes: Map<number, number>, pace: Pace): number[] {
  const step: number[] = [];
  let bytes = 0;
  for (const uid of uids) {
    bytes += sizes.get(uid) ?? 0;
    if (step.length > 0 && (step.length >= pace.mails || bytes > MOST_BYTES)) break;
    step.push(uid);
  }
  return step;
}
