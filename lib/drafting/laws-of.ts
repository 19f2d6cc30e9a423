/** Member states of the EU (2026) by ISO 3166 code: the Digital Services Act holds there. */
const EU = "at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk".split(
  " ",
);

/** The laws a letter may name for an operator's jurisdiction ("us", "eu", "de" ...); none when it is unknown. */
export function lawsOf(jurisdiction: string): string[] {
  const code = jurisdiction.trim().toLowerCase();
  if (code === "") return [];
  return EU.includes(code) ? [code, "eu"] : [code];
}
