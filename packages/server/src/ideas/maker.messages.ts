const nl = {
  /** Where an idea stands. */
  states: {
    waiting: 'We lezen je idee nog.',
    published: 'Je idee staat op de site.',
    declined: 'Je idee komt niet op de site.',
    hidden: 'Je idee staat nu niet op de site.',
  },
  organisation: 'De organisatie',
  receipt: {
    subject: (reference: string) => `Je idee is binnen (${reference})`,
    number: (reference: string) =>
      `Je idee is binnen. Je nummer is ${reference}. Noem dat als je belt of mailt.`,
    read: (who: string) => `${who} leest je idee. Klopt alles? Dan komt het op de site.`,
    answer: (who: string, day: string) => `${who} wil uiterlijk ${day} laten weten wat ermee gebeurt.`,
  },
  decision: {
    subject: (title: string) => `Over je idee “${title}”`,
    published: 'Je idee staat nu op de site. Buren kunnen het steunen en zeggen: ik doe mee.',
  },
  correction: {
    subject: (title: string) => `We verbeterden een tikfout in “${title}”`,
    corrected: 'We hebben een tikfout in je idee verbeterd.',
    title: (was: string, now: string) => `Er stond: “${was}”.\nNu staat er: “${now}”.`,
    story: 'Zo staat je verhaal er nu:',
    wrong: (reference: string) => `Klopt het niet? Laat het ons weten. Noem dan je nummer: ${reference}.`,
  },
  photo: {
    subject: (title: string) => `Over een foto bij “${title}”`,
    aPhoto: 'een foto',
    thePhoto: (alt: string) => `de foto “${alt}”`,
    hidden: (photo: string) => `We laten ${photo} bij je idee niet zien op de site.`,
    why: 'Dit is waarom:',
    wrong: (reference: string) =>
      `Ben je het er niet mee eens? Laat het ons weten. Noem dan je nummer: ${reference}.`,
    shown: (photo: string) => `We laten ${photo} bij je idee weer zien op de site.`,
  },
  offer: {
    subject: (title: string) => `Een buur doet mee met “${title}”`,
    who: (name: string, title: string) => `${name} wil meedoen met je idee “${title}”.`,
    brings: (kinds: string) => `Dit brengt je buur mee: ${kinds}.`,
    kinds: { time: 'tijd', skill: 'talent', tools: 'spullen', space: 'ruimte', network: 'contacten' },
    writes: 'Je buur schrijft:',
    reach: (contact: string) =>
      `Zo bereik je je buur: ${contact}\nLaat je iets weten? Ook “nu even niet” is fijn om te horen.`,
  },
  offerWithdrawn: {
    subject: (title: string) => `Een buur doet toch niet mee met “${title}”`,
    body: (kinds: string, title: string) =>
      `Een buur die wilde meedoen met je idee “${title}”, heeft dat aanbod ingetrokken. Deze buur wilde dit meebrengen: ${kinds}.`,
    erased: 'We hebben de naam, de contactgegevens en het bericht van deze buur gewist. Wil je dat ook doen?',
  },
  /** To the neighbour. */
  offerReceipt: {
    subject: (title: string) => `Je aanbod bij “${title}”`,
    thanks: (title: string) => `Fijn dat je wilt meedoen met “${title}”.`,
    brings: (kinds: string) => `Dit wil je meebrengen: ${kinds}.`,
    read: 'De bedenker en de organisatie kunnen je bericht lezen.',
  },
  /** To the neighbour. */
  answer: {
    subject: (title: string) => `Antwoord over “${title}”`,
    joined: (title: string) => `Fijn: je doet mee met “${title}”.`,
    declined: (title: string) =>
      `Dank je wel dat je wilde meedoen met “${title}”. De bedenker zegt: nu even niet.`,
    writes: 'De bedenker schrijft:',
    /** Where the organisation answers for a maker who cannot. */
    organisation: {
      declined: (title: string) =>
        `Dank je wel dat je wilde meedoen met “${title}”. De organisatie zegt: nu even niet.`,
      writes: 'De organisatie schrijft:',
    },
  },
};

const en: typeof nl = {
  states: {
    waiting: 'We have not read your idea yet.',
    published: 'Your idea is on the site.',
    declined: 'Your idea will not be on the site.',
    hidden: 'Your idea is not on the site now.',
  },
  organisation: 'The organisation',
  receipt: {
    subject: (reference) => `We have your idea (${reference})`,
    number: (reference) =>
      `We have your idea. Your number is ${reference}. Mention it when you call or e-mail.`,
    read: (who) => `${who} reads your idea. Is everything all right? Then it will be on the site.`,
    answer: (who, day) => `${who} wants to let you know what happens with it by ${day}.`,
  },
  decision: {
    subject: (title) => `About your idea “${title}”`,
    published: 'Your idea is on the site now. Neighbours can support it and say: I’ll join.',
  },
  correction: {
    subject: (title) => `We corrected a typing error in “${title}”`,
    corrected: 'We corrected a typing error in your idea.',
    title: (was, now) => `It said: “${was}”.\nNow it says: “${now}”.`,
    story: 'This is what your story says now:',
    wrong: (reference) => `Is this not right? Please let us know. Mention your number then: ${reference}.`,
  },
  photo: {
    subject: (title) => `About a photo with “${title}”`,
    aPhoto: 'a photo',
    thePhoto: (alt) => `the photo “${alt}”`,
    hidden: (photo) => `We do not show ${photo} with your idea on the site.`,
    why: 'This is why:',
    wrong: (reference) => `Do you not agree? Please let us know. Mention your number then: ${reference}.`,
    shown: (photo) => `We show ${photo} with your idea on the site again.`,
  },
  offer: {
    subject: (title) => `A neighbour joins “${title}”`,
    who: (name, title) => `${name} wants to join your idea “${title}”.`,
    brings: (kinds) => `Your neighbour brings: ${kinds}.`,
    kinds: { time: 'time', skill: 'skills', tools: 'tools', space: 'space', network: 'contacts' },
    writes: 'Your neighbour writes:',
    reach: (contact) =>
      `This is how you reach your neighbour: ${contact}\nWill you answer? “Not now” is good to hear too.`,
  },
  offerWithdrawn: {
    subject: (title) => `A neighbour will not join “${title}” after all`,
    body: (kinds, title) =>
      `A neighbour who wanted to join your idea “${title}” took that offer back. They wanted to bring: ${kinds}.`,
    erased:
      'We erased the name, the contact details and the message of this neighbour. Would you do that as well?',
  },
  offerReceipt: {
    subject: (title) => `Your offer to “${title}”`,
    thanks: (title) => `Thank you for wanting to join “${title}”.`,
    brings: (kinds) => `You want to bring: ${kinds}.`,
    read: 'The person behind it and the organisation can read your message.',
  },
  answer: {
    subject: (title) => `Answer about “${title}”`,
    joined: (title) => `Good news: you join “${title}”.`,
    declined: (title) => `Thank you for wanting to join “${title}”. The person behind it says: not now.`,
    writes: 'The person behind it writes:',
    organisation: {
      declined: (title) => `Thank you for wanting to join “${title}”. The organisation says: not now.`,
      writes: 'The organisation writes:',
    },
  },
};

/** What the maker of an idea reads, in mails and on their page. */
export const makerMessages = { nl, en };
