import { z } from "zod";
import { onRecord } from "@/lib/accounts/audit-store.ts";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { relayChoices } from "@/lib/cases/relay-policy.ts";
import { listCounted } from "@/lib/reports/case-list-store.ts";
import { closePorts } from "@/lib/reports/close-ports.ts";
import { readFigures } from "@/lib/reports/figures-store.ts";
import { makeTransparency } from "@/lib/reports/make-transparency.ts";
import { countMitigations } from "@/lib/reports/mitigations-in-force-store.ts";
import { dayText, type Period } from "@/lib/reports/period.ts";
import { transparencyBlocks } from "@/lib/reports/transparency-blocks.ts";
import { transparencyHtml } from "@/lib/reports/transparency-html.ts";
import { casesCsv, casesJson } from "@/lib/reports/write-cases.ts";
import { figuresCsv, figuresJson } from "@/lib/reports/write-figures.ts";
import { download, downloadStream, operatorRoute } from "../../../operator-route.ts";
import { askedReport, portsToClose, readAsked } from "../../../reports/asked-report.ts";
import {
  askedPublished,
  readPublishedPeriod,
} from "../../../reports/transparency/asked-published.ts";

const FILES = [
  "figures.csv",
  "figures.json",
  "cases.csv",
  "cases.json",
  "transparency.html",
] as const;
/** Excel takes a file without it for the machine's old code page. */
const BOM = "\uFEFF";

const input = askedReport.extend({
  file: z.enum(FILES),
  bom: z.literal("1").optional().catch(undefined),
  language: askedPublished.shape.language,
});
type Context = Parameters<Parameters<typeof operatorRoute<typeof input>>[1]>[0];

/** Reports as files: the figures, the cases behind them, the page to publish. Machines read them with a token. */
export const GET = operatorRoute({ input, may: canSeeDesk, scope: "reports" }, async (context) => {
  const { db, viewer, input: asked } = context;
  const { file } = asked;
  await onRecord(db, viewer.userId, { kind: "export", what: file }, () => Promise.resolve(true));
  if (file === "transparency.html") return await published(context);
  if (file === "cases.csv" || file === "cases.json") return cases(context);
  return await figures(context);
});

async function published({ db, viewer, input: given }: Context): Promise<Response> {
  const now = Date.now();
  const { language } = given;
  const { period } = readPublishedPeriod({ ...given, period: null }, now);
  const report = await makeTransparency(db, viewer, { period, now });
  if (report === null) return missing();
  const html = transparencyHtml(transparencyBlocks(report, { language, now }), language);
  return download(Buffer.from(html), named(`transparency.${language}`, period, "html"));
}

/** Written while it is read: a million cases are more than a process should hold. */
function cases({ db, viewer, input: given }: Context): Response {
  const now = Date.now();
  const { asked, behind } = readAsked(given, now);
  const list = listCounted(db, viewer, { ...asked, behind, now });
  const isCsv = given.file === "cases.csv";
  const name = named("cases", asked.period, isCsv ? "csv" : "json");
  const mark = isCsv && given.bom ? BOM : "";
  return downloadStream(isCsv ? casesCsv(list) : casesJson(list), name, mark);
}

async function figures({ db, viewer, input: given }: Context): Promise<Response> {
  const now = Date.now();
  const { asked } = readAsked(given, now);
  const { period, relayId } = asked;
  const relays = relayId === null ? [] : await relayChoices(db, viewer);
  const relay = relays.find(({ id }) => id === relayId)?.nickname ?? null;
  const counted = await readFigures(db, viewer, { ...asked, now });
  if (counted === null || (relayId !== null && relay === null)) return missing();
  const ports = portsToClose(given, counted);
  const closed = await closePorts(db, viewer, { ports, period, relayId });
  const mitigations = await countMitigations(db, viewer, { period, relay });
  const written = { figures: counted, mitigations, closed, now };
  if (given.file === "figures.json")
    return download(Buffer.from(figuresJson(written)), named("figures", period, "json"));
  const csv = `${given.bom ? BOM : ""}${figuresCsv(written)}`;
  return download(Buffer.from(csv), named("figures", period, "csv"));
}

function named(what: string, { from, to }: Period, extension: string): string {
  return `${what}-${dayText(from)}-${dayText(to)}.${extension}`;
}

function missing(): Response {
  return new Response("Not found.\n", { status: 404 });
}
