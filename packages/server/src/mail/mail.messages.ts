const nl = {
  hello: 'Hallo,',
  openLink: 'Open de link',
  readMore: 'Meer lezen',
  openOwn: 'Open je initiatief',
  stop: 'Stoppen met deze mails',
  confirm: {
    subject: (name: string) => `Wil je “${name}” volgen?`,
    body: (name: string) =>
      `Dit adres werd ingevuld om “${name}” te volgen.\nWil je dat? Open dan deze link en druk op de knop.`,
    closing: 'Was jij dit niet? Doe dan niets. Je krijgt geen mail meer, en we wissen dit adres na 7 dagen.',
  },
  receipt: {
    ask: 'Wil je daarover een mail krijgen? Open dan deze link en druk op de knop.',
    own: 'Met je eigen link zie je wie wil meedoen, en vertel je hoe het gaat. Wie de link heeft, kan dat ook. Geef hem dus aan niemand.',
    closing: 'Was jij dit niet? Doe dan niets. Je krijgt geen mail meer.',
  },
  login: {
    subject: 'Je link om in te loggen',
    ask: 'Je wilt inloggen op de werkplek van de buurt. Open deze link.',
    invited: 'Je kunt nu inloggen op de werkplek van de buurt. Open deze link.',
    once: 'De link werkt 15 minuten, en één keer. Is dat voorbij? Vraag dan op dezelfde pagina een nieuwe.',
    open: 'Inloggen',
    closing: 'Vroeg jij dit niet? Doe dan niets. Geef de link aan niemand.',
  },
  handover: {
    accept: 'Bekijk of je het overneemt',
    ratherNot: 'Liever niet? Laat het even weten. Dan kan je buur iemand anders vragen.',
    decline: 'Nee, ik neem het niet over',
    closing:
      'De links werken 14 dagen. Doe je niets? Dan gebeurt er niets, en wissen we je adres. Je krijgt dan geen mail meer.',
  },
  news: {
    ask: 'Wil je een mail als er iets gebeurt? Open dan deze link en druk op de knop.',
    open: 'Houd me op de hoogte',
  },
  withdraw: {
    lead: 'Kun je toch niet? Trek je aanbod in. Dan wissen we je naam, je adres en je bericht.',
    open: 'Trek mijn aanbod in',
    notYou: 'Was jij dit niet? Met die link wis je ook dan je adres.',
  },
  handedOver: 'Dit is de laatste mail hierover. Hierna wissen we ook je e-mailadres.',
  ownerLinks: {
    subject: 'Je link naar je initiatief',
    body: (count: number) =>
      `Je vroeg om je eigen link. ${count === 1 ? 'Hier is hij.' : 'Hier zijn ze: één voor elk initiatief.'}`,
    open: (title: string) => `Naar “${title}”`,
    closing:
      'Wie de link heeft, kan alles wat jij kunt. Geef hem dus aan niemand. Vroeg jij dit niet? Doe dan niets: er is niets veranderd.',
  },
  becauseMaker: (name: string) => `Je krijgt deze mail omdat “${name}” jouw initiatief is.`,
  becauseFollower: (name: string) => `Je krijgt deze mail omdat je “${name}” volgt.`,
  becauseOffered: (name: string) =>
    `Je krijgt deze mail omdat je hulp aanbood bij “${name}”. Antwoorden op deze mail kan niet.`,
  digest: {
    subject: (buurt: string, first: string, count: number) =>
      count === 1 ? `Nieuw in de buurt: ${first}` : `${String(count)} nieuwe initiatieven in ${buurt}`,
    title: (buurt: string) => `Nieuw in ${buurt}:`,
    more: (count: number) =>
      `En nog ${String(count)} ${count === 1 ? 'ander initiatief' : 'andere initiatieven'}.`,
  },
};

const en: typeof nl = {
  hello: 'Hello,',
  openLink: 'Open the link',
  readMore: 'Read more',
  openOwn: 'Open your initiative',
  stop: 'Stop these e-mails',
  confirm: {
    subject: (name) => `Do you want to follow “${name}”?`,
    body: (name) =>
      `This address was filled in to follow “${name}”.\nDo you want that? Then open this link and press the button.`,
    closing:
      'Was this not you? Then do nothing. You will get no more e-mails, and we erase this address after 7 days.',
  },
  receipt: {
    ask: 'Do you want to hear about that by e-mail? Then open this link and press the button.',
    own: 'With your own link you see who wants to join, and tell how it goes. So can whoever has the link. Give it to nobody.',
    closing: 'Was this not you? Then do nothing. You will get no more e-mails.',
  },
  login: {
    subject: 'Your link to log in',
    ask: 'You want to log in to the workplace of the neighbourhood. Open this link.',
    invited: 'You can now log in to the workplace of the neighbourhood. Open this link.',
    once: 'The link works for 15 minutes, and once. Is it over? Then ask for a new one on the same page.',
    open: 'Log in',
    closing: 'Did you not ask for this? Then do nothing. Give the link to nobody.',
  },
  handover: {
    accept: 'See whether you take it over',
    ratherNot: 'Rather not? Please let us know. Then your neighbour can ask somebody else.',
    decline: 'No, I will not take it over',
    closing:
      'The links work for 14 days. If you do nothing, nothing happens, and we erase your address. You will then get no more e-mails.',
  },
  news: {
    ask: 'Do you want an e-mail when something happens? Then open this link and press the button.',
    open: 'Keep me posted',
  },
  withdraw: {
    lead: 'Can’t you after all? Take your offer back. Then we erase your name, your address and your message.',
    open: 'Take my offer back',
    notYou: 'Was this not you? That link erases your address then too.',
  },
  handedOver: 'This is the last e-mail about it. After this we erase your e-mail address too.',
  ownerLinks: {
    subject: 'Your link to your initiative',
    body: (count) =>
      `You asked for your own link. ${count === 1 ? 'Here it is.' : 'Here they are: one for each initiative.'}`,
    open: (title) => `Open “${title}”`,
    closing:
      'Whoever has the link can do all that you can. So give it to nobody. Did you not ask for this? Then do nothing: nothing has changed.',
  },
  becauseMaker: (name) => `You get this e-mail because “${name}” is your initiative.`,
  becauseFollower: (name) => `You get this e-mail because you follow “${name}”.`,
  becauseOffered: (name) =>
    `You get this e-mail because you offered help with “${name}”. You cannot answer this e-mail.`,
  digest: {
    subject: (buurt, first, count) =>
      count === 1 ? `New in the neighbourhood: ${first}` : `${String(count)} new initiatives in ${buurt}`,
    title: (buurt) => `New in ${buurt}:`,
    more: (count) => `And ${String(count)} more ${count === 1 ? 'initiative' : 'initiatives'}.`,
  },
};

/** The words around every mail. */
export const mailMessages = { nl, en };
