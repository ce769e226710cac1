import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '@buurt/core/element/screen.js';
import type { BallotView } from '../ballot-view.js';
import { codeProblemText } from '../ballot-texts.js';
import { earlierNotice } from './earlier-ballot.js';
import { problemSummary } from './problem-summary.js';
import { rulesList } from './rules-list.js';

/** What a voter reads before the proposals: how to vote, what he voted before, what is wrong. */
export function choosingHead(view: BallotView): TemplateResult {
  const { t, visit } = view;
  const { voter } = visit;
  return html`${visit.helper ? notice('', t.helper) : nothing}
  ${voter.name === 'wrong' ? notice('warning', codeProblemText(view, voter.why)) : nothing}
  ${earlierNotice(view)} ${rulesList(view)} ${problemSummary(view)}`;
}
