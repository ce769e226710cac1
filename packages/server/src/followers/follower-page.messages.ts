const nl = {
  back: 'Terug naar de buurt',
  whenNew: 'Over nieuwe initiatieven mailen we hoogstens één keer per dag.',
  asked: {
    title: (what: string) => `Wil je “${what}” volgen?`,
    news: 'Dan krijg je een mail als er nieuws is.',
    stop: 'Stoppen kan altijd.',
    press: 'Ja, ik wil dit volgen',
  },
  following: {
    title: (what: string) => `Je volgt “${what}”`,
    news: 'Je krijgt een mail als er nieuws is.',
    press: 'Stoppen met volgen',
  },
  stopped: {
    title: (what: string) => `Je volgt “${what}” niet meer`,
    body: 'Je adres is gewist. Je krijgt geen mail meer.',
  },
  unknown: {
    title: 'Hier is niets meer te volgen',
    body: 'Deze link is verlopen, of je bent al gestopt. Je krijgt geen mail meer.',
  },
  maker: {
    title: (what: string) => `Je idee: ${what}`,
    number: (reference: string) => `Je nummer is ${reference}.`,
    asked: { body: 'Wil je een mail als er iets gebeurt met je idee?', press: 'Ja, mail me over mijn idee' },
    following: { body: 'Je krijgt een mail als er iets gebeurt met je idee.', press: 'Geen mail meer' },
    stopped:
      'Je krijgt geen mail meer over je idee. Je adres staat nog wel bij je idee. Wil je dat niet? Bel of mail ons.',
  },
};

const en: typeof nl = {
  back: 'Back to the neighbourhood',
  whenNew: 'About new initiatives we e-mail once a day at most.',
  asked: {
    title: (what) => `Do you want to follow “${what}”?`,
    news: 'Then you get an e-mail when there is news.',
    stop: 'You can stop at any time.',
    press: 'Yes, I want to follow this',
  },
  following: {
    title: (what) => `You follow “${what}”`,
    news: 'You get an e-mail when there is news.',
    press: 'Stop following',
  },
  stopped: {
    title: (what) => `You no longer follow “${what}”`,
    body: 'Your address is erased. You will get no more e-mails.',
  },
  unknown: {
    title: 'There is nothing to follow here any more',
    body: 'This link has expired, or you stopped already. You will get no more e-mails.',
  },
  maker: {
    title: (what) => `Your idea: ${what}`,
    number: (reference) => `Your number is ${reference}.`,
    asked: {
      body: 'Do you want an e-mail when something happens with your idea?',
      press: 'Yes, e-mail me about my idea',
    },
    following: { body: 'You get an e-mail when something happens with your idea.', press: 'No more e-mails' },
    stopped:
      'You will get no more e-mails about your idea. Your address is still kept with your idea. Do you not want that? Call or e-mail us.',
  },
};

/** The page of a follower. */
export const followerPageMessages = { nl, en };
