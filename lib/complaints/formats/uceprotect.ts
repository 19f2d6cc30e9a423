import { parseCidr } from "../../net/cidr.ts";
import { type FormatInput, type FormatReader, factAt, noFacts } from "../facts.ts";

/**
 * UCEPROTECT's monitoring reports: what changed stands in the text (`Statuschange of Level2 -> NET 192.0.2.0/24`); the
 * attached list is everything the subscriber has them watch, whatever its state.
 */
export const uceprotect: FormatReader = {
  format: "plain",
  recognise: ({ message: { subject, body } }) =>
    /\buceprotect\b/i.test(subject) && CHANGE.test(body.slice(0, 20_000)),
  read,
  owns: ({ place }) => place === "attachment",
};

const CHANGE =
  /^[>\t ]{0,8}status ?change of [^\n]{1,40}?-+> ?(?:net(?:work)?|ip|range|address)[ :]{1,3}([\da-f.:]{3,45}(?:\/\d{1,3})?)/im;
const MAX_CHANGES = 50;

function read({ documents }: FormatInput) {
  const body = documents.find(({ source }) => source === "body");
  const accused = [...(body?.text.matchAll(new RegExp(CHANGE, "gim")) ?? [])]
    .slice(0, MAX_CHANGES)
    .flatMap((match) => {
      const text = match[1] ?? "";
      const value = parseCidr(text);
      const end = match.index + match[0].length;
      return value === null || !body ? [] : [factAt(value, body, end - text.length, end)];
    });
  return { ...noFacts(), accused };
}
