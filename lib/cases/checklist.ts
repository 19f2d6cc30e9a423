import type { ChecklistItem } from "./case.ts";

const COUNSEL: ChecklistItem[] = [
  {
    id: "authority-checked",
    text: "I called the authority back by a number that is not from this mail, or our counsel did.",
  },
  { id: "counsel-agreed", text: "Our counsel has read this answer and agrees." },
  {
    id: "nothing-confirmed",
    text: "The answer confirms no data about a person and promises nothing we cannot keep.",
  },
];
const GRAVE: ChecklistItem[] = [
  {
    id: "second-look",
    text: "I read the whole complaint and the whole answer, not only the proposal.",
  },
  {
    id: "duty-checked",
    text: "I checked whether the law here asks us to report this, and did what it asks.",
  },
];
/** Why these: an answer sent by habit does lasting harm here, so habit must not be able to send it. */
const BY_TYPE: Record<string, ChecklistItem[]> = {
  law_enforcement: COUNSEL,
  threats: GRAVE,
  csam: GRAVE,
};

/** Why: who tells of a gagged case may be punished, and the answer to a third party tells of it. */
const GAG: ChecklistItem = {
  id: "gag-allows",
  text: "An order forbids to tell of this case. It allows this letter to this recipient: our counsel said so.",
};

type Head = { type: string; sealed: boolean; gagged?: boolean; route: string; decision: string };

/**
 * What a person has to confirm point by point before anything of this case may be sent. Not by type alone: a provider's
 * notice may carry a threat inside, and then only route and decision tell.
 */
export function checklistFor(head: Head): ChecklistItem[] {
  return head.gagged ? [...pointsOf(head), GAG] : pointsOf(head);
}

function pointsOf(head: Head): ChecklistItem[] {
  const known = BY_TYPE[head.type];
  if (known) return known;
  if (head.sealed) return COUNSEL;
  return head.route === "counsel" || head.decision === "counsel" ? GRAVE : [];
}

/** The points not yet confirmed. */
export function openPoints(head: Head, confirmed: readonly string[]): ChecklistItem[] {
  return checklistFor(head).filter((item) => !confirmed.includes(item.id));
}
