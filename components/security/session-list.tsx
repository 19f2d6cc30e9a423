import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { SessionLine } from "@/lib/accounts/session-store.ts";
import { toIso } from "@/lib/time/instant.ts";

type Props = { sessions: SessionLine[]; csrf: string; end: ErrorAction; endOthers: ErrorAction };

/** Where this person is signed in, and how to end it. */
export function SessionList({ sessions, csrf, end, endOthers }: Props) {
  const text = words().accounts.sessions;
  return (
    <>
      <p className="mb-3 text-sm">{text.text}</p>
      <ul className="divide-y divide-base-300">
        {sessions.map(({ handle, agent, createdAt, seenAt, isThis }) => (
          <li key={handle} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              <span className="font-medium">{agent || text.unknown}</span>{" "}
              {isThis ? <Badge tone="info">{text.isThis}</Badge> : null}
              <br />
              <span className="text-sm opacity-80">
                {text.since} <UtcTime at={createdAt} />, {text.lastSeen} <UtcTime at={seenAt} />
              </span>
            </span>
            {isThis ? null : (
              <ActionForm action={end} hidden={{ csrf, handle }} inline>
                <Button
                  aria-label={fill(text.endNamed, {
                    agent: agent || text.unknown,
                    since: toIso(createdAt).slice(0, 16).replace("T", " "),
                  })}
                >
                  {text.end}
                </Button>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div className="mt-3">
          <ActionForm action={endOthers} hidden={{ csrf }} inline>
            <Button look="danger">{text.endOthers}</Button>
          </ActionForm>
        </div>
      ) : null}
    </>
  );
}
