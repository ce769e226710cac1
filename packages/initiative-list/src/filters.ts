import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  initiativeSorts,
  type Facets,
  type InitiativeSort,
} from '@buurt/domain/initiatives/initiative-list.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { searchIcon } from './icons.js';
import type { View } from './view.js';
import { isNarrowed } from './wishes.js';

export interface FilterHands {
  readonly onWords: (words: string) => void;
  readonly onStatus: (status: readonly InitiativeStatus[]) => void;
  readonly onTheme: (theme: readonly string[]) => void;
  readonly onSort: (sort: InitiativeSort) => void;
  readonly onClear: () => void;
  /** Shows or hides the fields in a narrow container. */
  readonly onFold: () => void;
}

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

/** Several at once are one more choice: those that the page or the address asks for. */
const together = (chosen: readonly string[], nameOf: (key: string) => string): readonly Option[] =>
  chosen.length > 1 ? [{ value: chosen.join(','), text: chosen.map(nameOf).join(', ') }] : [];

const split = (value: string): readonly string[] => value.split(',').filter(Boolean);

function themeChoice({ t, wish, themeName }: View, facets: Facets | undefined, { onTheme }: FilterHands) {
  const { theme: chosen } = wish;
  const nameOf = (theme: string) => themeName(theme) || theme;
  const counted = facets?.theme ?? [];
  const missing = chosen.filter((each) => !counted.some(({ theme }) => theme === each));
  const all = [...counted, ...missing.map((theme) => ({ theme, count: 0 }))];
  if (all.length === 0) return nothing;
  return choice({
    id: 'theme',
    label: t.filter.theme,
    chosen: chosen.join(','),
    onChoose: (value) => onTheme(split(value)),
    options: [
      { value: '', text: t.filter.allThemes },
      ...together(chosen, nameOf),
      ...all.map(({ theme, count }) => ({
        value: theme,
        text: t.filter.option({ name: nameOf(theme), count }),
      })),
    ],
  });
}

function statusChoice({ t, wish }: View, facets: Facets | undefined, { onStatus }: FilterHands) {
  const chosen = wish.status;
  const nameOf = (status: string) => t.statuses[status as InitiativeStatus];
  const shown = initiativeStatuses.filter(
    (each) => !facets || facets.status[each] > 0 || chosen.includes(each),
  );
  return choice({
    id: 'status',
    label: t.filter.status,
    chosen: chosen.join(','),
    onChoose: (value) => onStatus(initiativeStatuses.filter((each) => split(value).includes(each))),
    options: [
      { value: '', text: t.filter.allStatuses },
      ...together(chosen, nameOf),
      ...shown.map((status) => ({
        value: status,
        text: facets
          ? t.filter.option({ name: nameOf(status), count: facets.status[status] })
          : nameOf(status),
      })),
    ],
  });
}

const sortChoice = ({ t, wish }: View, { onSort }: FilterHands) =>
  choice({
    id: 'sort',
    label: t.filter.sort,
    chosen: wish.sort,
    onChoose: (value) => onSort(initiativeSorts.find((each) => each === value) ?? 'new'),
    options: initiativeSorts.map((sort) => ({ value: sort, text: t.filter.sorts[sort] })),
  });

const searchField = (view: View, { onWords }: FilterHands) =>
  html`<div class="filter-field words">
    <label for="words" part="label">${view.t.filter.search}</label>
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
        .value=${live(view.typed)}
        @input=${({ target }: InputEvent) => onWords((target as HTMLInputElement).value)}
      />
    </div>
  </div>`;

/** In a narrow container all fields are behind this button, so that the first initiative is in sight. */
const foldButton = ({ t, wish }: View, isUnfolded: boolean, { onFold }: FilterHands) => {
  const count = [wish.words.trim() !== '', wish.theme.length > 0, wish.status.length > 0].filter(
    Boolean,
  ).length;
  return html`<button
    type="button"
    class="button fold"
    part="filters"
    aria-expanded=${isUnfolded}
    @click=${onFold}
  >
    ${searchIcon} ${t.filter.fold({ count })}
  </button>`;
};

/** Search, theme, status and order: those that the page wants. */
export function filterFields(
  view: View,
  facets: Facets | undefined,
  hands: FilterHands,
  isUnfolded: boolean,
) {
  const { t, look, wish } = view;
  const asked = (name: string) => look.filters.split(/[\s,]+/).includes(name);
  const count = ['search', 'theme', 'status', 'sort'].filter(asked).length;
  if (count === 0) return nothing;
  return html`<form
    class="filter ${count > 1 && !isUnfolded ? 'folded' : ''}"
    part="filter"
    role="search"
    aria-label=${t.filter.legend}
    @submit=${(event: Event) => event.preventDefault()}
  >
    ${count > 1 ? foldButton(view, isUnfolded, hands) : nothing}
    ${asked('search') ? searchField(view, hands) : nothing}
    ${asked('theme') ? themeChoice(view, facets, hands) : nothing}
    ${asked('status') ? statusChoice(view, facets, hands) : nothing}
    ${asked('sort') ? sortChoice(view, hands) : nothing}
    ${
      isNarrowed(wish)
        ? html`<button type="button" class="link clear" @click=${hands.onClear}>${t.filter.clear}</button>`
        : nothing
    }
  </form>`;
}
