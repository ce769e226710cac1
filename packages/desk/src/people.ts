import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import {
  givenRoleProblems,
  invitationProblems,
  staffRoles,
  type Colleague,
  type Colleagues,
  type GivenRole,
} from '@buurt/domain/desk/colleague.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { draftOf, keepDraft } from './drafts.js';
import { isolated } from './isolated.js';
import { PressKey } from './press-key.js';
import { ready, type BuurtChoice, type SettingsClient } from './settings-client.js';
import { nl, type SettingsMessages } from './settings.messages.js';
import { settingsStyles } from './settings.styles.js';

/** What is open over the list. */
type OpenForm =
  { readonly form: 'invite' } | { readonly form: 'roles' | 'removal'; readonly colleague: Colleague };
type Phase =
  'reading' | 'sending' | { readonly done: TemplateResult | string } | { readonly failure: unknown };
type Role = Colleague['roles'][number];
type Field = 'name' | 'email' | 'role' | 'buurt';

/** Somebody who types asks once they pause. */
const searchPauseMs = 150;

const emptyDraft: Readonly<Record<Field, string>> = { name: '', email: '', role: '', buurt: '' };

/** Under which name the invitation that somebody writes is kept. */
const draftKey = 'invitation';

function invitationIn(json: string): Readonly<Record<Field, string>> {
  const kept: unknown = JSON.parse(json);
  const words = (field: Field): string => {
    const value = (kept as Partial<Record<Field, unknown>> | null)?.[field];
    return typeof value === 'string' ? value : '';
  };
  return { name: words('name'), email: words('email'), role: words('role'), buurt: words('buurt') };
}

const given = ({ role, buurt }: Role): GivenRole => ({ role, buurt: buurt?.code ?? null });
const keyOf = ({ role, buurt }: Role): string => `${role} ${buurt?.code ?? ''}`;

/** How a buurt is called among others; with its municipality where that is needed to tell it from another. */
function labelOf({ code, name, municipality }: BuurtChoice, all: readonly BuurtChoice[]): string {
  const isUnique = all.every((each) => each.code === code || each.name !== name);
  return isUnique || municipality === undefined ? name : `${name} (${municipality})`;
}

const isCalled = (buurt: BuurtChoice, words: string, all: readonly BuurtChoice[]): boolean =>
  [buurt.name, labelOf(buurt, all), buurt.code].some((each) => each.toLowerCase() === words.toLowerCase());

/** Which field a problem of the server is about. */
function fieldOf({ pointer }: Problem): Field {
  const [, first = '', , last] = pointer.split('/');
  if (first === 'name' || first === 'email') return first;
  return last === 'buurt' ? 'buurt' : 'role';
}

/**
 * Who can log in at the desk and what they may, for whoever decides that.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again, or may something else now.
 */
export class BuurtDeskPeople extends FormElement<SettingsMessages> {
  static override readonly styles = [controls, errorSummaryStyles, settingsStyles];

  @property({ attribute: false }) client: SettingsClient | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private open: OpenForm | undefined;
  @state() private phase: Phase = 'reading';
  @state() private draft = emptyDraft;
  /** The roles that somebody would lose. */
  @state() private taken: ReadonlySet<string> = new Set();
  /** A buurt is looked for by these letters. */
  @state() private q: string | undefined;

  protected readonly partName = 'settings';
  protected readonly catalogue: Catalogue<SettingsMessages> = {
    nl,
    en: async () => (await import('./settings.messages.en.js')).en,
  };

