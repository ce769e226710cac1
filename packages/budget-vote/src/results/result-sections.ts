import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import type { ProposalOutcome, TallyResult } from '@buurt/domain/voting/tally-result.js';
import { amount, proposalOf } from '../round/round-texts.js';
import { moneyPicture } from './money-picture.js';
import { outcomeWhy, scoreText, stepText, titleOf, type ResultView } from './result-texts.js';

const costOf = ({ round }: ResultView, id: string): number => proposalOf(round, id)?.costCents ?? 0;

/** What the plan was, for who reads the result before he ever saw the plans. */
function plan(view: ResultView, id: string): TemplateResult | typeof nothing {
  const { story = '', remark = null, title = '' } = proposalOf(view.round, id) ?? {};
  if (story === '' && remark === null) return nothing;
  return html`<details class="plan">
    <summary>
      ${view.words.read}<span class="for-reader">: <bdi>${title}</bdi></span>
    </summary>
    ${story === '' ? nothing : html`<p class="prose">${story}</p>`}
    ${remark === null ? nothing : html`<p class="prose"><strong>${view.words.remark}</strong> ${remark}</p>`}
  </details>`;
}

/** One proposal with what it came to and why. */
const outcome = (view: ResultView, tally: TallyResult, each: ProposalOutcome): TemplateResult =>
  html`<li class=${each.granted ? 'granted' : 'refused'}>
    <p class="outcome-name">
      <strong><bdi>${titleOf(view, each.proposalId)}</bdi></strong>
      <span class="amount" dir="ltr">${amount(view, costOf(view, each.proposalId))}</span>
    </p>
    <p class="score">${scoreText(view, each)}</p>
    <p>${outcomeWhy(view, tally, each)}</p>
    ${plan(view, each.proposalId)}
  </li>`;

/** What is left, and why it is. */
function leftover(view: ResultView, { leftoverCents, rules }: TallyResult): TemplateResult | typeof nothing {
  const { money } = view.words;
  if (leftoverCents === 0) return nothing;
  const byRule = rules.method.startsWith('equalshares') && rules.leftover === 'none';
  return html`<p>
    <strong>${money.left({ amount: amount(view, leftoverCents) })}</strong>
    ${byRule ? money.leftByRule : money.leftWhy}
  </p>`;
}

function pictureOf(view: ResultView, { winners, leftoverCents, budgetCents }: TallyResult): TemplateResult {
  const share = (name: string, cents: number) => ({ name, cents, amount: amount(view, cents) });
  const granted = winners.map((id) => share(titleOf(view, id), costOf(view, id)));
  return moneyPicture(granted, share(view.words.money.leftKey, leftoverCents), budgetCents);
}

/** Who gets money and who does not, with why, and how the money went. */
export function verdict(view: ResultView, tally: TallyResult): TemplateResult {
  const { words, headingLevel } = view;
  const granted = tally.winners.flatMap((id) => tally.outcomes.filter(({ proposalId }) => proposalId === id));
  const refused = tally.outcomes.filter((each) => !each.granted);
  const money = (cents: number) => amount(view, cents);
  return html`<section>
      ${heading(headingLevel + 2, words.granted)} ${pictureOf(view, tally)}
      <div>
        <p>${words.money.spent({ spent: money(tally.spentCents), budget: money(tally.budgetCents) })}</p>
        ${leftover(view, tally)}
      </div>
      ${granted.length === 0 ? html`<p>${words.nothingGranted}</p>` : nothing}
      <ol class="outcomes">
        ${granted.map((each) => outcome(view, tally, each))}
      </ol>
    </section>
    ${
      refused.length === 0
        ? nothing
        : html`<section>
            ${heading(headingLevel + 2, words.notGranted)}
            <ul class="outcomes">
              ${refused.map((each) => outcome(view, tally, each))}
            </ul>
          </section>`
    }`;
}

interface Column {
  readonly name: string;
  /** Its class: how its cells look. */
  readonly look?: 'number' | 'why';
}

/** A row: the plan it is about, then a cell for each column after the first. */
interface Row {
  readonly id: string;
  readonly cells: readonly TemplateResult[];
}

