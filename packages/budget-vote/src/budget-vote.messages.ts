import type { CastingMessages } from './casting.messages.js';
import type { LaterMessages } from './later.messages.js';

/**
 * The Dutch texts of the frame; those of the proposals and of voting come with their code. Values in a text are
 * named, so that a page can override it.
 */
export const nl = {
  loading: 'De stemming komt eraan …',
  partFailed: 'Dit deel kon niet laden. Je keuze is er nog.',
  roundFailed: 'De stemming laadt nu niet.',
  stale: 'We weten nu niet zeker of de stemming nog open is.',
  retry: 'Probeer opnieuw',
  noRound: 'In deze buurt is nu geen stemming.',
  unknownRound:
    'Voor de beheerder van deze site: deze stemming bestaat niet op dit adres. Controleer het attribuut round.',
  states: {
    announced: 'Nog niet open',
    code: 'Open – vul je code in',
    choosing: 'Je hebt nog niet gestemd',
    checking: 'Controleer je keuze – je hebt nog niet gestemd',
    choosingAgain: 'Je kiest opnieuw – je vorige stem telt',
    checkingAgain: 'Controleer je nieuwe keuze – je vorige stem telt',
    sending: 'We versturen je stem',
    cast: 'Je stem telt mee',
    changed: 'Je nieuwe stem telt mee',
    closed: 'De stemming is gesloten',
  },
  budget: ({ amount }: { amount: string }) => `${amount} voor de buurt`,
  opens: ({ date, when }: { date: string; when: string }) => `De stemming opent op ${date} (${when}).`,
  closes: ({ date, when }: { date: string; when: string }) => `Stemmen kan tot ${date} (${when}).`,
  closed: ({ date }: { date: string }) => `De stemming sloot op ${date}.`,
};

export type BudgetVoteMessages = typeof nl & LaterMessages & CastingMessages;
