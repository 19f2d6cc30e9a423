import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { TORRC } from "./ssh-complaint.ts";
import { addTorrc, makeOwner, OPERATOR, reloadUntil, signLetters } from "./steps.ts";

/** Pages that only send the reader on. */
const DOORS = ["/", "/welcome", "/sign-in/code"];

/** Where each page of a filled desk is seen: its address, or the page and the beginning of the link that leads to it. */
const SEEN: Record<string, string | { on: string; link: string }> = {
  "/queue": "/queue",
  "/queue/alike/[caseId]": { on: "/queue?tab=ready", link: "/queue/alike/" },
  "/queue/chosen": { on: "chosen", link: "" },
  "/queue/together/[bulkId]": { on: "together", link: "" },
  "/queue/views": "/queue/views",
  "/cases/[caseId]": { on: "/queue", link: "/cases/" },
  "/relays": "/relays",
  "/relays/[relayId]": { on: "/relays", link: "/relays/" },
  "/relays/told/[importId]": { on: "told", link: "" },
  "/policy": "/policy?target=203.0.113.9:22",
  "/policy/what-if": "/policy/what-if",
  "/policy/exits": "/policy/exits",
  "/mitigations": "/mitigations",
  "/mitigations/[mitigationId]": { on: "/mitigations", link: "/mitigations/" },
  "/blocks": "/blocks",
  "/blocks/networks": "/blocks/networks",
  "/blocks/networks/new": "/blocks/networks/new",
  "/blocks/networks/[blockId]": { on: "/blocks/networks", link: "/blocks/networks/" },
  "/rules": "/rules",
  "/mailboxes": "/mailboxes",
  "/templates": "/templates",
  "/templates/new": "/templates/new",
  "/templates/[...place]": { on: "/templates", link: "/templates/" },
  "/reports": "/reports",
  "/reports/cases": "/reports/cases",
  "/reports/transparency": "/reports/transparency",
  "/search": "/search?q=irc",
  "/settings": "/settings",
  "/settings/alerts": "/settings/alerts",
  "/settings/public-pages": "/settings/public-pages",
  "/settings/retention": "/settings/retention",
  "/settings/senders": "/settings/senders",
  "/security": "/security",
  "/security/codes": "/security/codes",
  "/audit": "/audit",
  "/people": "/people",
  "/people/[login]": `/people/${OPERATOR.login}`,
  "/look": "/look",
  "/start": "/start",
  "/sign-in": "/sign-in",
  "/join/[token]": "/join/no-such-invitation",
};

/** Further kinds of what a page shows, each with a name of its own. */
const KINDS: Record<string, string | { on: string; link: string }> = {
  "queue-filtered": "/queue?type=irc&language=en",
  "queue-counsel": "/queue?tab=counsel",
  "queue-done": "/queue?tab=done",
  "queue-quarantine": "/queue?tab=quarantine",
  "case-sealed": { on: "/queue?tab=counsel", link: "/cases/" },
  "case-unsorted": { on: "/queue?tab=unsorted", link: "/cases/" },
  "case-needs-a-fact": { on: "/queue?tab=needs_fact", link: "/cases/" },
  "public-page": "/exit/marigold/en",
  "public-page-german": "/exit/marigold/de",
  "not-found": "/no-such-page",
};

export type SeenPage = { name: string; href: string; signedOut: boolean };

/** The addresses of the app folder that have no entry above, and the entries that have no page. */
export function unlistedPages(): string[] {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => `/${path.dirname(file).split(path.sep).join("/")}`.replace(/^\/\.$/, "/"));
  const listed = [...DOORS, ...Object.keys(SEEN)];
  return [
    ...routes.filter((route) => !listed.includes(route)),
    ...listed.filter((route) => !routes.includes(route)),
  ];
}

