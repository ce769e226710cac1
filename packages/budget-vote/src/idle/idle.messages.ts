/** The Dutch texts of a device that nobody has touched for a while. */
export const nl = {
  title: 'Ben je er nog?',
  unsent: 'Je stem is nog niet verstuurd. Straks wissen we je keuze en je code van dit scherm.',
  unsentAgain:
    'Je nieuwe keuze is nog niet verstuurd. Je vorige stem telt. Straks wissen we je keuze en je code van dit scherm.',
  sent: 'Je stem telt mee. Heb je het nummer opgeschreven? Straks wissen we dit scherm.',
  left: ({ count }: { count: number }) => (count === 1 ? 'Nog 1 seconde.' : `Nog ${count} seconden.`),
  stay: 'Ik ben er nog',
  wipe: 'Wis alles nu',
};

export type IdleMessages = typeof nl;
