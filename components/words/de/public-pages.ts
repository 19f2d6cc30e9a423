import type { publicPages as english } from "../en/public-pages.ts";

export const publicPages: typeof english = {
  title: "Öffentliche Seiten",
  about:
    "Eine Seite für Menschen, die eine unserer Adressen in ihren Protokollen finden: was sie ist, was sie hinauslässt, wie man Tor von einem Dienst fernhält, und ein Formular für Meldungen. Aus, bis Sie sie einschalten. Lesen kann sie, wer dieses Desk erreicht.",
  form: "Eine Meldung aus dem Formular wird als Mail gespeichert und zu einem Fall. Niemand prüft, wer sie geschickt hat. Es nimmt 20 in der Stunde für ein Relay, 60 für das Desk.",
  reach:
    "Die Seite liegt dort, wo dieses Desk erreichbar ist. Um sie zu veröffentlichen, lassen Sie einen Reverse Proxy oder Onion-Dienst /exit durch und sonst nichts.",
  saved: "Gespeichert.",
  relay: "{relay}: seine Seite",
  name: "Name in der Adresse",
  nameHint: "Buchstaben, Ziffern, Bindestriche. Leer: der Name des Relays.",
  isOn: "Die Seite ist an",
  takesForm: "Sie nimmt Meldungen an",
  isInList: "Sie steht in der öffentlichen Liste unter /exit",
  save: "Speichern",
  see: "Ansehen",
  file: "Als eine Datei für das Relay selbst (DirPortFrontPage oder ein Webserver):",
  noRelay: "Noch kein Relay. Fügen Sie unter Relays eines hinzu.",
  noAddress: "Es hat zurzeit keine Adresse, also gibt es keine Seite.",
  shared: "Was allen Seiten gemeinsam ist",
  contact: "Wie man Sie erreicht",
  contactHint: "Wird als Text gezeigt. Leer: nichts.",
  deskUrl: "Wo dieses Desk von außen zu erreichen ist",
  deskUrlHint: "Etwa https://exit.example. Es steht in den Dateien für die Relays.",
  on: "an",
  off: "aus",
};