/** An owner with the sample mailbox in, a relay, and a mitigation: something to see on every page. */
export async function fillDesk(page: Page): Promise<SeenPage[]> {
  await makeOwner(page);
  await signLetters(page);
  await page.goto("/start");
  await page.getByRole("button", { name: "Load the sample mailbox" }).click();
  await page.waitForURL("**/queue");
  await addTorrc(page, TORRC.replaceAll("192.0.2.10", "192.0.2.99"), "2026-03-01");
  const told = new URL(page.url()).pathname;
  await page.goto("/queue?tab=counsel");
  await reloadUntil(page, "Child abuse material");
  await page.goto("/queue");
  await reloadUntil(page, "IRC abuse about 198.51.100.20");
  await page.getByText("IRC abuse about 198.51.100.20").first().click();
  await page.waitForURL("**/cases/*");
  await mitigate(page);
  await noteBlock(page);
  await publishPage(page);
  await addAlerts(page);
  const made = { told, ...(await closeTogether(page)) };
  const pages: SeenPage[] = [];
  for (const [name, place] of Object.entries({ ...SEEN, ...KINDS })) {
    const href = typeof place === "string" ? place : await follow(page, place, made);
    pages.push({
      name: nameOf(name),
      href,
      signedOut: /^\/(sign-in|join|no-such|exit)/.test(href),
    });
  }
  return pages;
}

async function mitigate(page: Page): Promise<void> {
  await page.getByText("Close something for a while").click();
  await page.locator("#mitigation-lines").fill("reject 203.0.113.5:6667");
  await page.getByRole("button", { name: "Keep the lines" }).click();
  await page.waitForURL("**/mitigations/*");
}

async function noteBlock(page: Page): Promise<void> {
  await page.goto("/blocks/networks/new");
  await page.getByLabel("Name").fill("ExampleNet");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/networks\/[0-9a-f-]{36}$/);
}

async function publishPage(page: Page): Promise<void> {
  await page.goto("/settings/public-pages");
  const heading = page.getByRole("heading", { name: "marigold: its page" });
  const form = page.locator("section", { has: heading }).first().locator("form");
  await form.getByLabel("Name in the address").fill("marigold");
  await form.getByLabel("The page is on").check();
  await form.getByLabel("It takes reports").check();
  await form.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/settings/public-pages?saved=yes");
}

async function addAlerts(page: Page): Promise<void> {
  await page.goto("/settings/alerts");
  await page.getByText("Add: ntfy").click();
  await page.getByLabel("Address of the topic").fill("https://ntfy.example/marigold");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.waitForURL("**/settings/alerts?saved=channel");
}

/** All cases like one are chosen, closed, and opened again. */
async function closeTogether(page: Page): Promise<{ chosen: string; together: string }> {
  await page.goto("/queue?tab=ready");
  await page.locator("[data-select-alike]").first().click();
  await page.waitForURL("**/queue/alike/*");
  await page.getByRole("button", { name: "Read one letter" }).click();
  await page.waitForURL("**/queue/chosen?*");
  const chosen = page.url();
  await page.goto(chosen.replace("do=answer", "do=close"));
  await page.locator("[data-send]").click();
  await page.waitForURL("**/queue/together/*");
  const together = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Take all of it back" }).click();
  await page.getByText("taken back").first().waitFor();
  return { chosen: chosen.slice(new URL(chosen).origin.length), together };
}

type Made = Record<string, string>;

async function follow(page: Page, place: { on: string; link: string }, made: Made) {
  const known = made[place.on];
  if (known) return known;
  await page.goto(place.on);
  const link = page.locator(`main a[href^="${place.link}"]:not([href$="/new"])`).first();
  return (await link.getAttribute("href")) ?? place.on;
}

/** `/cases/[caseId]` is `cases-one` among files. */
function nameOf(route: string): string {
  return route
    .replace(/^\//, "")
    .replaceAll(/\[[^\]]*\]/g, "one")
    .replaceAll("/", "-");
}
