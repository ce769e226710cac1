export const nl = {
  offer: {
    title: 'Ik doe mee',
    lead: 'Je hoeft geen account te maken. Je bericht is voor de bedenker. De organisatie leest mee.',
    send: 'Ik doe mee',
    sent: 'Fijn dat je wilt meedoen! De bedenker en de organisatie kunnen je bericht lezen.',
  },
  remark: {
    title: 'Schrijf een opmerking',
    lead: 'We lezen je opmerking voordat anderen die zien.',
    send: 'Verstuur je opmerking',
    sent: 'Dank je wel! We lezen je opmerking voordat anderen die zien.',
  },
  report: {
    title: 'Meld een opmerking',
    lead: 'Hoort een opmerking hier niet? De organisatie kijkt ernaar.',
    send: 'Verstuur je melding',
    sent: 'Dank je wel. De organisatie kijkt ernaar.',
  },
  follow: {
    title: 'Volg per e-mail',
    lead: 'Je krijgt een mail als er nieuws is. Stoppen kan in elke mail.',
    send: 'Ik wil dit volgen',
    sent: 'Bijna klaar. Klik op de link in de mail die we je stuurden, en dan op de knop. Volg je dit al? Dan komt er geen mail.',
  },
  followBuurtLead:
    'Je krijgt een mail als er nieuws is over een initiatief. Over nieuwe initiatieven mailen we hoogstens één keer per dag. Stoppen kan in elke mail.',
  kinds: 'Waarmee wil je helpen?',
  kindNames: { time: 'Tijd', skill: 'Talent', tools: 'Spullen', space: 'Ruimte', network: 'Contacten' },
  wanted: 'gevraagd',
  examples: {
    time: 'Een paar uur helpen',
    skill: 'Iets wat jij goed kunt',
    tools: 'Gereedschap of materiaal',
    space: 'Een plek, schuur of zaal',
    network: 'Iemand kennen die kan helpen',
  },
  message: 'Vertel er iets over',
  messageHint: 'Bijvoorbeeld: ik kan op zaterdag helpen met timmeren.',
  name: 'Je naam',
  contact: 'Je e‑mailadres of telefoonnummer',
  contactHint: 'Alleen de bedenker en de organisatie zien dit.',

  stance: 'Wat voor opmerking is het?',
  stances: { for: 'Ik ben voor', against: 'Ik ben tegen', question: 'Ik heb een vraag' },
  text: 'Je opmerking',
  remarkName: 'Je naam',
  remarkNameHint: 'Die staat bij je opmerking.',

  reason: 'Wat is er mis mee?',

  email: 'Je e‑mailadres',
  emailHint: 'We gebruiken je adres alleen hiervoor. Stop je? Dan wissen we het.',

  optional: 'niet verplicht',
  cancel: 'Niet nu',
  ready: 'Klaar',
  sending: 'Even geduld …',
  problems: 'Vul dit nog in',
  failed: 'Het is niet verstuurd. Wat je schreef, staat er nog.',
  ended: 'Meedoen kan niet meer, want dit is al afgerond.',
  serverSays: ({ detail }: { detail: string }) => `${detail}`,
  required: {
    kinds: 'Kies waarmee je wilt helpen.',
    name: 'Vul je naam in.',
    contact: 'Vul je e‑mailadres of telefoonnummer in.',
    stance: 'Kies wat voor opmerking het is.',
    text: 'Schrijf je opmerking op, in een paar woorden.',
    reason: 'Schrijf op wat er mis is.',
    email: 'Vul je hele e‑mailadres in, zoals naam@voorbeeld.nl.',
  },
  reach: {
    email: 'Schrijf je e‑mailadres zoals naam@voorbeeld.nl',
    phone: 'Schrijf je nummer zoals 06 12345678',
    either: 'Schrijf je e‑mailadres zoals naam@voorbeeld.nl, of je nummer zoals 06 12345678',
  },
  tooShort: ({ limit }: { limit: number }) => `Schrijf minstens ${limit} tekens.`,
  tooLong: ({ over }: { over: number }) =>
    over === 1 ? 'Maak dit 1 teken korter.' : `Maak dit ${over} tekens korter.`,
  wrong: 'Kijk dit antwoord nog eens na.',
};

export type JoinMessages = typeof nl;
