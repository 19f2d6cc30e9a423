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
        const form =
          document.activeElement?.closest("[data-draft]") ?? document.querySelector("[data-draft]");
        form?.querySelector<HTMLButtonElement>("button[data-send]:not(:disabled)")?.click();
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
