/** The two databases a desk can stand in (decision 029). */
export type Dialect = "sqlite" | "postgresql";

/** Which one a `DATABASE_URL` means. */
export function dialectOf(url: string): Dialect {
  return /^postgres(ql)?:/.test(url) ? "postgresql" : "sqlite";
}

/** For a filter that finds a part of a text whatever its case: SQLite's LIKE does, PostgreSQL's has to be told. */
export function anyCase({ $dialect }: { $dialect: Dialect }): object {
  return $dialect === "postgresql" ? { mode: "insensitive" } : {};
}