/**
 * Rows and columns, to read across, to copy, and for a screen reader. Where there is no room for columns each row is a
 * block, with the name of a column before its cell; the roles keep it a table there, whatever a browser makes of that.
 */
const table = (view: ResultView, caption: string, columns: readonly Column[], rows: readonly Row[]) =>
  html`<div class="table" tabindex="0" role="region" aria-label=${caption}>
    <table role="table">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr role="row">
          ${[{ name: view.words.table.plan, look: undefined }, ...columns].map(
            ({ name, look }) =>
              html`<th role="columnheader" scope="col" class=${look ?? nothing}>${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ id, cells }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row"><bdi>${titleOf(view, id)}</bdi></th>
              ${columns.map(
                ({ name, look }, at) =>
                  html`<td role="cell" class=${look ?? nothing} data-column=${name}>${cells[at]}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

const grantedMark = ({ words }: ResultView, granted: boolean): TemplateResult =>
  granted
    ? html`<span class="yes">✓&nbsp;${words.table.yes}</span>`
    : html`<span class="no">${words.table.no}</span>`;

/** Every plan with its cost, its votes and its result. */
export function outcomeTable(view: ResultView, tally: TallyResult): TemplateResult {
  const { table: names } = view.words;
  const counted = tally.outcomes.every(({ score, votes }) => score === votes);
  const points: readonly Column[] = counted ? [] : [{ name: names.points, look: 'number' }];
  return table(
    view,
    names.caption,
    [
      { name: names.cost, look: 'number' },
      { name: names.votes, look: 'number' },
      ...points,
      { name: names.result },
      { name: names.why, look: 'why' },
    ],
    tally.outcomes.map((each) => ({
      id: each.proposalId,
      cells: [
        html`${amount(view, costOf(view, each.proposalId))}`,
        html`${each.votes}`,
        ...points.map(() => html`${each.score}`),
        grantedMark(view, each.granted),
        html`${outcomeWhy(view, tally, each)}`,
      ],
    })),
  );
}

const sameWinners = (tallies: readonly TallyResult[]): boolean =>
  new Set(tallies.map(({ winners }) => winners.toSorted().join('\n'))).size === 1;

/** How it was counted: each way that the round publishes, the first of which decides; a table only of a difference. */
export function waysOfCounting(view: ResultView, tallies: readonly TallyResult[]): TemplateResult {
  const { words, headingLevel } = view;
  const { compare, methods } = words;
  const nameOf = ({ rules }: TallyResult) => methods[rules.method].name;
  const several = tallies.length > 1;
  const same = sameWinners(tallies);
  const lead = same ? compare.same({ ways: tallies.length }) : compare.lead;
  return html`<section>
    ${several ? [heading(headingLevel + 3, compare.title), html`<p>${lead}</p>`] : nothing}
    <ul class="ways">
      ${tallies.map(
        (tally, at) =>
          html`<li>
            <p>
              <strong>${nameOf(tally)}</strong>${several && at === 0 ? html` (${compare.decides})` : nothing}
            </p>
            <p>${methods[tally.rules.method].how}</p>
            <p>${compare.happy({ count: tally.ballotsWithAWinner, of: tally.ballotCount })}</p>
          </li>`,
      )}
    </ul>
    ${
      same
        ? nothing
        : table(
            view,
            compare.caption,
            tallies.map((tally) => ({ name: nameOf(tally) })),
            (tallies[0]?.outcomes ?? []).map(({ proposalId: id }) => ({
              id,
              cells: tallies.map(({ winners }) => grantedMark(view, winners.includes(id))),
            })),
          )
    }
  </section>`;
}

/** Every step of a count, to follow with pen and paper. */
export function stepByStep(view: ResultView, tally: TallyResult): TemplateResult {
  const { steps } = view.words;
  const { shares } = tally;
  return html`<details>
    <summary>${steps.title}: ${view.words.methods[tally.rules.method].name}</summary>
    ${
      shares
        ? html`<p>${steps.shares({ share: amount(view, shares.perVoterCents), raises: shares.raises })}</p>`
        : nothing
    }
    <ol>
      ${tally.steps.map((step) => html`<li>${stepText(view, tally, step)}</li>`)}
    </ol>
  </details>`;
}
