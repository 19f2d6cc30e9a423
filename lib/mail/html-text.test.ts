import { expect, test } from "vitest";
import { htmlToText } from "./html-text.ts";

test.each([
  [
    "<table><tr><th>Time</th><th>IP</th></tr><tr><td>10:00</td><td><p>192.0.2.7</p></td></tr></table>",
    "Time  IP\n10:00  192.0.2.7",
  ],
  [
    "<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>",
    "a  b\nc  d",
  ],
  ["<table><tr><td>menu</td><td><p>one</p><p>two</p></td></tr></table>", "menu\n\none\n\ntwo"],
  ["line one<br>line two", "line one\nline two"],
  ["<pre>a  b   c\nd</pre>", "a  b   c\nd"],
  ["<div>x</div><div>y</div>", "x\ny"],
  ["<style>p{}</style><script>x</script><title>t</title>text", "text"],
  ['<a href="https://host.example/r?1">report</a>', "report [https://host.example/r?1]"],
  ['<a href="https://host.example/">https://host.example/</a>', "https://host.example/"],
  ["192.0.2.7&nbsp;port&nbsp;22 &lt;ssh&gt;", "192.0.2.7 port 22 <ssh>"],
  ["<ul><li>one<li>two</ul>", " * one\n * two"],
  ["", ""],
])("%s", (html, text) => {
  expect(htmlToText(html).replace(/^\n+|\n+$/g, "")).toBe(text);
});

test("long log lines are not wrapped", () => {
  const line =
    "Feb  3 04:05:06 host sshd[1]: Failed password for invalid user admin from 192.0.2.7 port 40000 ssh2 "
      .repeat(4)
      .trim();
  expect(htmlToText(`<pre>${line}</pre>`).trim()).toBe(line);
});
