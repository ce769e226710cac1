import { statusesNl } from '@buurt/core/messages/statuses.nl.js';
export const nl = {
  title: 'Lijkt dit op jouw idee?',
  lead: 'Samen sta je sterker. Kijk of je mee wilt doen.',
  statuses: statusesNl,
  support: ({ count }: { count: number }) =>
    count === 1 ? '1 buur steunt dit' : `${count} buren steunen dit`,
  offers: ({ count }: { count: number }) => (count === 1 ? '1 buur doet mee' : `${count} buren doen mee`),
  join: 'Ik doe hieraan mee',
  remark: 'Ik heb een opmerking',
  different: 'Mijn idee is anders',
  hidden: 'Goed. Ga gewoon verder met je eigen idee.',
  again: 'Toch nog bekijken',

  coming: 'Even geduld …',
  lost: 'Dit lukt nu niet. Probeer het zo nog eens.',
};

export type SimilarMessages = typeof nl;
