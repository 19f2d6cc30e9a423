// The labelled mails beside the checkout, as the core judges them: what `eval` and `fit-confidence` count with.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { judge } from "../lib/classify/judge.ts";
import type { Judgement } from "../lib/classify/signs.ts";
import { readComplaint } from "../lib/complaints/read-complaint.ts";
import { parseMessage } from "../lib/mail/parse-message.ts";

const CORPUS = path.join(path.dirname(import.meta.dirname), "../shared/corpus/dev");
/** Relative deadlines count from here; the kind of a mail does not depend on it. */
const RECEIVED_AT = Date.UTC(2026, 0, 1);

export type Labelled = {
  file: string;
  /** Mails of one cluster are nearly the same: they are kept together when mails are divided. */
  cluster: string;
  type: string;
  judgement: Judgement;
  isRight: boolean;
  /** Would this type be right? */
  isRightAs: (type: string) => boolean;
};
type Label = {
  file: string;
  cluster: string | number;
  type: string;
  inner_type: string | null;
  is_complaint: boolean;
};

/** Null when there is no corpus here. */
export async function labelledMails(): Promise<Labelled[] | null> {
  const list = path.join(CORPUS, "labels.jsonl");
  if (!existsSync(list)) return null;
  const labels = readFileSync(list, "utf8").split("\n").filter(Boolean);
  const mails: Labelled[] = [];
  for (const line of labels) {
    const label: Label = JSON.parse(line);
    const message = await parseMessage(readFileSync(path.join(CORPUS, label.file)));
    const judgement = judge(readComplaint(message, RECEIVED_AT));
    const { file, type } = label;
    const isRight = isRightFor(label, judgement);
    const isRightAs = (other: string) => isRightFor(label, { ...judgement, type: other });
    mails.push({ file, type, judgement, isRight, isRightAs, cluster: String(label.cluster) });
  }
  return mails;
}

/** As the scorer counts: a provider's notice may be answered by what it wraps, one harmless kind by the other. */
function isRightFor(
  label: Label,
  { type, isComplaint }: { type: string; isComplaint: boolean },
): boolean {
  if (!label.is_complaint && !isComplaint) return true;
  return label.type === type || (label.type === "isp_notice" && label.inner_type === type);
}
