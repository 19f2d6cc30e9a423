import { Button } from "@/components/ui/button.tsx";

type Props = { search: string; found: number; all: number };

/** Finds a relay by any part of its name or fingerprint, or by an address it holds or held. */
export function RelaySearch({ search, found, all }: Props) {
  return (
    <search className="mb-3">
      <form action="/relays" className="flex flex-wrap items-center gap-2">
        <label htmlFor="relay-search" className="sr-only">
          Name, fingerprint or address
        </label>
        <input
          id="relay-search"
          name="q"
          type="search"
          defaultValue={search}
          placeholder="Name, fingerprint or address"
          maxLength={100}
          autoComplete="off"
          className="input w-full max-w-sm"
        />
        <Button>Find</Button>
        <span className="text-sm">
          {search === "" ? counted(all) : `${found} of ${counted(all)}`}
          {search === "" ? null : (
            <>
              {" · "}
              <a href="/relays">Show all</a>
            </>
          )}
        </span>
      </form>
    </search>
  );
}

function counted(count: number): string {
  return count === 1 ? "1 relay" : `${count} relays`;
}
