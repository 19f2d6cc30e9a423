"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { ACTS, focus, rows } from "./key-acts.ts";
import { isTyping, pressed } from "./key-press.ts";
import type { Key } from "./key-table.ts";

const FIND = "palette-find";

type Pressed = Pick<Key, "keys" | "act" | "target">;
type Props = {
  keys: Pressed[];
  /** The page begins at its first gap or row. */
  start: boolean;
};

/** The one layer of keys: does what the table says. Only speed; without scripts the page's own links and buttons do it. */
export function Keys({ keys, start }: Props) {
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every page begins anew.
  useEffect(() => {
    begin(keys, start);
  }, [path]);
  useEffect(() => {
    let first = "";
    const onKey = (event: KeyboardEvent) => {
      const name = pressed(event);
      const both = `${first} ${name}`;
      first = "";
      if (name === null || !isForPage(event, name)) return;
      if (does(keys, both) || does(keys, name)) event.preventDefault();
      else if (keys.some((key) => key.keys.startsWith(`${name} `))) first = name;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("input", narrow);
    window.addEventListener("hashchange", goThere);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("input", narrow);
      window.removeEventListener("hashchange", goThere);
    };
  }, [keys]);
  return null;
}

/** A field takes letters, and a sheet all keys, for itself; what Ctrl goes with is the page's everywhere. */
function isForPage(event: KeyboardEvent, name: string): boolean {
  if (chooses(event, name)) return false;
  if (name.startsWith("Ctrl+")) return true;
  if (isTyping(event.target)) {
    whileTyping(event.target, name);
    return false;
  }
  return document.querySelector(":popover-open") === null;
}

/** A case opened by a key of the queue goes on with that key; else the first gap, else the first row. */
function begin(keys: Pressed[], start: boolean): void {
  const key = /^#key-(.)$/.exec(window.location.hash)?.[1];
  if (key && does(keys, key)) return;
  if (start && document.activeElement === document.body)
    focus(document.querySelector<HTMLElement>("[data-gap]") ?? rows()[0]);
}

/** The first entry that finds something to do. */
function does(keys: Pressed[], name: string): boolean {
  return keys.some((key) => key.keys === name && ACTS[key.act](key.target));
}

/** In a choice whose lines are numbered the number chooses and goes on: to the words it still needs, else it is done. */
function chooses({ target }: KeyboardEvent, name: string): boolean {
  if (!(target instanceof HTMLSelectElement) || !target.matches("[data-digits]")) return false;
  const option = target.options[Number(name) - 1];
  if (!option) return false;
  target.value = option.value;
  const words = target.form?.querySelector<HTMLElement>("input:not([type=hidden])");
  if (option.value === "other") focus(words);
  else target.form?.requestSubmit();
  return true;
}

/** Escape leaves the field, not the page; in the palette Enter goes to the first line. */
function whileTyping(field: HTMLElement, name: string): void {
  if (name === "Escape") field.blur();
  if (name === "Enter" && field.id === FIND)
    document.querySelector<HTMLElement>("#palette li:not([hidden]) a")?.click();
}

/** The palette shows what holds the typed words. */
function narrow({ target }: Event): void {
  if (!(target instanceof HTMLInputElement) || target.id !== FIND) return;
  const wanted = target.value.trim().toLowerCase();
  for (const item of document.querySelectorAll<HTMLElement>("#palette li"))
    item.hidden = !item.textContent?.toLowerCase().includes(wanted);
}

/** A line of the palette led to a place of this page. */
function goThere(): void {
  document.querySelector<HTMLElement>("#palette:popover-open")?.hidePopover();
  focus(document.getElementById(window.location.hash.slice(1)));
}
