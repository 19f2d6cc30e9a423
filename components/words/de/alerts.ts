import type { alerts as en } from "../en/alerts.ts";

export const alerts: typeof en = {
  title: "Alarme",
  where: "Wohin Alarme gehen",
  about:
    "Das Desk kann Sie rufen, wenn keine Mail hereinkommt oder etwas Sie bald braucht. Ein Alarm ist einer von zwei festen Sätzen, auf Englisch: kein Name, keine Zahl, nichts aus einem Fall. Ein Brief der Polizei und eine nahe Frist klingen gleich.",
  none: "Noch wird niemand gerufen.",
  kinds: { mail: "E-Mail", ntfy: "ntfy", webhook: "Webhook" },
  add: { mail: "Hinzufügen: E-Mail", ntfy: "Hinzufügen: ntfy", webhook: "Hinzufügen: Webhook" },
  saved: {
    channel: "Gespeichert. Senden Sie einen Test, um zu sehen, ob er ankommt.",
    tested: "Der Test wurde angenommen. Sehen Sie nach, ob er angekommen ist.",
  },
  sent: "Zuletzt gesendet {when}.",
  neverSent: "Noch nichts gesendet.",
  off: "Ausgeschaltet.",
  problem: "Problem: {lastProblem}",
  test: "Test senden",
  remove: "Entfernen",
  change: "Ändern",
  form: {
    address: "E-Mail-Adresse",
    addressHint: "Einer Person, nicht eines der Postfächer, die das Desk liest.",
    from: "Gesendet aus dem Postfach",
    noMailbox: "Fügen Sie zuerst ein Postfach hinzu: Alarme werden aus einem gesendet.",
    topic: "Adresse des Themas",
    topicHint:
      "https://ntfy.sh/thema, oder Ihr eigener Server. Wer sie kennt, kann mitlesen: Wählen Sie einen Namen, den niemand errät.",
    url: "Adresse",
    urlHint:
      "Sie bekommt ein POST mit JSON. Eine Adresse in Ihrem Netz muss in ALLOWED_INTERNAL stehen.",
    token: "Zugangsschlüssel",
    secret: "Geheimnis, mit dem unterschrieben wird",
    secretHint: "Darf leer bleiben. Wird verschlüsselt aufbewahrt.",
    keeps: "Leer lässt das vorhandene stehen.",
    proxy: "SOCKS5-Proxy",
    proxyHint: "127.0.0.1:9050 sendet über Ihr eigenes tor. Darf leer bleiben.",
    intake: "Mail kommt nicht herein oder kann nicht gelesen werden",
    due: "Etwas braucht eine Person: eine Frist in vier Stunden, ein versiegelter Fall, ein Brief, der scheiterte",
    enabled: "Eingeschaltet",
    add: "Hinzufügen",
    save: "Speichern",
  },
};
