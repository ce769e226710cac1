import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { loadingPlaceholder, notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import type { Connection } from '@buurt/core/element/connection.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import {
  settingKeys,
  type BuurtSettings,
  type SettingKey,
  type SettingsScope,
} from '@buurt/domain/desk/buurt-settings.js';
import { ideaSteps } from '@buurt/domain/ideas/settings.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import { nl, type BuurtMessages } from './buurt.messages.js';
import { buurtStyles } from './buurt.styles.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { draftOf, fieldsIn, keepDraft } from './drafts.js';
import { isolated } from './isolated.js';
import { settingsHash } from './location.js';
import { PressKey } from './press-key.js';
import { ready, type SettingsClient } from './settings-client.js';
import {
  askings,
  changedByBoth,
  editedFields,
  fieldChoices,
  fieldIdOf,
  ideaFrom,
  patchFrom,
  unreadable,
  withEdit,
  type QuestionFields,
  type SettingsEdits,
  type SettingsFields,
  type ThemeFields,
} from './settings-fields.js';
import { settingsStyles } from './settings.styles.js';

type Phase =
  | 'reading'
  | 'sending'
  | { readonly done: 'saved' | 'discarded' | 'nothingChanged' }
  | { readonly failure: unknown };

interface LineOptions {
  readonly label: unknown;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean;
  readonly kind?: 'text' | 'url' | 'number' | 'paragraph';
}

