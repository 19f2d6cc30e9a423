import { z } from "zod";
import { FoundCount } from "@/components/search/found-count.tsx";
import { FoundList } from "@/components/search/found-list.tsx";
import { JumpList } from "@/components/search/jump-list.tsx";
import { SearchForm } from "@/components/search/search-form.tsx";
import { SearchHelp } from "@/components/search/search-help.tsx";
import { SearchHints } from "@/components/search/search-hints.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { indexingShare } from "@/lib/cases/index-old-texts-store.ts";
import { findTexts } from "@/lib/search/find-texts-store.ts";
import { jumpsTo } from "@/lib/search/jump-store.ts";
import { parseQuery } from "@/lib/search/parse-query.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";

export const generateMetadata = titled(({ search }) => search.title);

const SIZE = 50;
const input = z.object({
  q: z.string().max(2_000).catch(""),
  after: z.string().max(11).nullable().catch(null),
});

const door = { input, may: canEnter };

export default operatorPage(door, async ({ db, viewer, csrf, input: { q, after } }) => {
  const query = parseQuery(q);
  const isEmpty = q.trim() === "";
  const page = isEmpty ? null : await findTexts(db, viewer, query, { size: SIZE, after });
  const jumps = isEmpty || after !== null ? [] : await jumpsTo(db, viewer, q);
  const share = await indexingShare(db);
  const said = words().search;
  return (
    <DeskPage room={null} viewer={viewer} csrf={csrf}>
      <PageTitle>{said.title}</PageTitle>
      <SearchForm typed={q} />
      {share === null ? null : (
        <Notice kind="info">{fill(said.indexing, { percent: Math.floor(share * 100) })}</Notice>
      )}
      <SearchHints hints={query.hints} />
      <JumpList jumps={jumps} />
      {page === null ? (
        <SearchHelp />
      ) : (
        <>
          <FoundCount page={page} />
          <FoundList texts={page.texts} />
          <Pages q={q} next={page.next} isFirst={after === null} />
        </>
      )}
    </DeskPage>
  );
});

function Pages({ q, next, isFirst }: { q: string; next: string | null; isFirst: boolean }) {
  const href = (more: Record<string, string>) => `/search?${new URLSearchParams({ q, ...more })}`;
  return (
    <p className="mt-4 flex gap-4">
      {isFirst ? null : <a href={href({})}>{words().search.first}</a>}
      {next === null ? null : <a href={href({ after: next })}>{words().search.next}</a>}
    </p>
  );
}
