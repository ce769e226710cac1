const nl = {
  page: {
    title: (title: string) => `Neem jij “${title}” over?`,
    lead: 'Een buur begon dit initiatief in je buurt, en vraagt of jij het verder brengt.',
    writes: 'Je buur schrijft:',
    accept: 'Ja, ik neem het over',
    means:
      'Zeg je ja? Dan zien buren jouw naam. Je krijgt een mail met je eigen link: daarmee zie je wie wil meedoen, en vertel je hoe het gaat.',
    name: 'Je naam',
    nameHint: 'Buren zien die bij het initiatief.',
    consent: (organisation: string, days: number) =>
      `Ja, ${organisation} mag mijn naam en e-mailadres bewaren. ${String(days)} dagen nadat het initiatief is afgerond, worden ze gewist.`,
    organisation: 'de organisatie',
    declineTitle: 'Liever niet?',
    declineText: 'Dat is prima. Je buur hoort dat het niet lukt. We wissen je adres.',
    decline: 'Nee, ik neem het niet over',
    required: 'Vul je naam in.',
    tooLong: (limit: number) => `Gebruik hoogstens ${String(limit)} tekens.`,
    malformed: 'Kijk je naam nog eens na.',
    consentNeeded: 'Zet een vinkje, zodat we je naam en adres mogen bewaren.',
  },
  accepted: {
    title: (title: string) => `“${title}” is nu jouw initiatief`,
    body: 'Wat fijn! We sturen je een mail met je eigen link. Bewaar die mail.',
  },
  declined: {
    title: 'Je neemt het niet over',
    body: 'Dank je wel dat je het laat weten. Je adres is gewist.',
  },
  gone: {
    title: 'Deze vraag is er niet meer',
    body: 'Misschien is hij al beantwoord of ingetrokken, of is hij ouder dan 14 dagen.',
  },
  asked: {
    subject: (title: string) => `Neem jij “${title}” over?`,
    body: (title: string) =>
      `Een buur begon in je buurt het initiatief “${title}”, en vraagt of jij het overneemt.`,
    writes: 'Je buur schrijft:',
  },
  toNewMaker: {
    subject: (title: string) => `“${title}” is nu jouw initiatief`,
    body: (title: string, reference: string) =>
      `Fijn dat je “${title}” overneemt. Het nummer is ${reference}. Noem dat als je belt of mailt.`,
    link: 'Met je eigen link zie je wie wil meedoen, en vertel je hoe het gaat. Wie de link heeft, kan dat ook. Geef hem dus aan niemand.',
  },
  toEarlierMaker: {
    subject: (title: string) => `“${title}” is overgenomen`,
    body: (name: string, title: string) =>
      `${name} heeft “${title}” overgenomen. Dank je wel dat je dit begon voor je buurt!`,
    erased: 'Je naam en adres staan niet meer bij het initiatief. Je eigen link werkt niet meer.',
  },
  saidNo: {
    subject: (title: string) => `Over je vraag om “${title}” over te nemen`,
    body: 'Je buur neemt het niet over. Het initiatief blijft van jou. Je kunt iemand anders vragen.',
  },
};

const en: typeof nl = {
  page: {
    title: (title) => `Will you take over “${title}”?`,
    lead: 'A neighbour started this initiative in your neighbourhood, and asks whether you will carry it on.',
    writes: 'Your neighbour writes:',
    accept: 'Yes, I will take it over',
    means:
      'Do you say yes? Then neighbours see your name. You get an e-mail with your own link: with it you see who wants to join, and tell how it goes.',
    name: 'Your name',
    nameHint: 'Neighbours see it beside the initiative.',
    consent: (organisation, days) =>
      `Yes, ${organisation} may keep my name and e-mail address. They are erased ${String(days)} days after the initiative has ended.`,
    organisation: 'the organisation',
    declineTitle: 'Rather not?',
    declineText: 'That is fine. Your neighbour hears that you cannot. We erase your address.',
    decline: 'No, I will not take it over',
    required: 'Fill in your name.',
    tooLong: (limit) => `Use at most ${String(limit)} characters.`,
    malformed: 'Please look at your name again.',
    consentNeeded: 'Tick the box, so that we may keep your name and address.',
  },
  accepted: {
    title: (title) => `“${title}” is your initiative now`,
    body: 'That is great! We send you an e-mail with your own link. Keep that e-mail.',
  },
  declined: {
    title: 'You do not take it over',
    body: 'Thank you for letting us know. Your address is erased.',
  },
  gone: {
    title: 'This question is not there any more',
    body: 'Maybe it was answered or taken back, or it is older than 14 days.',
  },
  asked: {
    subject: (title) => `Will you take over “${title}”?`,
    body: (title) =>
      `A neighbour started the initiative “${title}” in your neighbourhood, and asks whether you will take it over.`,
    writes: 'Your neighbour writes:',
  },
  toNewMaker: {
    subject: (title) => `“${title}” is your initiative now`,
    body: (title, reference) =>
      `Good that you take over “${title}”. Its number is ${reference}. Mention it when you call or e-mail.`,
    link: 'With your own link you see who wants to join, and tell how it goes. So can whoever has the link. Give it to nobody.',
  },
  toEarlierMaker: {
    subject: (title) => `“${title}” was taken over`,
    body: (name, title) =>
      `${name} has taken over “${title}”. Thank you for starting this for your neighbourhood!`,
    erased:
      'Your name and address are no longer kept with the initiative. Your own link does not work any more.',
  },
  saidNo: {
    subject: (title) => `About taking over “${title}”`,
    body: 'Your neighbour does not take it over. The initiative stays yours. You can ask somebody else.',
  },
};

/** What is said to a neighbour who is asked to take over, and to the maker who asked. */
export const handoverMessages = { nl, en };
