import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ApiTokenView } from "@/lib/cases/api-token-store.ts";
import { TokenList } from "./token-list.tsx";

const AT = Date.parse("2026-03-01T12:00:00Z");
const TOKEN: ApiTokenView = {
  id: "0193b5b0-0000-7000-8000-000000000000",
  name: "gateway",
  scope: "intake",
  signs: false,
  createdAt: AT,
  lastUsedAt: null,
  revokedAt: null,
};

function shown(given: Partial<ApiTokenView>): string {
  const tokens = [{ ...TOKEN, ...given }];
  const list = createElement(TokenList, { tokens, csrf: "c", action: async () => null });
  return renderToStaticMarkup(list);
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("what a token may do, since when, and that nobody used it", () => {
  const html = shown({});
  expect(textOf(html)).toMatch(/gateway · Hand in mail, the token sent along since .* never used/);
  expect(html).toContain('name="tokenId"');
  expect(html).toContain('aria-label="Revoke the token gateway"');
  expect(html).not.toContain(`key <code`);
});

test("one that signs is shown with the name of its key", () => {
  const text = textOf(shown({ signs: true, lastUsedAt: AT }));
  expect(text).toContain("every request signed");
  expect(text).toContain(`key ${TOKEN.id}`);
  expect(text).toContain("last used");
});

test("a revoked one has no button; a purpose this desk does not know is said as it is", () => {
  const html = shown({ revokedAt: AT, scope: "of a later desk" });
  expect(html).not.toContain("<button");
  expect(textOf(html)).toContain("of a later desk");
});
