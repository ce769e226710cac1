import { proposalEditProblems, type DeskRound, type ProposalEdit } from '@buurt/domain/desk/round.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { centsIn, inEuros } from './amounts.js';

/** A proposal of a round as the desk has it. */
export type DeskProposal = DeskRound['proposals'][number];

/** The fields of the form that changes a proposal. */
export type ProposalFields = Readonly<Record<'title' | 'story' | 'costCents', string>>;

export const fieldsOfProposal = ({ title, story, costCents }: DeskProposal): ProposalFields => ({
  ...{ title, story, costCents: inEuros(costCents) },
});

/** What is another than it was, and what is wrong with that. */
export function proposalEditIn(
  fields: ProposalFields,
  before: DeskProposal,
): { readonly edit: ProposalEdit; readonly problems: readonly Problem[] } {
  const title = fields.title.trim();
  const cost = centsIn(fields.costCents);
  const edit = {
    ...(title !== before.title && { title }),
    ...(fields.story !== before.story && { story: fields.story }),
    ...(cost !== before.costCents && { costCents: cost ?? NaN }),
  };
  return { edit, problems: proposalEditProblems(edit) };
}
