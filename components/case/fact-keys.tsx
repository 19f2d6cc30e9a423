"use client";
import { useEffect } from "react";

const GAP = 6;
const EDGE = 8;

/**
 * A click on a marked fact opens its panel beside the mark instead of jumping to it; Escape or a click elsewhere closes
 * it. The panel is the page's own, so scripts can do nothing the page cannot. `version`: after a change all are closed.
 */
export function FactKeys({ version }: { version: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the case is the very reason to close.
  useEffect(() => {
    for (const panel of document.querySelectorAll<HTMLElement>(":popover-open"))
      panel.hidePopover();
  }, [version]);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const mark = (event.target as Element).closest<HTMLAnchorElement>("a[data-fact]");
      const panel = mark && document.getElementById(mark.hash.slice(1));
      if (!mark || !panel || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(panel, mark);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  return null;
}

function open(panel: HTMLElement, mark: HTMLElement): void {
  panel.showPopover();
  const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = Math.min(at.left, window.innerWidth - width - EDGE);
  const fitsBelow = at.bottom + GAP + height < window.innerHeight;
  const top = fitsBelow ? at.bottom + GAP : at.top - GAP - height;
  panel.style.left = `${Math.max(EDGE, left)}px`;
  panel.style.top = `${Math.max(EDGE, top)}px`;
  panel.querySelector<HTMLElement>("input:not([type=hidden]), select, button")?.focus();
}
