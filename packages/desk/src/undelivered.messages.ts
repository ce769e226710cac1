import type { MailCause, MailKind } from '@buurt/domain/desk/mails.js';

const counted = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${String(count)} ${more}`;

const kinds: Readonly<Record<MailKind, string>> = {
  confirm: 'Vraag om een adres te bevestigen',
  news: 'Nieuws over een initiatief',
  digest: 'Nieuwe initiatieven in de buurt',
  receipt: 'Een idee kwam binnen',
  decision: 'Besluit over een idee',
  correction: 'De tekst van een idee is verbeterd',
  photo: 'Besluit over een foto',
  offer: 'Een buur wil meedoen',
  offerReceipt: 'Een aanbod kwam binnen',
  answer: 'Antwoord op een aanbod',
  login: 'Link om in te loggen',
  handover: 'Vraag om een initiatief over te nemen',
  handedOver: 'Een initiatief is overgenomen',
  ownerLinks: 'Link naar het eigen initiatief',
  staffDigest: 'Wat er wacht, aan een collega',
  lateAnswers: 'Late antwoorden, aan een collega',
  report: 'Melding van een reactie, aan een collega',
};

const causes: Readonly<Record<MailCause, string>> = {
  address: 'De mailserver kent dit adres niet. Kijk of het klopt.',
  full: 'De mailbox is vol.',
  refused:
    'De mailserver wil deze mail niet, of vertrouwt de afzender niet. Gebeurt dit vaker? Vraag de beheerder van je server om ernaar te kijken.',
  sender:
    'De mailserver neemt van jullie geen mail aan. Vraag de beheerder van je server om de instellingen van de mail na te kijken.',
  later: 'De mailserver vraagt om het later opnieuw te proberen.',
  slow: 'De mailserver begon te antwoorden en deed er toen te lang over.',
  away: 'De mailserver gaf geen antwoord.',
  notMade:
    'Het lukte niet om deze mail te maken. Vraag de beheerder van je server om in het logboek te kijken.',
  other: 'De mailserver nam deze mail niet aan.',
};

/** The Dutch texts of mails that did not arrive. */
export const nl = {
  title: 'Mails die niet aankwamen',
  titleOfOne: 'Deze mail kwam niet aan',
  lead: 'Deze mails nam de mailserver niet aan. Wat later nog kan lukken, proberen we twee dagen lang opnieuw, met steeds langere pauzes. Wat definitief niet lukt, blijft hier een week staan.',
  loading: 'De mails komen eraan …',
  reload: 'Probeer opnieuw te laden',
  failed: 'De mails laden nu niet.',
  none: 'Er staat niets in deze lijst.',
  waiting: ({ count }: { count: number }) =>
    `${counted(count, 'andere mail wacht op zijn beurt of is', 'andere mails wachten op hun beurt of zijn')} onderweg.`,
  cut: ({ count, shown }: { count: number; shown: number }) =>
    `Je ziet ${String(shown)} van de ${String(count)} mails. Zijn het er zo veel? Dan is er misschien iets met de mailserver.`,
  all: 'Bekijk alle mails die niet aankwamen',
  goneOne: 'Deze mail staat niet meer in de lijst.',
  gone: 'Deze mail is intussen verstuurd of onderweg, of iemand gaf hem al op.',

  kinds,
  causes,
  about: ({ title }: { title: string }) => `Over “${title}”`,
  to: ({ address }: { address: string }) => `Aan ${address}`,
  since: ({ when }: { when: string }) => `Voor het eerst geprobeerd op ${when}`,
  tries: ({ count }: { count: number }) => `${counted(count, 'keer', 'keer')} geprobeerd`,
  next: ({ when }: { when: string }) => `We proberen het weer op ${when}, of de ochtend daarna.`,
  over: 'We proberen het niet meer.',
  reason: 'Wat de mailserver zei',
  readOnly: 'Je ziet geen adressen. Om iets met een mail te doen, heb je een andere rol nodig.',

  retry: 'Probeer opnieuw',
  drop: 'Stuur niet meer',
  dropTitle: 'Stuur je deze mail niet meer?',
  dropLead: 'De mail wordt gewist en gaat niet meer uit. Je kunt dit niet ongedaan maken.',
  dropNow: 'Ja, stuur niet meer',
  cancel: 'Annuleer',
  sending: 'Bezig …',
  notDone: 'Het is niet gelukt.',
};

export type UndeliveredMessages = typeof nl;
