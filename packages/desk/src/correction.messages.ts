/** The Dutch texts of correcting an idea, at the desk. */
export const nl = {
  open: 'Verbeter een tikfout',
  title: 'Verbeter een tikfout',
  lead: 'Verbeter alleen wat fout getikt is. De bedenker ziet dat je dit deed, en hoort het per mail als die mail van ons krijgt.',
  labels: { title: 'Titel', story: 'Verhaal' },
  send: 'Bewaar',
  sending: 'Bezig …',
  sent: 'Verbeterd.',
  cancel: 'Annuleer',
  problem: 'Er klopt iets niet',
  problems: {
    required: 'Dit mag niet leeg zijn.',
    'too-short': ({ limit }: { limit: number }) => `Dit is te kort: minstens ${String(limit)} tekens.`,
    'too-long': ({ limit }: { limit: number }) => `Dit is te lang: hoogstens ${String(limit)} tekens.`,
    other: 'Dit kan hier niet staan.',
  },
  conflict:
    'Iemand was je voor: dit idee is intussen veranderd. Boven zie je hoe het nu is. Klopt jouw tekst nog? Druk dan nog eens.',
  notSent: 'Het is niet gelukt.',
};

export type CorrectionMessages = typeof nl;
