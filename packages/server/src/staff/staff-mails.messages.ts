/** The plural of what a count is of, with the count before it. */
const counted = (count: number, one: string, more: string) => `${String(count)} ${count === 1 ? one : more}`;

const nl = {
  kind: {
    idea: 'Idee',
    remark: 'Reactie',
    report: 'Melding',
    question: 'Vraag',
    offer: 'Aanbod',
    mail: 'Mail',
    letters: 'Brieven om te maken',
  },
  counts: {
    idea: (count: number) => counted(count, 'idee', 'ideeën'),
    remark: (count: number) => counted(count, 'reactie', 'reacties'),
    report: (count: number) => counted(count, 'melding', 'meldingen'),
    question: (count: number) => counted(count, 'vraag', 'vragen'),
    offer: (count: number) => counted(count, 'aanbod van een buur', 'keer hulp van buren'),
    mail: (count: number) => counted(count, 'mail die niet aankwam', 'mails die niet aankwamen'),
    letters: (count: number) =>
      counted(count, 'stemronde met brieven om te maken', 'stemrondes met brieven om te maken'),
  },
  answerBy: (day: string) => `Antwoord beloofd voor ${day}`,
  late: (day: string) => `Te laat: antwoord was beloofd voor ${day}`,
  since: (day: string) => `Wacht sinds ${day}`,
  feed: { title: 'Wat er wacht op de werkplek', author: 'De werkplek' },
  open: 'Open de werkplek',
  stop: 'Stoppen met deze mails',
  becauseStaff: 'Je krijgt deze mail omdat je op de werkplek van de buurt werkt.',
  digest: {
    subject: (count: number) =>
      count === 1 ? 'Er wacht 1 bericht op je' : `Er wachten ${String(count)} berichten op je`,
    lateSubject: (count: number) =>
      count === 1 ? '1 antwoord is te laat' : `${String(count)} antwoorden zijn te laat`,
    lead: 'Dit wacht op je:',
    more: (count: number) =>
      count === 1
        ? 'Op de werkplek staat nog 1 bericht.'
        : `Op de werkplek staan nog ${String(count)} berichten.`,
  },
  soon: {
    subject: (count: number, title: string) =>
      count === 1 ? `Bijna tijd voor een antwoord: ${title}` : `Bijna tijd voor ${String(count)} antwoorden`,
    lead: 'De bedenker wacht op antwoord. De beloofde dag komt dichtbij.',
  },
  lateAnswers: {
    subject: (count: number, title: string) =>
      count === 1 ? `Te laat met een antwoord: ${title}` : `Te laat met ${String(count)} antwoorden`,
    lead: 'De bedenker wacht nog op antwoord. De beloofde dag is voorbij.',
    ask: 'Lukt een antwoord nog niet? Laat dan weten wanneer wel.',
  },
  report: {
    subject: (title: string) => `Melding over een reactie bij ${title}`,
    lead: (count: number, title: string) =>
      count === 1
        ? `Een buur vindt dat een reactie bij “${title}” daar niet hoort.`
        : `Buren meldden ${String(count)} keer dat een reactie bij “${title}” daar niet hoort.`,
    remark: 'Dit is de reactie:',
    reasons: 'Dit zegt wie het meldde:',
    open: 'Bekijk de melding',
  },
  page: {
    on: {
      digest: 'Je krijgt mails over wat er wacht',
      reports: 'Je krijgt mails over meldingen',
    },
    off: {
      digest: 'Je krijgt geen mails meer over wat er wacht',
      reports: 'Je krijgt geen mails meer over meldingen',
    },
    still: 'Mails om in te loggen krijg je nog wel.',
    stop: 'Stoppen met deze mails',
    start: 'Toch weer mailen',
    unknown: {
      title: 'Hier is niets meer te stoppen',
      body: 'Je werkt niet meer op deze werkplek. Je krijgt geen mail meer.',
    },
  },
};

const en: typeof nl = {
  kind: {
    idea: 'Idea',
    remark: 'Remark',
    report: 'Report',
    question: 'Question',
    offer: 'Offer',
    mail: 'E-mail',
    letters: 'Letters to make',
  },
  counts: {
    idea: (count) => counted(count, 'idea', 'ideas'),
    remark: (count) => counted(count, 'remark', 'remarks'),
    report: (count) => counted(count, 'report', 'reports'),
    question: (count) => counted(count, 'question', 'questions'),
    offer: (count) => counted(count, 'offer of a neighbour', 'offers of neighbours'),
    mail: (count) => counted(count, 'e-mail that did not arrive', 'e-mails that did not arrive'),
    letters: (count) =>
      counted(count, 'budget vote with letters to make', 'budget votes with letters to make'),
  },
  answerBy: (day) => `Answer promised by ${day}`,
  late: (day) => `Late: an answer was promised by ${day}`,
  since: (day) => `Waits since ${day}`,
  feed: { title: 'What waits at the workplace', author: 'The workplace' },
  open: 'Open the workplace',
  stop: 'Stop these e-mails',
  becauseStaff: 'You get this e-mail because you work at the workplace of the neighbourhood.',
  digest: {
    subject: (count) => (count === 1 ? '1 message waits for you' : `${String(count)} messages wait for you`),
    lateSubject: (count) => (count === 1 ? '1 answer is late' : `${String(count)} answers are late`),
    lead: 'This waits for you:',
    more: (count) =>
      count === 1
        ? 'There is 1 more message at the workplace.'
        : `There are ${String(count)} more messages at the workplace.`,
  },
  soon: {
    subject: (count, title) =>
      count === 1 ? `Almost time for an answer: ${title}` : `Almost time for ${String(count)} answers`,
    lead: 'The initiator waits for an answer. The promised day is near.',
  },
  lateAnswers: {
    subject: (count, title) =>
      count === 1 ? `An answer is late: ${title}` : `${String(count)} answers are later than promised`,
    lead: 'The initiator still waits for an answer. The promised day is over.',
    ask: 'Can you not answer yet? Then tell them when you will.',
  },
  report: {
    subject: (title) => `Report of a remark at ${title}`,
    lead: (count, title) =>
      count === 1
        ? `A neighbour thinks that a remark at “${title}” does not belong there.`
        : `Neighbours reported a remark at “${title}” ${String(count)} times.`,
    remark: 'This is the remark:',
    reasons: 'This is what was said about it:',
    open: 'See the report',
  },
  page: {
    on: {
      digest: 'You get e-mails about what waits',
      reports: 'You get e-mails about reports',
    },
    off: {
      digest: 'You get no more e-mails about what waits',
      reports: 'You get no more e-mails about reports',
    },
    still: 'You still get e-mails to log in.',
    stop: 'Stop these e-mails',
    start: 'E-mail me again',
    unknown: {
      title: 'There is nothing left to stop here',
      body: 'You no longer work at this workplace. You will get no more e-mails.',
    },
  },
};

/** What staff read in mails about what waits for them, and on the page on which they stop those. */
export const staffMailMessages = { nl, en };
