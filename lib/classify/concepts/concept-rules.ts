import { ATTACK_CONCEPTS } from "./attack-concepts.ts";
import {
  type ConceptRule,
  type ConceptTable,
  NEAR,
  SAME_PARAGRAPH,
  SAME_SENTENCE,
} from "./concept.ts";
import { CONTENT_CONCEPTS } from "./content-concepts.ts";
import { DESK_CONCEPT_RULES } from "./desk-concept-rules.ts";
import { DESK_CONCEPTS } from "./desk-concepts.ts";
import { GRAVE_CONCEPTS } from "./grave-concepts.ts";

/** "13 ans", "eight-year-old": said of persons, an age below eighteen is that of a child. */
const AGES = [...Array(16).keys()].flatMap((n) =>
  [
    "year old",
    "years old",
    "year-old",
    "-year-old",
    "yo",
    "jahre alt",
    "-jahrig",
    "ans",
    "jaar",
    "anos",
    "anni",
    "lat",
    "let",
    "ar gam",
    "лет",
  ].map((unit) => (unit.startsWith("-") ? `${n + 2}${unit}` : `${n + 2} ${unit}`)),
);

export const CONCEPT_TABLES: readonly ConceptTable[] = [
  { ...GRAVE_CONCEPTS, child: `${GRAVE_CONCEPTS.child}, ${AGES.join(", ")}` },
  ATTACK_CONCEPTS,
  CONTENT_CONCEPTS,
  DESK_CONCEPTS,
];
/** What concepts close together mean. The second vocabulary: it speaks where nobody used the words of the trade. */
export const CONCEPT_RULES: readonly ConceptRule[] = [
  {
    type: "law_enforcement",
    all: ["police|court", "identity", "demands"],
    within: SAME_PARAGRAPH,
    points: 7,
    reason: "Police or a court want to know who somebody is",
  },
  {
    type: "law_enforcement",
    all: ["police|court", "paper|crime", "identity|demands"],
    within: SAME_PARAGRAPH,
    points: 4,
    reason: "Police or a court speak of a case and ask for something",
  },
  {
    type: "law_enforcement",
    all: ["police", "identity|demands|crime"],
    within: NEAR,
    points: 3,
    reason: "Police speak of a person, a case or a wish",
  },
  {
    type: "law_enforcement",
    all: ["paper", "identity", "demands"],
    within: SAME_PARAGRAPH,
    points: 4,
    reason: "A formal paper asks who somebody is",
  },
  {
    type: "law_enforcement",
    all: ["identity", "crime|paper", "secrecy"],
    within: SAME_PARAGRAPH,
    points: 6,
    reason: "It asks in confidence who somebody is, for a case",
  },
  {
    type: "law_enforcement",
    all: ["identity", "crime", "demands"],
    within: SAME_SENTENCE,
    points: 2,
    reason: "It asks who somebody is, for a case",
  },
  {
    type: "law_enforcement",
    all: ["policeWarned"],
    within: 0,
    points: -9,
    reason: "Somebody else went to the police",
  },
  {
    type: "csam",
    all: ["child", "sexual"],
    within: SAME_SENTENCE,
    points: 11,
    reason: "Children and nakedness or sex are spoken of together",
  },
  {
    type: "threats",
    all: ["harm", "dear", "threat|fear|hounds"],
    within: SAME_PARAGRAPH,
    points: 7,
    reason: "Somebody fears violence",
  },
  {
    type: "threats",
    all: ["harm", "dear"],
    within: NEAR,
    points: 6,
    reason: "Violence against somebody is spoken of",
  },
  { type: "threats", all: ["bomb"], within: 0, points: 7, reason: "A bomb is spoken of" },
  {
    type: "threats",
    all: ["threat", "dear"],
    within: SAME_SENTENCE,
    points: 4,
    reason: "Somebody is threatened",
  },
  { type: "threats", all: ["despair"], within: 0, points: 14, reason: "A life may be in danger" },
  {
    type: "threats",
    all: ["hounds", "private|dear"],
    within: SAME_SENTENCE,
    points: 6,
    reason: "Somebody is hounded",
  },
  {
    type: "threats",
    all: ["private", "published|fear|hounds"],
    within: SAME_SENTENCE,
    points: 7,
    reason: "Somebody's private life was laid open, or he is afraid",
  },
  {
    type: "threats",
    all: ["extort", "money|harm"],
    within: SAME_PARAGRAPH,
    points: 6,
    reason: "Somebody is blackmailed",
  },
  {
    type: "copyright",
    all: ["work", "shares", "rights"],
    within: SAME_PARAGRAPH,
    points: 9,
    reason: "Works are passed on without the right to",
  },
  {
    type: "copyright",
    all: ["work", "rights"],
    within: SAME_SENTENCE,
    points: 4,
    reason: "Works and the rights in them are spoken of",
  },
  {
    type: "bruteforce",
    all: ["tries|fails", "password"],
    within: SAME_SENTENCE,
    points: 6,
    reason: "Passwords are tried",
  },
  {
    type: "bruteforce",
    all: ["tries|fails", "login"],
    within: NEAR,
    points: 5,
    reason: "Somebody tries to log in",
  },
  {
    type: "bruteforce",
    all: ["login", "password"],
    within: NEAR,
    points: 3,
    reason: "Logins and passwords are spoken of",
  },
  {
    type: "portscan",
    all: ["scan", "port|range"],
    within: SAME_SENTENCE,
    points: 5,
    reason: "Doors or hosts are tried one after another",
  },
  {
    type: "ddos",
    all: ["flood", "volume|outage"],
    within: SAME_SENTENCE,
    points: 6,
    reason: "Too much of everything",
  },
  {
    type: "ddos",
    all: ["volume", "outage"],
    within: SAME_SENTENCE,
    points: 5,
    reason: "A service broke down under the load",
  },
  {
    type: "webattack",
    all: ["web", "exploit"],
    within: NEAR,
    points: 5,
    reason: "A web site is attacked",
  },
  ...DESK_CONCEPT_RULES,
];
