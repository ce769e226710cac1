/** What the embed builder says to a webmaster. */
export type BuilderMessages = typeof nl;

const nl = {
  choose: '1. Kies',
  widget: 'Welke widget?',
  widgets: {
    'buurt-idea-form': 'Ideeën insturen',
    'buurt-budget-vote': 'Stemmen over geld',
    'buurt-initiative-list': 'Lijst van initiatieven',
    'buurt-map-card': 'De buurt op de kaart',
    'buurt-cashbook': 'Kasboek van de buurt',
    'buurt-my-initiative': 'Mijn initiatief, voor wie een idee instuurde',
  },
  meanwhile: {
    'buurt-idea-form': 'Heb je een idee? Bel ons: 012 345 67 89.',
    'buurt-budget-vote': 'Stemmen kan ook met de brief: lever hem in bij ons kantoor.',
    'buurt-initiative-list': 'De lijst komt eraan. Bel ons voor meer: 012 345 67 89.',
    'buurt-map-card': 'De kaart komt eraan.',
    'buurt-cashbook': 'Het kasboek komt eraan.',
    'buurt-my-initiative': 'Je initiatief komt eraan.',
  },
  endpoint: 'Adres van de server',
  buurt: 'Buurt',
  buurtHint: 'BU en acht tekens',
  noBuurten: 'Deze server heeft nog geen buurten. De beheerder zet ze erin.',
  brand: 'Merkkleur',
  noBrand: 'De kleuren van mijn site',
  language: 'Taal',
  languages: { '': 'Als de pagina', nl: 'Nederlands', en: 'Engels' },
  options: 'Meer keuzes',
  usual: 'gewoon',
  look: '2. Zo ziet het eruit',
  paste: '3. Plak dit',
  head: 'In de <head> van je pagina, één keer',
  pin: (version: string) => `Vastzetten op versie ${version}, met hashes (integrity)`,
  pinned:
    'Je pagina houdt deze versie, ook na een update van de server. Een nieuwe versie krijg je als je de regels van deze pagina opnieuw plakt.',
  follows: 'Je pagina gaat vanzelf mee met elke update, binnen vijf minuten.',
  notReleased:
    'Deze server heeft een versie die nog niet is uitgebracht. Die is niet vast te zetten: de bestanden veranderen nog.',
  loadCheck: 'Verschijnt er niets? Zet dit daar boven, zolang je het uitprobeert',
  loadCheckHint:
    'Het zegt op je pagina waarom buurt.js niet start, maar alleen met ?buurt-check in het adres.',
  tag: 'Waar de widget moet komen',
  style: 'In je eigen stylesheet',
  policy: 'Heeft je site een Content-Security-Policy? Voeg dit toe',
  div: 'Je CMS haalt onbekende tags weg? Neem dit in plaats van de tag',
  frame: 'Je CMS staat alleen een iframe toe? Neem dit in plaats van alles',
  frameHint: 'Zet het adres van je site in FRAME_ORIGINS van de server.',
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  selectIt: 'Selecteer de tekst en kopieer hem zelf.',
  check: 'Werkt het niet? Zet ?buurt-check achter het adres van je pagina.',
  failed: 'De gegevens van de widgets komen niet. Laad de pagina opnieuw.',
};

const en: BuilderMessages = {
  choose: '1. Choose',
  widget: 'Which widget?',
  widgets: {
    'buurt-idea-form': 'Hand in ideas',
    'buurt-budget-vote': 'Vote about money',
    'buurt-initiative-list': 'List of initiatives',
    'buurt-map-card': 'The neighbourhood on a map',
    'buurt-cashbook': 'Cashbook of the neighbourhood',
    'buurt-my-initiative': 'My initiative, for who sent in an idea',
  },
  meanwhile: {
    'buurt-idea-form': 'Do you have an idea? Call us: 012 345 67 89.',
    'buurt-budget-vote': 'You can vote with the letter too: bring it to our office.',
    'buurt-initiative-list': 'The list is coming. Call us for more: 012 345 67 89.',
    'buurt-map-card': 'The map is coming.',
    'buurt-cashbook': 'The cashbook is coming.',
    'buurt-my-initiative': 'Your initiative is coming.',
  },
  endpoint: 'Address of the server',
  buurt: 'Neighbourhood',
  buurtHint: 'BU and eight characters',
  noBuurten: 'This server has no neighbourhoods yet. Who runs it puts them in.',
  brand: 'Brand colour',
  noBrand: 'The colours of my site',
  language: 'Language',
  languages: { '': 'As the page', nl: 'Dutch', en: 'English' },
  options: 'More choices',
  usual: 'usual',
  look: '2. This is how it looks',
  paste: '3. Paste this',
  head: 'In the <head> of your page, once',
  pin: (version) => `Pin version ${version}, with hashes (integrity)`,
  pinned:
    'Your page keeps this version, also after an update of the server. You get a new version when you paste the lines of this page again.',
  follows: 'Your page follows each update by itself, within five minutes.',
  notReleased:
    'This server has a version that was not released yet. It cannot be pinned: its files still change.',
  loadCheck: 'Does nothing appear? Put this above it while you try it out',
  loadCheckHint:
    'It says on your page why buurt.js does not start, but only with ?buurt-check in the address.',
  tag: 'Where the widget must come',
  style: 'In your own stylesheet',
  policy: 'Does your site have a Content-Security-Policy? Add this',
  div: 'Does your CMS strip unknown tags? Take this instead of the tag',
  frame: 'Does your CMS only take an iframe? Take this instead of everything',
  frameHint: 'Put the address of your site in FRAME_ORIGINS of the server.',
  copy: 'Copy',
  copied: 'Copied',
  selectIt: 'Select the text and copy it yourself.',
  check: 'Does it not work? Put ?buurt-check behind the address of your page.',
  failed: 'The data of the widgets do not come. Load the page again.',
};

export type WidgetTag = keyof BuilderMessages['widgets'];

export const messagesFor = (lang: string): BuilderMessages => (/^en\b/i.test(lang) ? en : nl);
