import { STRIKE_KINDS, type Strike } from "./strike.ts";

/** A strike as it is kept; `id` undoes it. */
export type StrikeLine = Strike & { id: string; at: number; by: string };

type Row = {
  id: string;
  kind: string;
  what: string;
  from: Date;
  to: Date | null;
  at: Date;
  by: string;
};

export function strikeLine({ id, kind, what, from, to, at, by }: Row): StrikeLine {
  return {
    id,
    kind: STRIKE_KINDS.find((known) => known === kind) ?? "uptime",
    what,
    from: from.getTime(),
    to: to?.getTime() ?? null,
    at: at.getTime(),
    by,
  };
}
