import type { Act } from "./key-table.ts";

/** What each kind of key does to the page; true when there was something to do it to. Never more than the page itself can. */
export const ACTS: Record<Act, (target: string) => boolean> = {
  press: (target) => click(seen(target)),
  focus: (target) => focus(seen(target)),
  go: (target) => open(target),
  show,
  step: (target) => step(Number(target)),
  row: (target) => openRow(target),
  tick: (target) => click(rowInHand()?.closest("li, tr")?.querySelector<HTMLElement>(target)),
  send: () => click(buttonInHand()),
  copy: (target) => copyNext(target),
  up: (target) => up(target),
};

/** Goes to the element, opening what it is folded into. */
export function focus(element: HTMLElement | null | undefined): boolean {
  const folded = element?.closest("details:not([open])");
  if (folded instanceof HTMLDetailsElement) folded.open = true;
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
  return Boolean(element);
}

export function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-row]")];
}

function seen(selector: string): HTMLElement | undefined {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  return found.find((element) => !element.matches(":disabled, [hidden]"));
}

function click(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return Boolean(element);
}

function open(href: string): boolean {
  window.location.assign(href);
  return true;
}

function show(id: string): boolean {
  const sheet = document.getElementById(id);
  if (!sheet?.matches(":popover-open")) sheet?.showPopover();
  return focus(sheet?.querySelector("input") ?? sheet?.querySelector("button"));
}

function rowInHand(): HTMLElement | undefined {
  const here = document.activeElement?.closest("li, tr")?.querySelector<HTMLElement>("[data-row]");
  return here ?? rows()[0];
}

function step(by: number): boolean {
  const all = rows();
  const at = all.indexOf(rowInHand() as HTMLElement);
  const isIn = document.activeElement?.closest("li, tr")?.contains(all[at] ?? null);
  return focus(all[isIn ? Math.min(Math.max(at + by, 0), all.length - 1) : 0]);
}

/** Enter on a button or a link is the browser's own. */
function openRow(key: string): boolean {
  const row = rowInHand()?.closest("a");
  if (!row || (key === "" && document.activeElement !== document.body)) return false;
  return open(key === "" ? row.href : `${row.href}#key-${key}`);
}

/** The open panel's, or that of the form written in, else the letter's. Whoever writes a note must not send a letter by it. */
function buttonInHand(): HTMLElement | null | undefined {
  const panel = document.querySelector(":popover-open");
  const here = document.activeElement;
  const form = panel ?? (here?.matches("input, textarea, select") ? here.closest("form") : null);
  const send = "button[data-send]:not(:disabled)";
  if (!form) return seen(send);
  return (
    form.querySelector<HTMLElement>(send) ??
    form.querySelector<HTMLElement>("form button:not(:disabled)")
  );
}

/** Marks the next field of the provider's form and copies it; works without the clipboard's secure context too. */
function copyNext(place: string): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`${place} :is(input, textarea)`)];
  const next = fields[fields.indexOf(document.activeElement as HTMLInputElement) + 1] ?? fields[0];
  if (!focus(next)) return false;
  next?.select();
  return document.execCommand("copy");
}

function up(href: string): boolean {
  const to = window.location.pathname === href ? "/queue" : href;
  return window.location.pathname !== to && open(to);
}
