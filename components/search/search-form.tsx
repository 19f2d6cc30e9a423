import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";

/** One field; works by GET, so that a search can be kept as a bookmark. */
export function SearchForm({ typed }: { typed: string }) {
  return (
    <search className="mb-4">
      <form action="/search" className="flex flex-wrap items-center gap-2">
        <label htmlFor="search" className="sr-only">
          {words().search.label}
        </label>
        <input
          id="search"
          name="q"
          type="search"
          defaultValue={typed}
          placeholder={words().search.label}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          className="input w-full max-w-2xl"
        />
        <Button>{words().search.go}</Button>
      </form>
    </search>
  );
}
