import { statusesNl } from '@buurt/core/messages/statuses.nl.js';

/** The Dutch texts of what becomes of an initiative, at the desk. */
export const nl = {
  title: 'Hoe staat het ervoor?',
  statuses: statusesNl,
  statusReason: ({ reason }: { reason: string }) => `Buren lazen: “${reason}”`,
  onBallot: 'De buurt stemt erover. De uitslag beslist hoe het verdergaat.',
  promises: 'Beloften',
  promiseStates: { open: 'Moet nog', kept: 'Gedaan', late: 'Te laat', broken: 'Niet gelukt' },
  promised: ({ who, when }: { who: string; when: string }) => `${who}, voor ${when}`,
  granted: ({ amount }: { amount: string }) => `${amount} toegezegd`,
  spent: ({ amount }: { amount: string }) => `${amount} uitgegeven`,
  news: 'Nieuws',
  open: {
    standing: 'Verander de status',
    news: 'Vertel nieuws',
    promises: 'Doe een belofte',
    change: ({ what }: { what: string }) => `Werk bij: ${what}`,
  },
  forms: {
    standing: { title: 'Verander de status', lead: 'De bedenker en wie het volgt krijgen een mail.' },
    news: { title: 'Vertel nieuws', lead: 'Het staat meteen op de site. Wie het volgt krijgt een mail.' },
    promises: {
      title: 'Doe een belofte',
      lead: 'Een belofte staat op de site. Buren zien wie iets doet, wat, en voor wanneer.',
    },
    change: { title: 'Werk een belofte bij', lead: 'Buren zien wat ervan kwam.' },
  },
  labels: {
    status: 'Status',
    reason: 'Waarom?',
    optional: 'mag leeg',
    text: 'Je nieuws',
    who: 'Wie belooft het?',
    what: 'Wat?',
    dueOn: 'Voor welke datum?',
    state: 'Wat kwam ervan?',
    granted: 'Hoeveel euro is toegezegd?',
    spent: 'Hoeveel euro is uitgegeven?',
  },
  send: { standing: 'Bewaar de status', news: 'Zet op de site', promises: 'Bewaar de belofte' },
  sent: {
    standing: 'De nieuwe status staat op de site.',
    news: 'Het nieuws staat op de site.',
    promises: 'De belofte staat op de site.',
  },
  sending: 'Bezig …',
  cancel: 'Annuleer',
  problem: 'Er klopt iets niet',
  required: ({ label }: { label: string }) => `Vul in: ${label}`,
  tooLong: ({ over }: { over: number }) =>
    over === 1 ? 'Dit is 1 teken te lang.' : `Dit is ${String(over)} tekens te lang.`,
  noDate: 'Vul een datum in.',
  noAmount: 'Vul een bedrag in, zoals 1250 of 1250,50.',
  notSent: 'Het is niet gelukt.',
};

export type FollowUpMessages = typeof nl;
