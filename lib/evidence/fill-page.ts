/** What a page may ask for: values by name, and the conditions that hold. */
export type PageFacts = { values: Record<string, string>; holds: ReadonlySet<string> };

const CONDITION = /^\{\{\?([a-z-]+)\}\}/;
const SLOT = /\{\{([a-zA-Z]+)\}\}/g;
const WIDTH = 98;

/**
 * Fills one plain-text page. `{{name}}` is a value; `{{?condition}}` at the beginning of a line keeps this line and the
 * ones below it, up to the next condition or empty line, only when it holds. A value the page asks for and nobody gives
 * stays visible as `[[name]]`.
 */
export function fillPage(page: string, facts: PageFacts): string {
  const paragraphs = page.split("\n\n").map((paragraph) => fillParagraph(paragraph, facts));
  return paragraphs.filter((paragraph) => paragraph !== null).join("\n\n");
}

/** Null when nothing of it is to be said. */
function fillParagraph(paragraph: string, { values, holds }: PageFacts): string | null {
  let kept = true;
  const lines = paragraph.split("\n").flatMap((line) => {
    const condition = CONDITION.exec(line)?.[1];
    if (condition !== undefined) kept = holds.has(condition);
    if (!kept) return [];
    const text = line.replace(CONDITION, "");
    const filled = text.replace(SLOT, (_slot, name: string) => values[name] ?? `[[${name}]]`);
    return filled === text ? [text] : wrapped(filled);
  });
  return lines.length === 0 ? null : lines.join("\n");
}

/** Breaks between words; what stands in backquotes, such as a policy line, stays whole. */
function wrapped(line: string): string[] {
  const lines: string[] = [];
  let rest = line.replace(/`[^`]{1,60}`/g, (quoted) => quoted.replaceAll(" ", "\0"));
  while (rest.length > WIDTH) {
    const space = rest.lastIndexOf(" ", WIDTH);
    if (space <= 0) break;
    lines.push(rest.slice(0, space));
    rest = rest.slice(space + 1);
  }
  return [...lines, rest].map((each) => each.replaceAll("\0", " "));
}
