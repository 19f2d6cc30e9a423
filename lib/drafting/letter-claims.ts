import type { ComplaintEvent } from "../complaints/complaint.ts";
import type { Answer, FindingKind, Verdict } from "../evidence/verdict.ts";
import type { OperatorProfile } from "./draft.ts";
import { lawsOf } from "./laws-of.ts";

/** What the findings prove, for checking a finished text against. */
export type Proof = {
  verdict: Verdict;
  says: (kind: FindingKind, answer: Answer) => boolean;
  /** The complaint's events that carry the verdict. */
  events: ComplaintEvent[];
  operator: OperatorProfile;
};

type Claim = {
  /** How the claim reads, in the languages we write; matched on one line with single blanks. */
  said: RegExp;
  holds: (proof: Proof, text: string) => boolean;
  text: string;
};

const isExit = ({ says }: Proof) =>
  says("tenure", "yes") && !says("role", "no") && (says("role", "yes") || says("policy", "yes"));

/** Claims a letter can make, wide enough to catch wordings an operator may write himself. */
export const CLAIMS: readonly Claim[] = [
  {
    said: /\b(somebody|someone|people|person|user|those) using Tor\b|(came|come|been sent|sent|made|opened) (from|by|through) (a |an )?(Tor user|user of Tor)|(der Tor benutzt|die Tor benutzen)\b|utilisant Tor\b|qui (utilise|utilisait|passe) (par )?Tor\b|die Tor gebruik(t|en)\b|(this|it) (is|was) Tor traffic/i,
    holds: (proof) =>
      proof.verdict === "port-allowed" &&
      isExit(proof) &&
      proof.says("policy", "yes") &&
      !proof.says("protocol", "no") &&
      proof.events.every(({ protocol }) => protocol === "tcp" || protocol === "unknown"),
    text: "that the traffic can have come from somebody using Tor.",
  },
  {
    said: /\b(belongs|belonged) to an exit relay|is an exit relay of|gehörte? (die Adresse )?zu einem (von uns betriebenen )?Exit-Relay|(appartenait|appartient) à un relais de sortie|est celle d'un relais de sortie|hoor(de|t) (het adres )?bij een exit-relay/i,
    holds: isExit,
    text: "that the address belonged to an exit relay of ours.",
  },
  {
    said: /\bis that of a Tor relay|We run a Tor relay there|There is a Tor relay at that address|belongs to a Tor relay|betreiben wir( dort)? ein Tor-Relay|gehört zu einem (von uns betriebenen )?Tor-Relay|ist die eines Tor-Relays|(est celle d'|appartient à )un relais Tor|exploitons( là)? un relais Tor|is dat van een Tor-relay|beheren( wij)? (daar )?een Tor-relay|hoort bij een Tor-relay/i,
    holds: ({ says }) => says("tenure", "yes"),
    text: "that the address was that of a relay of ours.",
  },
  {
    said: /exit policy( in force)?( at that time)?( then)? (allowed|accepted|permitted)|Exit-Policy erlaubte|politique de sortie( en vigueur)?( à ce moment-là)? (autorisait|acceptait|permettait)|exitbeleid( van dat moment)? stond/i,
    holds: ({ says }) => says("policy", "yes"),
    text: "that the policy allowed the port.",
  },
  {
    said: /exit policy( in force)?( at that time)?( then)? (refused|rejected|blocked)|Exit-Policy( damals)? wies|politique de sortie( en vigueur)?( à ce moment-là)? (refusait|rejetait|bloquait)|exitbeleid( van dat moment)? weigerde/i,
    holds: ({ says }) => says("policy", "no"),
    text: "that the policy refused the port.",
  },
  {
    said: /\b(did|does|do) not (carry|allow|permit) (SMTP|mail|e-mail)|port 25 (was|is) refused|keine E-Mails? an andere Mailserver|Port 25 war gesperrt|ne transport(e|ait)( alors)? aucun courrier|port 25 était (fermé|refusé)|geen e-mail naar andere mailservers|poort 25 was dicht/i,
    holds: ({ says, events }) =>
      says("policy", "no") && events.every(({ destinationPort }) => destinationPort === 25),
    text: "that mail was refused.",
  },
  {
    said: /\b(cannot|could not) have come through|(kann|können) ((daher|deshalb|also) )?nicht durch das Relay gekommen sein|durch das Relay kann das nicht|pas (pu )?passer par (le|ce|notre) relais|kan ((dus|daarom) )?niet door de relay/i,
    holds: ({ says }) =>
      (["tenure", "role", "uptime", "policy", "protocol"] as const).some((kind) =>
        says(kind, "no"),
      ),
    text: "that it cannot have come through the relay.",
  },
  {
    said: /was not an exit\b|kein Exit war|war (damals )?kein Exit\b|pas une sortie|geen exit/i,
    holds: ({ says }) => says("role", "no"),
    text: "that the relay was no exit.",
  },
  {
    said: /\b(was not running|was down|was switched off)\b|\blief [^.:]{0,60}\bnicht\b|ne fonctionnait pas|\bdraaide [^.:]{0,60}\bniet\b/i,
    holds: ({ says }) => says("uptime", "no"),
    text: "that the relay was not running.",
  },
  {
    said: /None of our relays held|(was|is) not (our|ours) address|keines unserer Relays|aucun de nos relais|geen van onze relays/i,
    holds: ({ says }) => says("tenure", "no"),
    text: "that the address was not ours.",
  },
  {
    said: /report is about UDP|Meldung betrifft UDP|porte sur UDP|gaat over UDP/i,
    holds: ({ events }) => events.every(({ protocol }) => protocol === "udp"),
    text: "that the report is about UDP.",
  },
  {
    said: /report is about ICMP|Meldung betrifft ICMP|porte sur ICMP|gaat over ICMP/i,
    holds: ({ events }) => events.every(({ protocol }) => protocol === "icmp"),
    text: "that the report is about ICMP.",
  },
  {
    said: /first packets \(SYN\)|erste Pakete \(SYN\)|premiers paquets \(SYN\)|eerste pakketten \(SYN\)/i,
    holds: ({ events }) => events.length > 0 && events.every(({ synOnly }) => synOnly),
    text: "that the report shows first packets only.",
  },
  {
    said: /\b(keep|kept|have|hold|store|there are) no (\w+ ){0,2}(logs?|log files|records)\b|do(es)? not (log|keep logs)|keine (\w+ )?(Logs|Logdateien|Protokolle)\b|aucun journal\b|ne (conservons|gardons|tenons) (pas|aucun)[^.]{0,30} journa(l|ux)\b|geen (\w+ )?(logs|logboek\w*)\b/i,
    holds: ({ operator }, text) =>
      operator.logStatement !== null &&
      text.includes(operator.logStatement.replace(/\s+/g, " ").trim()),
    text: "a statement about logs that the operator has not approved.",
  },
  {
    said: /17 USC|Digital Services Act|\bDDG\b/,
    holds: ({ operator }, text) =>
      lawsOf(operator.jurisdiction).some((law) => ["us", "eu"].includes(law)) &&
      /not legal advice|Rechtsberatung ist das nicht|non un conseil juridique|geen juridisch advies/.test(
        text,
      ),
    text: "law that is not the operator's, or that is not marked as no legal advice.",
  },
  {
    said: /17 USC/,
    holds: ({ operator }) => lawsOf(operator.jurisdiction).includes("us"),
    text: "law of the United States for an operator elsewhere.",
  },
  {
    said: /Digital Services Act/,
    holds: ({ operator }) => lawsOf(operator.jurisdiction).includes("eu"),
    text: "law of the European Union for an operator elsewhere.",
  },
];
