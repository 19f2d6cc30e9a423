const GAP = 6;
const EDGE = 8;

/** Shows the popover with this id beside the mark that leads to it, and puts the focus into it. */
export function openBeside(mark: HTMLElement, id: string): void {
  const panel = document.getElementById(id);
  if (!panel) return;
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
