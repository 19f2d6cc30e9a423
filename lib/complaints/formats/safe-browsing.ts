import type { Document } from "../documents.ts";
import { addressFacts, type Facts, type FormatReader, noFacts } from "../facts.ts";
import { findIps } from "../find-ips.ts";

/**
 * Google's Safe Browsing notices: an XML text with one `url_info` a page. The host is the `ip` attribute, or stands only in
 * the web address itself.
 */
export const safeBrowsing: FormatReader = {
  format: "plain",
  recognise: ({ documents }) => documents.some(({ text }) => /<url_info\s/.test(text)),
  read: ({ documents }) => {
    const facts = noFacts();
    const seen = new Set<string>();
    for (const fact of documents.flatMap(hostsIn)) {
      if (!seen.has(fact.value)) facts.accused.push(fact);
      seen.add(fact.value);
    }
    return { ...facts, accused: facts.accused.slice(0, MAX_HOSTS) };
  },
};

const MAX_HOSTS = 50;

function hostsIn(document: Document): Facts["accused"] {
  return [...document.text.matchAll(/<url_info\s[^<>]{1,2000}>/g)].slice(0, 500).flatMap((tag) => {
    const ip = /\sip="([^"]{3,60})"/.exec(tag[0]);
    const url = /\surl="([^"]{8,1800})"/.exec(tag[0]);
    if (ip)
      return addressFacts({
        key: "ip",
        value: ip[1] ?? "",
        document,
        start: tag.index + ip.index + 5,
      });
    const host = findIps(url?.[1]?.slice(0, 80) ?? "")[0];
    if (!url || !host) return [];
    const start = tag.index + url.index + 6 + host.start;
    return addressFacts({ key: "url", value: host.value, document, start });
  });
}
