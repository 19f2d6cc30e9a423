import { SCROLLS } from "@/components/ui/scrolls.ts";
import { words } from "@/components/words/words.ts";
import { type DiffLine, lineDiff } from "@/lib/relays/line-diff-view.ts";

type Props = { shipped: string; yours: string };
const MARK = { added: "+ ", removed: "− ", same: "  " };
const COLOUR = { added: "text-success", removed: "text-error", same: "" };

/** What the operator's text has otherwise than the shipped one, line by line. */
export function TemplateDiff({ shipped, yours }: Props) {
  const diff = lineDiff(shipped.trimEnd().split("\n"), yours.trimEnd().split("\n"));
  if (diff.every(({ change }) => change === "same")) return <p>{words().templates.same}</p>;
  return (
    <ul
      {...SCROLLS}
      className="mono max-h-[36rem] overflow-auto rounded-field bg-base-200 px-3 py-2 text-[0.8125rem]"
    >
      {diff.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and a line may stand twice.
        <Line key={index} line={line} />
      ))}
    </ul>
  );
}

function Line({ line: { change, text } }: { line: DiffLine }) {
  return (
    <li className={`break-words whitespace-pre-wrap ${COLOUR[change]}`}>
      <span aria-hidden="true">{MARK[change]}</span>
      {change === "same" ? null : (
        <span className="sr-only">
          {change === "added" ? words().templates.addedWord : words().templates.removedWord}:{" "}
        </span>
      )}
      {text}
    </li>
  );
}
