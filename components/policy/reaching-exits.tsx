import { Card } from "@/components/ui/card.tsx";
import { SCROLLS } from "@/components/ui/scrolls.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import {
  EXIT_LIST_FORMS,
  EXIT_LISTS,
  FAIR_BLOCKING,
  LIST_AGE,
} from "@/lib/relays/exit-list-forms.ts";
import type { ReachingExit } from "@/lib/relays/reaching-exits.ts";

type Props = {
  target: string;
  exits: readonly ReachingExit[];
  about: string;
  caveats: readonly string[];
};

const SHOWN = 200;

/** The exits that reach the target, and the list in every form a service can use. */
export function ReachingExits({ target, exits, about, caveats }: Props) {
  const href = (form: string) => `/api/exits/${form}?target=${encodeURIComponent(target)}`;
  return (
    <Card title={<span data-exits={exits.length}>{about}</span>}>
      <p className="mb-2 text-sm">
        {FAIR_BLOCKING} {LIST_AGE}
      </p>
      {caveats.map((caveat) => (
        <p key={caveat} className="mb-2 text-sm">
          {caveat}.
        </p>
      ))}
      {exits.length === 0 ? null : (
        <>
          <ul
            className="mb-4 flex flex-wrap gap-x-4 gap-y-2"
            aria-label={words().policy.downloadList}
          >
            {EXIT_LIST_FORMS.map((form) => (
              <li key={form}>
                <a href={href(form)} download>
                  {EXIT_LISTS[form].label}
                </a>
              </li>
            ))}
          </ul>
          <ExitTable exits={exits.slice(0, SHOWN)} />
          {exits.length > SHOWN ? (
            <p className="mt-2 text-sm">
              {rich(words().policy.moreInLists, { exits: exits.length - SHOWN })}
            </p>
          ) : null}
        </>
      )}
    </Card>
  );
}

function ExitTable({ exits }: { exits: readonly ReachingExit[] }) {
  return (
    <div {...SCROLLS} className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{words().policy.reaching}</caption>
        <thead>
          <tr className="border-b border-base-300 text-left">
            {[
              words().policy.headRelay,
              words().policy.headAddresses,
              words().policy.headAnswer,
              words().policy.headBy,
            ].map((head) => (
              <th key={head} scope="col" className="py-1 pr-4 font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exits.map(({ fingerprint, nickname, addresses, result, rule }) => (
            <tr key={fingerprint} className="border-b border-base-300 align-top">
              <td className="py-1 pr-4">
                {nickname} <code className="text-xs opacity-80">{fingerprint.slice(0, 8)}</code>
              </td>
              <td className="py-1 pr-4">
                <code className="break-all">{addresses.join(", ")}</code>
              </td>
              <td className="py-1 pr-4 whitespace-nowrap">{result}</td>
              <td className="max-w-80 truncate py-1">
                <code>{rule}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
