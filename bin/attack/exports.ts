import type { FilledDesk } from "./filled-desk.ts";

const FILES = ["cases.csv", "figures.csv"];
const CELL = /"((?:[^"]|"")*)"/g;
/** What a spreadsheet takes for a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Cells of the desk's exports that a spreadsheet would run, after every hostile mail has become a case. */
export async function formulaCells({ desk, token }: FilledDesk): Promise<string[]> {
  const wrong: string[] = [];
  for (const file of FILES) {
    const answer = await fetch(`${desk.url}/api/reports/${file}?period=365`, {
      headers: { cookie: `exitdesk-session=${token}` },
    });
    const text = await answer.text();
    if (answer.status !== 200) wrong.push(`${file} was answered with ${answer.status}`);
    for (const [, cell = ""] of text.matchAll(CELL))
      if (FORMULA.test(cell)) wrong.push(`${file} has the cell ${cell.slice(0, 60)}`);
  }
  return wrong;
}
