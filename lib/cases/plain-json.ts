import type { Prisma } from "../db/generated/client.ts";

/**
 * A value as every database keeps it: NUL and lone surrogates, which PostgreSQL's jsonb refuses, become U+FFFD, one for
 * one, so that offsets into the text stay true.
 */
export function plainJson(value: object): Prisma.InputJsonObject {
  const text = JSON.stringify(value, (_name, field) =>
    typeof field === "string"
      ? field.replaceAll("\0", "\uFFFD").replace(/\p{Cs}/gu, "\uFFFD")
      : field,
  );
  return JSON.parse(text) as Prisma.InputJsonObject;
}
