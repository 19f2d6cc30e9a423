import { accountSentences } from "./account-sentences.ts";
import { alertSentences } from "./alert-sentences.ts";
import { privacySentences } from "./privacy-sentences.ts";
import { sealSentences } from "./seal-sentences.ts";
import { senderSentences } from "./sender-sentences.ts";

/**
 * What the desk refuses, in German, by the English sentence the code says. A test finds sentences that have none here. The
 * second part holds the words that are put into them.
 */
export const sentences: Record<string, string> = {
  // Wrapper: host, origin, session, form.
  "There is no such {thing}, or you may not see it.":
    "Das gibt es nicht ({thing}), oder Sie dürfen es nicht sehen.",
  "Your role does not allow you to {what}. Ask an owner of this desk.":
    "Ihre Rolle erlaubt Ihnen das nicht: {what}. Fragen Sie einen Inhaber dieses Desks.",
  "This desk is not reached by that name. Set ALLOWED_HOSTS to allow it.":
    "Unter diesem Namen ist dieses Desk nicht zu erreichen. Setzen Sie ALLOWED_HOSTS, um ihn zu erlauben.",
  "Your browser did not say that this form came from this desk. Reload the page and repeat; an add-on that hides the Origin header must be told to leave this address alone.":
    "Ihr Browser hat nicht gesagt, dass dieses Formular von diesem Desk kommt. Laden Sie die Seite neu, und wiederholen Sie es; eine Erweiterung, die den Origin-Header verbirgt, muss diese Adresse in Ruhe lassen.",
  "This page was opened before you signed in last. Nothing was done; reload the page and repeat.":
    "Diese Seite wurde vor Ihrer letzten Anmeldung geöffnet. Es wurde nichts getan; laden Sie die Seite neu, und wiederholen Sie es.",
  "The form could not be read.": "Das Formular war nicht zu lesen.",

  // Why a case is not done together with others.
  "It is looked at by itself: police, threats or worse, or it is sealed.":
    "Er wird für sich angesehen: Polizei, Drohungen oder Schlimmeres, oder er ist versiegelt.",
  "It is not open any more.": "Er ist nicht mehr offen.",
  "It takes no answer.": "Er braucht keine Antwort.",
  "It is answered in the provider's form.": "Er wird im Formular des Anbieters beantwortet.",
  "It still needs something from you.": "Er braucht noch etwas von Ihnen.",
  "They wrote again after our answer.": "Nach unserer Antwort wurde noch einmal geschrieben.",
  "The desk is not sure what it is.": "Das Desk ist nicht sicher, was es ist.",
  "It has no letter.": "Er hat keinen Brief.",
  "A letter of it went out already.": "Ein Brief dazu ist schon hinausgegangen.",
  "Its letter was changed by hand or has a file.":
    "Sein Brief wurde von Hand geändert oder hat eine Datei.",
  "Its letter is not finished.": "Sein Brief ist nicht fertig.",
  "It is of another type, sender, verdict or route.":
    "Er ist von anderer Art, anderem Absender, Befund oder Weg.",
  "It has other letters.": "Er hat andere Briefe.",
  "Its letter is worded otherwise.": "Sein Brief ist anders formuliert.",
  "It changed after you looked at it.": "Er hat sich geändert, nachdem Sie ihn angesehen haben.",

  // Letters.
  "This letter is on its way already.": "Dieser Brief ist schon unterwegs.",
  "This letter has been sent already.": "Dieser Brief ist schon gesendet.",
  "Nobody knows whether the last try reached the recipient. Look at the mailbox's sent mail, then tick 'send again'.":
    "Niemand weiß, ob der letzte Versuch angekommen ist. Sehen Sie in die gesendete Mail des Postfachs, und kreuzen Sie dann „noch einmal senden“ an.",
  "Before this letter may go, confirm: {point}":
    "Bevor dieser Brief gehen darf, bestätigen Sie: {point}",
  "{count} letters of this case went out in the last 24 hours. Something answers by itself; look at the timeline, and send from your mail program if it is right.":
    "In den letzten 24 Stunden gingen {count} Briefe dieses Falls hinaus. Etwas antwortet von selbst; sehen Sie in den Verlauf, und senden Sie aus Ihrem Mailprogramm, wenn es richtig ist.",
  "{count} letters went to {address} in the last 24 hours. Wait until tomorrow, or answer them together in one mail.":
    "In den letzten 24 Stunden gingen {count} Briefe an {address}. Warten Sie bis morgen, oder beantworten Sie alles zusammen in einer Mail.",
  "The letter still lacks: {gaps}. Fill it in, then send.":
    "Dem Brief fehlt noch: {gaps}. Füllen Sie es aus, und senden Sie dann.",
  "The letter still lacks: {gaps}.": "Dem Brief fehlt noch: {gaps}.",
  "The letter has no subject or no text.": "Der Brief hat keinen Betreff oder keinen Text.",
  "Too late to take it back: the letter has left this desk.":
    "Zum Zurückholen ist es zu spät: Der Brief hat dieses Desk verlassen.",
  "There is no newer draft of this letter.": "Es gibt keinen neueren Entwurf dieses Briefs.",
  "The letter is longer than {max} characters, or its subject longer than 500.":
    "Der Brief ist länger als {max} Zeichen, oder sein Betreff länger als 500.",
  'Write what "{gap}" is.': "Schreiben Sie, was „{gap}“ ist.",
  "There is no mailbox to send from. Add one in the settings first.":
    "Es gibt kein Postfach, aus dem gesendet werden kann. Fügen Sie zuerst eines hinzu.",
  "This letter was approved already: what goes with it can no longer be changed. Take the letter back first, if it still waits.":
    "Dieser Brief ist schon freigegeben: Was mitgeht, lässt sich nicht mehr ändern. Holen Sie ihn zuerst zurück, wenn er noch wartet.",
  "A letter takes {max} files. Remove one first.":
    "Ein Brief nimmt {max} Dateien. Entfernen Sie zuerst eine.",
  "Somebody changed this letter while you had it open. Your text is below; compare it with theirs and save again.":
    "Jemand hat diesen Brief geändert, während er bei Ihnen offen war. Ihr Text steht unten; vergleichen Sie ihn, und speichern Sie noch einmal.",

  // Cases.
  "This case changed while you had it open: see the end of its timeline. Nothing was done; look again and repeat it.":
    "Dieser Fall hat sich geändert, während er bei Ihnen offen war: Sehen Sie das Ende seines Verlaufs. Es wurde nichts getan; sehen Sie nach, und wiederholen Sie es.",
  "Say in a few words why the case is closed.":
    "Sagen Sie in ein paar Worten, warum der Fall abgeschlossen wird.",
  "Say in a few words why the cases are closed.":
    "Sagen Sie in ein paar Worten, warum die Fälle abgeschlossen werden.",
  "No case is chosen. Nothing was done.": "Es ist kein Fall gewählt. Es wurde nichts getan.",
  "At most {max} cases go in one go. Nothing was done.":
    "Auf einmal gehen höchstens {max} Fälle. Es wurde nichts getan.",
  "No case is left to answer. Nothing was sent.":
    "Es ist kein Fall mehr zu beantworten. Es wurde nichts gesendet.",
  "At most {max} cases go in one go. Nothing was sent.":
    "Auf einmal gehen höchstens {max} Fälle. Es wurde nichts gesendet.",
  "The number does not agree: {count} cases are to be answered. Type {count} to send. Nothing was sent.":
    "Die Zahl stimmt nicht: {count} Fälle sind zu beantworten. Geben Sie {count} ein, um zu senden. Es wurde nichts gesendet.",
  "This case is closed already.": "Dieser Fall ist schon abgeschlossen.",
  "This case is open already.": "Dieser Fall ist schon offen.",
  "A letter of this case is on its way. Take it back or wait until it is sent, then close the case.":
    "Ein Brief dieses Falls ist unterwegs. Holen Sie ihn zurück, oder warten Sie, bis er gesendet ist; schließen Sie den Fall dann ab.",
  "A letter of this case is on its way. Take it back or wait until it is sent.":
    "Ein Brief dieses Falls ist unterwegs. Holen Sie ihn zurück, oder warten Sie, bis er gesendet ist.",
  "A letter of case {ref} is on its way. Take it back or wait until it is sent.":
    "Ein Brief von Fall {ref} ist unterwegs. Holen Sie ihn zurück, oder warten Sie, bis er gesendet ist.",
  "That is this very case.": "Das ist genau dieser Fall.",
  "Case {ref} was merged into another one; name that one, or take the merge back first.":
    "Fall {ref} wurde mit einem anderen zusammengelegt; nennen Sie jenen, oder nehmen Sie das zuerst zurück.",
  "A sealed case cannot be put into one that others can read.":
    "Ein versiegelter Fall kann nicht in einen gelegt werden, den andere lesen können.",
  "Only an owner joins two sealed cases: their readers differ.":
    "Nur ein Inhaber legt zwei versiegelte Fälle zusammen: Ihre Leser sind verschieden.",
  "It is the only mail of this case: there is nothing to split.":
    "Es ist die einzige Mail dieses Falls: Es gibt nichts zu trennen.",
  "This was taken back already.": "Das ist schon zurückgenommen.",
  "This correction was taken back already.": "Diese Berichtigung ist schon zurückgenommen.",
  "Some of these mails have been moved on since. Take that back first, then this.":
    "Einige dieser Mails sind seither weiter verschoben worden. Nehmen Sie zuerst das zurück, dann dies.",
  "Its mails are in another case now. Take the merge back to work on it.":
    "Seine Mails sind jetzt in einem anderen Fall. Nehmen Sie das Zusammenlegen zurück, um daran zu arbeiten.",
  "One mail takes {max} corrections; undo some first.":
    "Eine Mail nimmt {max} Berichtigungen; nehmen Sie zuerst einige zurück.",
  "Write what it is.": "Schreiben Sie, was es ist.",
  "The note is empty.": "Die Notiz ist leer.",
  "The note is longer than {max} characters.": "Die Notiz ist länger als {max} Zeichen.",
  "This case is not sealed: everybody may read it.":
    "Dieser Fall ist nicht versiegelt: Alle dürfen ihn lesen.",
  "Say in how many days, from 1 to {max}.": "Sagen Sie, in wie vielen Tagen, von 1 bis {max}.",
  "The answer is due by {deadline} UTC, before that day. Answer first, or choose fewer days.":
    "Die Antwort ist bis {deadline} UTC fällig, vor diesem Tag. Antworten Sie zuerst, oder wählen Sie weniger Tage.",
  "This case has come back already, or was never put off.":
    "Dieser Fall ist schon zurückgekommen oder war nie verschoben.",
  "There are {max} views already. Remove one first.":
    "Es gibt schon {max} Ansichten. Entfernen Sie zuerst eine.",
  "Give the view a name of 1 to {max} characters.":
    "Geben Sie der Ansicht einen Namen von 1 bis {max} Zeichen.",

  // Mailboxes, relays, policies, mitigations.
  "The IMAP password is missing.": "Das IMAP-Passwort fehlt.",
  'There is a mailbox called "{name}" already.': "Es gibt schon ein Postfach „{name}“.",
  "Without TLS or STARTTLS your password and the complaints would cross the network readable by anybody; that is possible for a server on this machine only.":
    "Ohne TLS oder STARTTLS gingen Ihr Passwort und die Beschwerden für alle lesbar durch das Netz; das geht nur bei einem Server auf diesem Rechner.",
  "Paste a torrc or a server descriptor, or choose its file.":
    "Fügen Sie eine torrc oder einen Server-Descriptor ein, oder wählen Sie die Datei.",
  "The text is longer than 4 MB. Paste the descriptors of your own relays only.":
    "Der Text ist länger als 4 MB. Fügen Sie nur die Descriptoren Ihrer eigenen Relays ein.",
  '"{text}" is not an IP address.': "„{text}“ ist keine IP-Adresse.",
  "A fingerprint has 40 hexadecimal digits; or leave it empty.":
    "Ein Fingerprint hat 40 hexadezimale Ziffern; oder lassen Sie das Feld leer.",
  "That is in the future. Since when is it in force?":
    "Das liegt in der Zukunft. Seit wann ist es in Kraft?",
  "The desk has no consensus yet. Add one under Policy, Exits that reach a target.":
    "Das Desk hat noch keinen Konsens. Geben Sie ihm einen unter Exit-Policy, Exits, die ein Ziel erreichen.",
  "No exit's policy allows {target}: there is nothing to attach.":
    "Keine Exit-Policy erlaubt {target}: Es gibt nichts anzuhängen.",
  "Choose the files first.": "Wählen Sie zuerst die Dateien.",
  "Write at least one line, such as reject 203.0.113.5:22.":
    "Schreiben Sie mindestens eine Zeile, zum Beispiel reject 203.0.113.5:22.",
  "Say in a few words why it is closed.": "Sagen Sie in ein paar Worten, warum es gesperrt wird.",
  "Say for how many days, from 1 to {max}.": "Sagen Sie, für wie viele Tage, von 1 bis {max}.",
  "It has ended already.": "Sie ist schon beendet.",
  "Its time is over already: propose the lines again.":
    "Ihre Zeit ist schon um: Schlagen Sie die Zeilen noch einmal vor.",
  "Somebody changed this mitigation meanwhile. Reload the page and look.":
    "Jemand hat diese Sperre inzwischen geändert. Laden Sie die Seite neu, und sehen Sie nach.",
  "Choose relays of the list first; some may be answered already.":
    "Wählen Sie zuerst Relays aus der Liste; einige sind vielleicht schon beantwortet.",
  "This source is switched off: switch it on first.":
    "Diese Quelle ist ausgeschaltet: Schalten Sie sie zuerst ein.",
  'There is a source called "{name}" already.': "Es gibt schon eine Quelle „{name}“.",
  "A name has up to 80 characters.": "Ein Name hat bis zu 80 Zeichen.",
  "Name the token after its use, in up to 60 letters and digits.":
    "Benennen Sie den Schlüssel nach seinem Zweck, mit bis zu 60 Buchstaben und Ziffern.",
  'There is a token called "{name}" already.': "Es gibt schon einen Schlüssel „{name}“.",

  // Rules and templates.
  "A rule that sends needs the addresses it may write to.":
    "Eine Regel, die sendet, braucht die Adressen, an die sie schreiben darf.",
  "Try the rule over the past cases first, and read what it would have done.":
    "Erproben Sie die Regel zuerst an früheren Fällen, und lesen Sie, was sie getan hätte.",
  "This desk no longer reads that version; edit its text instead.":
    "Dieses Desk liest diese Fassung nicht mehr; bearbeiten Sie stattdessen ihren Text.",

  // Invitations, codes, passkeys, blocks, public pages, reports.
  "This invitation is not open: it was used, taken back, or is too old. Ask an owner of the desk for a new one.":
    "Diese Einladung ist nicht offen: Sie wurde benutzt, zurückgenommen oder ist zu alt. Bitten Sie einen Inhaber des Desks um eine neue.",
  "The passkey does not fit what the desk asked for, or it took too long. Try again.":
    "Der Passkey passt nicht zu dem, was das Desk verlangt hat, oder es dauerte zu lange. Versuchen Sie es noch einmal.",
  "This code is not right, was used already, or there were too many wrong tries. Wait for the next code, or use a recovery code; after several wrong tries wait a few minutes. On the desk's machine 'npx exitdesk user codes-off LOGIN' switches codes off.":
    "Dieser Code stimmt nicht, war schon benutzt, oder es gab zu viele falsche Versuche. Warten Sie auf den nächsten Code, oder nehmen Sie einen Wiederherstellungscode; nach mehreren falschen Versuchen warten Sie ein paar Minuten. Auf dem Rechner des Desks schaltet 'npx exitdesk user codes-off LOGIN' die Codes aus.",
  "Choose the relays whose cases this delegate sees.":
    "Wählen Sie die Relays, deren Fälle diese beauftragte Person sieht.",
  "Begin again: there is no secret to confirm.":
    "Beginnen Sie von vorn: Es gibt kein Geheimnis zu bestätigen.",
  "The owners of this desk ask one-time codes of your role.":
    "Die Inhaber dieses Desks verlangen Einmalcodes von Ihrer Rolle.",
  "One-time codes are on already. Switch them off first to change app.":
    "Einmalcodes sind schon eingeschaltet. Schalten Sie sie zuerst aus, um die App zu wechseln.",
  "One-time codes are not on.": "Einmalcodes sind nicht eingeschaltet.",
  "This passkey opens nothing here, or it took too long. Sign in with login and password.":
    "Dieser Passkey öffnet hier nichts, oder es dauerte zu lange. Melden Sie sich mit Anmeldename und Passwort an.",
  "Browsers offer passkeys only at an address that begins with https, and at localhost. Here, password and one-time codes do it all.":
    "Browser bieten Passkeys nur unter einer Adresse an, die mit https beginnt, und unter localhost. Hier genügen Passwort und Einmalcodes.",
  "Write the note first.": "Schreiben Sie zuerst die Notiz.",
  "Put the letter's text in first.": "Fügen Sie zuerst den Text des Briefs ein.",
  "The letter is too long to be kept.": "Der Brief ist zu lang, um aufgehoben zu werden.",
  "Choose at least one list to ask.": "Wählen Sie mindestens eine Liste, die gefragt wird.",
  "The look-ups are switched off. An owner switches them on below.":
    "Die Abfragen sind ausgeschaltet. Ein Inhaber schaltet sie unten ein.",
  "These documents describe more relays than Tor has; nothing was kept.":
    "Diese Dokumente beschreiben mehr Relays, als Tor hat; es wurde nichts behalten.",
  "This tor is no relay: it has no fingerprint.":
    "Dieses tor ist kein Relay: Es hat keinen Fingerprint.",
  "Nothing was saved: the template has errors.":
    "Es wurde nichts gespeichert: Die Vorlage hat Fehler.",
  "Somebody saved another version meanwhile. Nothing was done; copy your text, reload and compare.":
    "Jemand hat inzwischen eine andere Fassung gespeichert. Es wurde nichts getan; kopieren Sie Ihren Text, laden Sie neu, und vergleichen Sie.",
  "The password cannot be opened with this desk's key: type it again under Settings.":
    "Das Passwort lässt sich mit dem Schlüssel dieses Desks nicht öffnen: Geben Sie es unter Einstellungen noch einmal ein.",
  "The contact is longer than 200 characters.": "Die Kontaktangabe ist länger als 200 Zeichen.",
  "The address must look like https://exit.example, without a path.":
    "Die Adresse muss aussehen wie https://exit.example, ohne Pfad.",
  "Write the sentence the report shall say, or choose another rule.":
    "Schreiben Sie den Satz, den der Bericht sagen soll, oder wählen Sie eine andere Regel.",
  "Change your own account under “Your account”.":
    "Ändern Sie Ihr eigenes Konto unter „Ihr Konto“.",
  "The files are larger than 8 MB: run exitdesk relays import with them on the machine of the desk instead.":
    "Die Dateien sind größer als 8 MB: Rufen Sie stattdessen exitdesk relays import damit auf dem Rechner des Desks auf.",

  // Faults of the machine.
  "The disk of the desk is full. Free some space and repeat; nothing was changed.":
    "Die Platte des Desks ist voll. Schaffen Sie Platz, und wiederholen Sie es; es wurde nichts geändert.",
  "The desk's database cannot be written to. Check the owner and the rights of DATA_DIR; nothing was changed.":
    "Die Datenbank des Desks lässt sich nicht schreiben. Prüfen Sie Besitzer und Rechte von DATA_DIR; es wurde nichts geändert.",
  "The desk is busy with another change. Repeat in a moment; nothing was changed.":
    "Das Desk ist mit einer anderen Änderung beschäftigt. Wiederholen Sie es gleich; es wurde nichts geändert.",
  "The disk of the desk reports errors; nothing was changed. Check the disk and your backup, then run 'npx exitdesk doctor'.":
    "Die Platte des Desks meldet Fehler; es wurde nichts geändert. Prüfen Sie die Platte und Ihre Sicherung, und rufen Sie dann 'npx exitdesk doctor' auf.",
  "The desk failed at this (incident {incident}); nothing was changed. Its log has the kind of error; 'npx exitdesk doctor' checks the rest.":
    "Das Desk ist daran gescheitert (Vorfall {incident}); es wurde nichts geändert. In seinem Log steht die Art des Fehlers; 'npx exitdesk doctor' prüft den Rest.",

  // What is put into them: things,
  attachment: "Anhang",
  block: "Sperre",
  case: "Fall",
  letter: "Brief",
  "control port": "Control-Port",
  "list of cases": "Liste von Fällen",
  "mail of this case": "Mail dieses Falls",
  mailbox: "Postfach",
  mitigation: "Sperre",
  move: "Verschiebung",
  "open invitation": "offene Einladung",
  passkey: "Passkey",
  question: "Frage",
  relay: "Relay",
  rule: "Regel",
  source: "Quelle",
  "struck-out entry": "gestrichener Eintrag",
  "template of your own": "eigene Vorlage",
  "token in use": "benutzter Schlüssel",
  version: "Fassung",
  view: "Ansicht",
  // and what a role does not allow.
  "add mailboxes": "Postfächer hinzufügen",
  "add people": "Personen hinzufügen",
  "add relays": "Relays hinzufügen",
  "answer cases": "Fälle beantworten",
  "answer this case": "diesen Fall beantworten",
  "attach files to letters": "Dateien an Briefe hängen",
  "change exit policies": "Exit-Policys ändern",
  "change how letters are signed": "ändern, wie Briefe unterschrieben sind",
  "change letters": "Briefe ändern",
  "change mailboxes": "Postfächer ändern",
  "change the templates of letters": "die Vorlagen der Briefe ändern",
  "change where relays are read from": "ändern, woher Relays gelesen werden",
  "check cases again": "Fälle neu prüfen",
  "close cases": "Fälle abschließen",
  "correct facts": "Angaben berichtigen",
  "correct the relays' history": "die Geschichte der Relays berichtigen",
  "correct the type of cases": "die Art von Fällen berichtigen",
  "invite people": "Personen einladen",
  "join cases": "Fälle zusammenlegen",
  "load the sample mailbox": "das Beispiel-Postfach laden",
  "make tokens": "Schlüssel erzeugen",
  "manage rules": "Regeln verwalten",
  "name readers of sealed cases": "Leser versiegelter Fälle bestimmen",
  "plan follow-ups": "Wiedervorlagen planen",
  "remove files from letters": "Dateien aus Briefen entfernen",
  "remove relays": "Relays entfernen",
  "reopen cases": "Fälle wieder öffnen",
  "revoke tokens": "Schlüssel widerrufen",
  "send letters": "Briefe senden",
  "send letters of this case": "Briefe dieses Falls senden",
  "set another person's password": "das Passwort einer anderen Person setzen",
  "split cases": "Fälle trennen",
  "switch mailboxes on or off": "Postfächer ein- oder ausschalten",
  "take back corrections": "Berichtigungen zurücknehmen",
  "take back letters": "Briefe zurückholen",
  "take back letters of this case": "Briefe dieses Falls zurückholen",
  "take back moves": "Verschiebungen zurücknehmen",
  "tell cases apart": "Fälle unterscheiden",
  "test mailboxes": "Postfächer prüfen",
  "try policies": "Policys ausprobieren",
  "work on cases": "an Fällen arbeiten",
  "write letters": "Briefe schreiben",
  "write notes": "Notizen schreiben",
  "change the list of blocks": "die Liste der Sperren ändern",
  "switch the look-ups": "die Abfragen schalten",
  "decide about mail in quarantine": "über Mail in Quarantäne entscheiden",
  "This mail is no longer in quarantine, or is nowhere to be had again. Reload the page.":
    "Diese Mail ist nicht mehr in Quarantäne oder nirgends mehr zu bekommen. Lade die Seite neu.",
  "ask blocklists": "Sperrlisten fragen",
  "publish pages": "Seiten veröffentlichen",
  "write notes about blocks": "Notizen zu Sperren schreiben",
  "write to who blocks us": "an die schreiben, die uns sperren",
  "change this view": "diese Ansicht ändern",
  "change views": "Ansichten ändern",
  "keep views": "Ansichten behalten",
  "share views": "Ansichten teilen",
  ...accountSentences,
  ...privacySentences,
  ...sealSentences,
  ...alertSentences,
  ...senderSentences,
};
