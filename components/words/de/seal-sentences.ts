/** What is refused about seals and orders; part of `sentences`. */
export const sealSentences: Record<string, string> = {
  "seal cases": "Fälle versiegeln",
  "lift seals": "Siegel aufheben",
  "note gag orders": "Anordnungen zum Schweigen vermerken",
  "take cases away for counsel": "Fälle für den Anwalt mitnehmen",
  "Say in a few words why this case is sealed.":
    "Sagen Sie in ein paar Worten, warum dieser Fall versiegelt wird.",
  "Say in a few words why the seal is lifted.":
    "Sagen Sie in ein paar Worten, warum das Siegel aufgehoben wird.",
  "This case is sealed already.": "Dieser Fall ist schon versiegelt.",
  "An order forbids to tell of this case: take that back first.":
    "Eine Anordnung verbietet, von diesem Fall zu sprechen: Nehmen Sie das zuerst zurück.",
  "A mail of this case is read as one of an authority and would seal it again. Correct its type first.":
    "Eine Mail dieses Falls gilt als eine von einer Behörde und würde ihn wieder versiegeln. Berichtigen Sie zuerst ihre Art.",
  "Name the order: who made it, of which day, until when.":
    "Nennen Sie die Anordnung: von wem, von welchem Tag, bis wann.",
  // What is confirmed before a grave letter goes (lib/cases/checklist.ts).
  "I called the authority back by a number that is not from this mail, or our counsel did.":
    "Ich habe die Behörde unter einer Nummer zurückgerufen, die nicht aus dieser Mail stammt, oder unser Anwalt hat es getan.",
  "Our counsel has read this answer and agrees.":
    "Unser Anwalt hat diese Antwort gelesen und ist einverstanden.",
  "The answer confirms no data about a person and promises nothing we cannot keep.":
    "Die Antwort bestätigt keine Daten über eine Person und verspricht nichts, was wir nicht halten können.",
  "I read the whole complaint and the whole answer, not only the proposal.":
    "Ich habe die ganze Beschwerde und die ganze Antwort gelesen, nicht nur den Vorschlag.",
  "I checked whether the law here asks us to report this, and did what it asks.":
    "Ich habe geprüft, ob das Recht hier eine Meldung verlangt, und getan, was es verlangt.",
  "An order forbids to tell of this case. It allows this letter to this recipient: our counsel said so.":
    "Eine Anordnung verbietet, von diesem Fall zu sprechen. Sie erlaubt diesen Brief an diesen Empfänger: Unser Anwalt hat es gesagt.",
};
