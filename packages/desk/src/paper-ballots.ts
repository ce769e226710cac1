import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import {
  paperResults,
  type DeskPaper,
  type PaperAnswer,
  type PaperDifference,
  type PaperPass,
} from '@buurt/domain/desk/paper-ballots.js';
import type { DeskRound } from '@buurt/domain/desk/round.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { nl, type PaperMessages } from './paper-ballots.messages.js';
import { PaperClient, readyPaper } from './paper-client.js';
import {
  marksIn,
  noFields,
  takesPoints,
  type PaperFields,
  type PaperKind,
  type ReadMarks,
} from './paper-fields.js';
import { PressKey } from './press-key.js';
import { roundsStyles } from './rounds.styles.js';

/** What was done with the paper before, to be read while the next is typed. */
interface Answered {
  readonly answer: PaperAnswer;
  /** What was typed of it. */
  readonly fields: PaperFields;
}

interface Wrong {
  readonly field: 'code' | 'marks';
  readonly text: string;
}

type Phase =
  'reading' | 'sending' | 'undone' | { readonly answered: Answered } | { readonly failure: unknown };

/** With these the paper in hand is done, and the next one comes. */
const isDone = ({ outcome }: PaperAnswer): boolean =>
  ['kept', 'different', 'settled', 'settled-before', 'typed-by-you', 'typed-by-colleague'].includes(outcome);
/** These are about the code. */
const isOfCode = ({ outcome }: PaperAnswer): boolean =>
  ['code-malformed', 'code-unknown', 'not-typed-yet', 'not-different'].includes(outcome);

const kindsFor = (pass: PaperPass): readonly PaperKind[] => [
  ...(['good', 'blank', 'unclear', 'against-rules'] as const),
  ...(pass === 'third' ? [] : (['no-code'] as const)),
];

type Entry = PaperDifference['entries'][number];
const markOf = ({ marks }: Entry, plan: number): number => marks.findIndex(({ number }) => number === plan);

