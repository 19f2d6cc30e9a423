import { test as base, expect } from "@playwright/test";
import { Dovecot } from "../../lib/testing/dovecot.ts";
import { SmtpSink } from "../../lib/testing/smtp-sink.ts";
import { RunningDesk } from "./desk.ts";

type World = { desk: RunningDesk; dovecot: Dovecot; sink: SmtpSink; quiet: undefined };

/** Each test has a desk, a Dovecot and an SMTP sink of its own; pages are relative to that desk. */
export const test = base.extend<World>({
  desk: async ({}, use) => {
    const desk = await RunningDesk.start();
    await use(desk);
    await desk.stop();
  },
  dovecot: async ({}, use) => {
    const dovecot = await Dovecot.start();
    await use(dovecot);
    await dovecot.stop();
  },
  sink: async ({}, use) => {
    const sink = await SmtpSink.start();
    await use(sink);
    await sink.stop();
  },
  baseURL: async ({ desk }, use) => {
    await use(desk.url);
  },
  /** No page complains on its console (a violated content policy does) or asks any host but the desk. */
  quiet: [
    async ({ context, desk }, use) => {
      const complaints: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      context.on("weberror", (error) => complaints.push(String(error.error())));
      context.on("request", (request) => {
        if (!request.url().startsWith(`${desk.url}/`)) complaints.push(`asked ${request.url()}`);
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