  /** What was sent last: another press without an edit goes under the same key. */
  readonly #pressed = new PressKey();
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #colleagues = new Resource<Colleagues, Colleagues>(this, {
    subject: () => (this.client && this.#mayRead ? 'people' : undefined),
    client: () => this.client,
    fetch: (signal) => ready(this.client).colleagues(signal),
    parse: (colleagues) => colleagues,
    onError: (error) => this.#onError(error),
  });
  readonly #choices = new Resource<readonly BuurtChoice[], readonly BuurtChoice[]>(this, {
    subject: () =>
      this.client && this.open && this.q !== undefined && !this.#ownBuurten ? 'buurten' : undefined,
    question: () => this.q ?? '',
    client: () => this.client,
    fetch: (signal) => ready(this.client).buurten(this.q ?? '', signal),
    parse: (buurten) => buurten,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
  }

  protected override firstUpdated(): void {
    const draft = this.#keptInvitation();
    if (!draft || !this.#mayRead) return;
    this.open = { form: 'invite' };
    this.draft = draft;
  }

  /** The invitation that somebody was writing when their session ended. */
  #keptInvitation(): Readonly<Record<Field, string>> | undefined {
    const kept = draftOf(this.session?.email ?? '', draftKey);
    return kept?.form === 'invite' ? invitationIn(kept.text) : undefined;
  }

  #keepInvitation(draft: Readonly<Record<Field, string>> | undefined): void {
    const isEmpty = !draft || Object.values(draft).every((each) => each === '');
    const text = isEmpty ? '' : JSON.stringify(draft);
    keepDraft(this.session?.email ?? '', draftKey, { form: 'invite', text });
  }

  get #permission(): StaffSession['permissions'][number] | undefined {
    return this.session?.permissions.find(({ permission }) => permission === 'staff.write');
  }

  get #mayRead(): boolean {
    return this.#permission !== undefined;
  }

  /** The buurten about which this person decides; undefined for all. */
  get #ownBuurten(): readonly BuurtChoice[] | undefined {
    const codes = this.#permission?.buurten;
    if (!codes) return undefined;
    const named = this.session?.roles.flatMap(({ buurt }) => buurt ?? []) ?? [];
    return codes.map((code) => named.find((each) => each.code === code) ?? { code, name: code });
  }

  #mayChange({ buurt }: Role): boolean {
    const codes = this.#permission?.buurten;
    return codes === null || (buurt !== null && codes?.includes(buurt.code) === true);
  }

  get #isSending(): boolean {
    return this.phase === 'sending';
  }

  protected override render(): TemplateResult {
    const { t, headingLevel } = this;
    return html`<section class="stack">
      ${screenTitle(headingLevel, t.screens.people)}
      ${this.#mayRead ? this.#renderPeople() : notice('', t.people.notPermitted)}
    </section>`;
  }

  #renderPeople(): TemplateResult {
    const { t, open, phase } = this;
    const { value, error } = this.#colleagues;
    if (!value)
      return error === undefined
        ? html`<p class="coming">${t.loading}</p>`
        : retryNotice(`${t.failed} ${this.#why(error)}`, t.retry, this.#colleagues.reload);
    const { colleagues, account } = value;
    const done = typeof phase === 'object' && 'done' in phase ? phase.done : undefined;
    return html`<p>${t.people.lead}</p>
      ${account === null ? nothing : notice('', t.people.fromAccount({ account }))}
      <div role="status">${done === undefined ? nothing : notice('ok', done)}</div>
      ${
        error === undefined
          ? nothing
          : retryNotice(`${t.failed} ${this.#why(error)}`, t.retry, this.#colleagues.reload)
      }
      ${
        open?.form === 'invite'
          ? this.#renderInvite(value)
          : html`<div>
              <button
                type="button"
                class="button primary"
                data-opens="invite"
                @click=${() => this.#onOpen({ form: 'invite' })}
              >
                ${t.people.invite}
              </button>
            </div>`
      }
      <ul class="rows">
        ${repeat(
          colleagues,
          ({ id }) => id,
          (colleague) => this.#renderColleague(colleague),
        )}
      </ul>`;
  }

  #renderColleague(colleague: Colleague): TemplateResult {
    const { t, open, locale } = this;
    const { id, name, email, roles, invitedAt, lastLoginAt } = colleague;
    const isOpen = open && open.form !== 'invite' && open.colleague.id === id;
    const mayRemove = roles.every((role) => this.#mayChange(role));
    return html`<li class="split">
      <div class="about">
        <p>
          <strong dir="auto">${name}</strong>
          ${email === this.session?.email ? html`<span class="tag">${t.people.you}</span>` : nothing}
        </p>
        <p class="hint" dir="ltr">${email}</p>
        <p class="tags">
          ${roles.length === 0 ? t.people.noRole : roles.map((role) => html` <span class="tag">${this.#roleText(role)}</span>`)}
        </p>
        <p class="hint">
          ${
            lastLoginAt === null
              ? t.people.notYetIn({ when: shortDate(invitedAt, locale) })
              : t.people.lastLogin({ when: shortDate(lastLoginAt, locale) })
          }
        </p>
        ${mayRemove ? nothing : html`<p class="hint">${t.people.elsewhere}</p>`}
      </div>
      ${
        isOpen
          ? open.form === 'roles'
            ? this.#renderRoles(colleague)
            : this.#renderRemoval(colleague)
          : html`<div class="presses">
              ${this.#renderOpener('roles', colleague, t.people.change)}
              ${mayRemove ? this.#renderOpener('removal', colleague, t.people.remove) : nothing}
            </div>`
      }
    </li>`;
  }

  #renderOpener(form: 'roles' | 'removal', colleague: Colleague, label: string): TemplateResult {
    return html`<button
      type="button"
      class="button quiet"
      data-opens="${form} ${colleague.id}"
      @click=${() => this.#onOpen({ form, colleague })}
    >
      ${label}<span class="for-reader">: ${colleague.name}</span>
    </button>`;
  }

  #roleText({ role, buurt }: Role): string {
    const { people } = this.t;
    const label = people.roles[role] ?? role;
    return buurt ? people.roleIn({ role: label, buurt: buurt.name }) : label;
  }

  #renderInvite({ firstLogin }: Colleagues): TemplateResult {
    const { people } = this.t;
    return this.#renderForm({
      title: people.inviteTitle,
      lead: people.firstLogin[firstLogin],
      fields: html`${this.#renderLine('name', 'off')} ${this.#renderLine('email', 'off')}
        ${this.#renderRoleFields(people.role, people.chooseRole)}
        <p class="hint">${people.more}</p>`,
      send: people.send,
    });
  }

  #renderRoles(colleague: Colleague): TemplateResult {
    const { people } = this.t;
    const roles = colleague.roles.filter((role) => this.#mayChange(role));
    return this.#renderForm({
      title: isolated((name) => people.changeTitle({ name }), colleague.name),
      lead: undefined,
      fields: html`${
        roles.length === 0
          ? nothing
          : html`<fieldset class="field">
              <legend>${people.keep}</legend>
              ${roles.map(
                (role) =>
                  html`<label class="choice check">
                    <input
                      type="checkbox"
                      name="kept"
                      value=${keyOf(role)}
                      .checked=${!this.taken.has(keyOf(role))}
                      @change=${this.#onKept}
                    />
                    <span class="choice-text">${this.#roleText(role)}</span>
                  </label>`,
              )}
            </fieldset>`
      }
      ${this.#renderRoleFields(people.newRole, people.noNewRole)}`,
      send: people.save,
    });
  }

  #renderRemoval({ name, email }: Colleague): TemplateResult {
    const { people } = this.t;
    return this.#renderForm({
      title: isolated((shown) => people.removeTitle({ name: shown }), name),
      lead: email === this.session?.email ? people.removeYourself : people.removeLead,
      fields: nothing,
      send: people.removeNow,
    });
  }

  #renderForm({
    title,
    lead,
    fields,
    send,
  }: {
    readonly title: TemplateResult | string;
    readonly lead: string | undefined;
    readonly fields: TemplateResult | typeof nothing;
    readonly send: string;
  }): TemplateResult {
    const { t, headingLevel, phase } = this;
    const wrong = new Map<string, string>(
      this.problems.map((problem) => [fieldOf(problem), this.#problemText(problem)]),
    );
    return html`<form class="act" novalidate @submit=${this.#onSubmit}>
      ${heading(headingLevel + 1, title, { focusAs: 'form-title' })}
      ${lead === undefined ? nothing : html`<p>${lead}</p>`}
      ${this.renderSummary(t.problem, wrong, headingLevel + 2)}
      ${
        typeof phase === 'object' && 'failure' in phase
          ? this.renderFailure(`${t.notDone} ${this.#why(phase.failure)}`)
          : nothing
      }
      ${fields}
      <div class="actions">
        <button
          class="button primary"
          aria-disabled=${this.#isSending ? 'true' : nothing}
          @click=${this.#onPress}
        >
          ${this.#isSending ? t.sending : send}
        </button>
        <button type="button" class="button quiet" @click=${this.#onCancel}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #wrong(field: Field): string | undefined {
    const problem = this.problems.find((each) => fieldOf(each) === field);
    return problem && this.#problemText(problem);
  }

  #problemText(problem: Problem): string {
    const { problems } = this.t.people;
    const { code, limit = 0, actual = 0 } = problem;
    return code === 'too-long' ? problems.tooLong({ over: actual - limit }) : problems[fieldOf(problem)];
  }

  #renderProblem(field: Field): TemplateResult | typeof nothing {
    const wrong = this.#wrong(field);
    return wrong ? html`<p class="problem" id="${field}-problem">${wrong}</p>` : nothing;
  }

  #renderLine(field: 'name' | 'email', autocomplete: 'off'): TemplateResult {
    const isWrong = this.#wrong(field) !== undefined;
    return html`<div class="field">
      <label for=${field}>${this.t.people[field]}</label>
      ${this.#renderProblem(field)}
      <input
        id=${field}
        type=${field === 'email' ? 'email' : 'text'}
        dir=${field === 'email' ? 'ltr' : 'auto'}
        autocomplete=${autocomplete}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? `${field}-problem` : nothing}
        .value=${this.draft[field]}
        @input=${this.#onInput}
      />
    </div>`;
  }

  #renderRoleFields(label: string, none: string): TemplateResult {
    const { people } = this.t;
    const { role } = this.draft;
    const isWrong = this.#wrong('role') !== undefined;
    return html`<div class="field">
        <label for="role">${label}</label>
        ${this.#renderProblem('role')}
        <select
          id="role"
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? 'role-problem role-hint' : 'role-hint'}
          @change=${this.#onInput}
        >
          <option value="" ?selected=${role === ''}>${none}</option>
          ${staffRoles.map(
            (each) => html`<option value=${each} ?selected=${role === each}>${people.roles[each]}</option>`,
          )}
        </select>
        <p class="hint" id="role-hint">${people.may[role] ?? ''}</p>
      </div>
      ${role === '' ? nothing : this.#renderBuurt()}`;
  }

  #renderBuurt(): TemplateResult {
    const { people } = this.t;
    const own = this.#ownBuurten;
    const isWrong = this.#wrong('buurt') !== undefined;
    const choices = own ?? this.#choices.value ?? [];
    const mayBeAll = !own && this.draft.role !== 'residents';
    const described = [...(isWrong ? ['buurt-problem'] : []), ...(mayBeAll ? ['buurt-hint'] : [])].join(' ');
    return html`<div class="field">
      <label for="buurt">${people.buurt}</label>
      ${mayBeAll ? html`<p class="hint" id="buurt-hint">${people.buurtHint}</p>` : nothing}
      ${this.#renderProblem('buurt')}
      <input
        id="buurt"
        type="text"
        list="buurten"
        autocomplete="off"
        dir="auto"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${described || nothing}
        .value=${this.draft.buurt}
        @input=${this.#onBuurt}
        @focus=${this.#onBuurt}
      />
      <datalist id="buurten">
        ${choices.map((each) => html`<option value=${labelOf(each, choices)}></option>`)}
      </datalist>
    </div>`;
  }

  /** In the words of this screen when the server says why, else what every failure has. */
  #why(error: unknown): string {
    const { t, desk, locale } = this;
    const refusal = error instanceof ApiError ? t.refusals[error.type] : undefined;
    return refusal ?? (desk ? failureText(error, desk, locale) : '');
  }

  #onError(error: unknown): void {
    if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
  }

  #onOpen(open: OpenForm): void {
    if (this.#isSending) return;
    this.open = open;
    this.draft = (open.form === 'invite' ? this.#keptInvitation() : undefined) ?? emptyDraft;
    this.taken = new Set();
    this.problems = [];
    this.phase = 'reading';
    this.focusNext = '.form-title';
  }

  readonly #onCancel = (): void => {
    const { open } = this;
    if (!open || this.#isSending) return;
    if (open.form === 'invite') this.#keepInvitation(undefined);
    this.open = undefined;
    this.problems = [];
    this.phase = 'reading';
    this.focusNext =
      open.form === 'invite' ? '[data-opens=invite]' : `[data-opens='${open.form} ${open.colleague.id}']`;
  };

  readonly #onInput = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement | HTMLSelectElement;
    this.draft = { ...this.draft, [id]: value };
    if (this.open?.form === 'invite') this.#keepInvitation(this.draft);
    this.problems = this.problems.filter((problem) => fieldOf(problem) !== id);
  };

  readonly #onBuurt = (event: Event): void => {
    this.#onInput(event);
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => (this.q = this.draft.buurt.trim()), searchPauseMs);
  };

  readonly #onKept = ({ target }: Event): void => {
    const { value, checked } = target as HTMLInputElement;
    this.taken = new Set(checked ? [...this.taken].filter((each) => each !== value) : [...this.taken, value]);
  };

  /** The role that is filled in, if there is one; a buurt that nobody knows is a problem. */
  async #newRoles(pointer: string): Promise<readonly GivenRole[] | Problem> {
    const role = staffRoles.find((each) => each === this.draft.role);
    if (!role) return [];
    const name = this.draft.buurt.trim();
    const own = this.#ownBuurten;
    if (name === '' && !own) return [{ role, buurt: null }];
    const choices = own ?? (name === '' ? [] : await ready(this.client).buurten(name, this.signal));
    const named =
      own?.length === 1 && name === '' ? own : choices.filter((each) => isCalled(each, name, choices));
    const [only, ...others] = named;
    return only && others.length === 0
      ? [{ role, buurt: only.code }]
      : { pointer: `${pointer}/0/buurt`, code: 'not-an-option' };
  }

  /** The second press of a double click comes on a form that nobody read yet. */
  readonly #onPress = (event: MouseEvent): void => {
    if (event.detail > 1) event.preventDefault();
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { open } = this;
    if (!open || this.#isSending) return;
    this.phase = 'sending';
    try {
      const done = await this.#send(open);
      if (done === undefined) {
        this.phase = 'reading';
        this.focusNext = '.error-summary';
        return;
      }
      if (open.form === 'invite') this.#keepInvitation(undefined);
      this.open = undefined;
      this.phase = { done };
      this.focusNext = '.screen-title';
      this.#colleagues.reload();
      // What they may themselves can be another thing now.
      if (open.form !== 'invite' && open.colleague.email === this.session?.email)
        this.dispatchEvent(new SessionOverEvent());
    } catch (failure) {
      this.#onError(failure);
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
    }
  };

  /** Does what the form says; resolves to that in words, undefined when something is wrong with it. */
  async #send(open: OpenForm): Promise<TemplateResult | string | undefined> {
    const { people } = this.t;
    if (open.form === 'invite') return this.#invite();
    const { colleague } = open;
    const { id, name } = colleague;
    if (open.form === 'removal') {
      await ready(this.client).remove(id, this.#pressed.for(['removal', id]), this.signal);
      return isolated((shown) => people.removed({ name: shown }), name);
    }
    const roles = await this.#newRoles('/given');
    if (this.#areWrong(roles, (sound) => givenRoleProblems('/given', sound))) return undefined;
    const taken = colleague.roles.filter((role) => this.taken.has(keyOf(role))).map(given);
    if (roles.length + taken.length === 0) return people.nothingChanged;
    const changes = { given: roles, taken };
    await ready(this.client).changeRoles(id, changes, this.#pressed.for([id, changes]), this.signal);
    return isolated((shown) => people.changed({ name: shown }), name);
  }

  async #invite(): Promise<TemplateResult | undefined> {
    const { people } = this.t;
    const who = { name: this.draft.name.trim(), email: this.draft.email.trim() };
    const roles = await this.#newRoles('/roles');
    if (this.#areWrong(roles, (sound) => invitationProblems({ ...who, roles: sound }))) return undefined;
    const invitation = { ...who, roles, locale: this.locale };
    await ready(this.client).invite(invitation, this.#pressed.for(invitation), this.signal);
    const { firstLogin = 'operator' } = this.#colleagues.value ?? {};
    return isolated((name) => people.invited[firstLogin]({ name }), who.name);
  }

  /** Keeps what is wrong, and says whether anything is. */
  #areWrong(
    roles: readonly GivenRole[] | Problem,
    problemsOf: (roles: readonly GivenRole[]) => readonly Problem[],
  ): roles is Problem {
    this.problems =
      'code' in roles
        ? [...problemsOf([]).filter((each) => fieldOf(each) !== 'role'), roles]
        : problemsOf(roles);
    return this.problems.length > 0;
  }
}