/**
 * The ballots on paper of a budget vote: two people type each of them over, and what they typed differently is looked at again.
 *
 * @fires {Event} changed - The round is not open any more.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskPaper extends FormElement<PaperMessages> {
  static override readonly styles = [
    controls,
    roundsStyles,
    css`
      #code {
        max-inline-size: 16em;
        font-family: ui-monospace, monospace;
        text-transform: uppercase;
      }
      .stack > .paper-title {
        font-size: var(--_title-3);
      }
      .stack > :is(h4, h5) {
        font-size: inherit;
      }
      select {
        max-inline-size: 28em;
      }
      .counts {
        display: grid;
        grid-template-columns: minmax(0, max-content) auto;
        gap: var(--_space-1) var(--_space-4);
        justify-content: start;
      }
      .counts div {
        display: grid;
        grid-template-columns: subgrid;
        grid-column: span 2;
      }
      .counts dd {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .refused .notice {
        display: grid;
        gap: var(--_space-3);
        justify-items: start;
      }
      .differences {
        border-collapse: collapse;
        inline-size: 100%;
      }
      .differences caption {
        padding-block-end: var(--_space-1);
        font-weight: 600;
        text-align: start;
      }
      .differences :is(th, td) {
        border-block-end: 0.0625em solid var(--_line);
        padding: var(--_space-1) var(--_space-2) var(--_space-1) 0;
        text-align: start;
        vertical-align: baseline;
        overflow-wrap: anywhere;
        hyphens: auto;
      }
      .differences :is(td, thead th + th) {
        min-inline-size: 4em;
      }
      .differences th {
        font-weight: inherit;
      }
      .differences .other :is(th, td) {
        font-weight: 600;
      }
      .chosen {
        min-block-size: 1.5em;
      }
    `,
  ];

  @property({ attribute: false }) http: Client | undefined;
  @property({ attribute: false }) round: DeskRound | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private pass: PaperPass | undefined;
  @state() private fields = noFields;
  /** What is wrong with a field, in words. */
  @state() private wrong: Wrong | undefined;
  @state() private phase: Phase = 'reading';
  /** How many papers this person did since they opened the form. */
  @state() private doneCount = 0;

  protected readonly partName = 'paper';
  protected readonly catalogue: Catalogue<PaperMessages> = {
    nl,
    en: async () => (await import('./paper-ballots.messages.en.js')).en,
  };

  // The screen around it has the focus when it comes.
  protected override focusNext = '';
  #client: PaperClient | undefined;
  /** What was sent last under a key: another press without an edit goes under the same. */
  readonly #pressed = new PressKey();

  readonly #paper = new Resource<DeskPaper, DeskPaper>(this, {
    subject: () => (this.#client ? this.round?.id : undefined),
    client: () => this.#client,
    fetch: (signal) => readyPaper(this.#client).paper(signal),
    parse: (paper) => paper,
    onError: (error) => this.#onError(error),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { http, round } = this;
    const other = changed.get('round') as DeskRound | undefined;
    if (changed.has('http') || (changed.has('round') && other?.id !== round?.id)) {
      this.#client = http && round && new PaperClient(http, round.id);
      this.pass = undefined;
      this.#begin();
    }
    if (round?.state !== 'open') this.pass = undefined;
  }

  #begin(): void {
    this.fields = noFields;
    this.wrong = undefined;
    this.phase = 'reading';
    this.doneCount = 0;
  }

  #onError(error: unknown): void {
    if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, desk, locale, headingLevel, round } = this;
    const { value: paper, error } = this.#paper;
    const isOpen = round?.state === 'open';
    // Of a round that is over only what was typed is told.
    if (!isOpen && (!paper || this.#total(paper) === 0)) return nothing;
    const why = desk && error !== undefined ? failureText(error, desk, locale) : '';
    return html`<section class="stack">
      ${heading(headingLevel, t.title, { focusAs: 'paper-title' })}
      ${error === undefined ? nothing : retryNotice(`${t.failed} ${why}`, t.retry, this.#paper.reload)}
      ${
        paper
          ? this.pass
            ? this.#renderForm(paper, this.pass)
            : this.#renderOverview(paper, isOpen)
          : error === undefined
            ? html`<p class="coming">${t.loading}</p>`
            : nothing
      }
    </section>`;
  }

  #total({ counts }: DeskPaper): number {
    const settled = paperResults.reduce((sum, result) => sum + counts.results[result], 0);
    return counts.waiting + counts.different + settled;
  }

  #renderOverview(paper: DeskPaper, isOpen: boolean): TemplateResult {
    const { t } = this;
    return html`${isOpen ? html`<p>${t.lead} ${t.secret}</p>` : nothing}
    ${this.#total(paper) === 0 ? html`<p class="hint">${t.none}</p>` : this.#renderCounts(paper, isOpen)}
    ${isOpen ? this.#renderOpeners(paper) : nothing} ${this.#renderDifferences(paper)}`;
  }

  #renderCounts(paper: DeskPaper, isOpen: boolean): TemplateResult {
    const { t } = this;
    const { waiting, different, results } = paper.counts;
    const unsettled = isOpen
      ? ([
          [t.waiting, waiting],
          [t.different, different],
        ] as const)
      : ([[t.neverTwice, waiting + different]] as const);
    const counts = [
      [t.total, this.#total(paper)] as const,
      ...unsettled,
      ...paperResults.map((result) => [t.results[result], results[result]] as const),
    ];
    return html`<dl class="counts">
      ${counts
        .filter(([, count]) => count > 0)
        .map(
          ([term, count]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${count}</dd>
            </div>`,
        )}
    </dl>`;
  }

  #renderOpeners({ counts }: DeskPaper): TemplateResult {
    const { t } = this;
    const { forYou, waiting, different } = counts;
    const yours = waiting - forYou;
    const opener = (pass: PaperPass, isPrimary: boolean) =>
      html`<button
        type="button"
        class="button ${isPrimary ? 'primary' : ''}"
        data-opens=${pass}
        @click=${() => this.#open(pass)}
      >
        ${t.open[pass]}
      </button>`;
    return html`${forYou > 0 ? html`<p>${t.forYou({ count: forYou })}</p>` : nothing}
      ${yours > 0 ? html`<p>${t.forColleague({ count: yours })}</p>` : nothing}
      <div class="actions">
        ${opener('first', forYou === 0)} ${forYou > 0 ? opener('second', true) : nothing}
        ${different > 0 ? opener('third', false) : nothing}
      </div>`;
  }

  #renderDifferences(paper: DeskPaper): TemplateResult | typeof nothing {
    const { t, headingLevel } = this;
    if (paper.differences.length === 0) return nothing;
    return html`${heading(headingLevel + 1, t.differences)}
      <p>${t.differencesLead}</p>
      ${paper.differences.map((difference, index) => this.#renderDifference(difference, index + 1, paper))}`;
  }

  #renderDifference({ entries }: PaperDifference, number: number, paper: DeskPaper): TemplateResult {
    const { t } = this;
    const plans = paper.plans.filter((plan) => entries.some((each) => markOf(each, plan.number) >= 0));
    const isVoid = entries.some(({ voidReason }) => voidReason !== null);
    const row = (head: unknown, cells: readonly string[]) => {
      const isOther = cells.some((cell) => cell !== cells[0]);
      return html`<tr class=${isOther ? 'other' : ''}>
        <th scope="row" dir="auto">
          ${head} ${isOther ? html`<span class="tag">${t.isDifferent}</span>` : nothing}
        </th>
        ${cells.map((cell) => html`<td>${cell}</td>`)}
      </tr>`;
    };
    return html`<table class="differences">
      <caption>
        ${t.difference({ number })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t.plan}</th>
          ${entries.map(
            ({ by, isYours }) =>
              html`<th scope="col"><bdi>${isYours ? t.you : (by ?? t.formerColleague)}</bdi></th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${
          isVoid
            ? row(
                t.isVoid,
                entries.map(({ voidReason }) => (voidReason === null ? t.no : t.voidShort[voidReason])),
              )
            : nothing
        }
        ${plans.map((plan) =>
          row(
            html`${plan.number}. ${plan.title}`,
            entries.map((entry) => this.#cell(entry, plan.number, paper)),
          ),
        )}
      </tbody>
    </table>`;
  }

  #cell(entry: Entry, plan: number, { expression }: DeskPaper): string {
    const { t } = this;
    const index = markOf(entry, plan);
    const mark = entry.marks[index];
    if (!mark) return t.no;
    if (mark.points !== null) return String(mark.points);
    return expression === 'rank' ? String(index + 1) : t.yes;
  }

  #renderForm(paper: DeskPaper, pass: PaperPass): TemplateResult {
    const { t, headingLevel, phase, fields, doneCount } = this;
    return html`<form class="act" novalidate autocomplete="off" @submit=${this.#onSubmit}>
      ${heading(headingLevel + 1, t.headings[pass], { focusAs: 'form-title' })}
      <p>${t.leads[pass]}</p>
      <div role="status">${this.#renderAnswered(paper)}</div>
      ${this.#renderRefused()}
      ${typeof phase === 'object' && 'failure' in phase ? this.renderFailure(this.#failureText(phase.failure)) : nothing}
      ${fields.kind === 'no-code' ? nothing : this.#renderCode()}
      ${fields.kind === 'good' ? this.#renderMarks(paper) : nothing} ${this.#renderKind(pass)}
      <div class="actions">
        <button class="button primary" aria-disabled=${phase === 'sending' ? 'true' : nothing}>
          ${phase === 'sending' ? t.saving : t.save}
        </button>
        <button type="button" class="button quiet" @click=${this.#onReady}>${t.ready}</button>
      </div>
      <p class="hint">${doneCount === 0 ? t.enter : t.sessionCount({ count: doneCount })}</p>
    </form>`;
  }

  #renderAnswered(paper: DeskPaper): TemplateResult | typeof nothing {
    const { t, phase } = this;
    if (phase === 'undone') return notice('', t.undone);
    if (typeof phase !== 'object' || !('answered' in phase)) return nothing;
    const { answer, fields } = phase.answered;
    const { outcome, result, id } = answer;
    if (fields.kind === 'no-code' && isOfCode(answer)) return notice('warning', t.noneWithoutCode);
    if (!isDone(answer)) return nothing;
    const undo = html`<button type="button" class="button" @click=${() => this.#undo(phase.answered)}>
      ${t.undo}
    </button>`;
    const content = (text: string) =>
      html`<p>${text}</p>
        ${id === null ? nothing : undo}`;
    if (outcome === 'kept') return notice('ok', content(t.kept({ what: this.#described(fields, paper) })));
    if (outcome === 'settled' && result !== null)
      return notice(result === 'voted' || result === 'replaced' ? 'warning' : 'ok', t.settled[result]);
    if (outcome === 'settled-before' && result !== null)
      return notice('warning', `${t.outcomes[outcome]} ${t.results[result]}.`);
    return outcome === 'settled' ? nothing : notice('warning', content(t.outcomes[outcome]));
  }

  /** What was typed of a paper, in words. */
  #described({ marks, kind }: PaperFields, paper: DeskPaper): string {
    const read = marksIn(marks, paper);
    return kind === 'good' && 'marks' in read ? this.#named(read.marks, paper) : this.t.kinds[kind];
  }

  #named(
    marks: readonly { readonly number: number; readonly points: number | null }[],
    paper: DeskPaper,
  ): string {
    const { t } = this;
    return marks
      .map(({ number, points }) => {
        const plan = paper.plans.find((each) => each.number === number);
        const title = `${String(number)} ${plan?.title ?? ''}`;
        const gone = plan?.withdrawn ? ` (${t.withdrawn})` : '';
        return `${title}${points === null ? '' : ` = ${String(points)}`}${gone}`;
      })
      .join(' · ');
  }

  #renderRefused(): TemplateResult | typeof nothing {
    const { t, locale, phase } = this;
    if (typeof phase !== 'object' || !('answered' in phase)) return nothing;
    const { answer } = phase.answered;
    if (answer.outcome !== 'refused-by-rules') return nothing;
    return html`<div class="refused" tabindex="-1">
      ${notice(
        'error',
        html`<p>${t.outcomes['refused-by-rules']}</p>
          <ul class="todo" dir="auto">
            ${answer.sentences[locale].map((sentence) => html`<li>${sentence}</li>`)}
          </ul>
          <p>${t.isSo}</p>
          <button type="button" class="button" @click=${this.#onAsVoid}>${t.asVoid}</button>`,
      )}
    </div>`;
  }

  #problem(field: 'code' | 'marks'): string | undefined {
    return this.wrong?.field === field ? this.wrong.text : undefined;
  }

  #renderCode(): TemplateResult {
    const { t, fields } = this;
    const problem = this.#problem('code');
    return html`<div class="field">
      <label for="code">${t.labels.code}</label>
      <p class="hint" id="code-hint">${t.hints.code}</p>
      ${problem ? html`<p class="problem" id="code-problem">${problem}</p>` : nothing}
      <input
        id="code"
        type="text"
        dir="ltr"
        maxlength="60"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        enterkeyhint="next"
        aria-describedby=${problem ? 'code-problem' : 'code-hint'}
        aria-invalid=${problem ? 'true' : nothing}
        .value=${fields.code}
        @input=${this.#onInput}
        @keydown=${this.#onCodeKey}
      />
    </div>`;
  }

  #renderMarks(paper: DeskPaper): TemplateResult {
    const { t, fields } = this;
    const problem = this.#problem('marks');
    const read = marksIn(fields.marks, paper);
    return html`<div class="field">
      <label for="marks">${takesPoints(paper) ? t.labels.points : t.labels.marks}</label>
      <p class="hint" id="marks-hint">${t.hints.marks[paper.expression]}</p>
      ${problem ? html`<p class="problem" id="marks-problem">${problem}</p>` : nothing}
      <input
        id="marks"
        type="text"
        dir="ltr"
        maxlength="4000"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="done"
        aria-describedby=${problem ? 'marks-problem' : 'marks-hint chosen'}
        aria-invalid=${problem ? 'true' : nothing}
        .value=${fields.marks}
        @input=${this.#onInput}
      />
      <p class="chosen" id="chosen" dir="auto">${'marks' in read ? this.#named(read.marks, paper) : ''}</p>
    </div>`;
  }

  #renderKind(pass: PaperPass): TemplateResult {
    const { t, fields } = this;
    return html`<div class="field">
      <label for="kind">${t.labels.kind}</label>
      <select id="kind" @change=${this.#onKind}>
        ${kindsFor(pass).map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === fields.kind} .selected=${kind === fields.kind}>
              ${t.kinds[kind]}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #failureText(failure: unknown): string {
    const { t, desk, locale } = this;
    if (failure instanceof ApiError && failure.status === 409) return t.conflict;
    if (failure instanceof ApiError && failure.status === 404) return t.gone;
    return `${t.notSent} ${desk ? failureText(failure, desk, locale) : ''}`;
  }

  #open(pass: PaperPass): void {
    this.#begin();
    this.pass = pass;
    this.focusNext = '#code';
  }

  readonly #onReady = (): void => {
    this.#begin();
    this.pass = undefined;
    this.#paper.reload();
    this.focusNext = "[data-opens='first']";
  };

  readonly #onInput = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement;
    this.fields = { ...this.fields, [id]: value };
    if (this.wrong?.field === id) this.wrong = undefined;
  };

  readonly #onKind = ({ target }: Event): void => {
    this.fields = { ...this.fields, kind: (target as HTMLSelectElement).value as PaperKind };
    this.wrong = undefined;
  };

  /** Enter goes on to the plans while they are still to be typed. */
  readonly #onCodeKey = (event: KeyboardEvent): void => {
    const { fields } = this;
    if (event.key !== 'Enter' || event.isComposing) return;
    if (fields.code.trim() === '' || fields.kind !== 'good' || fields.marks.trim() !== '') return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#marks')?.focus();
  };

  readonly #onAsVoid = (): void => {
    this.fields = { ...this.fields, kind: 'against-rules' };
    void this.#save();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#save();
  };

  /** What is wrong with what stands in the fields, as far as the desk can see. */
  #wrongIn(read: ReadMarks): Wrong | undefined {
    const { t, fields } = this;
    if (fields.kind === 'no-code') return undefined;
    if (fields.code.trim() === '') return { field: 'code', text: t.noCode };
    if ('marks' in read) return undefined;
    return { field: 'marks', text: t.problems[read.problem.code](read.problem) };
  }

  #send(client: PaperClient, pass: PaperPass, read: ReadMarks): Promise<PaperAnswer> {
    const { code, kind } = this.fields;
    if (kind === 'no-code') {
      const key = this.#pressed.for('no-code', pass, String(this.doneCount));
      return client.enterWithoutCode(pass, key, this.signal);
    }
    const marks = 'marks' in read ? read.marks : [];
    return client.enter({ pass, code, marks, voidReason: kind === 'good' ? null : kind }, this.signal);
  }

  async #save(): Promise<void> {
    const { fields, pass } = this;
    const paper = this.#paper.value;
    if (!this.#client || !paper || !pass || this.phase === 'sending') return;
    const read = fields.kind === 'good' ? marksIn(fields.marks, paper) : { marks: [] };
    this.wrong = this.#wrongIn(read);
    if (this.wrong) {
      this.phase = 'reading';
      this.focusNext = `#${this.wrong.field}`;
      return;
    }
    this.phase = 'sending';
    try {
      this.#onAnswer({ answer: await this.#send(this.#client, pass, read), fields });
    } catch (failure) {
      this.#onFailure(failure);
    }
  }

  #onAnswer(answered: Answered): void {
    const { answer, fields } = answered;
    this.phase = { answered };
    this.#pressed.forget();
    this.focusNext = '#code';
    if (isOfCode(answer) && fields.kind === 'no-code') this.focusNext = '#kind';
    else if (isOfCode(answer))
      this.wrong = { field: 'code', text: this.t.outcomes[answer.outcome as 'code-unknown'] };
    else if (answer.outcome === 'refused-by-rules') this.focusNext = '.refused';
    if (!isDone(answer)) return;
    this.fields = noFields;
    this.doneCount += 1;
  }

  #onFailure(failure: unknown): void {
    this.phase = { failure };
    this.focusNext = '.failure';
    this.#onError(failure);
    if (failure instanceof ApiError && failure.status === 409) this.dispatchEvent(new Event('changed'));
  }

  /** Takes away what was saved last, and puts it in the fields again. */
  async #undo({ answer, fields }: Answered): Promise<void> {
    if (!this.#client || answer.id === null || this.phase === 'sending') return;
    const key = this.#pressed.for('undo', answer.id);
    this.phase = 'sending';
    try {
      await this.#client.remove(answer.id, key, this.signal);
    } catch (failure) {
      this.#onFailure(failure);
      return;
    }
    this.fields = fields;
    this.doneCount -= 1;
    this.phase = 'undone';
    this.focusNext = fields.kind === 'good' ? '#marks' : '#kind';
  }
}
