import { html, nothing, type TemplateResult } from 'lit';
import { money } from '@buurt/core/messages/format.js';
import { offerKinds, type CostRange } from '@buurt/domain/initiatives/initiative.js';
import type { CostAnswer } from '../draft.js';
import { choiceField, fieldsOf, ownText, textField, type FieldTemplate } from '../fields.js';
import { offerIcons } from '@buurt/core/icons/offer-icons.js';
import { costBands, toggled } from '../new-idea.js';
import type { StepView } from '../step-view.js';
import { hintOf, labelOf } from '../view.js';

const kinds =
  (name: 'needs' | 'offers'): FieldTemplate<StepView> =>
  (view, { required }) =>
    choiceField(view, {
      id: name,
      label: labelOf(view, name),
      hint: hintOf(view, name),
      required,
      several: true,
      variant: 'card',
      options: offerKinds.map((kind) => ({
        value: kind,
        content: html`${offerIcons[kind]}<span class="choice-name">${view.t.kinds[kind].name}</span
          ><span class="choice-example">${view.t.kinds[kind].example}</span>`,
      })),
      chosen: view.draft[name],
      onChoose: (kind) => view.edit({ [name]: toggled(view.draft[name], kind) }),
    });

/** "Tot € 100", "€ 100 tot € 500". */
export function costText(
  { minCents, maxCents }: CostRange,
  { t, locale }: Pick<StepView, 't' | 'locale'>,
): string {
  if (maxCents === 0) return t.cost.free;
  const to = money(maxCents, locale);
  if (minCents === maxCents) return to;
  return minCents === 0 ? t.cost.upTo({ to }) : t.cost.between({ from: money(minCents, locale), to });
}

const amount = (view: StepView, name: 'costFrom' | 'costTo', id: string, label: string) =>
  textField(view, {
    id,
    label,
    hint: '',
    value: view.draft[name],
    required: true,
    inputmode: 'decimal',
    onInput: (value) => view.edit({ [name]: value }),
  });

const ownAmounts = (view: StepView) =>
  view.draft.cost === 'own'
    ? html`<div class="amounts">
        ${amount(view, 'costFrom', 'cost-from', view.t.cost.from)}
        ${amount(view, 'costTo', 'cost-to', view.t.cost.to)}
      </div>`
    : nothing;

const cost: FieldTemplate<StepView> = (view, { required }) =>
  choiceField<CostAnswer>(view, {
    id: 'cost',
    label: labelOf(view, 'cost'),
    hint: hintOf(view, 'cost'),
    required,
    variant: 'pill',
    options: [
      ...Object.entries(costBands).map(([band, range]) => ({
        value: band as CostAnswer,
        content: costText(range, view),
      })),
      { value: 'own', content: view.t.cost.own },
      { value: 'unknown', content: view.t.cost.unknown },
    ],
    chosen: [view.draft.cost],
    onChoose: (chosen) => view.edit({ cost: chosen }),
    after: ownAmounts(view),
  });

/** What is there already, who could join, and what it may cost. */
export const togetherStep = (view: StepView): TemplateResult =>
  fieldsOf(view, 'together', {
    assets: ownText('assets', { rows: 3 }),
    joiners: ownText('joiners', { rows: 3 }),
    needs: kinds('needs'),
    offers: kinds('offers'),
    cost,
  });
