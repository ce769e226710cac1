import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import { initiativeSorts, type Facets } from '@buurt/domain/initiatives/initiative-list.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { InitiativeListMessages } from '../initiative-list.messages.js';
import { searchIcon } from '../icons.js';
import { themeName, type ThemeNames } from '../list/theme-names.js';
import { isFiltered } from './list-query.js';
import type { QueryController } from './query-controller.js';

export interface FilterFormOptions {
  readonly t: InitiativeListMessages;
  readonly locale: Locale;
  readonly themes: ThemeNames | undefined;
  /** How many there are for each choice, once the list is there. */
  readonly facets: Facets | undefined;
  /** The attribute `filters`: which fields the page wants. */
  readonly filters: string;
  /** Whether the fields are shown in a container that is too narrow for all of them. */
  readonly isUnfolded: boolean;
  readonly onFold: () => void;
  readonly onClear: () => void;
}

/** Search, theme, status and order: those that the page wants. */
export function filterForm(query: QueryController, options: FilterFormOptions) {
  const { t, filters, isUnfolded, onClear } = options;
  const has = (name: string) => filters.split(/[\s,]+/).includes(name);
  const count = ['search', 'theme', 'status', 'sort'].filter(has).length;
  if (count === 0) return nothing;
  return html`<form
    class="filter ${count > 1 && !isUnfolded ? 'folded' : ''}"
    part="filter"
    role="search"
    aria-label=${t.filter.legend}
    @submit=${(event: Event) => event.preventDefault()}
  >
    ${count > 1 ? foldButton(query, options) : nothing}
    ${has('search') ? searchField(query, options) : nothing}
    ${has('theme') ? themeField(query, options) : nothing}
    ${has('status') ? statusField(query, options) : nothing}
    ${has('sort') ? sortField(query, options) : nothing}
    ${
      isFiltered(query.current)
        ? html`<button type="button" class="link clear" @click=${onClear}>${t.filter.clear}</button>`
        : nothing
    }
  </form>`;
}

/** In a narrow container all fields are behind this button, so that the first initiative is in sight. */
function foldButton(
  { current }: QueryController,
  { t, isUnfolded, onFold }: FilterFormOptions,
): TemplateResult {
  const { words, theme, status } = current;
  const count = [words.trim() !== '', theme.length > 0, status.length > 0].filter(Boolean).length;
  return html`<button
    type="button"
    class="button fold"
    part="button filters"
    aria-expanded=${isUnfolded}
    @click=${onFold}
  >
    ${searchIcon} ${t.filter.fold({ count })}
  </button>`;
}

const searchField = (query: QueryController, { t }: FilterFormOptions): TemplateResult =>
  html`<div class="filter-field words">
    <label for="words" part="label">${t.filter.search}</label>
    <div class="search-box">
      ${searchIcon}
      <input
        type="search"
        id="words"
        part="input"
        dir="auto"
        maxlength="200"
        autocomplete="off"
        enterkeyhint="search"
        .value=${live(query.typed)}
        @input=${({ target }: InputEvent) => query.type((target as HTMLInputElement).value)}
      />
    </div>
  </div>`;

function themeField(query: QueryController, { t, locale, themes, facets }: FilterFormOptions) {
  const chosen = query.current.theme;
  const nameOf = (theme: string) => themeName(themes, theme, locale) || theme;
  const counted = facets?.theme ?? [];
  const missing = chosen.filter((each) => !counted.some(({ theme }) => theme === each));
  const all = [...counted, ...missing.map((theme) => ({ theme, count: 0 }))];
  if (all.length === 0) return nothing;
  return choice({
    id: 'theme',
    label: t.filter.theme,
    chosen: chosen.join(','),
    onChoose: (value) => query.filter({ theme: split(value) }),
    options: [
      { value: '', text: t.filter.allThemes },
      ...severalAtOnce(chosen, nameOf),
      ...all.map(({ theme, count }) => ({
        value: theme,
        text: t.filter.option({ name: nameOf(theme), count }),
      })),
    ],
  });
}

function statusField(query: QueryController, { t, facets }: FilterFormOptions): TemplateResult {
  const chosen = query.current.status;
  const nameOf = (status: string) => t.statuses[status as InitiativeStatus];
  const shown = initiativeStatuses.filter(
    (each) => !facets || facets.status[each] > 0 || chosen.includes(each),
  );
  return choice({
    id: 'status',
    label: t.filter.status,
    chosen: chosen.join(','),
    onChoose: (value) =>
      query.filter({ status: initiativeStatuses.filter((each) => split(value).includes(each)) }),
    options: [
      { value: '', text: t.filter.allStatuses },
      ...severalAtOnce(chosen, nameOf),
      ...shown.map((status) => ({
        value: status,
        text: facets
          ? t.filter.option({ name: nameOf(status), count: facets.status[status] })
          : nameOf(status),
      })),
    ],
  });
}

const sortField = (query: QueryController, { t }: FilterFormOptions): TemplateResult =>
  choice({
    id: 'sort',
    label: t.filter.sort,
    chosen: query.current.sort,
    onChoose: (value) => void query.sortBy(initiativeSorts.find((each) => each === value) ?? 'new'),
    options: initiativeSorts.map((sort) => ({ value: sort, text: t.filter.sorts[sort] })),
  });

interface Option {
  readonly value: string;
  readonly text: string;
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

const choice = ({ id, label, options, chosen, onChoose }: Choice): TemplateResult =>
  html`<div class="filter-field">
    <label for=${id} part="label">${label}</label>
    <select
      id=${id}
      part="input"
      .value=${live(chosen)}
      @change=${({ target }: Event) => onChoose((target as HTMLSelectElement).value)}
    >
      ${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;

/** Several at once are one more choice: those that the page or its URL asks for. */
const severalAtOnce = (chosen: readonly string[], nameOf: (key: string) => string): readonly Option[] =>
  chosen.length > 1 ? [{ value: chosen.join(','), text: chosen.map(nameOf).join(', ') }] : [];

const split = (value: string): readonly string[] => value.split(',').filter(Boolean);
