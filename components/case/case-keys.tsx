"use client";
import { useEffect } from "react";

/**
 * Ctrl+Enter (or Cmd+Enter) presses the send button of the draft that has the focus, else of the first one that can be
 * sent. Escape goes one level up. The page's own button is pressed, so keys can do nothing the page cannot.
 */
export function CaseKeys({ up }: { up: string }) {
  useEffect(() => {
    document.querySelector<HTMLElement>("[data-gap]")?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        buttonMeant()?.click();
        event.preventDefault();
      }
      if (event.key === "Escape" && !document.querySelector(":popover-open"))
        window.location.assign(up);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [up]);
  return null;
}

/** Whoever corrects a fact must not send a letter by the same keys. */
function buttonMeant(): HTMLButtonElement | null {
  const here = document.activeElement;
  const panel = here?.closest(".fact-panel");
  if (panel) return panel.querySelector<HTMLButtonElement>("button");
  const form = here?.closest("[data-draft]") ?? document.querySelector("[data-draft]");
  return form?.querySelector<HTMLButtonElement>("button[data-send]:not(:disabled)") ?? null;
}
