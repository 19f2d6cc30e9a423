import { expect, test } from "vitest";
import { parseItem } from "./parse-item.ts";

/** Every row was seen with tor 0.4.9.11 (`GETINFO exit-policy/full`). */
test.each([
  ["accept *:80", "accept *:80 accept6 *:80"],
  ["accept *", "accept *:* accept6 *:*"],
  ["accept *4:80", "accept *:80"],
  ["accept *6", "accept6 *:*"],
  ["accept6 *:80", "accept6 *:80"],
  ["reject6 *6:*", "reject6 *:*"],
  ["accept 1.2.3.4", "accept 1.2.3.4:*"],
  ["accept 1.2.3.4/24:80", "accept 1.2.3.4/24:80"],
  ["accept 1.2.3.4/255.255.255.0:80", "accept 1.2.3.4/24:80"],
  ["accept 1.2.3.4/0.0.0.0:80", "accept *:80"],
  ["accept 1.2.3.4/:80", "accept *:80"],
  ["accept 1.2.3.4/-0:80", "accept *:80"],
  ["accept 1.2.3.4/+8:80", "accept 1.2.3.4/8:80"],
  ["accept 1.2.3.4/08:80", "accept 1.2.3.4/8:80"],
  ["accept 1.2.3.4/4294967304:80", "accept 1.2.3.4/8:80"],
  ["accept [1.2.3.4]/24:80", "accept 1.2.3.4/24:80"],
  ["accept [*]:80", "accept *:80 accept6 *:80"],
  ["accept [2001:0DB8::A]/32:443", "accept6 [2001:db8::a]/32:443"],
  ["accept 2001:db8::/32", "accept6 [2001:db8::]/32:*"],
  ["accept 2001:db8::1/128:443", "accept6 [2001:db8::1]:443"],
  ["accept [2001:db8::]/:80", "accept6 *:80"],
  ["accept [2001:db8::]/255.255.0.0:80", "accept6 [2001:db8::]/16:80"],
  ["accept [2001:db8::]junk/32:80", "accept6 [2001:db8::]/32:80"],
  ["accept [::ffff:1.2.3.4]:80", "accept6 [::ffff:1.2.3.4]:80"],
  ["accept [::ffff:1.2.3.4]/24:80", "accept6 [::ffff:1.2.3.4]/120:80"],
  ["accept [::ffff:1.2.3.4]/32:80", "accept6 [::ffff:1.2.3.4]/96:80"],
  ["accept [::ffff:1.2.3.4]/128:80", "accept6 [::ffff:1.2.3.4]/96:80"],
  ["accept [::ffff:01.2.3.4]:80", "accept6 [::ffff:1.2.3.4]:80"],
  ["accept [::1.2.3.4]:80", "accept6 [::1.2.3.4]:80"],
  ["accept [::1.2.0.0]:80", "accept6 [::102:0]:80"],
  ["accept *4:1-65535", "accept *:*"],
  ["accept *4:80-80", "accept *:80"],
  ["accept *4:080", "accept *:80"],
  ["accept *4:+80", "accept *:80"],
  ["accept *4:80-+90", "accept *:80-90"],
  ["accept *4:80-90-100", "accept *:80-90"],
  ["accept *4:80-90junk", "accept *:80-90"],
  ["opt accept *4:80", "accept *:80"],
  ["accept\t *4:80", "accept *:80"],
  ["accept *4:80 # why", "accept *:80"],
  ["accept *4:80#", "accept *:80"],
  ["accept *4:80\nreject *:*", "accept *:80"],
])("reads %j", (text, expected) => {
  const parsed = parseItem(text, "torrc", "test");
  expect("rules" in parsed && parsed.rules.map((rule) => rule.text).join(" ")).toBe(expected);
});

test.each([
  "accept *:0",
  "accept *:00",
  "accept *:0-80",
  "accept *:65536",
  "accept *:80-65536",
  "accept *:80-",
  "accept *:-80",
  "accept *:-0",
  "accept *:443-80",
  "accept *:80-*",
  "accept *:*-80",
  "accept *:http",
  "accept *:80x",
  "accept *:0x50",
  "accept *:80 *:443",
  "accept *:80 -90",
  "accept *: 80",
  "accept *::80",
  "accept *:80#x",
  "accept */8:80",
  "accept *6/0:80",
  "accept [*]/8:80",
  "accept **:80",
  "accept *5:80",
  "accept :80",
  "accept []:80",
  "accept [::1:80",
  "accept ::1",
  "accept ::1:80",
  "accept fe80::1%eth0/128:80",
  "accept [1:2:3:4:5:6:7:8:]:80",
  "accept mail.example:25",
  "accept 1.2.3:80",
  "accept 01.2.3.4:80",
  "accept 1.2.3.4/33:80",
  "accept 1.2.3.4/-1:80",
  "accept 1.2.3.4/+:80",
  "accept 1.2.3.4/0x8:80",
  "accept 1.2.3.4//8:80",
  "accept 1.2.3.4/255.0.255.0:80",
  "accept 1.2.3.4/255.255.255:80",
  "accept 1.2.3.4/99999999999999999999:80",
  "accept 1.2.3.4:80/8",
  "accept [2001:db8::]/129:80",
  "accept [::ffff:1.2.3.4]/33:80",
  "accept [::ffff:1.2.3.4]/95:80",
  "accept private",
  "accept private/8:80",
  "accept private:0",
  "accept privateer:80",
  "Accept *:80",
  "permit *:80",
  "accept7 *:80",
  "accept",
  "opt",
  "opt opt accept *:80",
  "*:80",
  "#accept *:80",
])("refuses %j, and with it the whole configuration", (text) => {
  expect(parseItem(text, "torrc", "test")).toMatchObject({ effect: "refused" });
});

test.each([
  "accept6 1.2.3.4:80",
  "accept6 *4:80",
  "reject6 *4:*",
  "accept6 private:80",
  "reject6 private:*",
])("ignores %j and keeps the rest", (text) => {
  expect(parseItem(text, "torrc", "test")).toMatchObject({ effect: "ignored" });
});

test("private stands for tor's twelve networks, which are fewer than one expects", () => {
  const parsed = parseItem("reject private:*", "torrc", "test");
  const texts = "rules" in parsed ? parsed.rules.map((rule) => rule.text) : [];
  expect(texts).toHaveLength(12);
  expect(texts).toContain("reject6 [::]/8:*");
  expect(texts.join()).not.toContain("100.64");
});

test("in a descriptor a star means IPv4, and *4 and *6 do not exist", () => {
  const star = parseItem("accept *:80", "descriptor", "test");
  expect("rules" in star && star.rules.map((rule) => rule.text)).toEqual(["accept *:80"]);
  expect(parseItem("accept *4:80", "descriptor", "test")).toMatchObject({ effect: "refused" });
});
