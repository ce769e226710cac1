import type { HttpProblemKind } from '../http/problem-json.js';

export const nl = {
  advice: [
    'Print deze pagina nu: met Ctrl+P, of ⌘P op een Mac. Kies A4, 100 procent, dubbelzijdig.',
    'Dit is de enige keer dat de codes te zien zijn. Wie ze heeft, kan voor iedereen stemmen. Bewaar deze pagina dus niet als bestand.',
    'Sluit dit tabblad pas als alle brieven goed geprint zijn. Lukt dat niet? Laat ze in het postvak opnieuw maken. Deze codes werken dan niet meer.',
  ],
  keySheet:
    'Het eerste blad is de sleutel. Bewaar dat achter slot: je hebt het nodig als een brief kwijt is.',
  replacementAdvice: [
    'Print deze brief nu: met Ctrl+P, of ⌘P op een Mac. Kies A4, 100 procent, dubbelzijdig.',
    'De oude brief werkt niet meer. Is ermee gestemd, dan telt die stem niet meer. Deze code is maar één keer te zien.',
    'Lukt het printen niet? Vervang dezelfde brief dan nog een keer.',
  ],
  sampleAdvice: ['Zo ziet een brief eruit. Met deze code kan niemand stemmen.'],
  samplePastPage:
    'Let op: dit past niet op de eerste bladzijde. Maak de regel over hulp of het adres van de pagina korter.',
  notMade: 'Dit is niet gelukt',
  back: 'Sluit dit tabblad en ga terug naar het postvak.',
  because: {
    'login-needed': 'Je bent niet meer ingelogd. Log in het postvak opnieuw in. Er is niets gemaakt.',
    'not-permitted': 'Je mag dit niet. Vraag een beheerder of je hier de rechten voor krijgt.',
    'second-person': 'Jij hebt deze brieven besteld. Laat een collega ze maken.',
    'letter-order-stands':
      'Deze brieven kunnen nu niet worden gemaakt: ze zijn al gemaakt of geannuleerd, of de stemronde is veranderd. Kijk in het postvak hoe het ervoor staat.',
    'round-stands': 'De stemronde is gesloten of gaat niet door. Er is niets gemaakt.',
    closed: 'De stemronde is gesloten. Er is niets gemaakt.',
    'not-found':
      'Dit nummer en deze sleutel horen niet bij elkaar, of de brieven zijn er niet meer. Er is niets veranderd.',
    'invalid-input':
      'Er klopt iets niet aan wat je invulde. Kijk het na in het postvak. Er is niets gemaakt.',
    busy: 'Het is nu te druk. Er is niets gemaakt. Probeer het over een minuut opnieuw.',
  } satisfies Partial<Record<HttpProblemKind, string>> as Readonly<Partial<Record<HttpProblemKind, string>>>,
  otherReason:
    'Er ging iets mis. Kijk in het postvak of de brieven er staan. Staan ze er als gemaakt? Laat ze dan opnieuw maken.',
};

export const en: typeof nl = {
  advice: [
    'Print this page now: with Ctrl+P, or ⌘P on a Mac. Choose A4, 100 percent, on both sides.',
    'This is the only time that the codes can be seen. Whoever has them can vote for everybody, so do not save this page as a file.',
    'Close this tab only when all letters are printed well. Did that fail? Have them made again in the inbox. These codes do not work any more then.',
  ],
  keySheet: 'The first sheet is the key. Keep it under lock: you need it when a letter is lost.',
  replacementAdvice: [
    'Print this letter now: with Ctrl+P, or ⌘P on a Mac. Choose A4, 100 percent, on both sides.',
    'The old letter does not work any more. A vote that was cast with it does not count any more. This code can be seen only once.',
    'Did printing fail? Then replace the same letter once more.',
  ],
  sampleAdvice: ['This is what a letter looks like. Nobody can vote with this code.'],
  samplePastPage:
    'Mind: this does not fit on the first page. Make the line about help or the address of the page shorter.',
  notMade: 'This did not work',
  back: 'Close this tab and go back to the inbox.',
  because: {
    'login-needed': 'You are not logged in any more. Log in again in the inbox. Nothing was made.',
    'not-permitted': 'You may not do this. Ask an administrator.',
    'second-person': 'You ordered these letters. Let a colleague make them.',
    'letter-order-stands':
      'These letters cannot be made now: they were made or cancelled already, or the voting round was changed. See in the inbox how they stand.',
    'round-stands': 'The voting round is closed or cancelled. Nothing was made.',
    closed: 'The voting round is closed. Nothing was made.',
    'not-found':
      'This number and this key do not belong together, or the letters are gone. Nothing was changed.',
    'invalid-input': 'Something is wrong with what you filled in. Look at it in the inbox. Nothing was made.',
    busy: 'It is too busy now. Nothing was made. Try again in a minute.',
  },
  otherReason:
    'Something went wrong. See in the inbox whether the letters are there. Are they there as made? Then have them made again.',
};
