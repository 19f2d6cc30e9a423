import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A TCP line to a loopback server that breaks after so many bytes of its answers: what a bad network does. */
export class CuttingProxy {
  /** Bytes each new connection lets through before it breaks; null: all. */
  cutAfter: number | null = null;
  /** A line that passes nothing on and is not closed either, as behind a firewall that forgot it. */
  silent = false;
  /** What the server's answers are turned into on their way, byte for byte as Latin-1: a server that lies. */
  rewrite: ((answer: string) => string) | null = null;
  /** How many connections broke. */
  cuts = 0;
  /** How many were made. */
  connections = 0;
  #server: Server;
  #sockets = new Set<Socket>();

  static async start(target: number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  private constructor(target: number) {
    this.#server = createServer((client) => {
      const server = connect(target, "127.0.0.1");
      this.connections += 1;
      let left = this.cutAfter ?? Number.POSITIVE_INFINITY;
      for (const socket of [client, server]) {
        this.#sockets.add(socket);
        socket.on("error", () => undefined);
        socket.once("close", () => {
          this.#sockets.delete(socket);
          client.destroy();
          server.destroy();
        });
      }
      client.on("data", (chunk) => {
        if (!this.silent) server.write(chunk);
      });
      server.on("data", (answer: Buffer) => {
        if (this.silent) return;
        const chunk = this.rewrite
          ? Buffer.from(this.rewrite(answer.toString("latin1")), "latin1")
          : answer;
        client.write(chunk.subarray(0, Math.max(0, left)));
        left -= chunk.length;
        if (left > 0) return;
        this.cuts += 1;
        client.end(() => client.destroy());
      });
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
