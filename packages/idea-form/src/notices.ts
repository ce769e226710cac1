import { html, nothing } from 'lit';
import { notice } from '@buurt/core/element/screen.js';
import type { View } from './view.js';
import type { IdeaFormController } from './idea-form-controller.js';

const link = (text: string, onClick: () => void) =>
  html`<button type="button" class="link" @click=${onClick}>${text}</button>`;

/** Messages before the fields, about what was left on this device; none of them needs an answer. */
export function notices(
  { t }: View,
  { restored, restart, journey, keeping, showEarlier }: IdeaFormController,
): unknown {
  const earlier = journey.step === 'idea' ? keeping.sent : undefined;
  return [
    restored ? notice('ok', html`${t.restored} ${link(t.restart, restart)}`) : nothing,
    earlier
      ? notice(
          '',
          html`${t.earlier({ title: earlier.title })} ${link(t.seeEarlier, () => showEarlier(earlier))}`,
        )
      : nothing,
  ];
}
