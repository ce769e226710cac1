import type { TextPlace } from '@buurt/domain/desk/erasing.js';

const counted = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${String(count)} ${more}`;

/** The Dutch texts of finding and erasing what is kept of people. */
export const nl = {
  title: 'Gegevens wissen',
  lead: 'Vraagt iemand wat er van hem of haar bewaard is, of wil iemand dat weg hebben? Zoek dan op alles waaraan die persoon te herkennen is: naam, mailadres, telefoonnummer, straat met huisnummer.',
  notPermitted: 'Alleen een beheerder van alle buurten zoekt wat er van mensen bewaard is, en wist dat.',
  notPermittedHere: 'Alleen een beheerder van deze buurt wist iets voorgoed.',
  loading: 'Even wachten …',
  retry: 'Probeer opnieuw',
  failed: 'Dit laadt nu niet.',
  gone: 'Dit is er niet meer. Misschien heeft een collega het al gewist.',
  back: 'Terug naar zoeken',

  search: 'Naam, adres, nummer of andere woorden',
  searchHint:
    'Hoofdletters, accenten en spaties in een nummer maken niet uit. Wat je zoekt, wordt nergens bewaard. Wel dat je zocht.',
  find: 'Zoek',
  searching: 'Bezig met zoeken …',
  notFoundNow: 'Zoeken is niet gelukt.',
  empty: 'Vul minstens één letter of cijfer in.',
  none: 'Er is niets gevonden. Zoek ook op andere gegevens van deze persoon.',
  results: ({ count }: { count: number }) => counted(count, 'plek gevonden', 'plekken gevonden'),
  cut: ({ count }: { count: number }) =>
    `Er zijn meer plekken dan deze ${String(count)}. Zoek preciezer. Dan kun je ook alles downloaden.`,
  check: 'Kijk goed: iemand anders kan net zo heten. Foto’s, stemmen en back-ups zijn niet doorzocht.',
  file: 'Download alles als bestand (JSON)',
  fileName: 'gevonden-gegevens',
  ofIdea: ({ place, reference }: { place: string; reference: string }) => `${place}, bij idee ${reference}`,
  whole: 'Lees alles',
  places: {
    idea: 'Idee',
    correction: 'Eerdere tekst van een idee',
    contact: 'Gegevens van een bedenker',
    photo: 'Beschrijving van een foto',
    offer: 'Aanbod van een buur',
    remark: 'Reactie of vraag',
    report: 'Melding over een reactie',
    news: 'Nieuws',
    promise: 'Belofte',
    follower: 'Volger',
    confirmation: 'Verzoek om te volgen',
    handover: 'Verzoek om een idee over te nemen',
    staff: 'Collega of oud-collega',
    mail: 'Mail die nog weg moet',
    round: 'Stemronde',
    proposal: 'Plan in een stemronde',
    settings: 'Instellingen van een buurt',
    answer: 'Antwoord aan een formulier',
    act: 'Wie deed wat',
  } satisfies Record<TextPlace, string> as Readonly<Record<TextPlace, string>>,

  erase: { idea: 'Wis dit idee …', remark: 'Wis deze reactie …', offer: 'Wis dit aanbod …' },
  withIdea: 'Dit gaat alleen weg met het hele idee.',
  forget: ({ address }: { address: string }) => `Wis ${address} overal …`,
  removal: 'Haal deze collega eerst weg. Wis daarna het adres.',
  people: 'Naar collega’s',
  inRound: 'Verander de tekst van de stemronde. Dat kan niet meer als die voorbij is.',
  round: 'Naar de stemronde',
  proposal: 'Heeft iemand hier al op kunnen stemmen? Dan blijft de tekst in de database.',
  inSettings: 'Verander de instellingen van deze buurt.',
  settings: 'Naar de instellingen',
  time: 'Dit gaat vanzelf weg, binnen een week.',
  nothing: 'Dit blijft: zo blijft te zien wie wat deed.',

  titles: {
    idea: ({ title }: { title: string }) => `“${title}” voorgoed wissen?`,
    remark: 'Deze reactie voorgoed wissen?',
    offer: 'Dit aanbod voorgoed wissen?',
    address: ({ title }: { title: string }) => `${title} overal wissen?`,
  },
  final: 'Dit kan niet ongedaan worden gemaakt.',
  goes: 'Wat weggaat',
  stays: 'Wat blijft',
  going: {
    texts: 'De titel, de tekst, de plek en de andere antwoorden',
    contacts: 'Hoe je de bedenker bereikt',
    photos: ({ count }: { count: number }) => counted(count, 'foto', 'foto’s'),
    remarks: ({ count }: { count: number }) => counted(count, 'reactie of vraag', 'reacties en vragen'),
    offers: ({ count }: { count: number }) => counted(count, 'aanbod van een buur', 'keer aanbod van buren'),
    supports: ({ count }: { count: number }) => counted(count, 'keer steun', 'keer steun'),
    news: ({ count }: { count: number }) => counted(count, 'nieuwsbericht', 'nieuwsberichten'),
    promises: ({ count }: { count: number }) => counted(count, 'belofte, in woorden', 'beloften, in woorden'),
    followers: ({ count }: { count: number }) =>
      counted(count, 'volger van dit idee', 'volgers van dit idee'),
    mails: 'Mails over dit idee die nog weg moeten',
    leftRound: ({ name }: { name: string }) => `De plek in stemronde “${name}”: het doet niet meer mee`,
    remark: ({ text }: { text: string }) => `De tekst: “${text}”`,
    answer: 'Het antwoord eronder',
    name: ({ name }: { name: string }) => `De naam: ${name}`,
    reports: ({ count }: { count: number }) => counted(count, 'melding van buren', 'meldingen van buren'),
    contact: ({ contact }: { contact: string }) => `Hoe je de buur bereikt: ${contact}`,
    ofIdeas: ({ count }: { count: number }) =>
      `Hoe je de bedenker bereikt, bij ${counted(count, 'idee', 'ideeën')}`,
    ofOffers: ({ count }: { count: number }) =>
      `De naam, het adres en de woorden van ${counted(count, 'aanbod', 'keer aanbod')}`,
    follows: ({ count }: { count: number }) => counted(count, 'keer volgen', 'keer volgen'),
    handovers: ({ count }: { count: number }) =>
      counted(count, 'verzoek om een idee over te nemen', 'verzoeken om een idee over te nemen'),
    formerStaff: 'Het adres en de naam van een oud-collega, ook in “Wie deed wat”',
    nothing: 'Er is niets meer te wissen bij dit adres.',
  },
  staying: {
    round: ({ name }: { name: string }) =>
      `De titel en de tekst van het plan in stemronde “${name}”, in de database. Anders kan niemand de uitslag nog nakijken. Bewoners lezen “Weggehaald plan”.`,
    amounts: 'Toegezegde en uitgegeven bedragen, in het kasboek, zonder woorden',
    copies: 'Back-ups, en mails en brieven die al weg zijn',
    act: 'Dat jij dit deed, in “Wie deed wat”',
    names: 'Namen en woorden in ideeën, reacties, nieuws en stemrondes. Zoek daarvoor ook op de naam.',
    left: ({ place }: { place: string }) =>
      `${place}: het adres staat in de tekst. Zoek het op om dat te wissen.`,
  },
  word: 'wissen',
  type: ({ word }: { word: string }) => `Typ ${word} als je het zeker weet`,
  wrongWord: ({ word }: { word: string }) => `Typ precies: ${word}`,
  problem: 'Er mist nog iets',
  now: 'Wis voorgoed',
  erasing: 'Bezig met wissen …',
  cancel: 'Annuleer',
  notErased: 'Het is niet gewist.',
  changed: 'Dit idee is intussen veranderd. Kijk nog eens wat er weggaat.',
  look: 'Kijk opnieuw',
  done: {
    idea: 'Het idee is gewist.',
    remark: 'De reactie is gewist.',
    offer: 'Het aanbod is gewist.',
    address: 'Het adres is gewist.',
  },
};

export type ErasingMessages = typeof nl;
