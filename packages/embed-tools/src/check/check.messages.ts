/** What the self-test says to a webmaster. */
export type CheckMessages = typeof nl;

const listed = (names: readonly string[]): string => names.join(', ');

const nl = {
  title: 'Zelftest van de buurt-widgets',
  busy: 'Even kijken…',
  allGood: 'Alles werkt.',
  toMend: (count: number) => (count === 1 ? 'Eén ding werkt niet.' : `${String(count)} dingen werken niet.`),
  levels: { wrong: 'Werkt niet', hint: 'Kan beter', good: 'Goed' },
  seen: (count: number) => `Bekeken en goed: ${String(count)}`,
  copy: 'Kopieer als tekst',
  copied: 'Gekopieerd.',
  notCopied: 'Kopiëren mag niet van deze browser. De tekst staat ook in de console.',
  close: 'Sluit',

  oldBrowser: (missing: readonly string[]) =>
    `Deze browser is te oud. Hij mist: ${listed(missing)}. Gebruik een browser van na eind 2024.`,
  browser: 'De browser kan alles wat de widgets vragen.',
  insecure: 'Deze pagina komt over http. Zet de site op https: anders mogen widgets geen foto’s bewaren.',
  secure: 'De pagina komt over https, of van deze computer.',
  quirks: 'De pagina begint niet met <!doctype html>. Zet dat op de eerste regel.',
  noLanguage: 'De pagina noemt haar taal niet. Zet lang="nl" op <html>.',
  noViewport:
    'Op telefoons wordt alles klein. Zet <meta name="viewport" content="width=device-width, initial-scale=1"> in de <head>.',
  noStyles: 'buurt.css ontbreekt of laadt niet. Zonder dat bestand verspringt de pagina bij het laden.',
  styles: 'buurt.css houdt de plaats van de widgets vrij.',
  twice: 'buurt.js staat meer dan één keer op de pagina. Eén keer is genoeg.',
  noWidget: (tags: readonly string[]) =>
    `Er staat geen widget op deze pagina. Zet er een van deze: ${listed(tags)}.`,
  unknownTag: (tag: string, tags: readonly string[]) =>
    `<${tag}> bestaat niet. Wel: ${listed(tags.map((each) => `<${each}>`))}.`,
  unknownDiv: (name: string) => `data-buurt-widget="${name}" bestaat niet.`,
  notLoaded: (tag: string) =>
    `<${tag}> is niet geladen. Kijk of de map chunks naast buurt.js staat, en of script-src in de ` +
    'Content-Security-Policy die host toelaat.',
  loaded: (tag: string) => `<${tag}> is geladen.`,
  unknownAttribute: (tag: string, name: string) => `<${tag}> kent het attribuut ${name} niet.`,
  wrongTexts: (tag: string, error: string) =>
    `De teksten in <${tag}> zijn geen goede JSON: ${error}. De gewone teksten staan er nu.`,

  noTexts: (tag: string) =>
    `De teksten in <${tag}> moeten tussen accolades staan: { "naam": "tekst" }. De gewone teksten staan er nu.`,
  unknownText: (tag: string, name: string) =>
    `<${tag}> heeft geen tekst met de naam ${name}. Kijk in data-texts of de naam goed gespeld is.`,
  noText: (tag: string, name: string) =>
    `In data-texts van <${tag}> moet ${name} een tekst zijn, tussen aanhalingstekens. De gewone tekst staat er nu.`,
  noGroup: (tag: string, name: string) =>
    `In data-texts van <${tag}> is ${name} een groep: zet haar teksten tussen accolades.`,
  wrongChoice: (tag: string, name: string, value: string, options: readonly string[]) =>
    `<${tag}> kent ${name}="${value}" niet. Kies uit: ${listed(options)}.`,
  wrongNumber: (tag: string, name: string, value: string) =>
    `In <${tag}> moet ${name} een getal zijn, niet "${value}".`,
  wrongRound: (value: string) =>
    `De stemronde "${value}" bestaat niet. Laat round weg voor de stemming van nu, of neem de id van 36 tekens die npx buurt round make noemde.`,
  notClosed: (tag: string) =>
    `In <${tag}> staat een ander deel van de pagina, dat niet te zien is. Sluit de tag met </${tag}>; /> sluit in HTML niets.`,

  stopped: (directive: string, from: string) =>
    `De Content-Security-Policy houdt ${from} tegen. Voeg dat toe aan ${directive}.`,
  noTrustedTypes:
    'De widgets mogen niet starten. Voeg trusted-types lit-html toe aan de Content-Security-Policy.',
  noFiles: (error: string) => `De bestanden van de widgets laden niet: ${error}`,

  policy: (endpoint: string, origin: string) =>
    `De Content-Security-Policy van deze pagina houdt ${endpoint} tegen. Voeg ${origin} toe aan connect-src.`,
  origin: (endpoint: string, page: string) =>
    `${endpoint} laat deze pagina niet toe. Zet ${page} in ALLOWED_ORIGINS van de server (CORS). ` +
    'Kijk ook of het adres niet doorstuurt.',
  nobody: (endpoint: string) => `Niemand antwoordt op ${endpoint}. Draait de server, en klopt het adres?`,
  noWriting: (endpoint: string, page: string) =>
    `${endpoint} laat deze pagina wel lezen, maar niet insturen. Zet ${page} zelf in ALLOWED_ORIGINS; * geldt alleen voor lezen.`,
  redirected: (to: string) => `Het adres van de server stuurt door. Zet het echte adres in endpoint: ${to}`,
  notApi: (endpoint: string) =>
    `Op ${endpoint} staat iets anders dan onze server. Het adres eindigt meestal op /v1.`,
  noBuurt: (endpoint: string, code: string) =>
    `De server ${endpoint} kent buurt ${code} niet. Voeg haar toe met: npx buurt import-buurten`,
  troubled: (endpoint: string, status: number) =>
    `${endpoint} heeft zelf een storing (antwoord ${String(status)}).`,
  reachable: (endpoint: string, code: string) =>
    code ? `${endpoint} antwoordt, en kent buurt ${code}.` : `${endpoint} antwoordt.`,
  noPhotos: (origin: string) =>
    `Foto’s van de server blijven weg. Voeg ${origin} toe aan img-src in de Content-Security-Policy.`,
  noPreview: 'Een gekozen foto blijft onzichtbaar. Voeg blob: toe aan img-src in de Content-Security-Policy.',
  clock: (minutes: number) =>
    `De klok van de server en die van dit apparaat verschillen ${String(minutes)} minuten. Zet de verkeerde gelijk.`,
  clockRight: 'De klok van de server loopt gelijk met dit apparaat.',
};

