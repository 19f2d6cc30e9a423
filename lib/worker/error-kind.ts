/** What a log may know of a failure: its kind, never its words, which may quote somebody's mail. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const place = /([\w.-]{1,100}\.(?:ts|js|mjs):\d{1,7})/.exec(error.stack ?? "")?.[1] ?? "";
  return `${error.name}${code}${place ? ` at ${place}` : ""}`;
}
