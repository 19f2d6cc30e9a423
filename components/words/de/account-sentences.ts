/** What is refused at the door and about accounts; part of `sentences`. */
export const accountSentences: Record<string, string> = {
  "Login and password do not match, or there were too many wrong tries. Wait a few minutes and try again; on the desk's machine 'npx exitdesk user password LOGIN' sets a new password.":
    "Anmeldename und Passwort passen nicht zusammen, oder es gab zu viele falsche Versuche. Warten Sie ein paar Minuten; auf dem Rechner des Desks setzt 'npx exitdesk user password LOGIN' ein neues.",
  "Too many sign-in attempts on this desk. Wait five minutes; a browser that signed in here before, and your own sign-in link, are not affected.":
    "Zu viele Anmeldeversuche an diesem Desk. Warten Sie fünf Minuten; ein Browser, der sich hier schon angemeldet hat, und Ihr eigener Link zum Anmelden sind nicht betroffen.",
  "Too many sign-in attempts on this desk. Wait five minutes.":
    "Zu viele Anmeldeversuche an diesem Desk. Warten Sie fünf Minuten.",
  "Type the code of your authenticator app.": "Geben Sie den Code Ihrer Authenticator-App ein.",
  "That took too long. Type login and password again.":
    "Das hat zu lange gedauert. Geben Sie Anmeldename und Passwort noch einmal ein.",
  "This is not the code of the moment. Check that the clock of your telephone is right, and type the newest code.":
    "Das ist nicht der Code dieses Moments. Prüfen Sie, ob die Uhr Ihres Telefons stimmt, und geben Sie den neuesten Code ein.",
  "Password or code is not right, the code was used already, or there were too many wrong tries. Wait for the next code and try again.":
    "Passwort oder Code stimmt nicht, der Code war schon benutzt, oder es gab zu viele falsche Versuche. Warten Sie auf den nächsten Code, und versuchen Sie es noch einmal.",
  "The present password is not right, or there were too many wrong tries. Wait a few minutes and try again.":
    "Das jetzige Passwort stimmt nicht, oder es gab zu viele falsche Versuche. Warten Sie ein paar Minuten, und versuchen Sie es noch einmal.",
  "The password has {length} characters; it needs at least {min}. A few unrelated words do well.":
    "Das Passwort hat {length} Zeichen; es braucht mindestens {min}. Ein paar Wörter ohne Zusammenhang sind gut.",
  "The password is longer than {max} characters.": "Das Passwort ist länger als {max} Zeichen.",
  "This password is one of those tried first: a row of keys, a piece repeated, or common words with a number. A few unrelated words do well.":
    "Dieses Passwort gehört zu denen, die zuerst probiert werden: eine Reihe von Tasten, ein wiederholtes Stück oder übliche Wörter mit einer Zahl. Ein paar Wörter ohne Zusammenhang sind gut.",
  "A login has 1 to 40 letters, digits, dots, dashes or underscores, and starts with a letter or digit.":
    "Ein Anmeldename hat 1 bis 40 Buchstaben, Ziffern, Punkte, Striche oder Unterstriche und beginnt mit einem Buchstaben oder einer Ziffer.",
  "The two passwords are not the same. Type them again.":
    "Die beiden Passwörter sind nicht gleich. Geben Sie sie noch einmal ein.",
  "The two new passwords are not the same. Type them again.":
    "Die beiden neuen Passwörter sind nicht gleich. Geben Sie sie noch einmal ein.",
  "This desk has an owner already. Sign in instead.":
    "Dieses Desk hat schon einen Inhaber. Melden Sie sich an.",
  'The login "{login}" is taken.': "Der Anmeldename „{login}“ ist vergeben.",
  "This is the last owner who can sign in. Make somebody else an owner first.":
    "Das ist der letzte Inhaber, der sich anmelden kann. Machen Sie zuerst jemand anderen zum Inhaber.",
  "No such zone is known: write it like Europe/Berlin, or leave it empty.":
    "Eine solche Zone ist nicht bekannt: Schreiben Sie sie wie Europe/Berlin, oder lassen Sie das Feld leer.",
};
