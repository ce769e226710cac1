export { BuurtBudgetVote } from './budget-vote.js';
export type { BudgetVoteMessages } from './budget-vote.messages.js';
export type { VoteCast, VoteSubmission } from './events.js';
