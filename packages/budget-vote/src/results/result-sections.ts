import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core';
import type { ProposalOutcome, TallyResult } from '@buurt/domain';
import { amount, proposalOf } from '../view.js';
import { moneyPicture, type Share } from './money-picture.js';
import { outcomeWhy, scoreWords, stepWords, titleOf, type ResultView } from './result-words.js';

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
    <p class="score">${scoreWords(view, each)}</p>
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
  const granted = winners.map((id): Share => ({ cents: costOf(view, id), kind: 'granted' }));
  const left: Share = { cents: leftoverCents, kind: 'left' };
  return moneyPicture([...granted, left], budgetCents);
}

/** Who gets money and who does not, with why, and how the money went. */
export function verdict(view: ResultView, tally: TallyResult): TemplateResult {
  const { words, headingLevel } = view;
  const granted = tally.winners.flatMap((id) => tally.outcomes.filter(({ proposalId }) => proposalId === id));
  const refused = tally.outcomes.filter((each) => !each.granted);
  const money = (cents: number) => amount(view, cents);
  return html`<section>
      ${heading(headingLevel + 2, words.granted)}
      <p class="how">${words.methods[tally.rules.method].how}</p>
      ${pictureOf(view, tally)}
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

const grantedCell = ({ words: { table } }: ResultView, granted: boolean): TemplateResult =>
  granted ? html`<td class="yes">✓ ${table.yes}</td>` : html`<td class="no">${table.no}</td>`;

/** The same in rows and columns, to read across, to copy, and for a screen reader. */
export function outcomeTable(view: ResultView, tally: TallyResult): TemplateResult {
  const { table } = view.words;
  const counted = tally.outcomes.every(({ score, votes }) => score === votes);
  return html`<div class="table" tabindex="0" role="region" aria-label=${table.caption}>
    <table>
      <caption>
        ${table.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${table.plan}</th>
          <th scope="col" class="number">${table.cost}</th>
          <th scope="col" class="number">${table.votes}</th>
          ${counted ? nothing : html`<th scope="col" class="number">${table.points}</th>`}
          <th scope="col">${table.result}</th>
          <th scope="col">${table.why}</th>
        </tr>
      </thead>
      <tbody>
        ${tally.outcomes.map(
          (each) =>
            html`<tr>
              <th scope="row"><bdi>${titleOf(view, each.proposalId)}</bdi></th>
              <td class="number">${amount(view, costOf(view, each.proposalId))}</td>
              <td class="number">${each.votes}</td>
              ${counted ? nothing : html`<td class="number">${each.score}</td>`}
              ${grantedCell(view, each.granted)}
              <td class="why">${outcomeWhy(view, tally, each)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const sameWinners = (tallies: readonly TallyResult[]): boolean =>
  new Set(tallies.map(({ winners }) => winners.toSorted().join('\n'))).size === 1;

/** The ways of counting that the round publishes, beside each other; the first decides. */
export function comparison(
  view: ResultView,
  tallies: readonly TallyResult[],
): TemplateResult | typeof nothing {
  const { words, headingLevel } = view;
  const [first] = tallies;
  if (!first || tallies.length < 2) return nothing;
  const { compare, methods, table } = words;
  const nameOf = ({ rules }: TallyResult) => methods[rules.method].name;
  return html`<section>
    ${heading(headingLevel + 2, compare.title)}
    <p>${compare.lead}</p>
    <ul class="ways">
      ${tallies.map(
        (tally) =>
          html`<li>
            <p><strong>${nameOf(tally)}</strong>${tally === first ? html` (${compare.decides})` : nothing}</p>
            <p>${methods[tally.rules.method].how}</p>
            <p>${compare.happy({ count: tally.ballotsWithAWinner, of: tally.ballotCount })}</p>
          </li>`,
      )}
    </ul>
    ${sameWinners(tallies) ? html`<p><strong>${compare.same}</strong></p>` : nothing}
    <div class="table" tabindex="0" role="region" aria-label=${compare.caption}>
      <table>
        <caption>
          ${compare.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${table.plan}</th>
            ${tallies.map((tally) => html`<th scope="col">${nameOf(tally)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${first.outcomes.map(
            ({ proposalId }) =>
              html`<tr>
                <th scope="row"><bdi>${titleOf(view, proposalId)}</bdi></th>
                ${tallies.map(({ winners }) => grantedCell(view, winners.includes(proposalId)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
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
      ${tally.steps.map((step) => html`<li>${stepWords(view, tally, step)}</li>`)}
    </ol>
  </details>`;
}
