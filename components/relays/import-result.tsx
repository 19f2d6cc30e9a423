import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { RelayImport } from "@/lib/cases/relay-import-store.ts";

const MOST = 40;

/** What the desk learnt from one form: which relays, and what each file had to say. */
export function ImportResult({ told }: { told: RelayImport }) {
  const { relays, files, at, by } = told;
  const more = relays.length - MOST;
  return (
    <div className="flex flex-col gap-4">
      <Notice kind={relays.length === 0 ? "warning" : "good"}>
        {relays.length === 0
          ? words().relays.nothingNew
          : rich(words().relays.knowsMore, {
              span: relays.slice(0, MOST).map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two relays may share a name.
                <span key={index}>
                  {index > 0 ? ", " : ""}
                  <a href={`/relays?q=${encodeURIComponent(name)}`}>{name}</a>
                </span>
              )),
              more: more > 0 ? fill(words().relays.andMoreNames, { more }) : "",
            })}
      </Notice>
      <Card
        title={
          files.length === 1
            ? words().relays.whatItSaid
            : fill(words().relays.whatTheySaid, { length: files.length })
        }
        aside={
          <span className="text-sm opacity-80">
            <UtcTime at={at} />, {by}
          </span>
        }
      >
        <ul className="divide-y divide-base-300 text-sm">
          {files.map(({ name, text, problems }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two files may share a name.
            <li key={index} className="py-3 first:pt-0 last:pb-0">
              <p>
                <code className="font-semibold break-all">{name}</code>: {text}
              </p>
              {problems.length > 0 ? (
                <ul className="mt-1 border-l-4 border-warning pl-3">
                  {problems.map((problem) => (
                    <li key={problem} className="break-words">
                      {problem}
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      <p className="flex flex-wrap gap-4">
        <a className="btn btn-primary" href="/relays">
          {words().relays.allRelays}
        </a>
        <a className="btn" href="/relays#add">
          {words().relays.tellMore}
        </a>
      </p>
    </div>
  );
}