const valueOf = ({ target }: Event): string =>
  (target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
const isChecked = ({ target }: Event): boolean => (target as HTMLInputElement).checked;
const shortId = (): string => newKey().slice(0, 8);

/**
 * The settings of a buurt: what its idea form asks, in whose name, and how long things take.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskBuurt extends FormElement<BuurtMessages> {
  static override readonly styles = [controls, errorSummaryStyles, settingsStyles, buurtStyles];

  @property({ attribute: false }) client: SettingsClient | undefined;
  /** Through which the preview reads the map of the buurt. */
  @property({ attribute: false }) connection: Connection | undefined;
  @property({ attribute: false }) code = '';
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private edits: SettingsEdits = {};
  @state() private scope: SettingsScope = 'buurt';
  @state() private phase: Phase = 'reading';
  /** Which settings a colleague changed too while somebody was filling in; undefined while nobody was first. */
  @state() private both: readonly SettingKey[] | undefined;

  protected readonly partName = 'buurt';
  protected readonly catalogue: Catalogue<BuurtMessages> = {
    nl,
    en: async () => (await import('./buurt.messages.en.js')).en,
  };

  /** What was sent last: another press without an edit goes under the same key. */
  readonly #pressed = new PressKey();
  /** What somebody saw when they were told that a colleague was first. */
  #seen: BuurtSettings | undefined;

  readonly #settings = new Resource<BuurtSettings, BuurtSettings>(this, {
    subject: () => (this.client && this.#mayWrite ? this.code : undefined),
    client: () => this.client,
    fetch: (signal) => ready(this.client).buurtSettings(this.code, signal),
    parse: (settings) => settings,
    onValue: (settings) => this.#onRead(settings),
    onError: (error) => this.#onError(error),
  });

  readonly #previewCode = new LazyModule(this, () => import('./buurt-desk-form-preview.js'));

  get #mayWrite(): boolean {
    return this.session?.permissions.some(({ permission }) => permission === 'settings.write') === true;
  }

  get #who(): string {
    return this.session?.email ?? '';
  }

  get #draftKey(): string {
    return `settings ${this.code}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#settings.value) void this.#previewCode.load();
    if (!changed.has('code') || !changed.get('code')) return;
    this.edits = {};
    this.problems = [];
    this.both = undefined;
    this.#seen = undefined;
    this.scope = 'buurt';
    this.phase = 'reading';
    this.focusNext = '.screen-title';
  }

  /** Brings back what somebody was filling in when they went on, or when their session ended. */
  #onRead(settings: BuurtSettings): void {
    const seen = this.#seen;
    this.#seen = undefined;
    if (seen) this.both = changedByBoth(this.edits, seen.idea, settings.idea);
    const kept = draftOf(this.#who, this.#draftKey);
    if (kept?.form !== 'settings' || this.#isEdited) return;
    const edits = fieldsIn<SettingsEdits>(kept);
    this.edits = settingKeys.reduce<SettingsEdits>(
      (all, key) => withEdit(all, key, edits[key], settings),
      {},
    );
  }

  #onError(error: unknown): void {
    if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
  }

  get #isEdited(): boolean {
    return Object.keys(this.edits).length > 0;
  }

  /** The fields as they are now: two changes can come before they are drawn. */
  get #fields(): SettingsFields | undefined {
    const { value } = this.#settings;
    return value && editedFields(value.idea, value.defaults, this.edits);
  }

  #edit<K extends SettingKey>(
    key: K,
    change: (now: SettingsFields[K]) => SettingsFields[K] | 'default' | undefined,
  ): void {
    const settings = this.#settings.value;
    const fields = this.#fields;
    if (!settings || !fields) return;
    this.edits = withEdit(this.edits, key, change(fields[key]), settings);
    this.#keep();
    if (typeof this.phase === 'object') this.phase = 'reading';
    if (!this.#isEdited) this.both = undefined;
    this.problems = this.problems.filter(({ pointer }) => pointer.split('/')[1] !== key);
  }

  #keep(): void {
    const text = this.#isEdited ? JSON.stringify(this.edits) : '';
    keepDraft(this.#who, this.#draftKey, { form: 'settings', text });
  }

  protected override render(): TemplateResult {
    const { t, desk, locale, headingLevel } = this;
    const { value, error } = this.#settings;
    const back = html`<p><a href=${settingsHash('buurten')}>${t.list.back}</a></p>`;
    if (!this.#mayWrite)
      return html`<section class="stack">
        ${back} ${screenTitle(headingLevel, t.list.title)} ${notice('', t.notPermitted)}
      </section>`;
    if (value && !isGone(error)) return this.#renderSettings(value, back);
    if (error === undefined)
      return html`<section class="stack">
        ${back}
        <p class="coming">${t.loading}</p>
      </section>`;
    return html`<section class="stack">
      ${back} ${screenTitle(headingLevel, t.list.title)}
      ${
        isGone(error)
          ? notice('', t.gone)
          : retryNotice(
              `${t.failed} ${desk ? failureText(error, desk, locale) : ''}`,
              t.retry,
              this.#settings.reload,
            )
      }
    </section>`;
  }

  #renderSettings(settings: BuurtSettings, back: TemplateResult): TemplateResult {
    const { t, headingLevel, phase } = this;
    const { buurt } = settings;
    const fields = editedFields(settings.idea, settings.defaults, this.edits);
    const wrong = this.#wrong(fields, settings);
    const level = headingLevel + 1;
    return html`<section class="stack">
      ${back}
      ${screenTitle(
        headingLevel,
        isolated((name) => t.title({ name }), buurt.name),
      )}
      <p>${t.lead}</p>
      ${settings.changed ? html`<p class="hint">${this.#renderLastChange(settings.changed)}</p>` : nothing}
      <div class="beside">
        <form class="stack" novalidate @submit=${this.#onSubmit}>
          ${this.renderSummary(t.problem, wrong, level)}
          ${heading(level, t.sections.organisation, { id: 'section-organisation' })}
          ${this.#renderOrganisation(fields, settings, wrong)} ${this.#renderIntro(fields, settings, wrong)}
          ${heading(level, t.sections.form, { id: 'section-form' })}
          ${this.#renderAsked(fields, settings, wrong)} ${this.#renderThemes(fields, settings, wrong)}
          ${this.#renderQuestions(fields, settings, wrong)}
          ${heading(level, t.sections.answer, { id: 'section-answer' })}
          ${this.#renderModerated(fields, settings)}
          ${this.#renderDays('answerDays', fields, settings, wrong)}
          ${heading(level, t.sections.keeping, { id: 'section-keeping' })}
          ${this.#renderDays('contactKeptDays', fields, settings, wrong)}
          ${settings.all && settings.all.count > 1 ? this.#renderScope(settings, settings.all) : nothing}
          ${this.both ? this.#renderFirst(settings, this.both) : nothing}
          ${typeof phase === 'object' && 'failure' in phase ? this.renderFailure(this.#why(phase.failure)) : nothing}
          <div role="status">${this.#renderDone()}</div>
          ${this.#isEdited ? html`<p class="hint">${t.unsaved}</p>` : nothing}
          <div class="actions">
            <button class="button primary" aria-disabled=${phase === 'sending' ? 'true' : nothing}>
              <span>${this.#saveLabel(settings)}</span>
            </button>
            ${
              this.#isEdited
                ? html`<button type="button" class="button quiet" @click=${this.#onDiscard}>
                    ${t.discard}
                  </button>`
                : nothing
            }
          </div>
        </form>
        <div class="preview">${this.#renderPreview(fields, settings)}</div>
      </div>
    </section>`;
  }

  #saveLabel({ buurt, all }: BuurtSettings): TemplateResult | string {
    const { t } = this;
    if (this.phase === 'sending') return t.sending;
    if (this.scope === 'all' && all) return t.saveAll({ count: all.count });
    return isolated((name) => t.save({ name }), buurt.name);
  }

  #renderDone(): TemplateResult | typeof nothing {
    const { t, phase } = this;
    return typeof phase === 'object' && 'done' in phase ? notice('ok', t[phase.done]) : nothing;
  }

  #renderPreview(fields: SettingsFields, { idea }: BuurtSettings): TemplateResult {
    const { t, connection, code, locale, ownTexts } = this;
    if (!this.#previewCode.module) return loadingPlaceholder(t, this.#previewCode);
    return html`<buurt-desk-form-preview
      .connection=${connection}
      .code=${code}
      .idea=${ideaFrom(fields, idea)}
      .headingLevel=${this.headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
    ></buurt-desk-form-preview>`;
  }

  #personOf({ actor, name }: NonNullable<BuurtSettings['changed']>): string {
    const { t } = this;
    return actor === 'operator' ? t.operator : (name ?? t.formerColleague);
  }

  #renderLastChange(changed: NonNullable<BuurtSettings['changed']>): TemplateResult {
    const when = shortDate(changed.at, this.locale);
    return isolated((who) => this.t.changed({ who, when }), this.#personOf(changed));
  }

  /** That a colleague was first, and what they changed as well. */
  #renderFirst({ changed }: BuurtSettings, both: readonly SettingKey[]): TemplateResult {
    const { t, locale } = this;
    const when = changed ? shortDate(changed.at, locale) : '';
    const who = changed ? this.#personOf(changed) : t.formerColleague;
    const names = both.map((key) => t.names[key]).join(', ');
    return html`<div class="failure" role="alert" tabindex="-1">
      ${notice(
        'warning',
        html`<p>${isolated((name) => t.first({ who: name, when }), who)}</p>
          ${names === '' ? nothing : html`<p>${t.both({ names })}</p>`}`,
      )}
    </div>`;
  }

  /** A setting with its fields, where it comes from, and the way back. */
  #renderSetting(key: SettingKey, { own }: BuurtSettings, content: TemplateResult): TemplateResult {
    const { t, headingLevel } = this;
    const edit = this.edits[key];
    const isOwn = edit === undefined ? own.includes(key) : edit !== 'default';
    const source = edit === undefined ? (isOwn ? t.source.own : t.source.standard) : t.source.edited;
    return html`<div class="setting" role="group" aria-labelledby="title-${key}">
      ${heading(headingLevel + 2, t.names[key], { id: `title-${key}` })} ${content}
      <p class="hint source">
        <span>${edit === 'default' ? `${t.source.standard} ${source}` : source}</span>
        ${
          isOwn && (own.includes(key) || edit !== undefined)
            ? html`<button type="button" class="button quiet" @click=${() => this.#onReset(key)}>
                ${t.source.reset}<span class="for-reader">: ${t.names[key]}</span>
              </button>`
            : nothing
        }
      </p>
    </div>`;
  }

  #renderLine(
    id: string,
    { label, value, onInput, hint, isOptional = false, kind = 'text' }: LineOptions,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    const problem = wrong.get(id);
    const described = [...(problem ? [`${id}-problem`] : []), ...(hint ? [`${id}-hint`] : [])].join(' ');
    const onTyped = (event: Event) => onInput(valueOf(event));
    return html`<div class="field">
      <label for=${id}
        >${label} ${isOptional ? html`<span class="optional">(${t.optional})</span>` : nothing}</label
      >
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
      ${
        kind === 'paragraph'
          ? html`<textarea
              id=${id}
              dir="auto"
              aria-describedby=${described || nothing}
              aria-invalid=${problem ? 'true' : nothing}
              .value=${value}
              @input=${onTyped}
            ></textarea>`
          : html`<input
              id=${id}
              class=${kind === 'number' ? 'number' : ''}
              type=${kind === 'url' ? 'url' : 'text'}
              inputmode=${kind === 'number' ? 'numeric' : nothing}
              dir=${kind === 'text' ? 'auto' : 'ltr'}
              autocomplete="off"
              aria-describedby=${described || nothing}
              aria-invalid=${problem ? 'true' : nothing}
              .value=${value}
              @input=${onTyped}
            />`
      }
    </div>`;
  }

  /** The same in Dutch and in English. */
  #renderBoth(
    ids: { readonly nl: string; readonly en: string },
    {
      label,
      kind = 'text',
      ...texts
    }: { label: string; kind?: 'text' | 'paragraph'; nl: string; en: string },
    onInput: (change: { readonly nl?: string; readonly en?: string }) => void,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    return html`<div class="pair">
      ${this.#renderLine(ids.nl, { label, value: texts.nl, kind, onInput: (value) => onInput({ nl: value }) }, wrong)}
      ${this.#renderLine(
        ids.en,
        {
          ...{ label: html`<span class="for-reader">${label}</span> ${t.english}`, value: texts.en, kind },
          ...{ isOptional: true, onInput: (value) => onInput({ en: value }) },
        },
        wrong,
      )}
    </div>`;
  }

  #renderSelect<V extends string>(
    id: string,
    label: unknown,
    { value, options }: { readonly value: V; readonly options: readonly (readonly [V, string])[] },
    onChange: (value: V) => void,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const problem = wrong.get(id);
    return html`<div class="field">
      <label for=${id}>${label}</label>
      ${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
      <select
        id=${id}
        aria-describedby=${problem ? `${id}-problem` : nothing}
        aria-invalid=${problem ? 'true' : nothing}
        @change=${(event: Event) => onChange(valueOf(event) as V)}
      >
        ${options.map(
          ([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`,
        )}
      </select>
    </div>`;
  }

  #renderCheck(
    id: string,
    label: string,
    isOn: boolean,
    onChange: (isOn: boolean) => void,
    hint?: string,
  ): TemplateResult {
    return html`<label class="choice check">
        <input
          type="checkbox"
          id=${id}
          aria-describedby=${hint ? `${id}-hint` : nothing}
          .checked=${isOn}
          @change=${(event: Event) => onChange(isChecked(event))}
        />
        <span class="choice-text">${label}</span>
      </label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}`;
  }

  #renderOrganisation(
    { organisation }: SettingsFields,
    settings: BuurtSettings,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    const line = (name: keyof typeof organisation, kind: 'text' | 'url') =>
      this.#renderLine(
        `organisation-${name}`,
        {
          ...{ label: t.labels[name], hint: t.hints[name], value: organisation[name], kind },
          ...{ isOptional: name !== 'name', onInput: (value) => this.#editOrganisation(name, value) },
        },
        wrong,
      );
    return this.#renderSetting(
      'organisation',
      settings,
      html`${line('name', 'text')} ${line('privacyUrl', 'url')} ${line('colour', 'text')}`,
    );
  }

  #editOrganisation(name: keyof SettingsFields['organisation'], value: string): void {
    this.#edit('organisation', (now) => ({ ...now, [name]: value }));
  }

  #renderIntro(
    { intro }: SettingsFields,
    settings: BuurtSettings,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const text = { label: this.t.labels.intro, kind: 'paragraph' as const, ...intro };
    return this.#renderSetting(
      'intro',
      settings,
      this.#renderBoth(
        { nl: 'intro-nl', en: 'intro-en' },
        text,
        (change) => this.#edit('intro', (now) => ({ ...now, ...change })),
        wrong,
      ),
    );
  }

  #renderAsked(
    { fields: { asked, photos } }: SettingsFields,
    settings: BuurtSettings,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    const problem = wrong.get('asked');
    const options = askings.map((each) => [each, t.askings[each]] as const);
    return this.#renderSetting(
      'fields',
      settings,
      html`<p class="hint">${t.hints.asked}</p>
        ${problem ? html`<p class="problem">${problem}</p>` : nothing}
        <div class="asked" id="asked" tabindex="-1">
          ${fieldChoices.map((name) =>
            this.#renderSelect(
              `asked-${name}`,
              t.fields[name],
              { value: asked[name], options },
              (asking) =>
                this.#edit('fields', (now) => ({ ...now, asked: { ...now.asked, [name]: asking } })),
              wrong,
            ),
          )}
        </div>
        ${
          asked.photos === 'no'
            ? nothing
            : this.#renderLine(
                'photos',
                {
                  ...{ label: t.labels.photos, value: photos, kind: 'number' },
                  onInput: (value) => this.#edit('fields', (now) => ({ ...now, photos: value })),
                },
                wrong,
              )
        }`,
    );
  }

  #renderThemes(
    { themes }: SettingsFields,
    settings: BuurtSettings,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    const problem = wrong.get('themes');
    const change = (id: string, part: Partial<ThemeFields>) =>
      this.#edit('themes', (now) => now.map((each) => (each.id === id ? { ...each, ...part } : each)));
    return this.#renderSetting(
      'themes',
      settings,
      html`<p class="hint">${t.hints.themes}</p>
        ${problem ? html`<p class="problem">${problem}</p>` : nothing}
        <ul class="items" id="themes" tabindex="-1">
          ${repeat(
            themes,
            ({ id }) => id,
            (theme, index) =>
              html`<li>
                ${this.#renderBoth(
                  { nl: `theme-${String(index)}-nl`, en: `theme-${String(index)}-en` },
                  { label: t.labels.theme({ number: index + 1 }), nl: theme.nl, en: theme.en },
                  (part) => change(theme.id, part),
                  wrong,
                )}
                ${this.#renderRemove(
                  isolated((name) => t.removeTheme({ name }), theme.nl),
                  () => {
                    this.#edit('themes', (now) => now.filter(({ id }) => id !== theme.id));
                    this.focusNext = '[data-adds=theme]';
                  },
                )}
              </li>`,
          )}
        </ul>
        <div>
          <button type="button" class="button" data-adds="theme" @click=${this.#onAddTheme}>
            ${t.addTheme}
          </button>
        </div>`,
    );
  }

  #renderRemove(label: TemplateResult, onClick: () => void): TemplateResult {
    return html`<button type="button" class="button quiet" @click=${onClick}><span>${label}</span></button>`;
  }

  readonly #onAddTheme = (): void => {
    const count = this.#fields?.themes.length ?? 0;
    this.#edit('themes', (now) => [...now, { id: `thema-${shortId()}`, nl: '', en: '' }]);
    this.focusNext = `#theme-${String(count)}-nl`;
  };

  #renderQuestions(
    fields: SettingsFields,
    settings: BuurtSettings,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    return this.#renderSetting(
      'questions',
      settings,
      html`<ul class="items" id="questions" tabindex="-1">
          ${repeat(
            fields.questions,
            ({ id }) => id,
            (question, index) =>
              html`<li class="question">${this.#renderQuestion(question, index, fields.themes, wrong)}</li>`,
          )}
        </ul>
        <div>
          <button type="button" class="button" data-adds="question" @click=${this.#onAddQuestion}>
            ${t.addQuestion}
          </button>
        </div>`,
    );
  }

  #renderQuestion(
    question: QuestionFields,
    index: number,
    themes: readonly ThemeFields[],
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    const { id, nl: dutch, en, kind, step, options, required, shown, onlyForTheme } = question;
    const at = `question-${String(index)}`;
    const change = (part: Partial<QuestionFields>) =>
      this.#edit('questions', (now) => now.map((each) => (each.id === id ? { ...each, ...part } : each)));
    const isGoneTheme = onlyForTheme !== '' && !themes.some((each) => each.id === onlyForTheme);
    return html`${this.#renderBoth(
        { nl: `${at}-nl`, en: `${at}-en` },
        { label: t.labels.question({ number: index + 1 }), nl: dutch, en },
        change,
        wrong,
      )}
      <div class="pair">
        ${this.#renderSelect(
          `${at}-kind`,
          t.labels.kind,
          {
            value: kind,
            options: (['line', 'text', 'choice'] as const).map((each) => [each, t.kinds[each]]),
          },
          (value) => change({ kind: value }),
          wrong,
        )}
        ${this.#renderSelect(
          `${at}-step`,
          t.labels.step,
          { value: step, options: ideaSteps.map((each) => [each, t.steps[each]]) },
          (value) => change({ step: value }),
          wrong,
        )}
        ${this.#renderSelect(
          `${at}-onlyForTheme`,
          t.labels.onlyForTheme,
          {
            value: onlyForTheme,
            options: [
              ['', t.anyTheme] as const,
              ...themes.map((theme) => [theme.id, theme.nl] as const),
              ...(isGoneTheme ? [[onlyForTheme, '–'] as const] : []),
            ],
          },
          (value) => change({ onlyForTheme: value }),
          wrong,
        )}
      </div>
      ${
        kind === 'choice'
          ? this.#renderLine(
              `${at}-options`,
              {
                ...{ label: t.labels.options, hint: t.hints.options, value: options, kind: 'paragraph' },
                onInput: (value) => change({ options: value }),
              },
              wrong,
            )
          : nothing
      }
      ${this.#renderCheck(`${at}-required`, t.isRequired, required, (isOn) => change({ required: isOn }))}
      ${this.#renderCheck(`${at}-shown`, t.isShown, shown, (isOn) => change({ shown: isOn }))}
      <div>
        ${this.#renderRemove(
          isolated((name) => t.removeQuestion({ name }), dutch),
          () => {
            this.#edit('questions', (now) => now.filter((each) => each.id !== id));
            this.focusNext = '[data-adds=question]';
          },
        )}
      </div>`;
  }

  readonly #onAddQuestion = (): void => {
    const count = this.#fields?.questions.length ?? 0;
    this.#edit('questions', (now) => [
      ...now,
      {
        ...{ id: `vraag-${shortId()}`, nl: '', en: '', kind: 'line', step: 'idea', options: '' },
        ...{ required: false, shown: false, onlyForTheme: '' },
      },
    ]);
    this.focusNext = `#question-${String(count)}-nl`;
  };

  #renderModerated({ moderated }: SettingsFields, settings: BuurtSettings): TemplateResult {
    const { t } = this;
    return this.#renderSetting(
      'moderated',
      settings,
      html`<div>
        ${this.#renderCheck(
          'moderated',
          t.labels.moderated,
          moderated,
          (isOn) => this.#edit('moderated', () => isOn),
          t.hints.moderated,
        )}
      </div>`,
    );
  }

  #renderDays(
    key: 'answerDays' | 'contactKeptDays',
    fields: SettingsFields,
    settings: BuurtSettings,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    const count = ideaFrom(fields, settings.idea)[key];
    return this.#renderSetting(
      key,
      settings,
      this.#renderLine(
        key,
        {
          ...{ label: t.labels[key], hint: t.hints[key]({ count }), value: fields[key], kind: 'number' },
          onInput: (value) => this.#edit(key, () => value),
        },
        wrong,
      ),
    );
  }

  #renderScope({ buurt }: BuurtSettings, all: NonNullable<BuurtSettings['all']>): TemplateResult {
    const { t, scope } = this;
    const radio = (each: SettingsScope, label: TemplateResult | string) =>
      html`<label class="choice">
        <input
          type="radio"
          name="scope"
          value=${each}
          .checked=${scope === each}
          @change=${() => (this.scope = each)}
        />
        <span class="choice-text">${label}</span>
      </label>`;
    return html`<fieldset class="field">
      <legend>${t.scope}</legend>
      ${radio(
        'buurt',
        isolated((name) => t.scopes.buurt({ name }), buurt.name),
      )}
      ${radio('all', t.scopes.all({ count: all.count }))}
      <div role="status">${scope === 'all' ? this.#renderReplaced(all) : nothing}</div>
    </fieldset>`;
  }

  /** What is lost in other buurten. */
  #renderReplaced({ different }: NonNullable<BuurtSettings['all']>): TemplateResult {
    const { t } = this;
    const replaced = settingKeys.filter((key) => this.edits[key] !== undefined && different[key] > 0);
    return html`<p class="hint">${t.scopeHint}</p>
      ${replaced.map((key) => html`<p>${t.different({ name: t.names[key], count: different[key] })}</p>`)}`;
  }

  /** What is wrong at each field: what cannot be read, and what the server found. */
  #wrong(fields: SettingsFields, { idea }: BuurtSettings): ReadonlyMap<string, string> {
    const sent = ideaFrom(fields, idea);
    return new Map(
      this.problems.map((problem) => [fieldIdOf(problem.pointer, sent.fields), this.#problemText(problem)]),
    );
  }

  #problemText({ pointer, code, limit = 0, actual = 0 }: Problem): string {
    const { problems } = this.t;
    const [, key = ''] = pointer.split('/');
    switch (code) {
      case 'too-long':
        return problems.tooLong({ over: actual - limit });
      case 'too-many':
        return problems.tooMany;
      case 'doubled':
        return problems.doubled;
      case 'out-of-range':
        return actual > limit ? problems.most({ limit }) : problems.least({ limit });
      case 'not-an-option':
        return pointer.endsWith('/onlyForTheme') ? problems.themeGone : problems.other;
      case 'required':
        if (pointer === '/themes') return problems.themes;
        if (pointer.endsWith('/options')) return problems.options;
        if (key === 'intro') return problems.intro;
        if (key === 'fields') return problems.asked;
        return key === 'questions' ? problems.question : problems.name;
      case 'range-reversed':
        return problems.asked;
      default:
        if (pointer === '/organisation/privacyUrl') return problems.privacyUrl;
        if (pointer === '/organisation/colour') return problems.colour;
        if (key === 'intro') return problems.intro;
        return /^\/(answerDays|contactKeptDays|photos)$/.test(pointer) ? problems.number : problems.other;
    }
  }

  /** In the words of the server where something is wrong in another buurt. */
  #why(failure: unknown): string {
    const { t, desk, locale } = this;
    if (failure instanceof ApiError && failure.kind === 'invalid' && failure.detail !== undefined)
      return `${t.notSaved} ${failure.detail}`;
    return `${t.notSaved} ${desk ? failureText(failure, desk, locale) : ''}`;
  }

  #onReset(key: SettingKey): void {
    this.#edit(key, () => 'default');
  }

  readonly #onDiscard = (): void => {
    this.edits = {};
    this.both = undefined;
    this.problems = [];
    this.#keep();
    this.phase = { done: 'discarded' };
    this.focusNext = '.button.primary';
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const settings = this.#settings.value;
    if (!settings || this.phase === 'sending') return;
    const { edits, scope } = this;
    if (!this.#isEdited) {
      this.phase = { done: 'nothingChanged' };
      return;
    }
    this.problems = unreadable(editedFields(settings.idea, settings.defaults, edits), edits);
    if (this.problems.length > 0) {
      this.phase = 'reading';
      this.focusNext = '.error-summary';
      return;
    }
    await this.#send(settings, edits, scope);
  };

  async #send(settings: BuurtSettings, edits: SettingsEdits, scope: SettingsScope): Promise<void> {
    const change = { patch: patchFrom(edits, settings), scope, version: settings.version };
    const key = this.#pressed.for(this.code, change);
    this.phase = 'sending';
    this.both = undefined;
    try {
      await ready(this.client).changeBuurtSettings(this.code, change, key, this.signal);
    } catch (failure) {
      this.#onError(failure);
      this.#onFailure(failure, settings);
      return;
    }
    // What was typed while it was sent is still to be saved.
    this.edits = Object.fromEntries(
      Object.entries(this.edits).filter(([key, edit]) => edits[key as SettingKey] !== edit),
    );
    this.#keep();
    this.scope = 'buurt';
    this.phase = { done: 'saved' };
    this.#settings.reload();
  }

  #onFailure(failure: unknown, settings: BuurtSettings): void {
    if (failure instanceof ApiError && failure.status === 412) {
      this.phase = 'reading';
      this.#seen = settings;
      this.focusNext = '.failure';
      this.#settings.reload();
      return;
    }
    const isElsewhere = failure instanceof ApiError && failure.kind === 'invalid' && this.scope === 'all';
    const hasProblems = this.showProblemsOf(failure);
    this.phase = hasProblems && !isElsewhere ? 'reading' : { failure };
  }
}
