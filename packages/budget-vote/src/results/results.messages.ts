type Named = { readonly title: string };
type Amount = { readonly amount: string };

/** The Dutch texts of what is shown after closing. */
export const nl = {
  title: 'De uitslag',
  loading: 'De uitslag komt eraan …',
  counting: 'De stemmen worden nog geteld. De uitslag komt zo.',
  retry: 'Probeer opnieuw',
  unsent: {
    title: 'De stemming sloot voordat je stem verstuurd was',
    lead: 'Deze keuze telt niet mee. Je had dit gekozen:',
    titleAgain: 'De stemming sloot voordat je nieuwe keuze verstuurd was',
    leadAgain: 'Je vorige stem telt mee. Deze nieuwe keuze telt niet mee:',
  },
  turnout: {
    count: ({ count }: { count: number }) =>
      count === 0
        ? 'Niemand heeft gestemd.'
        : count === 1
          ? 'Eén huishouden heeft gestemd.'
          : `${count} huishoudens hebben gestemd.`,
    channels: ({ online, paper, assisted }: { online: number; paper: number; assisted: number }) =>
      `Online: ${online}. Op papier: ${paper}. Met hulp: ${assisted}.`,
  },
  granted: 'Dit krijgt geld',
  notGranted: 'Dit krijgt geen geld',
  nothingGranted: 'Geen plan krijgt geld.',
  read: 'Lees het plan',
  remark: 'De organisatie zegt hierover:',
  votes: ({ count }: { count: number }) => (count === 1 ? '1 stem' : `${count} stemmen`),
  points: ({ score, count }: { score: number; count: number }) =>
    `${score} punten, van ${count === 1 ? '1 stemmer' : `${count} stemmers`}`,
  money: {
    spent: ({ spent, budget }: { spent: string; budget: string }) => `${spent} van ${budget} is verdeeld.`,
    left: ({ amount }: Amount) => `${amount} blijft over.`,
    leftWhy: 'Geen plan dat nog kans maakte, paste in dat bedrag.',
    leftByRule: 'Zo staat het in de regels van deze stemming.',
  },
  methods: {
    greedy: {
      name: 'De meeste stemmen eerst',
      how: 'Het plan met de meeste stemmen komt eerst. Past het, dan krijgt het geld. Daarna is het volgende plan aan de beurt. Een plan dat niet past, slaan we over.',
    },
    'greedy-no-skip': {
      name: 'De meeste stemmen eerst, zonder overslaan',
      how: 'Het plan met de meeste stemmen komt eerst. Daarna het volgende. Bij het eerste plan dat niet past, stopt het.',
    },
    'greedy-threshold': {
      name: 'De meeste stemmen eerst, met een ondergrens',
      how: 'Alleen plannen met genoeg stemmen doen mee. Daarvan komt het plan met de meeste stemmen eerst. Een plan dat niet past, slaan we over.',
    },
    equalshares: {
      name: 'Gelijke delen',
      how: 'Elke stemmer krijgt een even groot deel van het geld. Wie een plan koos, betaalt daaraan mee. Een plan krijgt geld als zijn stemmers het samen kunnen betalen.',
    },
    'equalshares/add1': {
      name: 'Gelijke delen, aangevuld',
      how: 'Elke stemmer krijgt een even groot deel van het geld. Wie een plan koos, betaalt daaraan mee. Een plan krijgt geld als zijn stemmers het samen kunnen betalen. Blijft er geld over? Dan rekenen we met een iets groter deel, tot het op is.',
    },
  },
  why: {
    votes: ({ left }: { left: string }) => `Toen het aan de beurt was, was er nog ${left}. Dus het paste.`,
    fill: ({ left }: { left: string }) => `Betaald uit het geld dat overbleef: ${left}.`,
    shares: ({ voters, share }: { voters: number; share: string }) =>
      voters === 1
        ? `Eén stemmer betaalde het, met ${share}.`
        : `${voters} stemmers betaalden het samen, met hoogstens ${share} per stem.`,
    emptied: ({ count }: { count: number }) =>
      count === 1
        ? 'Eén van hen gaf alles wat hij nog had.'
        : `${count} van hen gaven alles wat ze nog hadden.`,
    withdrawn: 'Dit plan is teruggetrokken.',
    'no-votes': 'Niemand koos dit plan.',
    'below-threshold': ({ threshold }: { threshold: number }) =>
      `Dit plan had er minstens ${threshold} nodig.`,
    excluded: ({ title }: Named) => `Het kan niet samen met “${title}”, en dat kreeg geld.`,
    'group-full': ({ group, left }: { group: string; left: string }) =>
      `Voor “${group}” was nog ${left} over. Dat was te weinig.`,
    'does-not-fit': ({ left }: { left: string }) =>
      `Toen het aan de beurt was, was er nog ${left}. Dat was te weinig.`,
    'after-stop': ({ title }: Named) => `Het verdelen stopte bij “${title}”, want dat paste niet.`,
    'supporters-short': ({ have }: { have: string }) =>
      `Wie dit koos, had samen nog ${have}. Dat was te weinig.`,
  },
  ties: {
    cheaper: ({ titles }: { titles: string }) => `Gelijk met ${titles}. Het goedkoopste ging voor.`,
    'more-votes': ({ titles }: { titles: string }) =>
      `Gelijk met ${titles}. Het plan met de meeste stemmen ging voor.`,
    lot: ({ titles }: { titles: string }) => `Gelijk met ${titles}. Het lot besliste.`,
  },
  table: {
    caption: 'Alle plannen',
    plan: 'Plan',
    cost: 'Kosten',
    votes: 'Stemmen',
    points: 'Punten',
    result: 'Uitslag',
    yes: 'Krijgt geld',
    no: 'Krijgt geen geld',
    why: 'Waarom',
  },
  compare: {
    title: 'Anders geteld',
    lead: 'De eerste manier beslist. De andere staat ernaast, zodat je het verschil ziet.',
    decides: 'beslist',
    happy: ({ count, of }: { count: number; of: number }) =>
      `Bij ${count} van de ${of} stemmers kreeg minstens één gekozen plan geld.`,
    same: 'Beide manieren geven dezelfde uitslag.',
    caption: 'Welk plan krijgt geld bij welke manier van tellen',
  },
  steps: {
    title: 'Stap voor stap',
    shares: ({ share, raises }: { share: string; raises: number }) =>
      raises === 0
        ? `Elke stemmer kon ${share} uitgeven.`
        : `Elke stemmer kon op het eind ${share} uitgeven. Dat deel is ${raises} keer verhoogd.`,
    granted: ({ title, score, cost, left }: { title: string; score: string; cost: string; left: string }) =>
      `${title} (${score}) krijgt ${cost}. Daarna is er nog ${left}.`,
    skipped: ({ title, score, cost }: { title: string; score: string; cost: string }) =>
      `${title} (${score}, ${cost}) krijgt geen geld.`,
  },
  check: {
    title: 'Reken het zelf na',
    lead: 'Alle stemmen staan in één bestand, zonder namen en zonder codes.',
    download: 'Download alle stemmen (.pb)',
    recount: 'Tel zelf na in deze browser',
    counting: 'We halen de stemmen op en tellen …',
    agrees: ({ count }: { count: number }) =>
      `Het klopt. Deze browser telde ${count === 1 ? '1 stem' : `${count} stemmen`} en kwam op dezelfde uitslag.`,
    differs: 'Let op: deze browser komt op een andere uitslag. Meld dit bij de organisatie.',
    failed: 'Natellen lukt nu niet.',
    chain: ({ head }: { head: string }) => `Controlegetal van de stembus: ${head}`,
  },
  receipt: {
    title: 'Telt jouw stem mee?',
    label: 'Je bonnummer',
    hint: 'Acht letters en cijfers. We zoeken op dit apparaat; niemand ziet je nummer.',
    search: 'Zoek op',
    asking: 'We zoeken …',
    counted: 'Ja. Je stem is geteld.',
    missing: 'Dit nummer staat niet in de lijst. Kijk of je het goed overnam.',
    incomplete: 'Een bonnummer heeft 8 tekens.',
  },
};

export type ResultsMessages = typeof nl;