const en: CheckMessages = {
  title: 'Self-test of the buurt widgets',
  busy: 'Having a look…',
  allGood: 'Everything works.',
  toMend: (count) => (count === 1 ? 'One thing does not work.' : `${String(count)} things do not work.`),
  levels: { wrong: 'Does not work', hint: 'Can be better', good: 'Good' },
  seen: (count) => `Looked at and good: ${String(count)}`,
  copy: 'Copy as text',
  copied: 'Copied.',
  notCopied: 'This browser does not allow copying. The text is in the console too.',
  close: 'Close',

  oldBrowser: (missing) =>
    `This browser is too old. It lacks: ${listed(missing)}. Use a browser from after the end of 2024.`,
  browser: 'The browser can do all that the widgets ask.',
  insecure: 'This page comes over http. Put the site on https: without it, widgets may not keep photos.',
  secure: 'The page comes over https, or from this computer.',
  quirks: 'The page does not begin with <!doctype html>. Put that on the first line.',
  noLanguage: 'The page does not name its language. Put lang="en" on <html>.',
  noViewport:
    'Everything is small on telephones. Put <meta name="viewport" content="width=device-width, initial-scale=1"> in the <head>.',
  noStyles: 'buurt.css is missing or does not load. Without it the page jumps while it loads.',
  styles: 'buurt.css keeps the room of the widgets free.',
  twice: 'buurt.js is on the page more than once. Once is enough.',
  noWidget: (tags) => `There is no widget on this page. Put one of these: ${listed(tags)}.`,
  unknownTag: (tag, tags) =>
    `<${tag}> does not exist. There are: ${listed(tags.map((each) => `<${each}>`))}.`,
  unknownDiv: (name) => `data-buurt-widget="${name}" does not exist.`,
  notLoaded: (tag) =>
    `<${tag}> did not load. Look whether the folder chunks is beside buurt.js, and whether script-src in the ` +
    'Content-Security-Policy allows that host.',
  loaded: (tag) => `<${tag}> is loaded.`,
  unknownAttribute: (tag, name) => `<${tag}> does not know the attribute ${name}.`,
  wrongTexts: (tag, error) =>
    `The texts inside <${tag}> are no good JSON: ${error}. The usual texts are there now.`,

  noTexts: (tag) =>
    `The texts inside <${tag}> must stand between braces: { "name": "text" }. The usual texts are there now.`,
  unknownText: (tag, name) =>
    `<${tag}> has no text with the name ${name}. Look in data-texts whether the name is spelt right.`,
  noText: (tag, name) =>
    `In data-texts of <${tag}>, ${name} must be a text between quotation marks. The usual text is there now.`,
  noGroup: (tag, name) => `In data-texts of <${tag}>, ${name} is a group: put its texts between braces.`,
  wrongChoice: (tag, name, value, options) =>
    `<${tag}> does not know ${name}="${value}". Choose from: ${listed(options)}.`,
  wrongNumber: (tag, name, value) => `In <${tag}>, ${name} must be a number, not "${value}".`,
  wrongRound: (value) =>
    `The round "${value}" does not exist. Leave round out for the vote of now, or take the id of 36 signs that npx buurt round make named.`,
  notClosed: (tag) =>
    `Inside <${tag}> stands another part of the page, which is not seen. Close the tag with </${tag}>; in HTML, /> closes nothing.`,

  stopped: (directive, from) => `The Content-Security-Policy stops ${from}. Add that to ${directive}.`,
  noTrustedTypes: 'The widgets may not start. Add trusted-types lit-html to the Content-Security-Policy.',
  noFiles: (error) => `The files of the widgets do not load: ${error}`,

  policy: (endpoint, origin) =>
    `The Content-Security-Policy of this page stops ${endpoint}. Add ${origin} to connect-src.`,
  origin: (endpoint, page) =>
    `${endpoint} does not allow this page. Put ${page} in ALLOWED_ORIGINS of the server (CORS). ` +
    'Look also whether the address redirects.',
  nobody: (endpoint) => `Nobody answers at ${endpoint}. Does the server run, and is the address right?`,
  noWriting: (endpoint, page) =>
    `${endpoint} lets this page read, but not send. Put ${page} itself in ALLOWED_ORIGINS; * is for reading only.`,
  redirected: (to) => `The address of the server redirects. Put the real address in endpoint: ${to}`,
  notApi: (endpoint) => `At ${endpoint} is something else than our server. Its address mostly ends in /v1.`,
  noBuurt: (endpoint, code) =>
    `The server ${endpoint} does not know the buurt ${code}. Add it with: npx buurt import-buurten`,
  troubled: (endpoint, status) => `${endpoint} is in trouble itself (answer ${String(status)}).`,
  reachable: (endpoint, code) =>
    code ? `${endpoint} answers, and knows buurt ${code}.` : `${endpoint} answers.`,
  noPhotos: (origin) =>
    `Photos of the server stay away. Add ${origin} to img-src in the Content-Security-Policy.`,
  noPreview: 'A chosen photo stays invisible. Add blob: to img-src in the Content-Security-Policy.',
  clock: (minutes) =>
    `The clock of the server and that of this device are ${String(minutes)} minutes apart. Set the wrong one right.`,
  clockRight: 'The clock of the server agrees with this device.',
};

export const messagesFor = (page: HTMLElement): CheckMessages => (/^en\b/i.test(page.lang) ? en : nl);
