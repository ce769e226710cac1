import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '@buurt/core/element/screen.js';
import type { VoteView } from '../vote-view.js';
import { codeWords } from '../words.js';
import { earlierNotice } from './earlier.js';
import { problemSummary } from './problem-summary.js';
import { rulesList } from './rules-list.js';

/** What a voter reads before the proposals: how to vote, what he voted before, what is wrong. */
export function choosingHead(view: VoteView): TemplateResult {
  const { t, visit } = view;
  const { voter } = visit;
  return html`${visit.helper ? notice('', t.helper) : nothing}
  ${voter.name === 'wrong' ? notice('warning', codeWords(view, voter.why)) : nothing} ${earlierNotice(view)}
  ${rulesList(view)} ${problemSummary(view)}`;
}
