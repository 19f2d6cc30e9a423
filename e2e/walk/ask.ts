import { randomUUID } from "node:crypto";
import http from "node:http";

export type Answer = { status: number; location: string; text: string };
type Asked = {
  method?: string;
  /** A null takes a header away that would be sent. */
  headers?: Record<string, string | null>;
  cookie?: string;
  body?: { type: string; text: string };
};

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

/** One request as given, forged Host and all, which no browser and no fetch would send. */
export async function ask(url: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { host, hostname, port, origin } = new URL(url);
  const { method = "GET", headers = {}, cookie, body } = asked;
  const sent: Record<string, string | null> = {
    host,
    ...(method === "POST" ? { origin } : {}),
    ...(cookie ? { cookie } : {}),
    ...(body
      ? { "content-type": body.type, "content-length": `${Buffer.byteLength(body.text)}` }
      : {}),
    ...headers,
  };
  const kept = Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== null);
  return await new Promise((resolve, reject) => {
    const options = { hostname, port, path, method, agent, headers: Object.fromEntries(kept) };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { location, "x-action-redirect": redirect } = response.headers;
        resolve({
          status: response.statusCode ?? 0,
          location: String(location ?? redirect ?? ""),
          text: `${JSON.stringify(response.headers)}\n${Buffer.concat(chunks).toString("utf8")}`,
        });
      });
    });
    request.on("error", reject);
    request.end(body?.text);
  });
}

/** The body with which React calls an action `(before, form)` with these fields. */
export function actionBody(fields: Record<string, string>): { type: string; text: string } {
  const boundary = `----walk${randomUUID()}`;
  const parts = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value]);
  const all = [...parts, ["0", JSON.stringify([null, "$K1"])]];
  const text = all
    .map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("");
  return { type: `multipart/form-data; boundary=${boundary}`, text: `${text}--${boundary}--\r\n` };
}
