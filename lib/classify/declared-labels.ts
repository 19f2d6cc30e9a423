/** Field names under which robots and forms put the kind of abuse, in prose, YAML and JSON alike. */
const LABEL_FIELD =
  /^[\s>"*#-]{0,8}(?:abuse|attack|report|incident|threat|complaint|violation|problem|event|alert|infringement|issue|case)?[ _-]?(?:type|typ|category|kategorie|kind|class|classification|reason|reasons|problem|event name|attack|service|report[ _-]?type|incident type|typ incidentu|type d'incident|tipo|categoria|motivo|grund|art)"?\s{0,4}[:=]\s{0,4}"?([^\n"]{3,80})/gim;
/** `[port-scan]` in a subject, the habit of ticket systems. Numbers and ids are no kinds. */
const SUBJECT_TAG = /\[([a-z][a-z _-]{2,30})\]/gi;
/** "... has been filtered due to brute force". */
const GIVEN_CAUSE =
  /(?:^|\s)(?:due to|because of|on account of|wegen|à cause de|wegens|debido a|a causa di|из-за|z powodu)\s([^\n.,;]{3,60})/gi;
const MOST_LABELS = 12;

/** What the sender himself calls it: values of `Type: ...` lines in the text, tags in the subject. A second opinion only. */
export function declaredLabels(subject: string, text: string): string[] {
  const values = [
    ...[...subject.matchAll(SUBJECT_TAG)].map((match) => match[1]),
    ...[...text.matchAll(LABEL_FIELD)].slice(0, MOST_LABELS).map((match) => match[1]),
    ...[...text.matchAll(GIVEN_CAUSE)].slice(0, MOST_LABELS).map((match) => match[1]),
  ];
  return values.flatMap((value) => (value ? [spacedLabel(value)] : []));
}

/** `LoginAttack`, `login-attack` and `login_attack` are one label. */
export function spacedLabel(label: string): string {
  return label
    .slice(0, 100)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_/\s]+/g, " ")
    .trim();
}
