/** The Dutch texts of what is shown after closing. */
export const nl = {
  title: 'De uitslag',
  unsent: {
    title: 'De stemming sloot voordat je stem verstuurd was',
    lead: 'Deze keuze telt niet mee. Je had dit gekozen:',
  },
};

export type ResultsMessages = typeof nl;
