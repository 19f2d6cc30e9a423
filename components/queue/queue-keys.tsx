"use client";
import { useEffect } from "react";

/** j and k move along the rows marked `data-row`; Enter is the browser's own. Only speed: without scripts Tab does it. */
export function QueueKeys() {
  useEffect(() => {
    const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];
    rows()[0]?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const step = { j: 1, k: -1 }[event.key];
      if (step === undefined) return;
      const list = rows();
      const at = list.indexOf(document.activeElement as HTMLElement);
      list[Math.min(Math.max(at + step, 0), list.length - 1)]?.focus();
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}
