type Props = { page: number; pages: number; href: (page: number) => string };

/** The way to the pages beside this one; nothing when there is one page. */
export function Pager({ page, pages, href }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-3 flex flex-wrap items-center gap-4 text-sm">
      {page > 1 ? <a href={href(page - 1)}>Previous</a> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={href(page + 1)}>Next</a> : null}
    </nav>
  );
}
