const nl = {
  asked: {
    title: (title: string) => `Trek je je aanbod bij “${title}” in?`,
    brings: (kinds: string) => `Je wilde dit meebrengen: ${kinds}.`,
    means:
      'Je doet dan niet meer mee. We wissen je naam, hoe je te bereiken bent en wat je schreef. De bedenker ziet dat een buur het aanbod introk.',
    press: 'Trek mijn aanbod in',
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
    title: (title) => `Do you take back your offer to “${title}”?`,
    brings: (kinds) => `You wanted to bring: ${kinds}.`,
    means:
      'Then you no longer join. We erase your name, how to reach you and what you wrote. The person behind the idea sees that a neighbour took the offer back.',
    press: 'Take my offer back',
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

/** The page on which a neighbour takes an offer back. */
export const withdrawalPageMessages = { nl, en };
