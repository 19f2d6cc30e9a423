import { readFileSync } from "node:fs";
import path from "node:path";

/** What the build says there is: nobody can forget to list a page or an action here. */
const SERVER = path.join(".next", "server");
/** Next's own pages for what is missing or broken. */
const OF_NEXT = /^\/_(global-error|not-found)\/page$/;

export type BuiltAction = {
  id: string;
  /** `app/settings/actions.ts#saveProfileAction` */
  name: string;
  /** A page that holds it, as the app folder names it: `/cases/[caseId]`. */
  page: string;
};

/** Every page, route and picture, as the app folder names it, without the last part. */
export function builtRoutes(): string[] {
  const routes = Object.keys(readJson("app-paths-manifest.json")).filter(
    (key) => !OF_NEXT.test(key),
  );
  return routes.map((key) => key.replace(/\/(page|route)$/, "") || "/").sort();
}

/** Every server action of the build. */
export function builtActions(): BuiltAction[] {
  const { node } = readJson("server-reference-manifest.json") as {
    node: Record<
      string,
      { exportedName: string; filename: string; workers: Record<string, unknown> }
    >;
  };
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
    const pages = Object.keys(workers).filter((worker) => worker.endsWith("/page"));
    // The shortest has the fewest parameters to fill.
    const page = pages.sort((a, b) => a.length - b.length)[0] ?? "app/page";
    return {
      id,
      name: `${filename}#${exportedName}`,
      page: page.replace(/^app/, "").replace(/\/page$/, "") || "/",
    };
  });
}

function readJson(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(SERVER, name), "utf8"));
}
