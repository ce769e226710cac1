import { html, type TemplateResult } from 'lit';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { proposalElementId, type BallotView } from '../../view.js';

/** Points for one proposal: a number to fill in, with a button on each side. */
export function pointsField(view: BallotView, proposal: Proposal): TemplateResult {
  const { t, round, lines, actions } = view;
  const points = lines.find(({ proposalId }) => proposalId === proposal.id)?.points ?? 0;
  const { min = round.rules.expression === 'allocate' ? 0 : undefined, max } = round.rules.perProject ?? {};
  const id = `${proposalElementId(round, proposal)}-points`;
  const give = (value: number) => actions.givePoints(proposal.id, value);
  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    give(input.valueAsNumber);
  };
  const step = (by: number, label: string, sign: string) =>
    html`<button type="button" class="button step" part="button" @click=${() => give(points + by)}>
      <span aria-hidden="true">${sign}</span><span class="for-reader">${label}: ${proposal.title}</span>
    </button>`;
  return html`<div class="points screen-only" part="points">
    <label for=${id}>${t.choose.pointsShort}<span class="for-reader">: ${proposal.title}</span></label>
    ${step(-1, t.choose.fewer, '−')}
    <input
      id=${id}
      part="input"
      type="number"
      inputmode="numeric"
      step="1"
      min=${min ?? ''}
      max=${max ?? ''}
      .value=${String(points)}
      @change=${onChange}
    />
    ${step(1, t.choose.more, '+')}
  </div>`;
}
