import { expect, test } from "vitest";
import { relayNow } from "../relays/relay-now.ts";
import { aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { refusedForm } from "./complaint-form.ts";
import { html } from "./html.ts";
import type { Notice } from "./notice.ts";
import { noticePage } from "./notice-page.ts";
import { NOTICE_POLICY } from "./page-frame.ts";
import { formValues } from "./read-form.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const exit = aRelay({
  tenures: [aTenure("192.0.2.7"), aTenure("2001:db8::7", "2026-02-01T00:00:00Z")],
  policies: [
    aPolicy([
      "ExitRelay 1",
      "IPv6Exit 1",
      "ExitPolicy accept *:80",
      "ExitPolicy accept *:443",
      "ExitPolicy reject *:*",
    ]),
  ],
});
const notice = (given: Partial<Notice> = {}, relay = exit): Notice => ({
  name: "relay7",
  relay: relayNow(relay, NOW),
  operator: "Relay Operators",
  contact: "abuse@operator.example",
  logStatement: null,
  takesForm: true,
  network: "consensus of 2026-03-01T10:00:00Z",
  ...given,
});
const desk = { kind: "desk", form: null } as const;

test("an exit says what it is, since when, and what it lets out", () => {
  const page = noticePage(notice(), "en", desk);
  expect(page).toContain("192.0.2.7, 2001:db8::7: a Tor exit");
  expect(page).toContain("192.0.2.7 has been held by the relay relay7 since 2026-01-01");
  expect(page).toContain("2001:db8::7 has been held by the relay relay7 since 2026-02-01");
  expect(page).toContain("IPv4: connections to the ports 80, 443, and to no others.");
  expect(page).toContain("in force since 2026-01-01");
  expect(page).toContain('href="/exit/relay7/de"');
});

test("in German too", () => {
  const page = noticePage(notice(), "de", desk);
  expect(page).toContain('<html lang="de">');
  expect(page).toContain("ein Tor-Exit");
  expect(page).toContain("IPv4: Verbindungen zu den Ports 80, 443, zu keinen anderen.");
});

test("a relay that lets nothing out does not say that traffic came from Tor through it, nor how to block it", () => {
  const relay = aRelay({ policies: [aPolicy(["ExitRelay 0"])] });
  const page = noticePage(notice({}, relay), "en", desk);
  expect(page).toContain("a Tor relay");
  expect(page).toContain("not an exit");
  expect(page).not.toContain("very probably");
  expect(page).not.toContain('method="get"');
});

test("what is not known is not said", () => {
  const page = noticePage(notice({}, aRelay({ policies: [] })), "en", desk);
  expect(page).toContain("not known to this page");
  expect(page).not.toContain("What it lets out");
});

test("the file for the relay itself has no form; it leads to the desk only where the desk takes reports", () => {
  const file = (given: Partial<Notice>, deskUrl: string | null) =>
    noticePage(notice(given), "en", { kind: "file", deskUrl });
  const url = "https://desk.example/exit/relay7/en";
  expect(file({}, url)).toContain(`<a href="${url}">`);
  expect(file({}, url)).not.toMatch(/<form|action=|href="\//);
  expect(file({ takesForm: false }, url)).not.toContain(url);
  expect(file({ contact: "", takesForm: false }, null)).toContain("takes no reports");
});

test("a refused form keeps what was typed, as text, and names what is wrong", () => {
  const typed = formValues(
    new URLSearchParams({
      what: '"><script>x</script>',
      log: "</textarea><b>",
      kind: "web",
      port: "x",
    }).toString(),
  );
  const form = refusedForm(typed, [{ field: "port", flaw: "bad" }], "en");
  const page = noticePage(notice(), "en", { kind: "desk", form });
  expect(page).toContain('role="alert"');
  expect(page).toContain("Its port: this cannot be right.");
  expect(page).toContain("&quot;&gt;&lt;script&gt;");
  expect(page).not.toMatch(/<script|<\/textarea><b>/);
  expect(page).toContain('value="web" selected');
  expect(page).toMatch(/id="f-port"[^>]*aria-invalid="true"/);
});

test("the style that the policy allows is the one on the page", async () => {
  const { createHash } = await import("node:crypto");
  const [, style = ""] = /<style>([\s\S]*)<\/style>/.exec(noticePage(notice(), "en", desk)) ?? [];
  expect(NOTICE_POLICY).toContain(createHash("sha256").update(style).digest("base64"));
  expect(NOTICE_POLICY).not.toMatch(/unsafe|https?:|script-src/);
});

test("html escapes text and attributes, and drops what HTML cannot write", () => {
  expect(html`<a title="${`"'<&>`}">${"a\u0000b\u001bc\nd"}</a>${null}`.html).toBe(
    '<a title="&quot;&#39;&lt;&amp;&gt;">abc\nd</a>',
  );
});
