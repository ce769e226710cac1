import { html, nothing, svg, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type {
  Cashbook,
  CashbookLine,
  CashbookOutsideRounds,
  CashbookRound,
} from '@buurt/domain/rounds/cashbook.js';
import type { CashbookMessages } from './cashbook.messages.js';

/** What the sections of a cashbook show and do, beside its amounts. */
export interface CashbookView {
  readonly t: CashbookMessages & CoreMessages;
  readonly locale: Locale;
  readonly headingLevel: number;
  readonly outsideId: string;
  readonly isOpen: (id: string) => boolean;
  readonly onToggle: (id: string, isOpen: boolean) => void;
  /** The page's own page about an initiative. */
  readonly hrefOf: (initiativeId: string) => string | undefined;
  /** Whether another widget shows an initiative that is opened. */
  readonly hasReader: boolean;
  readonly onOpen: (initiativeId: string, event: MouseEvent) => void;
}

/** An amount in the currency of its round: € 1.250, or € 12,50 when there are cents. */
const money = (cents: number, locale: Locale, currency: string): string =>
  new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);

/** A date of a round, `en met` the last day: one that ends at midnight has the day before as its last. */
const lastDay = (closesAt: string, locale: Locale) =>
  shortDate(new Date(Date.parse(closesAt) - 1).toISOString(), locale);

function phaseText({ t, locale }: CashbookView, { phase, opensAt, closesAt }: CashbookRound): string {
  if (phase === 'announced') return t.announced({ when: shortDate(opensAt, locale) });
  return t[phase]({ when: lastDay(closesAt, locale) });
}

/** What of the budget was granted and spent. All of it stands in words beside it. */
function bar({ budgetCents, grantedCents, spentCents }: CashbookRound): TemplateResult | typeof nothing {
  const whole = Math.max(budgetCents, grantedCents, spentCents);
  if (whole === 0) return nothing;
  const share = (cents: number) => `${String(Math.round((cents / whole) * 1000) / 10)}%`;
  return html`<svg class="bar" part="bar" aria-hidden="true" focusable="false">
    ${svg`<rect class="granted" width=${share(grantedCents)} height="100%" />
    <rect class="spent" width=${share(spentCents)} height="100%" />
    ${whole > budgetCents ? svg`<rect class="limit" x=${share(budgetCents)} width="4" height="100%" />` : nothing}`}
  </svg>`;
}

const sum = (kind: string, label: string, amount: string): TemplateResult =>
  html`<div class="sum ${kind}">
    <dt>${label}</dt>
    <dd><bdi>${amount}</bdi></dd>
  </div>`;

function sums({ t, locale }: CashbookView, round: CashbookRound): TemplateResult {
  const { currency, budgetCents, wonCents, grantedCents, spentCents, leftCents } = round;
  const amount = (cents: number) => money(cents, locale, currency);
  const budget = sum('budget', t.budget, amount(budgetCents));
  if (wonCents === null) return html`<dl class="sums" part="sums">${budget}</dl>`;
  return html`<dl class="sums" part="sums">
    ${budget} ${sum('won', t.won, amount(wonCents))} ${sum('granted', t.granted, amount(grantedCents))}
    ${sum('spent', t.spent, amount(spentCents))}
    ${leftCents < 0 ? sum('short', t.short, amount(-leftCents)) : sum('left', t.left, amount(leftCents))}
  </dl>`;
}

function title(view: CashbookView, { initiativeId, title: text }: CashbookLine): TemplateResult {
  const label = html`<bdi>${text ?? view.t.removed}</bdi>`;
  if (initiativeId === null) return label;
  const href = view.hrefOf(initiativeId);
  const onOpen = (event: MouseEvent) => view.onOpen(initiativeId, event);
  if (href !== undefined) return html`<a href=${href} @click=${onOpen}>${label}</a>`;
  if (!view.hasReader) return label;
  return html`<button type="button" class="link printed" aria-haspopup="dialog" @click=${onOpen}>
    ${label}
  </button>`;
}

/** A cell with its head beside the amount, for where there is no room for columns. */
const cell = (label: string, text: string, isKnown = true): TemplateResult =>
  html`<td role="cell" class=${isKnown ? '' : 'unknown'}>
    <span class="label" aria-hidden="true">${label}</span> <bdi>${text}</bdi>
  </td>`;

