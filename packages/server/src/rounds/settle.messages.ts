const nl = {
  onBallot: (round: string, opens: string, closes: string) =>
    `Dit initiatief staat op het stembiljet van ${round}. Stemmen kan van ${opens} tot en met ${closes}.`,
  cancelled: (round: string) =>
    `De stemming ${round} gaat niet door. Dit initiatief staat weer bij de nieuwe ideeën.`,
  offBallot: (round: string) => `Dit initiatief staat niet meer op het stembiljet van ${round}.`,
  granted: (round: string, money: string, who: string, by: string) =>
    `Dit initiatief krijgt ${money} uit ${round}. ${who} zorgt uiterlijk ${by} voor het geld.`,
  noMoney: (round: string) => `Dit initiatief kreeg geen geld in ${round}.`,
  stays: 'Het blijft op de site staan: buren kunnen het nog steunen en meedoen.',
  /** Why a plan got no money. */
  reasons: {
    withdrawn: 'Het plan is teruggetrokken.',
    'no-votes': 'Niemand koos het plan.',
    'below-threshold': 'Te weinig huishoudens kozen het plan.',
    excluded: 'Een ander plan dat hier niet mee samengaat, kreeg geld.',
    'group-full': 'Het geld voor dit soort plannen was op.',
    'does-not-fit': 'Er was niet genoeg geld meer voor het plan.',
    'after-stop': 'Er was niet genoeg geld meer voor het plan.',
    'supporters-short': 'De huishoudens die het plan kozen, hadden samen niet genoeg geld over.',
  },
};

const en: typeof nl = {
  onBallot: (round, opens, closes) =>
    `This initiative is on the ballot of ${round}. You can vote from ${opens} up to and including ${closes}.`,
  cancelled: (round) => `The vote ${round} does not go ahead. This initiative is among the new ideas again.`,
  offBallot: (round) => `This initiative is no longer on the ballot of ${round}.`,
  granted: (round, money, who, by) =>
    `This initiative gets ${money} from ${round}. ${who} provides the money by ${by}.`,
  noMoney: (round) => `This initiative got no money in ${round}.`,
  stays: 'It stays on the site: neighbours can still support it and join.',
  reasons: {
    withdrawn: 'The plan was withdrawn.',
    'no-votes': 'Nobody chose the plan.',
    'below-threshold': 'Too few households chose the plan.',
    excluded: 'Another plan that excludes this one got money.',
    'group-full': 'The money for plans of this kind was spent.',
    'does-not-fit': 'There was not enough money left for the plan.',
    'after-stop': 'There was not enough money left for the plan.',
    'supporters-short': 'The households that chose the plan had not enough money left together.',
  },
};

/** What a vote means for an initiative. */
export const settleMessages = { nl, en };
