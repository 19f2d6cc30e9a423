import type { Snippet } from "@/lib/search/snippet.ts";

/** What was searched for is underlined and bold, not only coloured. */
export function Marked({ snippet }: { snippet: Snippet }) {
  let at = 0;
  return snippet.map(({ text, hit }) => {
    at += text.length;
    return hit ? (
      <mark key={at} className="bg-warning/30 font-bold text-inherit underline">
        {text}
      </mark>
    ) : (
      text
    );
  });
}
