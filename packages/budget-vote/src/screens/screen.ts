import type { Phase } from '../phase.js';
import type { VoteView } from '../vote-view.js';
import { checking } from './checking.js';
import { codeScreen } from './code-screen.js';
import { done } from './done.js';
import { sending } from './sending.js';

/** What is shown in the place of the proposals. */
export function screen(view: VoteView, phase: Exclude<Phase, { name: 'choosing' }>): unknown {
  if (phase.name === 'code') return codeScreen(view);
  if (phase.name === 'checking') return checking(view);
  return phase.name === 'sending' ? sending(view) : done(view, phase.cast);
}
