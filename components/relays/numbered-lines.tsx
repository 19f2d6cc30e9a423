import { SCROLLS } from "@/components/ui/scrolls.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";

const MOST = 400;

/** Lines of a policy with their numbers, so that a letter can name one. */
export function NumberedLines({ lines }: { lines: readonly string[] }) {
  const more = lines.length - MOST;
  return (
    <>
      <ol
        {...SCROLLS}
        className="mono my-1 max-h-80 list-decimal overflow-auto rounded-field bg-base-200 py-2 pr-3 pl-12 text-[0.8125rem] marker:opacity-70"
      >
        {lines.slice(0, MOST).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and a line may stand twice.
          <li key={index} className="break-all">
            {line}
          </li>
        ))}
      </ol>
      {more > 0 ? <p>{rich(words().relays.moreLines, { more })}</p> : null}
    </>
  );
}
