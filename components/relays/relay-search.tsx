import { Button } from "@/components/ui/button.tsx";
import { fill } from "@/components/words/fill.ts";
import { plural, words } from "@/components/words/words.ts";

type Props = { search: string; found: number; all: number };

/** Finds a relay by any part of its name or fingerprint, or by an address it holds or held. */
export function RelaySearch({ search, found, all }: Props) {
  return (
    <search className="mb-3">
      <form action="/relays" className="flex flex-wrap items-center gap-2">
        <label htmlFor="relay-search" className="sr-only">
          {words().relays.searchLabel}
        </label>
        <input
          id="relay-search"
          name="q"
          type="search"
          defaultValue={search}
          placeholder={words().relays.searchLabel}
          maxLength={100}
          autoComplete="off"
          className="input w-full max-w-sm"
        />
        <Button>{words().relays.find}</Button>
        <span className="text-sm">
          {search === ""
            ? counted(all)
            : fill(words().relays.foundOf, { found, all: counted(all) })}
          {search === "" ? null : (
            <>
              {" · "}
              <a href="/relays">{words().relays.showAll}</a>
            </>
          )}
        </span>
      </form>
    </search>
  );
}

function counted(count: number): string {
  return plural(count, words().relays.relayCount);
}
