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
  counted: 'Hoe is dit geteld?',
  read: 'Lees het plan',
  remark: 'De organisatie zegt hierover:',
  votes: ({ count }: { count: number }) => (count === 1 ? '1 stem' : `${count} stemmen`),
  points: ({ score, count }: { score: number; count: number }) =>
    `${score} punten, van ${count === 1 ? '1 huishouden' : `${count} huishoudens`}`,
  money: {
    spent: ({ spent, budget }: { spent: string; budget: string }) => `${spent} van ${budget} is verdeeld.`,
    left: ({ amount }: Amount) => `${amount} blijft over.`,
    leftKey: 'Blijft over',
    leftWhy: 'De plannen die overbleven, kosten meer.',
    leftByRule: 'Zo staat het in de regels van deze stemming.',
  },
  methods: {
    greedy: {
      name: 'De meeste stemmen eerst',
      how: 'Het plan met de meeste stemmen komt eerst. Is er genoeg geld, dan krijgt het geld. Daarna is het volgende plan aan de beurt. Een plan dat niet past, slaan we over.',
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
      how: 'Elk huishouden dat stemt, krijgt een even groot deel van het geld. Wie een plan koos, betaalt daaraan mee. Een plan krijgt geld als die huishoudens het samen kunnen betalen.',
    },
    'equalshares/add1': {
      name: 'Gelijke delen, aangevuld',
      how: 'Elk huishouden dat stemt, krijgt een even groot deel van het geld. Wie een plan koos, betaalt daaraan mee. Een plan krijgt geld als die huishoudens het samen kunnen betalen. Blijft er geld over? Dan rekenen we met een iets groter deel, tot het op is.',
    },
  },
  why: {
    votes: ({ left }: { left: string }) => `Er was nog ${left}. Daar paste dit plan in.`,
    fill: ({ left }: { left: string }) => `Betaald uit het geld dat overbleef: ${left}.`,
    shares: ({ voters, share, perPoint }: { voters: number; share: string; perPoint: boolean }) =>
      voters === 1
        ? `Eén huishouden betaalde het, met ${share}${perPoint ? ' per punt' : ' van zijn deel'}.`
        : `${voters} huishoudens betaalden samen. Elk gaf hoogstens ${share}${perPoint ? ' per punt' : ' van zijn deel'}.`,
    emptied: ({ count }: { count: number }) =>
      count === 1 ? 'Bij één van hen was het deel toen op.' : `Bij ${count} van hen was hun deel toen op.`,
    withdrawn: 'Dit plan is teruggetrokken.',
    'no-votes': 'Niemand koos dit plan.',
    'below-threshold': ({ threshold }: { threshold: number }) =>
      `Dit plan had er minstens ${threshold} nodig.`,
    excluded: ({ title }: Named) => `Het kan niet samen met “${title}”, en dat kreeg geld.`,
    'group-full': ({ group, left }: { group: string; left: string }) =>
      `Voor “${group}” was nog ${left} over. Te weinig voor dit plan.`,
    'does-not-fit': ({ left }: { left: string }) => `Er was nog ${left}. Te weinig voor dit plan.`,
    'after-stop': ({ title }: Named) => `Het verdelen stopte bij “${title}”. Daar was te weinig geld voor.`,
    'supporters-short': ({ have }: { have: string }) =>
      `De huishoudens die dit kozen, hadden samen nog ${have}. Te weinig voor dit plan.`,
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
      `${count} van de ${of} huishoudens krijgen minstens één plan dat zij kozen.`,
    same: ({ ways }: { ways: number }) =>
      ways === 2
        ? 'We telden op twee manieren. Beide geven dezelfde uitslag.'
        : `We telden op ${ways} manieren. Ze geven allemaal dezelfde uitslag.`,
    caption: 'Welk plan krijgt geld bij welke manier van tellen',
  },
  steps: {
    title: 'Stap voor stap',
    shares: ({ share, raises }: { share: string; raises: number }) =>
      raises === 0
        ? `Het deel per huishouden was ${share}.`
        : `Het deel per huishouden groeide tot ${share}. Niet iedereen gebruikte zijn hele deel.`,
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
    failed: 'Natellen lukt nu niet. Probeer het later nog eens.',
    chain: ({ head }: { head: string }) =>
      `Voor wie het wil narekenen, het controlegetal van de stembus: ${head}`,
  },
  receipt: {
    title: 'Is jouw stem geteld?',
    label: 'Je nummer',
    hint: 'Acht letters en cijfers. We zoeken op dit apparaat; niemand ziet je nummer.',
    search: 'Zoek op',
    asking: 'We zoeken …',
    counted: 'Ja. Je stem is geteld.',
    missing: 'Dit nummer staat niet in de lijst. Controleer of je het goed overnam.',
    incomplete: 'Je nummer heeft 8 tekens.',
  },
};

export type ResultsMessages = typeof nl;
