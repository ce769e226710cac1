export const nl = {
  title: 'Inloggen',
  lead: 'Vul je mailadres van het werk in. Je krijgt een mail met een link om in te loggen.',
  email: 'Je mailadres',
  emailWrong: 'Vul een mailadres in, zoals noor@corporatie.nl.',
  send: 'Stuur mij een link',
  sending: 'Bezig …',
  failed: 'Het lukte niet.',
  problem: 'Er klopt iets niet',
  account: {
    logIn: 'Log in met je werkaccount',
    where: ({ name }: { name: string }) => `Je gaat naar ${name}. Daarna kom je hier terug.`,
    orLink:
      'Lukt dat niet? Vul dan je mailadres van het werk in. Je krijgt een mail met een link om in te loggen.',
  },
  asked: {
    title: 'Kijk in je mail',
    text: ({ email }: { email: string }) =>
      `Als ${email} hier bekend is, krijg je nu een mail. De link daarin werkt een kwartier, en één keer.`,
    none: 'Kwam er geen mail? Kijk in je map met ongewenste mail. Vraag anders je beheerder of hij je heeft uitgenodigd.',
    again: 'Vul een ander adres in',
  },
  link: {
    title: 'Welkom terug',
    text: 'Je opende een link om in te loggen.',
    logIn: 'Log in',
    refused: 'Deze link werkt niet meer. Een link werkt een kwartier, en één keer. Log hieronder opnieuw in.',
  },
};

export type LoginMessages = typeof nl;
