import { words } from "@/components/words/words.ts";

/** What can be typed, by example. */
export function SearchHelp() {
  const { help, helpIntro, helpRows } = words().search;
  return (
    <section aria-labelledby="search-help" className="max-w-3xl">
      <h2 id="search-help" className="mb-2 text-lg font-semibold">
        {help}
      </h2>
      <p className="mb-3">{helpIntro}</p>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {helpRows.map(([example, meaning]) => (
          <div key={example} className="contents">
            <dt className="font-mono text-sm">{example}</dt>
            <dd className="mb-1 sm:mb-0">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
