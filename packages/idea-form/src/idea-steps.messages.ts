import type { Catalogue } from '@buurt/core/messages/texts.js';
import type { IdeaFieldName } from '@buurt/domain/ideas/settings.js';
import { nl as firstStep, type FieldTexts } from './idea-form.messages.js';

/** All Dutch texts of the form: those of the first step, and of all that comes after it. */
export const nl = {
  ...firstStep,
  toPreview: 'Bekijk je idee',
  back: 'Terug',
  restored: 'We hebben je idee bewaard. Je kunt verder waar je was.',
  restart: 'Opnieuw beginnen',
  earlier: ({ title }: { title: string }) => `Je deelde eerder: “${title}”.`,
  seeEarlier: 'Bekijk hoe het ervoor staat',
  steps: {
    ...firstStep.steps,
    place: 'Waar is het?',
    together: 'Samen met de buurt',
    photos: 'Een foto erbij?',
    you: 'Wie ben jij?',
    preview: 'Klopt het zo?',
  },
  fields: {
    ...firstStep.fields,
    place: { label: 'De plek', hint: '' },
    assets: {
      label: 'Wat is er al?',
      hint: 'Een plek, spullen, een groepje mensen: alles waar je op kunt bouwen.',
    },
    joiners: {
      label: 'Wie kan meedoen?',
      hint: 'Bijvoorbeeld de ouders van school, of een buurman die kan timmeren.',
    },
    needs: { label: 'Waarmee kunnen buren helpen?', hint: 'Kies alles wat helpt.' },
    offers: { label: 'Waarmee help je zelf?', hint: 'Kies wat bij je past. Je mag dit overslaan.' },
    cost: { label: 'Wat kost het ongeveer?', hint: 'Een schatting is genoeg.' },
    photos: { label: 'Foto’s', hint: '' },
    name: { label: 'Je naam', hint: 'Alleen je voornaam mag ook.' },
    email: { label: 'Je e‑mailadres', hint: 'De organisatie kan je hier bereiken.' },
    phone: { label: 'Je telefoonnummer', hint: 'Voor als bellen handiger is.' },
  } satisfies Record<IdeaFieldName, FieldTexts>,
  seen: 'Buren zien dit bij je idee',
  unseen: 'Buren zien dit niet',
  organisation: 'de organisatie van deze site',
  restarted: 'Het formulier is weer leeg.',
  kinds: {
    time: { name: 'Tijd', example: 'een middag helpen' },
    skill: { name: 'Talent', example: 'timmeren, koken, tekenen' },
    tools: { name: 'Spullen', example: 'gereedschap, een bakfiets' },
    space: { name: 'Ruimte', example: 'een schuur, tuin of zaal' },
    network: { name: 'Contacten', example: 'mensen die verder helpen' },
  },
  cost: {
    free: 'Niets',
    upTo: ({ to }: { to: string }) => `Tot ${to}`,
    between: ({ from, to }: { from: string; to: string }) => `${from} tot ${to}`,
    own: 'Ik vul zelf bedragen in',
    unknown: 'Weet ik niet',
    from: 'Van (euro)',
    to: 'Tot (euro)',
  },
  consent: ({ organisation }: { organisation: string }) =>
    `Ja, ${organisation} mag mijn idee bewaren en op deze site laten zien.`,
  consentKept: ({ days }: { days: number }) =>
    `We wissen je naam en gegevens ${days} dagen nadat je idee is afgerond.`,
  privacy: 'Lees hoe we met je gegevens omgaan',
  onlyFor: ({ organisation }: { organisation: string }) => `Alleen ${organisation} ziet dit.`,
  preview: {
    lead: 'Zo zien buren je idee. Je kunt alles nog veranderen.',
    private: ({ organisation }: { organisation: string }) => `Alleen voor ${organisation}`,
    noPlace: 'Mijn idee heeft geen vaste plek',
    pointed: 'Op de kaart aangewezen',
    noPlaceYet: 'Geen plek gekozen',
    anonymous: 'Je naam staat er niet bij',
    none: 'Niet ingevuld',
    noContact: 'Je gaf geen e‑mailadres of telefoonnummer op.',
    change: 'Wijzig',
    send: 'Verstuur je idee',
    moderated: 'We lezen je idee voordat het op de site komt.',
    direct: 'Je idee staat meteen op de site.',
    photoWithoutAlt: 'Foto zonder beschrijving',
  },
  sending: {
    title: 'We sturen je idee …',
    photo: ({ nth, of }: { nth: number; of: number }) => `Foto ${nth} van ${of}`,
    idea: 'Je idee zelf',
    stay: 'Laat deze pagina even open.',
    stop: 'Stop met sturen',
    stopped: 'Gestopt. Je idee is nog niet verstuurd.',
  },
  failed: {
    title: 'Je idee is nog niet verstuurd',
    kept: 'Wat je invulde, is er nog.',
    photos: ({ count }: { count: number }) =>
      count === 1 ? 'Eén foto kan niet mee' : `${count} foto’s kunnen niet mee`,
    withoutPhotos:
      'We haalden ze weg. De rest van je idee is er nog. Verstuur het zo, of kies andere foto’s.',
    prevented: 'Deze site hield het versturen tegen. Bel of mail ons.',
    server: ({ detail }: { detail: string }) => `${detail}`,
  },
  waiting: {
    title: 'Je idee wacht op internet',
    lead: 'We sturen het zodra er weer internet is. Je hoeft niets te doen.',
    closed: 'Sluit je deze pagina? Dan versturen we het als je hier terugkomt.',
    stay: 'Laat deze pagina open tot het verstuurd is.',
    kept: 'Tot die tijd staat het op dit apparaat, met je naam en gegevens.',
    still: 'Het lukt nog niet. We blijven het proberen.',
    now: 'Probeer nu',
    change: 'Toch nog iets wijzigen',
  },
  sent: {
    title: 'Dank je wel! Je idee is binnen.',
    online: 'Dank je wel! Je idee staat op de site.',
    number: 'Je nummer',
    numberWhy: 'Noem dit nummer als je belt of mailt.',
    next: 'Wat gebeurt er nu?',
    read: ({ organisation }: { organisation: string }) => `${organisation} leest je idee.`,
    published: 'Klopt alles? Dan komt het op de site.',
    neighbours: 'Buren kunnen het steunen en zeggen: ik doe mee.',
    answer: ({ date }: { date: string }) =>
      `De organisatie wil uiterlijk ${date} laten weten wat ermee gebeurt.`,
    mailed:
      'We stuurden je een mail. Open de link daarin en druk op de knop: dan mailen we je als er iets gebeurt.',
    mail: 'Kijk dan hier terug; ze kan je ook mailen.',
    noMail: 'Kijk dan hier terug: je gaf geen e‑mailadres op.',
    follow: 'Zo staat het ervoor',
    states: {
      waiting: 'We lezen je idee nog',
      published: 'Staat op de site',
      declined: 'Komt niet op de site',
      hidden: 'Staat nu niet op de site',
    },
    support: ({ count }: { count: number }) =>
      count === 1 ? '1 buur steunt het.' : `${count} buren steunen het.`,
    here: 'Op dit apparaat kun je dit een week lang terugzien.',
    another: 'Nog een idee',
    wipe: 'Wis mijn gegevens van dit apparaat',
    wipeWhy: 'Doe dit op een computer die je deelt. Je idee zelf blijft bewaard.',
    wiped: 'Je gegevens zijn van dit apparaat gewist.',
  },
  problems: {
    title: ({ count }: { count: number }) =>
      count === 1 ? 'Vul nog 1 ding in' : `Vul nog ${count} dingen in`,
    required: ({ label }: { label: string }) => `Vul nog in: ${label}`,
    choose: ({ label }: { label: string }) => `Maak een keuze bij: ${label}`,
    titleRequired: 'Geef je idee een titel, bijvoorbeeld: een lange tafel op het plein',
    storyRequired: 'Vertel in een paar zinnen wat je wilt doen',
    tooShort: ({ label, more }: { label: string; more: number }) =>
      more === 1 ? `${label}: schrijf nog 1 teken` : `${label}: schrijf nog ${more} tekens`,
    tooLong: ({ label, over }: { label: string; over: number }) =>
      over === 1 ? `${label}: haal 1 teken weg` : `${label}: haal ${over} tekens weg`,
    tooManyPhotos: ({ most }: { most: number }) => `Kies er hooguit ${most}; haal de andere weg`,
    notAnOption: ({ label }: { label: string }) => `${label}: kies een van de antwoorden`,
    email: 'Schrijf je e‑mailadres zoals naam@voorbeeld.nl',
    phone: 'Schrijf je nummer zoals 06 12345678',
    outside:
      'Deze plek ligt buiten de buurt. Kies een plek binnen de grens, of “Mijn idee heeft geen vaste plek”.',
    costOrder: 'Het eerste bedrag is hoger dan het tweede. Draai ze om.',
    costAmount: 'Schrijf een bedrag in cijfers, zoals 250. Het mag hooguit een miljoen euro zijn.',
    consent: 'Zet een vinkje, zodat we je idee mogen bewaren',
    other: ({ label }: { label: string }) => `Kijk nog eens naar: ${label}`,
    notAsked: ({ label }: { label: string }) => `${label}: dit vragen we niet meer. Het gaat niet mee.`,
    questionGone: ({ answer }: { answer: string }) =>
      `Een vraag staat niet meer in het formulier. Je antwoord “${answer}” gaat niet mee. Is het belangrijk? Zet het dan in je verhaal.`,
    unknown: 'Er klopt iets niet in je idee. Probeer het opnieuw of bel ons.',
  },
};

export type IdeaFormMessages = typeof nl;

export const catalogue: Catalogue<IdeaFormMessages> = {
  nl,
  en: async () => (await import('./idea-form.messages.en.js')).en,
};
