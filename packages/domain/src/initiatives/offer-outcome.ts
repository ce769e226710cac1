export const answerOutcomes = ['joined', 'declined'] as const;
/** What is answered to an offer: the neighbour joins, or not now. */
export type AnswerOutcome = (typeof answerOutcomes)[number];

export const offerOutcomes = [...answerOutcomes, 'withdrawn'] as const;
/** What became of an offer: what was answered, or that the neighbour took it back. */
export type OfferOutcome = (typeof offerOutcomes)[number];
