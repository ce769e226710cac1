const nl = {
  asked: {
    title: (title: string) => `Je aanbod bij “${title}”`,
    brings: (kinds: string) => `Dit wil je meebrengen: ${kinds}.`,
    cannot: 'Kun je toch niet?',
    means:
      'Je doet dan niet meer mee. We wissen je naam, hoe je te bereiken bent en wat je schreef. De bedenker ziet dat een buur het aanbod introk.',
    press: 'Trek mijn aanbod in',
  },
  news: {
    asked: 'Wil je een mail als er iets gebeurt? Stoppen kan altijd.',
    press: 'Ja, houd me op de hoogte',
    following: 'Je krijgt een mail als er iets gebeurt. Stoppen kan in elke mail.',
  },
  withdrawn: {
    title: 'Je aanbod is ingetrokken',
    body: 'We hebben je naam, hoe je te bereiken bent en wat je schreef gewist.',
  },
  gone: {
    title: 'Hier is niets meer in te trekken',
    body: 'Dit aanbod staat niet meer bij ons, of je gegevens waren al gewist.',
  },
};

const en: typeof nl = {
  asked: {
    title: (title) => `Your offer to “${title}”`,
    brings: (kinds) => `You want to bring: ${kinds}.`,
    cannot: 'Can’t you after all?',
    means:
      'Then you no longer join. We erase your name, how to reach you and what you wrote. The person behind the idea sees that a neighbour took the offer back.',
    press: 'Take my offer back',
  },
  news: {
    asked: 'Do you want an e-mail when something happens? You can stop at any time.',
    press: 'Yes, keep me posted',
    following: 'You get an e-mail when something happens. You can stop in each of them.',
  },
  withdrawn: {
    title: 'Your offer is taken back',
    body: 'We erased your name, how to reach you and what you wrote.',
  },
  gone: {
    title: 'There is nothing left to take back here',
    body: 'We do not have this offer any more, or your details had been erased already.',
  },
};

/** The page on which a neighbour asks for news about what they joined, or takes the offer back. */
export const ownOfferPageMessages = { nl, en };
