import { html, nothing, type TemplateResult } from 'lit';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { groupName } from '../round/round-texts.js';
import type { RoundView } from '../view.js';

/** What a visitor wants to see of the proposals. */
export interface ProposalFilter {
  readonly search: string;
  readonly theme: string;
}

export const noFilter: ProposalFilter = { search: '', theme: '' };

/** So few proposals need no search. */
const fewProposals = 6;

const sameLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' },
};

/** Case, accents and ligatures do not count; the server's list searches in the same way. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => sameLetters[letter] ?? letter);

export function matching(
  proposals: readonly Proposal[],
  { search: words, theme }: ProposalFilter,
): readonly Proposal[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return proposals.filter((proposal) => {
    const text = folded([proposal.title, proposal.story, proposal.place?.address].join(' '));
    return (
      (theme === '' || proposal.categories.includes(theme)) && wanted.every((each) => text.includes(each))
    );
  });
}

/** Search and theme, where there is something to search. */
export function filterFields(
  { t, round }: RoundView,
  { search: words, theme }: ProposalFilter,
  onChange: (change: Partial<ProposalFilter>) => void,
): TemplateResult | typeof nothing {
  if (round.proposals.length <= fewProposals) return nothing;
  const themes = [...new Set(round.proposals.flatMap(({ categories }) => categories))];
  return html`<div class="filter" role="search" part="filter">
    <label
      >${t.search}
      <input
        type="search"
        part="input"
        .value=${words}
        @input=${({ target }: InputEvent) => onChange({ search: (target as HTMLInputElement).value })}
      />
    </label>
    ${
      themes.length < 2
        ? nothing
        : html`<label
            >${t.theme}
            <select
              part="input"
              @change=${({ target }: Event) => onChange({ theme: (target as HTMLSelectElement).value })}
            >
              <option value="">${t.allThemes}</option>
              ${themes.map(
                (key) =>
                  html`<option value=${key} ?selected=${key === theme}>${groupName(round, key)}</option>`,
              )}
            </select>
          </label>`
    }
  </div>`;
}
