import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Where the negative control is read: an address that only this proxy knows. */
export const RAW_HOST = "raw.attack";

/**
 * The only way out of the browser. What is meant for the desk is passed on; `raw.attack` answers with the payloads as they
 * are; everything else is written down and answered with nothing.
 */
export async function recordingProxy(desk: URL, raw: (path: string) => string | null) {
  const asked: string[] = [];
  const server = createServer((incoming, answer) => {
    const url = new URL(incoming.url ?? "", desk);
    if (url.host === desk.host) passOn(url, incoming, answer);
    else if (url.host === RAW_HOST) answerRaw(raw(url.pathname), answer);
    else {
      asked.push(url.href);
      answer.writeHead(204).end();
    }
  });
  server.on("connect", ({ url }, socket) => {
    asked.push(`connect ${url}`);
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, asked, close };
}

function answerRaw(html: string | null, answer: ServerResponse): void {
  answer.writeHead(html === null ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
  answer.end(html ?? "");
}

function passOn(url: URL, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, headers } = incoming;
  const onward = request(url, { method, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  incoming.pipe(onward);
}
