import type { BallotStep } from '../ballot-step.js';
import type { BallotView } from '../ballot-view.js';
import { checking } from './checking-step.js';
import { codeScreen } from './code-step.js';
import { done } from './cast-step.js';
import { sending } from './sending-step.js';

/** What is shown in the place of the proposals. */
export function screen(view: BallotView, phase: Exclude<BallotStep, { name: 'choosing' }>): unknown {
  if (phase.name === 'code') return codeScreen(view);
  if (phase.name === 'checking') return checking(view);
  return phase.name === 'sending' ? sending(view) : done(view, phase.cast);
}
