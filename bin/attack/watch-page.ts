import type { BrowserContext, Page } from "@playwright/test";

/** What a payload managed to do, in words. */
export type Effects = string[];

const MARK = "exitdesk-attack-executed";
/** Every dialog a payload likes to open becomes a line on the console, also where dialogs are not allowed. */
const TRIPWIRE = `for (const name of ["alert", "confirm", "prompt", "print"])
  try { window[name] = () => { console.log("${MARK} " + name); }; } catch {}`;

/** All that code of a stranger could be noticed by: dialogs, marks, new windows, and downloads nobody asked for. */
export async function watchContext(context: BrowserContext): Promise<void> {
  await context.addInitScript(TRIPWIRE);
}

/** Collects the effects of what happens in the page until `stop` gives them. */
export function watchPage(page: Page): { stop: () => Effects } {
  const effects: Effects = [];
  const onConsole = (message: { text(): string }) => {
    if (message.text().startsWith(MARK)) effects.push(message.text());
  };
  const onDialog = (dialog: { type(): string; dismiss(): Promise<void> }) => {
    effects.push(`dialog ${dialog.type()}`);
    dialog.dismiss().catch(() => undefined);
  };
  const onPopup = (popup: Page) => {
    effects.push("popup");
    popup.close().catch(() => undefined);
  };
  const onDownload = () => effects.push("download");
  page
    .on("console", onConsole)
    .on("dialog", onDialog)
    .on("popup", onPopup)
    .on("download", onDownload);
  return {
    stop: () => {
      page.off("console", onConsole).off("dialog", onDialog).off("popup", onPopup);
      page.off("download", onDownload);
      return effects;
    },
  };
}
