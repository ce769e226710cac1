/** The Dutch texts of the photos of an idea, at the desk. */
export const nl = {
  hide: 'Verberg deze foto',
  show: 'Toon deze foto weer',
  hidden: ({ when }: { when: string }) => `Verborgen op ${when}`,
  reason: ({ reason }: { reason: string }) => `Reden: ${reason}`,
  title: 'Waarom verberg je deze foto?',
  lead: 'Buren zien de foto dan niet meer, ook niet bij nieuws of in een stemronde. De bedenker leest je reden, en hoort het per mail als die mail van ons krijgt.',
  label: 'Reden voor de bedenker',
  send: 'Verberg de foto',
  sending: 'Bezig …',
  cancel: 'Annuleer',
  done: { hidden: 'De foto is verborgen.', shown: 'De foto is weer te zien.' },
  problem: 'Er klopt iets niet',
  required: 'Schrijf waarom. De bedenker wil dat weten.',
  tooLong: ({ over }: { over: number }) =>
    over === 1 ? 'Deze reden is 1 teken te lang.' : `Deze reden is ${String(over)} tekens te lang.`,
  notSent: 'Het is niet gelukt.',
};

export type PhotosMessages = typeof nl;