function line(view: CashbookView, each: CashbookLine, currency: string, isOfRound: boolean): TemplateResult {
  const { t, locale } = view;
  const { wonCents, grantedCents, spentCents } = each;
  const amount = (cents: number) => money(cents, locale, currency);
  const tooMuch = grantedCents === null || spentCents === null ? 0 : spentCents - grantedCents;
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      ${title(view, each)}
      ${tooMuch > 0 ? html`<span class="overspent">${t.overspent({ amount: amount(tooMuch) })}</span>` : nothing}
    </th>
    ${isOfRound ? cell(t.won, amount(wonCents)) : nothing}
    ${grantedCents === null ? cell(t.granted, t.unknownGranted, false) : cell(t.granted, amount(grantedCents))}
    ${spentCents === null ? cell(t.spent, t.unknownSpent, false) : cell(t.spent, amount(spentCents))}
  </tr>`;
}

/** Roles are named: an element of a table that is drawn as a block is no table to some browsers. */
function table(
  view: CashbookView,
  name: string,
  lines: readonly CashbookLine[],
  currency: string,
  isOfRound: boolean,
): TemplateResult {
  const { t } = view;
  const heads = [t.initiative, ...(isOfRound ? [t.won] : []), t.granted, t.spent];
  return html`<table role="table" part="lines" aria-label=${t.lines({ round: name })}>
    <thead>
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map((each) => line(view, each, currency, isOfRound))}
    </tbody>
  </table>`;
}

function section(
  view: CashbookView,
  id: string,
  name: string,
  hint: string,
  content: unknown,
): TemplateResult {
  const onToggle = ({ currentTarget }: Event) =>
    view.onToggle(id, (currentTarget as HTMLDetailsElement).open);
  return html`<details class="round" part="round" ?open=${view.isOpen(id)} @toggle=${onToggle}>
    <summary>${heading(view.headingLevel + 1, html`<bdi>${name}</bdi>`)}</summary>
    <div class="content">
      <p class="hint"><bdi>${hint}</bdi></p>
      ${content}
    </div>
  </details>`;
}

function roundSection(view: CashbookView, round: CashbookRound): TemplateResult {
  const { id, name, lines, currency, wonCents } = round;
  const plans =
    lines.length > 0
      ? table(view, name, lines, currency, true)
      : wonCents === null
        ? nothing
        : html`<p><bdi>${view.t.nothingWon}</bdi></p>`;
  return section(
    view,
    id,
    name,
    phaseText(view, round),
    html`${wonCents === null ? nothing : bar(round)} ${sums(view, round)} ${plans}`,
  );
}

function outsideSection(view: CashbookView, outside: CashbookOutsideRounds): TemplateResult | typeof nothing {
  const { t, locale, outsideId } = view;
  const { lines, grantedCents, spentCents } = outside;
  if (lines.length === 0) return nothing;
  return section(
    view,
    outsideId,
    t.outside,
    t.outsideHint,
    html`<dl class="sums" part="sums">
        ${sum('granted', t.granted, money(grantedCents, locale, 'EUR'))}
        ${sum('spent', t.spent, money(spentCents, locale, 'EUR'))}
      </dl>
      ${table(view, t.outside, lines, 'EUR', false)}`,
  );
}

const kinds = ['budget', 'won', 'granted', 'spent', 'left'] as const;

/** What the words of the sums mean, for who wants to know. */
const meanings = ({ t }: CashbookView): TemplateResult =>
  html`<details class="meaning">
    <summary><bdi>${t.meaning}</bdi></summary>
    <dl>
      ${kinds.map(
        (kind) =>
          html`<div>
            <dt>${t[kind]}:</dt>
            <dd><bdi>${t.meanings[kind]}</bdi></dd>
          </div>`,
      )}
    </dl>
  </details>`;

/** Each round with its sums and its initiatives, the money outside rounds, and what the words mean. */
export const cashbookSections = (view: CashbookView, { rounds, outsideRounds }: Cashbook): TemplateResult =>
  html`${rounds.map((round) => roundSection(view, round))} ${outsideSection(view, outsideRounds)}
  ${rounds.length > 0 ? meanings(view) : nothing}`;
