import { expect, test } from "vitest";
import { onionooPlace } from "./onionoo-address.ts";

const ONION = `${"b".repeat(56)}.onion`;

test.each([
  ["https://onionoo.example", "", "https://onionoo.example/", null],
  ["https://onionoo.example/mirror", "", "https://onionoo.example/mirror/", null],
  [`http://${ONION}`, "127.0.0.1:9050", `http://${ONION}/`, { host: "127.0.0.1", port: 9050 }],
  [
    `http://${ONION}/`,
    "socks5h://localhost:9150",
    `http://${ONION}/`,
    { host: "127.0.0.1", port: 9150 },
  ],
  [
    "https://onionoo.example",
    "[::1]:9050",
    "https://onionoo.example/",
    { host: "::1", port: 9050 },
  ],
  ["http://127.0.0.1:8080/", "", "http://127.0.0.1:8080/", null],
  ["http://[::1]:8080/", "", "http://[::1]:8080/", null],
])("%s through %j is a place to ask", (address, proxy, href, through) => {
  const place = onionooPlace(address, proxy);
  if ("flaw" in place) throw new Error(place.flaw);
  expect([place.baseUrl.href, place.proxy]).toEqual([href, through]);
});

test.each([
  ["onionoo.example", "", "is no web address"],
  ["", "", "is no web address"],
  ["file:///etc/passwd", "", "is no web address"],
  ["https://user:secret@onionoo.example/", "", "is no web address"],
  ["http://onionoo.example/", "", "Write https"],
  ["http://onionoo.example/", "127.0.0.1:9050", "Write https"],
  ["http://127.0.0.1.evil.example/", "", "Write https"],
  [`https://${ONION}/`, "", "give a SOCKS5 proxy"],
  [`http://${ONION.toUpperCase()}./`, "", "give a SOCKS5 proxy"],
  ["https://onionoo.example/", "proxy.example:9050", "is no SOCKS5 proxy"],
  ["https://onionoo.example/", "127.0.0.1", "is no SOCKS5 proxy"],
])("%s through %j is refused: %s", (address, proxy, flaw) => {
  expect(onionooPlace(address, proxy)).toEqual({ flaw: expect.stringContaining(flaw) });
});
